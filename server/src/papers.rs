//! Papers of applications and of violations: the forms that send files, and the addresses that show them.

use app::context::Caller;
use axum::{
    Extension, Router,
    extract::{DefaultBodyLimit, Multipart, State, multipart::MultipartError},
    http::{
        HeaderName, HeaderValue,
        header::{CACHE_CONTROL, CONTENT_DISPOSITION, CONTENT_SECURITY_POLICY, CONTENT_TYPE},
    },
    middleware::{from_fn, from_fn_with_state},
    response::{IntoResponse, Redirect, Response},
    routing::{get, post},
};
use bytes::Bytes;
use commerce::{Actor, Commerce, Error, onboarding::MOST_BYTES};
use shared::{CategoryId, CategoryRequestId, DocumentId, DocumentKind, ErrorCode, ViolationId};

use crate::{
    api::{Failure, Path},
    edge::{caller, headers},
    state::AppState,
};

/// What a form has beside its file, in bytes.
const FIELDS: usize = 64 * 1024;
const RESOURCE_POLICY: HeaderName = HeaderName::from_static("cross-origin-resource-policy");

/// `/studio/open/documents`, `/studio/deposit/papers` and `/console/documents/{id}`; `/studio/violations/{id}/papers`, the same of the console, and
/// `/studio/papers/{id}`.
pub fn router(state: &AppState) -> Router<AppState> {
    let large = || DefaultBodyLimit::max(MOST_BYTES + FIELDS);
    Router::new()
        .route("/studio/open/documents", post(upload).layer(large()))
        .route("/studio/deposit/papers", post(attach).layer(large()))
        .route("/studio/violations/{id}/papers", post(appeal).layer(large()))
        .route("/console/violations/{id}/papers", post(prove).layer(large()))
        .route("/studio/papers/{id}", get(show_evidence))
        .route("/console/documents/{id}", get(show))
        .layer(from_fn_with_state(state.clone(), caller::by_cookie))
        .layer(from_fn(headers::page))
}

/// Takes a paper and leads back to the step of the papers, like every plain form.
async fn upload(
    State(commerce): State<Commerce>,
    Extension(caller): Extension<Caller>,
    form: Result<Multipart, axum::extract::multipart::MultipartRejection>,
) -> Redirect {
    let taken = match form {
        Ok(form) => take(&commerce, caller.actor, form).await,
        Err(_) => Err(ErrorCode::Validation.into()),
    };
    match taken {
        Ok(()) => Redirect::to("/studio/open?step=documents#step"),
        Err(error) => Redirect::to(&format!("/studio/open?step=documents&error={}", error.code())),
    }
}

/// Takes the paper of a category request and leads back to it.
async fn attach(
    State(commerce): State<Commerce>,
    Extension(caller): Extension<Caller>,
    form: Result<Multipart, axum::extract::multipart::MultipartRejection>,
) -> Redirect {
    let taken = match form {
        Ok(form) => take_later(&commerce, caller.actor, form).await,
        Err(_) => Err(ErrorCode::Validation.into()),
    };
    match taken {
        Ok(()) => Redirect::to("/studio/deposit#wishes"),
        Err(error) => Redirect::to(&format!("/studio/deposit?error={}", error.code())),
    }
}

async fn take_later(commerce: &Commerce, actor: Actor, form: Multipart) -> Result<(), Error> {
    actor.require_account()?;
    let Sent { wish, file, .. } = read(form).await?;
    let wish: CategoryRequestId = wish.parse().map_err(|_| ErrorCode::Validation)?;
    commerce.deposit().attach(actor, wish, file).await.map(|_| ())
}

async fn take(commerce: &Commerce, actor: Actor, form: Multipart) -> Result<(), Error> {
    // Before the body is read: a stranger sends nothing for long.
    actor.require_account()?;
    let Sent { kind, category, file, .. } = read(form).await?;
    let kind: DocumentKind = kind.parse()?;
    let category = if category.is_empty() {
        None
    } else {
        Some(category.parse::<CategoryId>().map_err(|_| ErrorCode::Validation)?)
    };
    commerce.onboarding().upload(actor, kind, category, file).await.map(|_| ())
}

