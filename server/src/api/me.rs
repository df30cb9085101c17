use app::context::Caller;
use axum::{Extension, extract::State};
use commerce::Commerce;
use shared::dto::Profile;

use super::{Failure, Json};

/// Who am I
#[utoipa::path(get, path = "/me", tag = "account",
    responses((status = 200, description = "The caller; a guest has an id and nothing else", body = Profile)))]
pub async fn get(
    State(commerce): State<Commerce>,
    Extension(caller): Extension<Caller>,
) -> Result<Json<Profile>, Failure> {
    commerce.identity().profile(caller.actor).await.map(Json).map_err(Failure::to(caller.locale))
}
