//! Clips as the people of their shop see them.

use std::collections::{HashMap, HashSet};

use shared::{
    Duty, ErrorCode, Locale, Money, ProductId, ProductState, ShopId, UploadPurpose, VideoId,
    dto::{ClipFigures, MyCard, MyClip, MyClips, ProductCard},
};

use super::{entity::video, intake::NO_POSTER, queries, view};
use crate::{
    Actor, Error, Videos, catalog,
    clock::rfc3339,
    media::{self, Picture},
    order, showcase,
};

/// Clips of a list.
const SHOWN: u64 = 200;
/// Substitutes that are offered for a product.
const SUBSTITUTES: u64 = 4;

impl Videos<'_> {
    /// The clips of a shop and what is becoming one, newest first; for those of its people who look after
    /// them.
    pub async fn my_clips(&self, actor: Actor, shop: ShopId, locale: Locale) -> Result<MyClips, Error> {
        self.0.identity().require_duty(actor, shop, Duty::Clips).await?;
        let db = self.shop().db.read();
        let uploads = media::upload::of_shop(db, shop, UploadPurpose::Clip).await?;
        let Some(creator) = showcase::of_shop(db, shop).await? else {
            return Ok(MyClips { uploads, clips: Vec::new() });
        };
        let rows = queries::all_of(db, creator.id, SHOWN).await?;
        Ok(MyClips { uploads, clips: self.mine(rows, locale).await? })
    }

    /// One of them, with substitutes for what cannot be bought any more; for the same people. `NotFound`.
    pub async fn my_clip(&self, actor: Actor, id: VideoId, locale: Locale) -> Result<MyClip, Error> {
        let row = self.own(actor, id).await?;
        let mut clip = self.mine(vec![row.clone()], locale).await?.pop().ok_or(ErrorCode::NotFound)?;
        if clip.dead().next().is_some() {
            let linkable = self.can_link(&row, locale).await?;
            let taken: Vec<_> = clip.cards.iter().map(|card| card.product.id).collect();
            for card in clip.cards.iter_mut().filter(|card| card.product.state != ProductState::OnSale) {
                let db = self.shop().db.read();
                let alike = catalog::alike(self.0, db, card.product.id, SUBSTITUTES, locale).await?;
                card.substitutes = substitutes(&linkable, &alike, &taken);
            }
        }
        Ok(clip)
    }

    /// How many cards of a shop's clips lead to something that cannot be bought; for those of its people who look after
    /// them.
    pub async fn dead_cards(&self, actor: Actor, shop: ShopId) -> Result<i64, Error> {
        self.0.identity().require_duty(actor, shop, Duty::Clips).await?;
        let db = self.shop().db.read();
        let Some(creator) = showcase::of_shop(db, shop).await? else { return Ok(0) };
        let ids: Vec<_> = queries::all_of(db, creator.id, SHOWN).await?.into_iter().map(|row| row.id).collect();
        let linked: Vec<_> = queries::cards(db, &ids).await?.into_iter().map(|card| card.product_id).collect();
        let products: Vec<_> = linked.iter().copied().collect::<HashSet<_>>().into_iter().collect();
        let cards = catalog::cards(self.0, db, &products, Locale::default()).await?;
        let dead: HashSet<_> =
            cards.into_iter().filter(|card| card.state != ProductState::OnSale).map(|card| card.id).collect();
        Ok(i64::try_from(linked.iter().filter(|id| dead.contains(id)).count()).unwrap_or(i64::MAX))
    }

    /// What may be linked to a clip: what its shop has on sale and what is in its showcase; for the same
    /// people. `NotFound`.
    pub async fn linkable(&self, actor: Actor, id: VideoId, locale: Locale) -> Result<Vec<ProductCard>, Error> {
        let row = self.own(actor, id).await?;
        self.can_link(&row, locale).await
    }

    async fn can_link(&self, row: &video::Model, locale: Locale) -> Result<Vec<ProductCard>, Error> {
        let db = self.shop().db.read();
        let creator = showcase::creators(self.0, db, &[row.creator_id]).await?.pop().ok_or(ErrorCode::NotFound)?;
        let mut found = match creator.row.shop_id {
            Some(shop) => catalog::on_sale_of(self.0, db, shop, locale).await?,
            None => Vec::new(),
        };
        let mut shown = showcase::products_of(self.0, db, &creator.row.handle).await?;
        shown.retain(|id| !found.iter().any(|card| card.id == *id));
        let shown = catalog::cards(self.0, db, &shown, locale).await?;
        found.extend(shown.into_iter().filter(|card| card.state == ProductState::OnSale));
        Ok(found)
    }

    /// Whether this instance can take frames out of films.
    pub fn takes_frames(&self) -> bool {
        self.shop().media.has_ffmpeg()
    }

    /// The clip, if the actor may look after it; somebody else's is none.
    pub(super) async fn own(&self, actor: Actor, id: VideoId) -> Result<video::Model, Error> {
        let db = self.shop().db.read();
        let row = queries::by_ids(db, &[id]).await?.pop().filter(|row| !row.removed).ok_or(ErrorCode::NotFound)?;
        let creator = showcase::creators(self.0, db, &[row.creator_id]).await?.pop().ok_or(ErrorCode::NotFound)?;
        let shop = creator.row.shop_id.ok_or(ErrorCode::NotFound)?;
        let may = self.0.identity().require_duty(actor, shop, Duty::Clips).await;
        may.map(|()| row).map_err(|_| ErrorCode::NotFound.into())
    }

    async fn mine(&self, rows: Vec<video::Model>, locale: Locale) -> Result<Vec<MyClip>, Error> {
        let db = self.shop().db.read();
        let ids: Vec<_> = rows.iter().map(|row| row.id).collect();
        let cards = queries::cards(db, &ids).await?;
        let mut products: Vec<_> = cards.iter().map(|card| card.product_id).collect();
        products.sort_unstable();
        products.dedup();
        let products = catalog::cards(self.0, db, &products, locale).await?;
        let products: HashMap<_, _> = products.into_iter().map(|card| (card.id, card)).collect();
        let wanted: Vec<_> = rows.iter().flat_map(|row| [row.poster, row.clip]).collect();
        let media = media::pictures(self.0, db, wanted).await?;
        let sold = order::sold_in(db, &ids).await?;
        let met = queries::met(db, &ids).await?;
        let mut clips = Vec::with_capacity(rows.len());
        for row in rows {
            let mut timed = Vec::new();
            for card in cards.iter().filter(|card| card.video_id == row.id) {
                let Some(product) = products.get(&card.product_id) else { continue };
                let met = met.iter().find(|(of, linked, ..)| (*of, *linked) == (row.id, card.product_id));
                let (seen, taps) = met.map_or((0, 0), |(_, _, seen, taps)| (*seen, *taps));
                let (from_ms, to_ms) = (card.from_ms, card.to_ms);
                timed.push(MyCard { product: product.clone(), from_ms, to_ms, seen, taps, substitutes: Vec::new() });
            }
            let poster = media.get(&row.poster).cloned().unwrap_or_else(|| Picture::missing(row.poster));
            let (orders, amount) =
                sold.get(&row.id).copied().unwrap_or((0, Money::new(0, shared::Currency::default())));
            clips.push(MyClip {
                id: row.id,
                state: row.state,
                words_version: row.words_version,
                cards_version: row.cards_version,
                clip: view::film(&row, media.get(&row.clip).map(|film| &**film), &poster, locale),
                has_poster: row.poster != NO_POSTER,
                caption: row.caption,
                reasons: serde_json::from_value(row.reasons).unwrap_or_default(),
                publish_at: row.publish_at.map(rfc3339),
                at: rfc3339(row.published_at),
                figures: ClipFigures {
                    plays: row.plays,
                    likes: row.likes,
                    comments: row.comments,
                    // Cards that were taken off since then count too.
                    seen: met.iter().filter(|(of, ..)| *of == row.id).map(|(_, _, seen, _)| seen).sum(),
                    taps: met.iter().filter(|(of, ..)| *of == row.id).map(|(.., taps)| taps).sum(),
                    orders,
                    amount,
                },
                cards: timed,
            });
        }
        Ok(clips)
    }
}

/// What can take the place of a dead card by one tap: what is like its product first, never what has a card already.
fn substitutes(linkable: &[ProductCard], alike: &[ProductCard], taken: &[ProductId]) -> Vec<ProductCard> {
    let good = |card: &&ProductCard| card.stock > 0 && !taken.contains(&card.id);
    let is_alike = |card: &&ProductCard| alike.iter().any(|like| like.id == card.id);
    let first = linkable.iter().filter(good).filter(is_alike);
    let rest = linkable.iter().filter(good).filter(|card| !is_alike(card));
    first.chain(rest).take(usize::try_from(SUBSTITUTES).unwrap_or_default()).cloned().collect()
}
