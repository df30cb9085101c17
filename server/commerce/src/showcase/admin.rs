//! Doors for imports and set-up: the system only.

use shared::{CreatorId, Handle, LocalText, MediaId, ShopId};

use super::{entity::creator, queries};
use crate::{Actor, Error, Showcases};

/// A creator to be.
#[derive(Debug, Clone)]
pub struct NewCreator {
    /// Name in addresses.
    pub handle: Handle,
    /// The shop whose goods are at home here.
    pub shop: Option<ShopId>,
    /// Name.
    pub name: LocalText,
    /// About them.
    pub bio: LocalText,
    /// Round picture.
    pub avatar: MediaId,
    /// Wide picture.
    pub cover: MediaId,
    /// Checked by the operator.
    pub verified: bool,
    /// Followers they had before they came here.
    pub followers: i64,
}

impl Showcases<'_> {
    /// Adds a creator with an open showcase; `System` only. `Conflict` if the handle is taken.
    pub async fn add_creator(&self, actor: Actor, new: NewCreator) -> Result<CreatorId, Error> {
        actor.require_system()?;
        let NewCreator { handle, shop, name, bio, avatar, cover, verified, followers } = new;
        let id = CreatorId(self.shop().clock.new_id());
        let opened_at = self.shop().clock.now();
        let row = creator::Model { id, handle, shop_id: shop, name, bio, avatar, cover, verified, followers, opened_at };
        self.shop().db.write(move |tx| Box::pin(queries::insert_creator(tx, row.clone()))).await?;
        Ok(id)
    }
}
