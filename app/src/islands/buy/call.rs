//! Calls of server functions: a form's fields url-encoded, the answer typed.

use gloo_net::http::{Request, Response};
use serde::de::DeserializeOwned;
use wasm_bindgen::JsCast;
use web_sys::{FormData, HtmlFormElement, SubmitEvent, UrlSearchParams};

use crate::api::Failure;

/// The fields of a form as it would send them.
pub fn fields(form: &HtmlFormElement) -> Option<UrlSearchParams> {
    let data = FormData::new_with_form(form).ok()?;
    UrlSearchParams::new_with_str_sequence_sequence(&data).ok()
}

/// The form that an event submits, its fields and those of the button.
pub fn submitted(event: &SubmitEvent) -> Option<(HtmlFormElement, UrlSearchParams)> {
    let form: HtmlFormElement = event.target()?.dyn_into().ok()?;
    let fields = fields(&form)?;
    if let Some(button) = event.submitter()
        && let (Some(name), Some(value)) = (button.get_attribute("name"), button.get_attribute("value"))
    {
        fields.append(&name, &value);
    }
    Some((form, fields))
}

/// Posts `body` to `url`.
pub async fn post<T: DeserializeOwned>(url: &str, body: UrlSearchParams) -> Result<T, Failure> {
    let request = Request::post(url).header("accept", "application/json").body(body).map_err(|_| Failure::Lost)?;
    read(request.send().await).await
}

/// Reads `url`.
pub async fn get<T: DeserializeOwned>(url: &str) -> Result<T, Failure> {
    read(Request::get(url).header("accept", "application/json").send().await).await
}

async fn read<T: DeserializeOwned>(answer: Result<Response, gloo_net::Error>) -> Result<T, Failure> {
    let answer = answer.map_err(|_| Failure::Lost)?;
    if answer.ok() {
        return answer.json().await.map_err(|_| Failure::Lost);
    }
    Err(answer.json().await.unwrap_or(Failure::Lost))
}

/// Posts to a form's own address for its effect alone, such as the sandbox's.
pub async fn poke(url: &str, body: UrlSearchParams) -> bool {
    let Ok(request) = Request::post(url).header("accept", "application/json").body(body) else { return false };
    request.send().await.is_ok_and(|answer| answer.ok())
}
