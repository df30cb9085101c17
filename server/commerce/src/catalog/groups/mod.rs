//! A shop's own groups of its products, in two levels: the people's overview, and a source for the window. What viewers
//! browse by are the window's topics.

use std::collections::HashMap;

use sea_orm::ConnectionTrait;
use shared::{Duty, ErrorCode, ProductId, ShelfGroupId, ShopId, dto::ShelfGroup};

use super::{entity::shop_group, queries};
use crate::{
    Actor, Catalog, Error,
    db::Tx,
    staff::{Deed, act, plain},
};

/// Groups of a shop at most.
const MOST: usize = 200;
/// Characters of a name at most.
const LONGEST: usize = 30;
/// Products that are sorted at once.
const MOST_PRODUCTS: usize = 100;

impl Catalog<'_> {
    /// The groups of a shop, each followed by those within it, and how many products are in none; for its members.
    pub async fn groups(&self, actor: Actor, shop: ShopId) -> Result<(Vec<ShelfGroup>, i64), Error> {
        self.0.identity().require_duty(actor, shop, Duty::Products).await?;
        let db = self.shop().db.read();
        Ok((listed(db, shop).await?, queries::ungrouped(db, shop).await?))
    }

    /// Adds a group, at the end of those beside it; for members of the shop. `Invalid` (`name`: none, too long, or there
    /// already; `parent`: unknown, or within another itself), `LimitExceeded` beyond 200.
    pub async fn add_group(
        &self,
        actor: Actor,
        shop: ShopId,
        parent: Option<ShelfGroupId>,
        name: &str,
    ) -> Result<ShelfGroupId, Error> {
        self.0.identity().require_duty(actor, shop, Duty::Products).await?;
        let (name, clock) = (named(name)?, &self.shop().clock);
        let (id, deed) = (ShelfGroupId(clock.new_id()), Deed::new(clock, actor));
        let row = shop_group::Model { id, shop_id: shop, parent_id: parent, name, position: 0 };
        self.shop().db.write(move |tx| Box::pin(add(tx, row.clone(), deed))).await?;
        Ok(id)
    }

    /// Calls a group something else; for members of its shop. `NotFound`, `Invalid` (`name`), `Conflict` while a table is
    /// being written, which names groups by their paths.
    pub async fn rename_group(&self, actor: Actor, id: ShelfGroupId, name: &str) -> Result<(), Error> {
        let row = shop_group::Model { name: named(name)?, ..self.own_group(actor, id).await? };
        let deed = Deed::new(&self.shop().clock, actor);
        self.shop().db.write(move |tx| Box::pin(rename(tx, row.clone(), deed))).await
    }

    /// Takes a group one place up or down among those beside it; at the end it stays. For members of its shop. `NotFound`.
    pub async fn move_group(&self, actor: Actor, id: ShelfGroupId, up: bool) -> Result<(), Error> {
        let row = self.own_group(actor, id).await?;
        self.shop().db.write(move |tx| Box::pin(shift(tx, row.clone(), up))).await
    }

    /// Takes a group away with those within it; their products stay, in none. For members of its shop. `NotFound`,
    /// `Conflict` while a table is being written.
    pub async fn remove_group(&self, actor: Actor, id: ShelfGroupId) -> Result<(), Error> {
        let (row, deed) = (self.own_group(actor, id).await?, Deed::new(&self.shop().clock, actor));
        self.shop().db.write(move |tx| Box::pin(remove(tx, row.clone(), deed))).await
    }

    /// Puts up to 100 products of a shop into a group, or into none; for its members. `Invalid` (`ids`), `NotFound` for
    /// what is not the shop's.
    pub async fn group_products(
        &self,
        actor: Actor,
        shop: ShopId,
        ids: Vec<ProductId>,
        group: Option<ShelfGroupId>,
    ) -> Result<(), Error> {
        self.0.identity().require_duty(actor, shop, Duty::Products).await?;
        if ids.is_empty() || ids.len() > MOST_PRODUCTS {
            return Err(Error::Invalid(vec!["ids"]));
        }
        let deed = Deed::new(&self.shop().clock, actor);
        self.shop().db.write(move |tx| Box::pin(sort(tx, shop, ids.clone(), group, deed))).await
    }

    /// The products on sale of a group and of those within it, the newest first: what a window can take in. For members
    /// of its shop. `NotFound`.
    pub async fn group_members(&self, actor: Actor, id: ShelfGroupId) -> Result<Vec<ProductId>, Error> {
        let row = self.own_group(actor, id).await?;
        let db = self.shop().db.read();
        let groups = queries::groups(db, row.shop_id).await?;
        let inner = groups.iter().filter(|one| one.parent_id == Some(id)).map(|one| one.id);
        let all = std::iter::once(id).chain(inner).collect();
        Ok(queries::on_sale_in(db, row.shop_id, all, u64::try_from(MOST_PRODUCTS).unwrap_or_default()).await?)
    }

    async fn own_group(&self, actor: Actor, id: ShelfGroupId) -> Result<shop_group::Model, Error> {
        let row = queries::group(self.shop().db.read(), id).await?.ok_or(ErrorCode::NotFound)?;
        self.0.identity().require_duty(actor, row.shop_id, Duty::Products).await?;
        Ok(row)
    }
}

/// The groups of a shop in the order in which they are shown.
pub(super) async fn listed(db: &impl ConnectionTrait, shop: ShopId) -> Result<Vec<ShelfGroup>, Error> {
    let (rows, counts) = (queries::groups(db, shop).await?, queries::group_sizes(db, shop).await?);
    let mut all = Vec::with_capacity(rows.len());
    let view = |row: &shop_group::Model| ShelfGroup {
        id: row.id,
        parent: row.parent_id,
        name: row.name.clone(),
        products: counts.get(&row.id).copied().unwrap_or_default(),
    };
    for top in rows.iter().filter(|row| row.parent_id.is_none()) {
        all.push(view(top));
        all.extend(rows.iter().filter(|row| row.parent_id == Some(top.id)).map(view));
    }
    Ok(all)
}

