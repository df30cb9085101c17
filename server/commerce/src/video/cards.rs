//! Product cards on a clip's timeline.

use chrono::{DateTime, Utc};
use shared::{ErrorCode, ProductId, ProductState, Scene, VideoId};

use super::{
    entity::{card, video},
    publish, queries,
};
use crate::{
    Actor, Error, Videos,
    affiliate::{self, Terms},
    catalog,
    db::Tx,
    showcase,
    staff::act,
};

/// Cards of one clip.
const MOST: usize = 20;
/// Shortest time a card shows, milliseconds: less cannot be read.
const LEAST_MS: i64 = 1_000;
/// Cards that may show at once: the latest is on the clip, the others are in its bag.
const AT_ONCE: usize = 3;

/// A product and when its card shows.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct CardTime {
    /// What is linked.
    pub product: ProductId,
    /// Appears at, milliseconds.
    pub from_ms: i64,
    /// Leaves at, milliseconds.
    pub to_ms: i64,
}

/// A product linked now, on which terms.
type Link = (ProductId, Terms);

impl Videos<'_> {
    /// Replaces the cards of a clip, published or not; for the people of its shop. A product that was
    /// linked before keeps the fee and the commission it was linked with. `Invalid` (`cards`): more than
    /// 20, outside the clip, under a second, two of one product or of one start, more than 3 at once;
    /// (`product`): neither the shop's own nor in its showcase; `NotOnSale` for one that is added now. `Conflict` if
    /// somebody else has changed them since they were of version `seen`.
    pub async fn set_cards(
        &self,
        actor: Actor,
        id: VideoId,
        seen: Option<i64>,
        cards: Vec<CardTime>,
    ) -> Result<(), Error> {
        let row = self.own(actor, id).await?;
        fits(&cards, row.duration_ms)?;
        let known = queries::cards(self.shop().db.read(), &[id]).await?;
        let mut links = Vec::new();
        for card in &cards {
            if !known.iter().any(|known| known.product_id == card.product) {
                links.push(self.terms(&row, card.product).await?);
            }
        }
        let at = self.shop().clock.now();
        let note = self.note(actor, &row).await?;
        let write = self.shop().db.write::<_, Error, _>(move |tx| {
            let (cards, links, note) = (cards.clone(), links.clone(), note.clone());
            Box::pin(async move {
                if replace(tx, (id, seen), cards, links, at).await? {
                    note.write(tx, act::CLIP_CARDS).await?;
                }
                Ok(())
            })
        });
        write.await?;
        self.shop().catalog.video_changed(id).await;
        Ok(())
    }

    /// Puts `new` in the place of `old` for the same time, with terms of its own; or, without `new`, takes
    /// `old` off. For the people of the clip's shop. `NotFound`, `Conflict` if `new` has a card already.
    pub async fn swap_card(
        &self,
        actor: Actor,
        id: VideoId,
        old: ProductId,
        new: Option<ProductId>,
    ) -> Result<(), Error> {
        let row = self.own(actor, id).await?;
        let terms = match new {
            Some(new) => Some(self.terms(&row, new).await?),
            None => None,
        };
        let at = self.shop().clock.now();
        let note = self.note(actor, &row).await?;
        let write = self.shop().db.write::<_, Error, _>(move |tx| {
            let note = note.clone();
            Box::pin(async move {
                swap(tx, id, old, terms, at).await?;
                note.write(tx, act::CLIP_CARDS).await
            })
        });
        write.await?;
        self.shop().catalog.video_changed(id).await;
        Ok(())
    }

    /// What linking `product` to the clip costs and brings from now on.
    async fn terms(&self, row: &video::Model, product: ProductId) -> Result<Link, Error> {
        let db = self.shop().db.read();
        let known = catalog::cards(self.0, db, &[product], shared::Locale::default()).await?.pop();
        let card = known.ok_or(Error::Invalid(vec!["product"]))?;
        let creator = showcase::creators(self.0, db, &[row.creator_id]).await?.pop().ok_or(ErrorCode::NotFound)?;
        let own = creator.row.shop_id == Some(card.shop_id);
        if !own && !showcase::products_of(self.0, db, &creator.row.handle).await?.contains(&product) {
            return Err(Error::Invalid(vec!["product"]));
        }
        if card.state != ProductState::OnSale {
            return Err(ErrorCode::NotOnSale.into());
        }
        let at = self.shop().clock.now();
        Ok((product, affiliate::terms(self.0, db, row.creator_id, product, Scene::Video, at).await?))
    }
}

