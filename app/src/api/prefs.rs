use leptos::prelude::*;

use super::Failure;

/// Keeps the colours and the language that the visitor chose; the plain form comes back to its page.
#[server(prefix = "/fn", endpoint = "prefs")]
pub async fn set_prefs(theme: Option<String>, lang: Option<String>) -> Result<(), Failure> {
    use http::{HeaderValue, header::SET_COOKIE};
    use leptos_axum::ResponseOptions;

    const YEAR: u32 = 365 * 24 * 3600;
    let response = use_context::<ResponseOptions>();
    let keep = |name: &str, value: &str| {
        let cookie = format!("{name}={value}; Path=/; Max-Age={YEAR}; SameSite=Lax");
        if let (Some(response), Ok(cookie)) = (&response, HeaderValue::try_from(cookie)) {
            response.append_header(SET_COOKIE, cookie);
        }
    };
    if let Some(theme @ ("system" | "light" | "dark")) = theme.as_deref() {
        keep("theme", theme);
    }
    if let Some(lang @ ("zh-CN" | "en")) = lang.as_deref() {
        keep("lang", lang);
    }
    Ok(())
}
