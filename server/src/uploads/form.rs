//! The same without a script: one form, streamed to the disk as it comes.

use app::context::Caller;
use axum::{
    Extension,
    extract::{Multipart, State},
    http::{HeaderMap, header::CONTENT_LENGTH},
    response::{IntoResponse, Redirect, Response},
};
use commerce::{Actor, Commerce, Error, Media, media::NewUpload};
use futures::StreamExt;
use shared::{ErrorCode, ShopId, UploadId, UploadPurpose, VideoId};

use super::pour::pour;
use crate::api::Path;

/// What a form has around its file.
const AROUND: i64 = 64 * 1024;
/// Largest picture.
const PICTURE: usize = 12 * 1024 * 1024;
const NEW: &str = "/studio/clips/new";

/// `POST /uploads/form`: `shop`, then `film`. Leads on to the clip, or back with what is wrong.
pub async fn film(
    State(commerce): State<Commerce>,
    Extension(caller): Extension<Caller>,
    headers: HeaderMap,
    form: Multipart,
) -> Response {
    let length = headers.get(CONTENT_LENGTH).and_then(|value| value.to_str().ok()?.parse::<i64>().ok());
    let taken = if length.is_some_and(|length| length > Media::MOST_UPLOAD + AROUND) {
        Err(ErrorCode::TooLarge.into())
    } else {
        take(&commerce, caller.actor, form).await
    };
    lead(taken.map(|id| format!("/studio/clips/{id}")), NEW)
}

async fn take(commerce: &Commerce, actor: Actor, mut form: Multipart) -> Result<UploadId, Error> {
    let mut shop: Option<ShopId> = None;
    while let Some(field) = form.next_field().await.map_err(|_| Error::Invalid(vec!["film"]))? {
        match field.name() {
            Some("shop") => {
                let text = field.text().await.unwrap_or_default();
                shop = text.trim().parse().ok();
            }
            Some("film") => {
                let name = field.file_name().unwrap_or_default().to_owned();
                let shop = shop.ok_or(Error::Invalid(vec!["shop"]))?;
                // Nobody says how long it is; where it ends, it ends.
                let new = NewUpload { shop, purpose: UploadPurpose::Clip, name, length: Media::MOST_UPLOAD };
                let id = commerce.media().start_upload(actor, new).await?.id;
                let poured = pour(commerce, actor, id, 0, field.boxed()).await;
                let ended = match poured {
                    Ok((end, true)) if end > 0 => commerce.media().end_upload(actor, id).await,
                    Ok(_) => Err(Error::Invalid(vec!["film"])),
                    Err(error) => Err(error),
                };
                if let Err(error) = ended {
                    commerce.media().cancel_upload(actor, id).await?;
                    return Err(error);
                }
                return Ok(id);
            }
            _ => {}
        }
    }
    Err(Error::Invalid(vec!["film"]))
}

/// `POST /uploads/poster/{clip}`: `picture`, for those who have a better one than any frame.
pub async fn poster(
    State(commerce): State<Commerce>,
    Extension(caller): Extension<Caller>,
    Path(clip): Path<VideoId>,
    form: Multipart,
) -> Response {
    let page = format!("/studio/clips/{clip}");
    let taken = take_poster(&commerce, caller.actor, clip, form).await;
    lead(taken.map(|()| page.clone()), &page)
}

async fn take_poster(commerce: &Commerce, actor: Actor, clip: VideoId, mut form: Multipart) -> Result<(), Error> {
    let wrong = || Error::Invalid(vec!["picture"]);
    while let Some(mut field) = form.next_field().await.map_err(|_| wrong())? {
        if field.name() != Some("picture") {
            continue;
        }
        let mut bytes = bytes::BytesMut::new();
        while let Some(more) = field.chunk().await.map_err(|_| wrong())? {
            if bytes.len() + more.len() > PICTURE {
                return Err(ErrorCode::TooLarge.into());
            }
            bytes.extend_from_slice(&more);
        }
        if bytes.is_empty() {
            return Err(wrong());
        }
        return commerce.video().poster_from_picture(actor, clip, bytes.freeze()).await;
    }
    Err(wrong())
}

/// On to the page, or back to `back` with the code and the field, as every form of the shop.
fn lead(result: Result<String, Error>, back: &str) -> Response {
    let page = result.unwrap_or_else(|error| {
        if error.code() == ErrorCode::Internal {
            tracing::error!(?error, "an upload");
        }
        let field = error.fields().first().map(|field| format!("&field={field}")).unwrap_or_default();
        format!("{back}?error={}{field}", error.code())
    });
    Redirect::to(&page).into_response()
}
