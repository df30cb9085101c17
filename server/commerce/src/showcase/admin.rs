//! Doors for imports and set-up: the system only.

use chrono::{DateTime, Utc};
use shared::{CreatorId, ErrorCode, GroupId, Handle, LocalText, MediaId, ProductId, ShopId, WindowLook};

use super::{
    entity::{creator, group, item, item_group},
    queries,
};
use crate::{Actor, Error, Showcases, db::Tx, outbox, search};

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

/// A showcase to be: products in the order they are shown.
#[derive(Debug, Clone, Default)]
pub struct NewArrangement {
    /// Everything that is shown, or hidden, in order.
    pub products: Vec<ProductId>,
    /// Shown large, in this order.
    pub pinned: Vec<ProductId>,
    /// Kept, but not shown.
    pub hidden: Vec<ProductId>,
    /// Topics, in order.
    pub groups: Vec<(LocalText, Vec<ProductId>)>,
}

impl Showcases<'_> {
    /// Adds a creator with an open showcase; `System` only. `Conflict` if the handle is taken.
    pub async fn add_creator(&self, actor: Actor, new: NewCreator) -> Result<CreatorId, Error> {
        actor.require_system()?;
        let NewCreator { handle, shop, name, bio, avatar, cover, verified, followers } = new;
        let id = CreatorId(self.shop().clock.new_id());
        let at = self.shop().clock.now();
        let called = LocalText { zh: handle.to_string(), en: String::new() };
        let words = search::indexed([&called, &name, &bio]);
        let row = creator::Model {
            id,
            handle,
            shop_id: shop,
            name,
            bio,
            avatar,
            cover,
            verified,
            followers,
            opened_at: at,
            look: WindowLook::default(),
        };
        self.shop().db.write(move |tx| Box::pin(add_creator(tx, row.clone(), words.clone()))).await?;
        if let Some(shop) = shop {
            self.shop().catalog.invalidate("catalog.shop_changed", shop.0).await;
        }
        Ok(id)
    }

    /// Fills the showcase of a creator who shows nothing yet; `System` only.
    pub async fn arrange(&self, actor: Actor, creator: CreatorId, new: NewArrangement) -> Result<(), Error> {
        actor.require_system()?;
        let (clock, at) = (&self.shop().clock, self.shop().clock.now());
        let place =
            |list: &[ProductId], id| list.iter().position(|there| *there == id).and_then(|at| i32::try_from(at).ok());
        let item = |(position, id): (i32, &ProductId)| item::Model {
            creator_id: creator,
            product_id: *id,
            position,
            pinned: place(&new.pinned, *id),
            hidden: new.hidden.contains(id),
            added_at: at,
        };
        let items: Vec<_> = (0..).zip(&new.products).map(item).collect();
        let groups: Vec<_> = (0..)
            .zip(new.groups)
            .map(|(position, (name, members))| {
                let id = GroupId(clock.new_id());
                let members = members.into_iter().map(|product_id| item_group::Model { group_id: id, product_id });
                (group::Model { id, creator_id: creator, name, position }, members.collect())
            })
            .collect();
        self.shop().db.write(move |tx| Box::pin(fill(tx, creator, items.clone(), groups.clone(), at))).await?;
        self.shop().catalog.showcase_changed(creator).await;
        Ok(())
    }
}

pub(super) async fn add_creator(tx: &Tx, row: creator::Model, words: String) -> Result<(), Error> {
    let (id, at) = (row.id, row.opened_at);
    if !queries::insert_creator(tx, row).await? {
        return Err(ErrorCode::Conflict.into());
    }
    search::put(tx, search::Kind::Creator, id.0, words).await?;
    outbox::append(tx, id.0, "showcase.creator_changed", &serde_json::json!({ "creator_id": id }), at).await?;
    Ok(())
}

type Groups = Vec<(group::Model, Vec<item_group::Model>)>;

async fn fill(tx: &Tx, id: CreatorId, items: Vec<item::Model>, groups: Groups, at: DateTime<Utc>) -> Result<(), Error> {
    queries::insert_items(tx, items).await?;
    for (group, members) in groups {
        queries::insert_group(tx, group).await?;
        queries::insert_memberships(tx, members).await?;
    }
    outbox::append(tx, id.0, "showcase.arranged", &serde_json::json!({ "creator_id": id }), at).await?;
    Ok(())
}
