//! Cards whose product has changed: where one leads to nothing that can be bought any more, the people of the clip are
//! told, once for each time that it goes.

use chrono::{DateTime, Utc};
use sea_orm::DbErr;
use shared::{ErrorCode, Locale, MessageId, ProductId, ProductState, ShopId, VideoId, VideoState};

use super::{entity::card, queries};
use crate::{Commerce, Error, catalog, db::Tx, identity, inbox};

/// Cards of one sweep.
const BATCH: u64 = 64;
/// Characters of a clip's words in a letter.
const NAMED: usize = 40;

/// A product is not what it was: its cards are looked at again. Within the transaction that changes it.
pub(crate) async fn product_changed(tx: &Tx, product: ProductId, at: DateTime<Utc>) -> Result<(), DbErr> {
    queries::look_again(tx, product, at).await
}

/// Cards that are to be looked at.
pub(crate) async fn unlooked(commerce: &Commerce) -> Result<Vec<card::Model>, DbErr> {
    queries::unlooked(commerce.db().read(), BATCH).await
}

/// Looks at one, and tells its people if it is dead. `Conflict` if it changed meanwhile: it is looked at again.
pub(crate) async fn look(commerce: &Commerce, card: card::Model) -> Result<(), Error> {
    let db = commerce.db().read();
    let product = catalog::cards(commerce, db, &[card.product_id], Locale::default()).await?.pop();
    let dead = product.as_ref().is_none_or(|product| product.state != ProductState::OnSale);
    let letters = match commerce.video().letters(card.video_id).await {
        Err(error) if error.code() == ErrorCode::NotFound => (None, Vec::new()),
        letters => letters?,
    };
    let title = product.map(|product| product.title).unwrap_or_default();
    let work = (card, dead, title, letters);
    let at = commerce.clock().now();
    commerce.db().write(move |tx| Box::pin(looked(tx, work.clone(), at))).await
}

type Look = (card::Model, bool, String, (Option<ShopId>, Vec<MessageId>));

async fn looked(tx: &Tx, (card, dead, title, (shop, letters)): Look, at: DateTime<Utc>) -> Result<(), Error> {
    let id: VideoId = card.video_id;
    let row = queries::locked(tx, id).await?;
    let lives = |state| matches!(state, VideoState::Published | VideoState::Scheduled | VideoState::InReview);
    // A draft's people find it in the editor; they hear of it once it goes out.
    let row = row.filter(|row| dead && lives(row.state));
    if !queries::looked(tx, &card, row.is_some()).await? {
        return Err(ErrorCode::Conflict.into());
    }
    let (Some(row), Some(shop), false) = (row, shop, card.told) else { return Ok(()) };
    let caption = if row.caption.zh.is_empty() { &row.caption.en } else { &row.caption.zh };
    let parts: Vec<String> = vec![caption.chars().take(NAMED).collect(), title];
    for (to, letter) in identity::owners(tx, shop).await?.into_iter().zip(letters) {
        let link = format!("/studio/clips/{id}#cards");
        let letter = inbox::Letter { id: letter, to, kind: "clip.link_dead", parts: parts.clone(), link };
        inbox::send(tx, letter, at).await?;
    }
    Ok(())
}
