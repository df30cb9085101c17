//! Cookies, read without copying: every page asks for three of them.

use axum::http::{HeaderMap, HeaderValue, header::COOKIE};

/// How long a browser keeps what we give it, in seconds: 400 days is the longest that browsers accept.
const MAX_AGE: u32 = 400 * 24 * 60 * 60;

/// The language that was chosen.
pub const LANGUAGE: &str = "lang";
/// The colours that were chosen.
pub const THEME: &str = "theme";

/// The value of the first cookie called `name`.
pub fn get<'h>(headers: &'h HeaderMap, name: &str) -> Option<&'h str> {
    let all = headers.get_all(COOKIE).iter().filter_map(|value| value.to_str().ok());
    all.flat_map(|value| value.split(';')).find_map(|pair| {
        let (key, value) = pair.trim().split_once('=')?;
        (key == name).then_some(value)
    })
}

/// How this instance writes its cookies.
#[derive(Debug, Clone, Copy)]
pub struct Jar {
    /// Whether browsers reach us by https.
    secure: bool,
}

impl Jar {
    /// For an instance at `base_url`.
    pub fn new(base_url: &str) -> Self {
        Self { secure: base_url.starts_with("https://") }
    }

    /// The name of the session's cookie. With the prefix a browser takes it from this very host only,
    /// so that a neighbour on a sister domain cannot plant one.
    pub const fn session_name(self) -> &'static str {
        if self.secure { "__Host-vitrine_session" } else { "vitrine_session" }
    }

    /// The cookie of a session; no script can read it.
    pub fn session(self, token: &str) -> Option<HeaderValue> {
        self.write(self.session_name(), token, "; HttpOnly")
    }

    /// A cookie of a choice such as language or theme.
    pub fn choice(self, name: &str, value: &str) -> Option<HeaderValue> {
        self.write(name, value, "")
    }

    fn write(self, name: &str, value: &str, more: &str) -> Option<HeaderValue> {
        let secure = if self.secure { "; Secure" } else { "" };
        let text = format!("{name}={value}; Path=/; Max-Age={MAX_AGE}; SameSite=Lax{more}{secure}");
        HeaderValue::try_from(text).ok()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_is_found_among_others() {
        let mut headers = HeaderMap::new();
        headers.append(COOKIE, HeaderValue::from_static("a=1; lang=en;theme=dark"));
        headers.append(COOKIE, HeaderValue::from_static("xlang=zh"));
        assert_eq!(get(&headers, "lang"), Some("en"));
        assert_eq!(get(&headers, "theme"), Some("dark"));
        assert_eq!(get(&headers, "b"), None);
    }

    #[test]
    fn https_locks_the_session_to_its_host() {
        let cookie = Jar::new("https://shop.test").session("t").unwrap();
        let cookie = cookie.to_str().unwrap();
        assert!(cookie.starts_with("__Host-vitrine_session=t; Path=/; "), "{cookie}");
        assert!(cookie.ends_with("SameSite=Lax; HttpOnly; Secure"), "{cookie}");
        assert!(!Jar::new("http://127.0.0.1").session("t").unwrap().to_str().unwrap().contains("Secure"));
    }
}
