use app::context::Caller;
use axum::{Extension, extract::State, http::StatusCode};
use commerce::Commerce;
use serde::Deserialize;
use shared::dto::Image;
use utoipa::IntoParams;

use super::{
    Failure, Json,
    extract::{Body, Query},
};

/// Largest upload, in bytes.
pub const MAX_BYTES: usize = 12 * 1024 * 1024;

/// What a picture shows.
#[derive(Deserialize, Default, IntoParams)]
#[into_params(parameter_in = Query)]
#[serde(default)]
pub struct UploadParams {
    /// For those who do not see it.
    #[param(max_length = 200)]
    alt: String,
}

/// Upload a picture
///
/// JPEG, PNG, GIF or WebP, at most 12 MB and 40 megapixels; it is checked and encoded anew.
#[utoipa::path(post, path = "/media", tag = "shop", params(UploadParams),
    request_body(content = Vec<u8>, content_type = "application/octet-stream"),
    responses((status = 201, description = "Its renditions", body = Image)))]
pub async fn upload(
    State(commerce): State<Commerce>,
    Extension(caller): Extension<Caller>,
    Query(UploadParams { alt }): Query<UploadParams>,
    Body(bytes): Body,
) -> Result<(StatusCode, Json<Image>), Failure> {
    let image = commerce.media().upload(caller.actor, bytes, &alt).await;
    image.map(|image| (StatusCode::CREATED, Json(image))).map_err(Failure::to(caller.locale))
}