/// Whether every card can be seen, in a clip of `duration_ms`.
fn fits(cards: &[CardTime], duration_ms: i64) -> Result<(), Error> {
    let alone = |(nth, card): (usize, &CardTime)| {
        let others = cards.iter().enumerate().filter(|(other, _)| *other != nth);
        others.into_iter().all(|(_, other)| other.product != card.product && other.from_ms != card.from_ms)
    };
    let seen = |card: &CardTime| {
        card.from_ms >= 0 && card.to_ms <= duration_ms && card.to_ms.saturating_sub(card.from_ms) >= LEAST_MS
    };
    // Most are shown when one of them begins.
    let crowd = |at: i64| cards.iter().filter(|card| (card.from_ms..card.to_ms).contains(&at)).count();
    let good = cards.len() <= MOST
        && cards.iter().all(seen)
        && cards.iter().enumerate().all(alone)
        && cards.iter().all(|card| crowd(card.from_ms) <= AT_ONCE);
    if good { Ok(()) } else { Err(Error::Invalid(vec!["cards"])) }
}

/// Whether anything was changed. Every card is looked at once more: its product may go off sale beside this.
async fn replace(
    tx: &Tx,
    (id, seen): (VideoId, Option<i64>),
    cards: Vec<CardTime>,
    links: Vec<Link>,
    at: DateTime<Utc>,
) -> Result<bool, Error> {
    let row = queries::locked(tx, id).await?.ok_or(ErrorCode::NotFound)?;
    let known = queries::cards(tx, &[id]).await?;
    let times = |card: &card::Model| CardTime { product: card.product_id, from_ms: card.from_ms, to_ms: card.to_ms };
    let same = known.len() == cards.len() && known.iter().all(|card| cards.contains(&times(card)));
    if same {
        return Ok(false);
    }
    if seen.is_some_and(|seen| seen != row.cards_version) {
        return Err(ErrorCode::Conflict.into());
    }
    queries::clear_cards(tx, id).await?;
    for CardTime { product, from_ms, to_ms } in cards {
        let frozen = known.iter().find(|card| card.product_id == product).cloned();
        let now = links.iter().find(|(of, _)| *of == product).map(|(product_id, terms)| card::Model {
            video_id: id,
            product_id: *product_id,
            from_ms,
            to_ms,
            fee: terms.fee,
            commission: terms.commission,
            look_at: None,
            told: false,
        });
        // Taken off by somebody else since it was looked at.
        let card = frozen.or(now).ok_or(ErrorCode::Conflict)?;
        queries::insert_card(tx, card::Model { from_ms, to_ms, look_at: Some(at), ..card }).await?;
    }
    queries::count_cards_change(tx, id).await?;
    for promise in links.iter().filter_map(|(_, terms)| terms.promise) {
        affiliate::keep_promise(tx, promise, at).await?;
    }
    publish::tell(tx, &row, at).await?;
    Ok(true)
}

async fn swap(tx: &Tx, id: VideoId, old: ProductId, new: Option<Link>, at: DateTime<Utc>) -> Result<(), Error> {
    let row = queries::locked(tx, id).await?.ok_or(ErrorCode::NotFound)?;
    let cards = queries::cards(tx, &[id]).await?;
    let card = cards.iter().find(|card| card.product_id == old).ok_or(ErrorCode::NotFound)?.clone();
    queries::delete_card(tx, id, old).await?;
    if let Some((product_id, Terms { fee, commission, promise })) = new {
        if cards.iter().any(|card| card.product_id == product_id) {
            return Err(ErrorCode::Conflict.into());
        }
        let fresh = card::Model { product_id, fee, commission, look_at: Some(at), told: false, ..card };
        queries::insert_card(tx, fresh).await?;
        if let Some(promise) = promise {
            affiliate::keep_promise(tx, promise, at).await?;
        }
    }
    queries::count_cards_change(tx, id).await?;
    publish::tell(tx, &row, at).await
}

#[cfg(test)]
mod tests {
    use uuid::Uuid;

    use super::*;

    fn card(product: u128, from_ms: i64, to_ms: i64) -> CardTime {
        CardTime { product: ProductId(Uuid::from_u128(product)), from_ms, to_ms }
    }

    #[test]
    fn every_card_can_be_seen_and_read() {
        for (cards, good) in [
            (vec![], true),
            (vec![card(1, 0, 1_000)], true),
            (vec![card(1, 0, 999)], false),
            (vec![card(1, -1, 2_000)], false),
            (vec![card(1, 5_000, 4_000)], false),
            (vec![card(1, i64::MIN, i64::MAX)], false),
            (vec![card(1, 9_000, 10_001)], false),
            (vec![card(1, 0, 5_000), card(2, 3_000, 8_000)], true),
            (vec![card(1, 0, 2_000), card(1, 3_000, 8_000)], false),
            (vec![card(1, 0, 2_000), card(2, 0, 8_000)], false),
            (vec![card(1, 0, 9_000), card(2, 1_000, 9_000), card(3, 2_000, 9_000)], true),
            (vec![card(1, 0, 9_000), card(2, 1_000, 9_000), card(3, 2_000, 9_000), card(4, 3_000, 9_000)], false),
        ] {
            assert_eq!(fits(&cards, 10_000).is_ok(), good, "{cards:?}");
        }
    }
}
