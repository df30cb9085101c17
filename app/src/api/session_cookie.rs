//! The session in the browser. Name and attributes are those of the server's edge, which reads it.

use super::answer::{cookie, secure, set_cookie};

/// 400 days, the longest that browsers accept.
const MAX_AGE: u32 = 400 * 24 * 60 * 60;

/// With the prefix a browser takes it from this very host only.
fn name() -> &'static str {
    if secure().is_empty() { "vitrine_session" } else { "__Host-vitrine_session" }
}

/// The token that the browser holds.
pub fn token() -> Option<String> {
    cookie(name())
}

/// Gives the browser a token.
pub fn keep(token: &str) {
    set_cookie(&format!("{}={token}; Path=/; Max-Age={MAX_AGE}; SameSite=Lax; HttpOnly{}", name(), secure()));
}

/// Takes it away.
pub fn forget() {
    set_cookie(&format!("{}=; Path=/; Max-Age=0; SameSite=Lax; HttpOnly{}", name(), secure()));
}
