use app::context::Caller;
use axum::{Extension, extract::State, http::StatusCode};
use commerce::Commerce;
use serde::{Deserialize, Serialize};
use shared::{
    VideoId,
    dto::{Comment, Page, VideoView},
};
use utoipa::{IntoParams, ToSchema};

use super::{Failure, Json, Path, extract::Query};

/// Where the feed starts or goes on.
#[derive(Deserialize, Default, IntoParams)]
#[into_params(parameter_in = Query)]
#[serde(default)]
pub struct FeedParams {
    /// The clip to begin with.
    #[param(value_type = Option<String>, format = Uuid)]
    start: Option<VideoId>,
    /// `next` of the page before.
    cursor: Option<String>,
}

/// What a viewer says.
#[derive(Deserialize, ToSchema)]
pub struct CommentRequest {
    /// Their words.
    #[schema(min_length = 1, max_length = 200, example = "这只盖碗泡岩茶正好")]
    text: String,
}

/// How many like it now.
#[derive(Serialize, ToSchema)]
pub struct Likes {
    /// Accounts and guests that like it.
    likes: i64,
}

/// Get the feed
///
/// Six clips a page, with everything that is shown around them.
#[utoipa::path(get, path = "/videos", tag = "videos", security(()), params(FeedParams),
    responses((status = 200, description = "One page", body = Page<VideoView>)))]
pub async fn feed(
    State(commerce): State<Commerce>,
    Extension(caller): Extension<Caller>,
    Query(FeedParams { start, cursor }): Query<FeedParams>,
) -> Result<Json<Page<VideoView>>, Failure> {
    let feed = commerce.video().feed(caller.actor, start, cursor, caller.locale).await;
    feed.map(Json).map_err(Failure::to(caller.locale))
}

/// Get a clip
///
/// With its timed product cards.
#[utoipa::path(get, path = "/videos/{id}", tag = "videos", security(()), params(("id" = VideoId, Path)),
    responses((status = 200, description = "The clip", body = VideoView)))]
pub async fn get(
    State(commerce): State<Commerce>,
    Extension(caller): Extension<Caller>,
    Path(id): Path<VideoId>,
) -> Result<Json<VideoView>, Failure> {
    commerce.video().video(caller.actor, id, caller.locale).await.map(Json).map_err(Failure::to(caller.locale))
}

/// Like a clip
#[utoipa::path(put, path = "/videos/{id}/like", tag = "videos", params(("id" = VideoId, Path)),
    responses((status = 200, description = "Liked", body = Likes)))]
pub async fn like(
    State(commerce): State<Commerce>,
    Extension(caller): Extension<Caller>,
    Path(id): Path<VideoId>,
) -> Result<Json<Likes>, Failure> {
    set_like(&commerce, &caller, id, true).await
}

/// Stop liking a clip
#[utoipa::path(delete, path = "/videos/{id}/like", tag = "videos", params(("id" = VideoId, Path)),
    responses((status = 200, description = "No longer liked", body = Likes)))]
pub async fn unlike(
    State(commerce): State<Commerce>,
    Extension(caller): Extension<Caller>,
    Path(id): Path<VideoId>,
) -> Result<Json<Likes>, Failure> {
    set_like(&commerce, &caller, id, false).await
}

async fn set_like(commerce: &Commerce, caller: &Caller, id: VideoId, on: bool) -> Result<Json<Likes>, Failure> {
    let likes = commerce.video().like(caller.actor, id, on).await.map_err(Failure::to(caller.locale))?;
    Ok(Json(Likes { likes }))
}

/// Comment on a clip
///
/// Accounts only; at most ten a minute.
#[utoipa::path(post, path = "/videos/{id}/comments", tag = "videos", params(("id" = VideoId, Path)),
    request_body = CommentRequest, responses((status = 201, description = "As others see it", body = Comment)))]
pub async fn comment(
    State(commerce): State<Commerce>,
    Extension(caller): Extension<Caller>,
    Path(id): Path<VideoId>,
    Json(request): Json<CommentRequest>,
) -> Result<(StatusCode, Json<Comment>), Failure> {
    let comment = commerce.video().comment(caller.actor, id, &request.text).await;
    comment.map(|comment| (StatusCode::CREATED, Json(comment))).map_err(Failure::to(caller.locale))
}

/// Count a play
///
/// Once per buyer and clip.
#[utoipa::path(post, path = "/videos/{id}/plays", tag = "videos", security(()), params(("id" = VideoId, Path)),
    responses((status = 204, description = "Counted")))]
pub async fn played(
    State(commerce): State<Commerce>,
    Extension(caller): Extension<Caller>,
    Path(id): Path<VideoId>,
) -> Result<StatusCode, Failure> {
    commerce.video().played(caller.actor, id).await.map_err(Failure::to(caller.locale))?;
    Ok(StatusCode::NO_CONTENT)
}
