use app::{
    api::studio::products::editor::{EditorForm, save as save_form},
    context::Caller,
};
use axum::{
    Extension,
    extract::{Multipart, State, multipart::Field},
    response::{IntoResponse, Redirect, Response},
};
use bytes::{Bytes, BytesMut};
use commerce::{Commerce, Error};
use shared::{ErrorCode, MediaId};

use super::back;
use crate::api::media::MAX_BYTES;

/// Fields of the form at most: 100 SKUs with eight each, and the rest.
const MOST_FIELDS: usize = 2_000;
/// Longest text of one field, in bytes.
const LONGEST: usize = 64 * 1024;
/// Pictures of one form at most.
const MOST_FILES: usize = 20;

/// `POST /fn/studio/product/save`: the editor's one form. Pictures are taken one by one as they come, so that one
/// that is refused keeps neither the others nor what was typed.
pub async fn save(State(commerce): State<Commerce>, Extension(caller): Extension<Caller>, form: Multipart) -> Response {
    let read = match read(&commerce, caller, form).await {
        Ok(read) => read,
        Err(error) => return back("/studio/products", &error, caller),
    };
    let id = read.fields.iter().find(|(name, _)| name == "id").map(|(_, id)| id.clone()).unwrap_or_default();
    match save_form(&commerce, caller, read).await {
        Ok(page) => Redirect::to(&page).into_response(),
        Err(error) => back(&format!("/studio/products/{id}"), &error, caller),
    }
}

async fn read(commerce: &Commerce, caller: Caller, mut form: Multipart) -> Result<EditorForm, Error> {
    let mut read = EditorForm::default();
    let (mut files, mut alt) = (Vec::new(), String::new());
    while let Some(field) = form.next_field().await.map_err(|_| ErrorCode::Validation)? {
        let name = field.name().unwrap_or_default().to_owned();
        if matches!(name.as_str(), "files" | "described") {
            // A file that was not chosen comes as an empty one.
            match whole(field, MAX_BYTES).await? {
                Some(bytes) if bytes.is_empty() => {}
                Some(bytes) if files.len() < MOST_FILES => files.push((name, bytes)),
                _ => read.refused = true,
            }
            continue;
        }
        let bytes = whole(field, LONGEST).await?.ok_or(ErrorCode::TooLarge)?;
        let text = String::from_utf8_lossy(&bytes).into_owned();
        if name == "alt" {
            alt.clone_from(&text);
        }
        if read.fields.len() < MOST_FIELDS {
            read.fields.push((name, text));
        }
    }
    for (name, bytes) in files {
        match upload(commerce, caller, bytes, &alt).await? {
            Some(id) if name == "files" => read.pictures.push(id),
            Some(id) => read.described.push(id),
            None => read.refused = true,
        }
    }
    Ok(read)
}

/// `None` for what is no picture, or one too many in this hour.
async fn upload(commerce: &Commerce, caller: Caller, bytes: Bytes, alt: &str) -> Result<Option<MediaId>, Error> {
    match commerce.media().upload(caller.actor, bytes, alt).await {
        Ok(image) => Ok(Some(image.id)),
        Err(error) if error.code() == ErrorCode::Internal => Err(error),
        Err(_) => Ok(None),
    }
}

/// A field as a whole; `None` beyond `most` bytes, of which no more are kept.
pub async fn whole(mut field: Field<'_>, most: usize) -> Result<Option<Bytes>, Error> {
    let (mut bytes, mut fits) = (BytesMut::new(), true);
    while let Some(piece) = field.chunk().await.map_err(|_| ErrorCode::TooLarge)? {
        fits &= bytes.len() + piece.len() <= most;
        if fits {
            bytes.extend_from_slice(&piece);
        }
    }
    Ok(fits.then(|| bytes.freeze()))
}
