use app::context::Caller;
use axum::{
    Extension,
    extract::{Multipart, State},
    response::{IntoResponse, Redirect, Response},
};
use commerce::{Commerce, Error};
use shared::{ErrorCode, Handle, WindowOp};

use super::{back, product::whole};
use crate::api::media::MAX_BYTES;

/// Longest text of the form, in bytes.
const LONGEST: usize = 1024;

/// `POST /fn/window/cover`: a picture of one's own as the wide one of a draft.
pub async fn upload(
    State(commerce): State<Commerce>,
    Extension(caller): Extension<Caller>,
    form: Multipart,
) -> Response {
    match taken(&commerce, caller, form).await {
        Ok(_) => Redirect::to("/studio/window#window-dress").into_response(),
        Err(error) => back("/studio/window", &error, caller),
    }
}

async fn taken(commerce: &Commerce, caller: Caller, mut form: Multipart) -> Result<i64, Error> {
    let (mut handle, mut alt, mut file) = (None, String::new(), None);
    while let Some(field) = form.next_field().await.map_err(|_| ErrorCode::Validation)? {
        let name = field.name().unwrap_or_default().to_owned();
        let most = if name == "file" { MAX_BYTES } else { LONGEST };
        let bytes = whole(field, most).await?.ok_or(ErrorCode::TooLarge)?;
        match name.as_str() {
            "handle" => handle = String::from_utf8_lossy(&bytes).parse::<Handle>().ok(),
            "alt" => alt = String::from_utf8_lossy(&bytes).into_owned(),
            "file" => file = Some(bytes),
            _ => {}
        }
    }
    let handle = handle.ok_or(ErrorCode::NotFound)?;
    let file = file.filter(|bytes| !bytes.is_empty()).ok_or(ErrorCode::Validation)?;
    // Who may not arrange this window leaves no picture either.
    commerce.showcase().window_version(caller.actor, &handle).await?;
    let media = commerce.media().upload(caller.actor, file, &alt).await?.id;
    commerce.showcase().change_window(caller.actor, &handle, WindowOp::Cover { media }).await
}
