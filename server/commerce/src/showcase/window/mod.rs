//! A creator's window while it is arranged: a draft apart from what is live, acts on it that can be taken back, preview,
//! publication and history. Owns `window_draft`, `window_change`, `window_version`.

mod clip;
mod edit;
mod entity;
mod live;
mod look;
mod news;
mod preview;
mod publish;
mod queries;
#[cfg(test)]
mod tests;
mod token;
mod view;

pub use clip::ClipPreview;
pub(crate) use live::drafted;
pub use look::{PreviewState, PreviewView};
pub use news::{Since, WindowNews};
pub(crate) use publish::publish_due;
pub(crate) use queries::due;
pub use view::{Window, WindowItem, WindowVersion};

/// When what is prepared for the showcase of a shop goes out by itself.
pub(crate) async fn goes_out(
    db: &impl sea_orm::ConnectionTrait,
    shop: shared::ShopId,
) -> Result<Option<chrono::DateTime<chrono::Utc>>, sea_orm::DbErr> {
    let Some(creator) = super::of_shop(db, shop).await? else { return Ok(None) };
    queries::publish_at(db, creator.id).await
}
