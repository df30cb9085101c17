use app::context::Caller;
use axum::{Extension, extract::State};
use commerce::Commerce;
use serde::Deserialize;
use shared::dto::SearchResult;
use utoipa::IntoParams;

use super::{Failure, Json, extract::Query};

/// What is looked for.
#[derive(Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
pub struct SearchParams {
    /// Words, Chinese or English.
    #[param(min_length = 1, max_length = 80, example = "盖碗")]
    q: String,
    /// `next` of the page before.
    #[serde(default)]
    cursor: Option<String>,
}

/// Search
///
/// Products, creators and clips; creators and clips come with the first page.
#[utoipa::path(get, path = "/search", tag = "catalogue", security(()), params(SearchParams),
    responses((status = 200, description = "What was found", body = SearchResult)))]
pub async fn search(
    State(commerce): State<Commerce>,
    Extension(caller): Extension<Caller>,
    Query(SearchParams { q, cursor }): Query<SearchParams>,
) -> Result<Json<SearchResult>, Failure> {
    let found = commerce.search().search(caller.actor, &q, cursor, caller.locale).await;
    found.map(Json).map_err(Failure::to(caller.locale))
}
