//! What the people of a shop did to its clips, for the shop's log.

use shared::{LocalText, ShopId};

use super::entity::video;
use crate::{
    Actor, Error, Videos,
    db::Tx,
    showcase,
    staff::{Deed, plain},
};

/// Longest words of a clip that a log repeats, in characters.
const CHARS: usize = 40;

/// An act on a clip, about to be noted in the transaction that does it.
#[derive(Debug, Clone)]
pub(super) struct Note {
    deed: Deed,
    shop: Option<ShopId>,
    subject: LocalText,
}

impl Videos<'_> {
    pub(super) async fn note(&self, actor: Actor, row: &video::Model) -> Result<Note, Error> {
        let creator = showcase::creators(self.0, self.shop().db.read(), &[row.creator_id]).await?.pop();
        let words = if row.caption.zh.is_empty() { &row.caption.en } else { &row.caption.zh };
        Ok(Note {
            deed: Deed::new(&self.shop().clock, actor),
            shop: creator.and_then(|creator| creator.row.shop_id),
            subject: plain(&words.chars().take(CHARS).collect::<String>()),
        })
    }
}

impl Note {
    pub(super) async fn write(self, tx: &Tx, act: &str) -> Result<(), Error> {
        match self.shop {
            Some(shop) => Ok(self.deed.record(tx, shop, act, self.subject).await?),
            None => Ok(()),
        }
    }
}
