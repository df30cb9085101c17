//! An address on the web that viewers may be led to.

use serde::{Deserialize, Serialize};

use super::Host;
use crate::ErrorCode;

/// An `https` address of plain ASCII whose host is a name: no user, no port, and nothing that browsers would read in
/// another way than we do.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(try_from = "String")]
pub struct WebAddress(String);

impl WebAddress {
    /// The longest one, in bytes.
    pub const LONGEST: usize = 1_000;

    /// The address.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// Where it leads.
    pub fn host(&self) -> Option<Host> {
        host_of(&self.0)
    }

    /// Whether it leads to one of `hosts`, or below it.
    pub fn is_at(&self, hosts: &[Host]) -> bool {
        self.host().is_some_and(|host| hosts.iter().any(|domain| host.is_within(domain)))
    }
}

impl std::fmt::Display for WebAddress {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(&self.0)
    }
}

impl std::str::FromStr for WebAddress {
    type Err = ErrorCode;

    fn from_str(text: &str) -> Result<Self, ErrorCode> {
        let text = text.trim();
        let plain = text.bytes().all(|b| b.is_ascii_graphic() && !br#""'<>\^`{|}"#.contains(&b));
        if plain && text.len() <= Self::LONGEST && host_of(text).is_some() {
            Ok(Self(text.to_owned()))
        } else {
            Err(ErrorCode::Validation)
        }
    }
}

impl TryFrom<String> for WebAddress {
    type Error = ErrorCode;

    fn try_from(text: String) -> Result<Self, ErrorCode> {
        text.parse()
    }
}

fn host_of(text: &str) -> Option<Host> {
    let rest = text.strip_prefix("https://")?;
    rest.split(['/', '?', '#']).next()?.parse().ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_address_leads_where_it_says() {
        let shop: Host = "jd.com".parse().unwrap();
        let leads = |text: &str| text.parse::<WebAddress>().is_ok_and(|to| to.is_at(std::slice::from_ref(&shop)));
        for text in ["https://jd.com", "https://item.jd.com/1.html?a=b#c", "https://ITEM.JD.COM/1"] {
            assert!(leads(text), "{text}");
        }
        for text in [
            "http://jd.com/1",
            "//jd.com/1",
            "javascript:alert(1)//jd.com",
            "https://jd.com@evil.com/",
            "https://evil.com/jd.com",
            "https://evil.com?https://jd.com",
            "https://jd.com.evil.com/",
            "https://evil.com\\.jd.com/",
            "https://jd.com:8443/",
            "https:/jd.com/",
            "https://jd.com/\u{202e}",
            "https://jd.com/a b",
            "https://jd.com/\"onclick=",
        ] {
            assert!(!leads(text), "{text}");
        }
    }
}
