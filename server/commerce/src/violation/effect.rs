//! What follows from a violation, done and undone in its own transaction through the room that it falls on.

use chrono::{DateTime, Utc};
use shared::{Effect, ProductId, ProductState, VideoId, VideoState};

use super::{entity::violation, queries};
use crate::{
    Error,
    catalog::{self, Restriction},
    db::Tx,
    video,
};

/// Does what follows from a violation that is about to be recorded, and gives the state that it takes from a thing.
pub async fn take(tx: &Tx, row: &violation::Model, at: DateTime<Utc>) -> Result<Option<String>, Error> {
    let was = match row.effect {
        Effect::ProductOff => catalog::ban(tx, ProductId(row.target_id), at).await?.as_str(),
        Effect::ClipOff => video::ban(tx, VideoId(row.target_id), at).await?.as_str(),
        Effect::Warning | Effect::NoListing | Effect::Suspended => return Ok(None),
    };
    // Taken off already: what it goes back to is what it was before the first of them.
    let before = queries::other_open(tx, row).await?.and_then(|other| other.restores);
    Ok(Some(before.unwrap_or_else(|| was.to_owned())))
}

/// Undoes what followed from a violation that counts no longer, unless another one asks for the same.
pub async fn give_back(tx: &Tx, row: &violation::Model, at: DateTime<Utc>) -> Result<(), Error> {
    if matches!(row.effect, Effect::ProductOff | Effect::ClipOff) && queries::other_open(tx, row).await?.is_some() {
        return Ok(());
    }
    match row.effect {
        Effect::ProductOff => {
            let was = ProductState::ALL.iter().copied().find(|state| Some(state.as_str()) == row.restores.as_deref());
            catalog::release_ban(tx, ProductId(row.target_id), was, at).await
        }
        Effect::ClipOff => {
            let was = VideoState::ALL.iter().copied().find(|state| Some(state.as_str()) == row.restores.as_deref());
            video::release(tx, VideoId(row.target_id), was, at).await
        }
        Effect::Warning | Effect::NoListing | Effect::Suspended => restrict(tx, row, at).await,
    }
}

/// Brings what a shop may not do in line with all that is open against it.
pub async fn restrict(tx: &Tx, row: &violation::Model, at: DateTime<Utc>) -> Result<(), Error> {
    let Some(shop) = row.shop_id else { return Ok(()) };
    let effects = queries::effects_on(tx, shop).await?;
    let what = Restriction {
        no_listing: effects.contains(&Effect::NoListing),
        suspended: effects.contains(&Effect::Suspended),
    };
    catalog::restrict(tx, shop, what, at).await
}
