use leptos::prelude::*;
use shared::dto::CodeSent;

use crate::api::Failure;

/// Sends a one-time code to a phone; a plain form is led to the field for it.
#[server(prefix = "/fn", endpoint = "session/code")]
pub async fn send_code(phone: String, #[server(default)] next: String) -> Result<CodeSent, Failure> {
    use crate::{
        api::{answer, fail, read},
        context::{caller, shop},
    };

    async fn send(phone: &str) -> Result<CodeSent, commerce::Error> {
        shop()?.identity().send_code(caller().actor, read::phone(phone)?).await
    }
    let result = send(&phone).await.map_err(fail);
    let typed = [("phone", phone.as_str()), ("next", next.as_str())];
    if let (true, Ok(sent)) = (answer::is_plain(), &result) {
        let code = sent.demo_code.as_deref().unwrap_or_default();
        let shown = [typed[0], typed[1], ("sent", "1"), ("demo_code", code)];
        answer::keep("/login", &shown, None);
    }
    answer::answer(result, |_| "/login#code".to_owned(), "/login", &typed)
}
