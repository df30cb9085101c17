//! The draft's first product as its card looks on a clip.

use shared::{
    Handle, Locale,
    dto::{CreatorHome, ProductCard, Showcase, ShowcaseQuery, TimedCard, VideoView},
};

use super::PreviewState;
use crate::{Actor, Error, Showcases, video};

/// A clip as viewers get it, but for one card: that of the product which the draft puts first is there from the start.
#[derive(Debug, Clone, PartialEq)]
pub struct ClipPreview {
    /// Whose draft it is, dressed as the draft says.
    pub home: CreatorHome,
    /// Their newest clip with a card for that product, else their newest; `None` before the first.
    pub clip: Option<VideoView>,
    /// The product; `None` if the draft shows none.
    pub lead: Option<ProductCard>,
    /// Whether the clip has a card for it, or it is lent one for the look.
    pub linked: bool,
}

impl Showcases<'_> {
    /// The draft of `handle` as a clip's cards show it, by the grace of `token`. Errors as `preview`.
    pub async fn preview_clip(
        &self,
        actor: Actor,
        handle: &Handle,
        token: &str,
        state: PreviewState,
        locale: Locale,
    ) -> Result<ClipPreview, Error> {
        let first = ShowcaseQuery { limit: 1, ..ShowcaseQuery::default() };
        let Showcase { home, pinned, items, .. } = self.preview(actor, handle, token, state, first, locale).await?;
        let lead = pinned.into_iter().chain(items).next();
        let wanted = lead.as_ref().map(|product| product.id);
        let clip = video::best_for(self.0, self.shop().db.read(), actor, home.creator.id, wanted, locale).await?;
        let has = |clip: &VideoView| clip.cards.iter().any(|card| Some(card.product.id) == wanted);
        let linked = clip.as_ref().is_some_and(has);
        let clip = clip.map(|clip| led(clip, lead.as_ref(), state));
        Ok(ClipPreview { home, clip, lead, linked })
    }
}

/// The clip in `state`, with the card of `lead` before all others and for its whole length.
fn led(mut clip: VideoView, lead: Option<&ProductCard>, state: PreviewState) -> VideoView {
    match state {
        PreviewState::Normal => {}
        PreviewState::SoldOut => clip.cards.iter_mut().for_each(|card| card.product.stock = 0),
        PreviewState::Empty => clip.cards.clear(),
    }
    if let Some(lead) = lead {
        clip.cards.retain(|card| card.product.id != lead.id);
        let to_ms = clip.clip.duration_ms;
        clip.cards.insert(0, TimedCard { product: lead.clone(), from_ms: 0, to_ms });
    }
    clip
}