/// Takes a file that speaks against a violation, and leads back to where it was sent from.
async fn appeal(
    State(commerce): State<Commerce>,
    Extension(caller): Extension<Caller>,
    Path(id): Path<ViolationId>,
    form: Result<Multipart, axum::extract::multipart::MultipartRejection>,
) -> Redirect {
    back_to("/studio", id, add(&commerce, caller.actor, id, form).await)
}

/// Takes a file that proves a violation.
async fn prove(
    State(commerce): State<Commerce>,
    Extension(caller): Extension<Caller>,
    Path(id): Path<ViolationId>,
    form: Result<Multipart, axum::extract::multipart::MultipartRejection>,
) -> Redirect {
    back_to("/console", id, add(&commerce, caller.actor, id, form).await)
}

async fn add(
    commerce: &Commerce,
    actor: Actor,
    id: ViolationId,
    form: Result<Multipart, axum::extract::multipart::MultipartRejection>,
) -> Result<(), Error> {
    // Before the body is read: a stranger sends nothing for long.
    actor.require_account()?;
    let form = form.map_err(|_| ErrorCode::Validation)?;
    commerce.violation().add_paper(actor, id, read(form).await?.file).await.map(|_| ())
}

fn back_to(place: &str, id: ViolationId, done: Result<(), Error>) -> Redirect {
    match done {
        Ok(()) => Redirect::to(&format!("{place}/violations/{id}")),
        Err(error) => Redirect::to(&format!("{place}/violations/{id}?error={}", error.code())),
    }
}

/// A file of a violation, for its two sides. For everybody else there is nothing.
async fn show_evidence(
    State(commerce): State<Commerce>,
    Extension(caller): Extension<Caller>,
    Path(id): Path<DocumentId>,
) -> Result<Response, Failure> {
    let paper = commerce.violation().paper(caller.actor, id).await.map_err(Failure::to(caller.locale))?;
    Ok(sealed("evidence", paper.content_type, paper.bytes))
}

/// What the form says.
#[derive(Default)]
struct Sent {
    kind: String,
    category: String,
    wish: String,
    /// The first file that has something in it: the camera's or the chosen one.
    file: Bytes,
}

async fn read(mut form: Multipart) -> Result<Sent, Error> {
    let mut sent = Sent::default();
    while let Some(field) = form.next_field().await.map_err(refused)? {
        match field.name().unwrap_or_default() {
            "kind" => sent.kind = field.text().await.map_err(refused)?,
            "category" => sent.category = field.text().await.map_err(refused)?,
            "wish" => sent.wish = field.text().await.map_err(refused)?,
            "file" => {
                let bytes = field.bytes().await.map_err(refused)?;
                if sent.file.is_empty() {
                    sent.file = bytes;
                }
            }
            _ => {}
        }
    }
    Ok(sent)
}

fn refused(error: MultipartError) -> Error {
    let large = error.status().as_u16() == ErrorCode::TooLarge.http_status();
    if large { ErrorCode::TooLarge.into() } else { ErrorCode::Validation.into() }
}

/// A paper, for operators. For everybody else there is nothing.
async fn show(
    State(commerce): State<Commerce>,
    Extension(caller): Extension<Caller>,
    Path(id): Path<DocumentId>,
) -> Result<Response, Failure> {
    let paper = commerce.onboarding().paper(caller.actor, id).await.map_err(Failure::to(caller.locale))?;
    Ok(sealed(paper.kind.as_str(), paper.content_type, paper.bytes))
}

/// What was sealed: never kept, never as HTML, in a sandbox, a PDF as a download.
fn sealed(name: &str, content_type: &'static str, bytes: Bytes) -> Response {
    let (place, end) = if content_type == "application/pdf" { ("attachment", "pdf") } else { ("inline", "webp") };
    let name = format!("{place}; filename=\"{name}.{end}\"");
    let disposition = HeaderValue::try_from(name).unwrap_or(HeaderValue::from_static("attachment"));
    let told = [
        (CONTENT_TYPE, HeaderValue::from_static(content_type)),
        (CONTENT_DISPOSITION, disposition),
        (CACHE_CONTROL, HeaderValue::from_static("no-store")),
        (CONTENT_SECURITY_POLICY, HeaderValue::from_static("default-src 'none'; frame-ancestors 'none'; sandbox")),
        (RESOURCE_POLICY, HeaderValue::from_static("same-origin")),
    ];
    (told, bytes).into_response()
}
