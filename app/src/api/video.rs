use leptos::prelude::*;

use super::Failure;

/// Likes a clip or stops liking it; says how many do.
#[server(prefix = "/fn", endpoint = "video/like")]
pub async fn like_video(id: String, #[server(default)] on: String) -> Result<i64, Failure> {
    use super::fail;
    use crate::context::{caller, shop};

    let id = id.parse().map_err(|_| fail(shared::ErrorCode::NotFound))?;
    shop().map_err(fail)?.video().like(caller().actor, id, on == "1").await.map_err(fail)
}

/// Follows a creator or stops following; says how many do.
#[server(prefix = "/fn", endpoint = "creator/follow")]
pub async fn follow_creator(handle: String, #[server(default)] on: String) -> Result<i64, Failure> {
    use super::fail;
    use crate::context::{caller, shop};

    let handle = handle.parse().map_err(|_| fail(shared::ErrorCode::NotFound))?;
    shop().map_err(fail)?.showcase().follow(caller().actor, &handle, on == "1").await.map_err(fail)
}

/// Says something about a clip.
#[server(prefix = "/fn", endpoint = "video/comment")]
pub async fn comment_video(id: String, #[server(default)] text: String) -> Result<shared::dto::Comment, Failure> {
    use super::fail;
    use crate::context::{caller, shop};

    let id = id.parse().map_err(|_| fail(shared::ErrorCode::NotFound))?;
    shop().map_err(fail)?.video().comment(caller().actor, id, &text).await.map_err(fail)
}

/// Counts that a card was on the screen, or tapped (`1`).
#[server(prefix = "/fn", endpoint = "video/card")]
pub async fn met_card(id: String, product: String, #[server(default)] tapped: String) -> Result<(), Failure> {
    use super::fail;
    use crate::context::{caller, shop};

    let id = id.parse().map_err(|_| fail(shared::ErrorCode::NotFound))?;
    let product = product.parse().map_err(|_| fail(shared::ErrorCode::NotFound))?;
    shop().map_err(fail)?.video().met_card(caller().actor, id, product, tapped == "1").await.map_err(fail)
}

/// Counts a play.
#[server(prefix = "/fn", endpoint = "video/played")]
pub async fn played_video(id: String) -> Result<(), Failure> {
    use super::fail;
    use crate::context::{caller, shop};

    let id = id.parse().map_err(|_| fail(shared::ErrorCode::NotFound))?;
    shop().map_err(fail)?.video().played(caller().actor, id).await.map_err(fail)
}
