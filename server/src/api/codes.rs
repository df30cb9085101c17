use app::context::Caller;
use axum::{Extension, extract::State, http::StatusCode};
use commerce::Commerce;
use serde::Deserialize;
use shared::{Phone, dto::CodeSent};
use utoipa::ToSchema;

use super::{Failure, Json};

/// Where a code is wanted.
#[derive(Deserialize, ToSchema)]
pub struct CodeRequest {
    /// The phone.
    #[schema(value_type = String, example = "13800138000")]
    phone: Phone,
}

/// Send a one-time code
///
/// Six digits, valid for five minutes. At most one a minute and ten a day for a number.
#[utoipa::path(post, path = "/codes", tag = "sessions", request_body = CodeRequest,
    responses((status = 202, description = "On its way", body = CodeSent)))]
pub async fn send(
    State(commerce): State<Commerce>,
    Extension(caller): Extension<Caller>,
    Json(request): Json<CodeRequest>,
) -> Result<(StatusCode, Json<CodeSent>), Failure> {
    let sent = commerce.identity().send_code(caller.actor, request.phone).await.map_err(Failure::to(caller.locale))?;
    Ok((StatusCode::ACCEPTED, Json(sent)))
}
