use chrono::{DateTime, Utc};
use shared::{CreatorId, Handle, LocalText, MediaId, ShopId, WindowLook};

use super::{admin::add_creator, entity::creator};
use crate::{Error, db::Tx, search};

/// A showcase to be opened for a shop.
#[derive(Debug, Clone)]
pub(crate) struct Founding {
    pub shop: ShopId,
    pub handle: Handle,
    pub name: LocalText,
    pub bio: LocalText,
    pub avatar: MediaId,
    pub cover: MediaId,
}

/// Opens an empty showcase inside another room's transaction; the creator has the shop's own number.
/// `Conflict` if the handle is taken.
pub(crate) async fn found(tx: &Tx, new: Founding, at: DateTime<Utc>) -> Result<(), Error> {
    let Founding { shop, handle, name, bio, avatar, cover } = new;
    let called = LocalText { zh: handle.to_string(), en: String::new() };
    let words = search::indexed([&called, &name, &bio]);
    let row = creator::Model {
        id: CreatorId(shop.0),
        handle,
        shop_id: Some(shop),
        name,
        bio,
        avatar,
        cover,
        verified: true,
        followers: 0,
        look: WindowLook::default(),
        opened_at: at,
    };
    add_creator(tx, row, words).await
}
