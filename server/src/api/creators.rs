use app::context::Caller;
use axum::{Extension, extract::State};
use commerce::Commerce;
use serde::{Deserialize, Serialize};
use shared::{
    Handle,
    dto::{CreatorCard, CreatorHome, Page, Showcase, ShowcaseQuery, Sort, VideoCard},
};
use utoipa::{IntoParams, ToSchema};

use super::{Failure, Json, Path, extract::Query, products::MAX_LIMIT};

/// Where a list goes on.
#[derive(Deserialize, Default, IntoParams)]
#[into_params(parameter_in = Query)]
#[serde(default)]
pub struct Cursor {
    /// `next` of the page before.
    pub cursor: Option<String>,
}

/// How a showcase is looked at.
#[derive(Deserialize, Default, IntoParams)]
#[into_params(parameter_in = Query)]
#[serde(default)]
pub struct ShowcaseParams {
    /// Only this group.
    #[param(value_type = Option<String>, format = Uuid)]
    group: Option<shared::GroupId>,
    /// The order of items; sold-out ones are always last.
    #[param(inline)]
    sort: Sort,
    /// Only products with these words.
    #[param(max_length = 80)]
    q: Option<String>,
    /// Lowest price, in minor units (fen, cents).
    min: Option<i64>,
    /// Highest price, in minor units.
    max: Option<i64>,
    /// `next` of the page before.
    cursor: Option<String>,
    /// Items on a page, at most 100; 24 unless given.
    #[param(minimum = 0, maximum = 100)]
    limit: u32,
}

/// How many follow now.
#[derive(Serialize, ToSchema)]
pub struct Followers {
    /// Accounts and guests that follow.
    followers: i64,
}

/// List creators
///
/// Those with an open showcase, most followed first.
#[utoipa::path(get, path = "/creators", tag = "creators", security(()),
    responses((status = 200, description = "Creators", body = Page<CreatorCard>)))]
pub async fn list(
    State(commerce): State<Commerce>,
    Extension(caller): Extension<Caller>,
) -> Result<Json<Page<CreatorCard>>, Failure> {
    commerce.showcase().creators(caller.actor, caller.locale).await.map(Json).map_err(Failure::to(caller.locale))
}

/// Get a creator's home
#[utoipa::path(get, path = "/creators/{handle}", tag = "creators", security(()),
    params(("handle" = String, Path, example = "tea")),
    responses((status = 200, description = "The creator", body = CreatorHome)))]
pub async fn get(
    State(commerce): State<Commerce>,
    Extension(caller): Extension<Caller>,
    Path(handle): Path<Handle>,
) -> Result<Json<CreatorHome>, Failure> {
    let home = commerce.showcase().home(caller.actor, &handle, caller.locale).await;
    home.map(Json).map_err(Failure::to(caller.locale))
}

/// Get a creator's showcase
///
/// Pinned products and groups come with the first page.
#[utoipa::path(get, path = "/creators/{handle}/showcase", tag = "creators", security(()),
    params(("handle" = String, Path, example = "tea"), ShowcaseParams),
    responses((status = 200, description = "One page of it", body = Showcase)))]
pub async fn showcase(
    State(commerce): State<Commerce>,
    Extension(caller): Extension<Caller>,
    Path(handle): Path<Handle>,
    Query(ShowcaseParams { group, sort, q, min, max, cursor, limit }): Query<ShowcaseParams>,
) -> Result<Json<Showcase>, Failure> {
    let query = ShowcaseQuery { group, sort, q, min, max, cursor, limit: limit.min(MAX_LIMIT) };
    let showcase = commerce.showcase().showcase(caller.actor, &handle, query, caller.locale).await;
    showcase.map(Json).map_err(Failure::to(caller.locale))
}

/// List a creator's clips
///
/// Newest first, 24 on a page.
#[utoipa::path(get, path = "/creators/{handle}/videos", tag = "creators", security(()),
    params(("handle" = String, Path, example = "tea"), Cursor),
    responses((status = 200, description = "One page", body = Page<VideoCard>)))]
pub async fn videos(
    State(commerce): State<Commerce>,
    Extension(caller): Extension<Caller>,
    Path(handle): Path<Handle>,
    Query(Cursor { cursor }): Query<Cursor>,
) -> Result<Json<Page<VideoCard>>, Failure> {
    let videos = commerce.video().of_creator(caller.actor, &handle, cursor, caller.locale).await;
    videos.map(Json).map_err(Failure::to(caller.locale))
}

/// Follow a creator
#[utoipa::path(put, path = "/creators/{handle}/follow", tag = "creators",
    params(("handle" = String, Path, example = "tea")),
    responses((status = 200, description = "Followed", body = Followers)))]
pub async fn follow(
    State(commerce): State<Commerce>,
    Extension(caller): Extension<Caller>,
    Path(handle): Path<Handle>,
) -> Result<Json<Followers>, Failure> {
    set_follow(&commerce, &caller, &handle, true).await
}

/// Stop following a creator
#[utoipa::path(delete, path = "/creators/{handle}/follow", tag = "creators",
    params(("handle" = String, Path, example = "tea")),
    responses((status = 200, description = "No longer followed", body = Followers)))]
pub async fn unfollow(
    State(commerce): State<Commerce>,
    Extension(caller): Extension<Caller>,
    Path(handle): Path<Handle>,
) -> Result<Json<Followers>, Failure> {
    set_follow(&commerce, &caller, &handle, false).await
}

async fn set_follow(
    commerce: &Commerce,
    caller: &Caller,
    handle: &Handle,
    on: bool,
) -> Result<Json<Followers>, Failure> {
    let followers = commerce.showcase().follow(caller.actor, handle, on).await.map_err(Failure::to(caller.locale))?;
    Ok(Json(Followers { followers }))
}
