//! The name of a computer on the web.

use serde::{Deserialize, Serialize};

use crate::ErrorCode;

/// A domain name of two or more labels in lower case; no number, no port.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(try_from = "String")]
pub struct Host(String);

impl Host {
    /// The name.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// Whether this is `domain`, or below it.
    pub fn is_within(&self, domain: &Self) -> bool {
        let rest = self.0.strip_suffix(&domain.0);
        rest.is_some_and(|rest| rest.is_empty() || rest.ends_with('.'))
    }
}

impl std::fmt::Display for Host {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(&self.0)
    }
}

impl std::str::FromStr for Host {
    type Err = ErrorCode;

    fn from_str(text: &str) -> Result<Self, ErrorCode> {
        let name = text.trim().to_ascii_lowercase();
        let letters = |label: &str| label.bytes().all(|b| b.is_ascii_alphanumeric() || b == b'-');
        let good = |label: &str| {
            (1..=63).contains(&label.len()) && letters(label) && !label.starts_with('-') && !label.ends_with('-')
        };
        let named = name.rsplit('.').next().is_some_and(|last| last.starts_with(|c: char| c.is_ascii_alphabetic()));
        let whole = name.len() <= 253 && name.contains('.') && named && name.split('.').all(good);
        if whole { Ok(Self(name)) } else { Err(ErrorCode::Validation) }
    }
}

impl TryFrom<String> for Host {
    type Error = ErrorCode;

    fn try_from(text: String) -> Result<Self, ErrorCode> {
        text.parse()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_host_is_a_name_and_nothing_else() {
        for text in ["jd.com", "Item.JD.com ", "xn--fiq228c.cn"] {
            assert!(text.parse::<Host>().is_ok(), "{text}");
        }
        for text in
            ["", "com", "127.0.0.1", "jd.com:80", "a@jd.com", ".jd.com", "jd..com", "-a.com", "jd.com/x", "京东.com"]
        {
            assert!(text.parse::<Host>().is_err(), "{text}");
        }
    }

    #[test]
    fn a_domain_holds_what_is_below_it() {
        let host = |text: &str| text.parse::<Host>().unwrap();
        assert!(host("item.jd.com").is_within(&host("jd.com")) && host("jd.com").is_within(&host("jd.com")));
        assert!(!host("evil-jd.com").is_within(&host("jd.com")) && !host("jd.com").is_within(&host("item.jd.com")));
    }
}