/// The groups of a shop as a table names them: `Tea/Green tea`.
pub(super) async fn paths(db: &impl ConnectionTrait, shop: ShopId) -> Result<HashMap<ShelfGroupId, String>, Error> {
    let rows = queries::groups(db, shop).await?;
    let path = |row: &shop_group::Model| {
        let top = rows.iter().find(|other| Some(other.id) == row.parent_id);
        top.map_or_else(|| row.name.clone(), |top| format!("{}/{}", top.name, row.name))
    };
    Ok(rows.iter().map(|row| (row.id, path(row))).collect())
}

fn named(name: &str) -> Result<String, Error> {
    let name = name.trim();
    let good = (1..=LONGEST).contains(&name.chars().count()) && !name.chars().any(|c| c.is_control() || c == '/');
    if good { Ok(name.to_owned()) } else { Err(Error::Invalid(vec!["name"])) }
}

/// Those that stand beside a group.
fn beside<'a>(rows: &'a [shop_group::Model], row: &shop_group::Model) -> Vec<&'a shop_group::Model> {
    rows.iter().filter(|other| other.parent_id == row.parent_id && other.id != row.id).collect()
}

async fn add(tx: &Tx, mut row: shop_group::Model, deed: Deed) -> Result<(), Error> {
    let rows = queries::groups_locked(tx, row.shop_id).await?;
    if rows.len() >= MOST {
        return Err(ErrorCode::LimitExceeded.into());
    }
    let parent = row.parent_id.map(|id| rows.iter().find(|other| other.id == id));
    if parent.is_some_and(|parent| parent.is_none_or(|parent| parent.parent_id.is_some())) {
        return Err(Error::Invalid(vec!["parent"]));
    }
    let others = beside(&rows, &row);
    if others.iter().any(|other| other.name == row.name) {
        return Err(Error::Invalid(vec!["name"]));
    }
    row.position = others.iter().map(|other| other.position + 1).max().unwrap_or_default();
    let (shop, name) = (row.shop_id, row.name.clone());
    queries::insert_group(tx, row).await?;
    Ok(deed.record(tx, shop, act::GROUP_ADDED, plain(&name)).await?)
}

/// No table is being written: where a group is gone that it names, its lines are others.
async fn require_no_table(tx: &Tx, shop: ShopId) -> Result<(), Error> {
    if queries::running_imports(tx, shop).await? > 0 { Err(ErrorCode::Conflict.into()) } else { Ok(()) }
}

async fn rename(tx: &Tx, row: shop_group::Model, deed: Deed) -> Result<(), Error> {
    let rows = queries::groups_locked(tx, row.shop_id).await?;
    require_no_table(tx, row.shop_id).await?;
    if beside(&rows, &row).iter().any(|other| other.name == row.name) {
        return Err(Error::Invalid(vec!["name"]));
    }
    if !queries::rename_group(tx, row.id, row.name.clone()).await? {
        return Err(ErrorCode::NotFound.into());
    }
    Ok(deed.record(tx, row.shop_id, act::GROUP_RENAMED, plain(&row.name)).await?)
}

async fn shift(tx: &Tx, row: shop_group::Model, up: bool) -> Result<(), Error> {
    let rows = queries::groups_locked(tx, row.shop_id).await?;
    let mut row_of: Vec<_> = rows.iter().filter(|other| other.parent_id == row.parent_id).map(|one| one.id).collect();
    let at = row_of.iter().position(|id| *id == row.id).ok_or(ErrorCode::NotFound)?;
    let to = if up { at.checked_sub(1) } else { Some(at + 1).filter(|to| *to < row_of.len()) };
    let Some(to) = to else { return Ok(()) };
    row_of.swap(at, to);
    for (position, id) in (0..).zip(row_of) {
        queries::place_group(tx, id, position).await?;
    }
    Ok(())
}

async fn remove(tx: &Tx, row: shop_group::Model, deed: Deed) -> Result<(), Error> {
    let rows = queries::groups_locked(tx, row.shop_id).await?;
    require_no_table(tx, row.shop_id).await?;
    let gone: Vec<_> =
        rows.iter().filter(|one| one.id == row.id || one.parent_id == Some(row.id)).map(|one| one.id).collect();
    queries::empty_groups(tx, &gone).await?;
    queries::remove_groups(tx, &gone).await?;
    Ok(deed.record(tx, row.shop_id, act::GROUP_REMOVED, plain(&row.name)).await?)
}

async fn sort(
    tx: &Tx,
    shop: ShopId,
    mut ids: Vec<ProductId>,
    group: Option<ShelfGroupId>,
    deed: Deed,
) -> Result<(), Error> {
    ids.sort_unstable();
    ids.dedup();
    let rows = queries::groups_locked(tx, shop).await?;
    let name = match group {
        Some(id) => rows.iter().find(|row| row.id == id).ok_or(ErrorCode::NotFound)?.name.clone(),
        None => String::new(),
    };
    if queries::products_among(tx, shop, &ids).await? != u64::try_from(ids.len()).unwrap_or(u64::MAX) {
        return Err(ErrorCode::NotFound.into());
    }
    queries::put_in_group(tx, ids, group).await?;
    Ok(deed.record(tx, shop, act::PRODUCTS_GROUPED, plain(&name)).await?)
}

#[cfg(test)]
mod tests;
