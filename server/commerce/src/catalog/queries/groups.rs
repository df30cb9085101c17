//! A shop's own groups of its products.

use std::collections::HashMap;

use sea_orm::{
    ColumnTrait, ConnectionTrait, DbErr, EntityTrait, IntoActiveModel, PaginatorTrait, QueryFilter, QueryOrder,
    QuerySelect, QueryTrait, Select,
    sea_query::{Expr, OnConflict},
};
use shared::{ProductId, ProductState, ShelfGroupId, ShopId};

use super::super::entity::{product, shop_group, shop_group_product};

fn of_shop(shop: ShopId) -> Select<shop_group::Entity> {
    use shop_group::Column::{Id, Position, ShopId};
    shop_group::Entity::find().filter(ShopId.eq(shop)).order_by_asc(Position).order_by_asc(Id)
}

/// The groups of a shop in their order, both levels mixed.
pub async fn groups(db: &impl ConnectionTrait, shop: ShopId) -> Result<Vec<shop_group::Model>, DbErr> {
    of_shop(shop).all(db).await
}

/// The same, and nobody else changes any of them before this transaction ends: whoever does holds the shop.
pub async fn groups_locked(db: &impl ConnectionTrait, id: ShopId) -> Result<Vec<shop_group::Model>, DbErr> {
    super::hold_shop(db, id).await?;
    of_shop(id).all(db).await
}

pub async fn group(db: &impl ConnectionTrait, id: ShelfGroupId) -> Result<Option<shop_group::Model>, DbErr> {
    shop_group::Entity::find_by_id(id).one(db).await
}

pub async fn insert_group(db: &impl ConnectionTrait, row: shop_group::Model) -> Result<(), DbErr> {
    shop_group::Entity::insert(row.into_active_model()).exec_without_returning(db).await?;
    Ok(())
}

/// `false` if there is no such group any more.
pub async fn rename_group(db: &impl ConnectionTrait, id: ShelfGroupId, name: String) -> Result<bool, DbErr> {
    let change = shop_group::Entity::update_many().col_expr(shop_group::Column::Name, Expr::value(name));
    Ok(change.filter(shop_group::Column::Id.eq(id)).exec(db).await?.rows_affected == 1)
}

pub async fn place_group(db: &impl ConnectionTrait, id: ShelfGroupId, position: i32) -> Result<(), DbErr> {
    let change = shop_group::Entity::update_many().col_expr(shop_group::Column::Position, Expr::value(position));
    change.filter(shop_group::Column::Id.eq(id)).exec(db).await?;
    Ok(())
}

/// Takes the products out of groups; they stay in none.
pub async fn empty_groups(db: &impl ConnectionTrait, ids: &[ShelfGroupId]) -> Result<(), DbErr> {
    let members = shop_group_product::Entity::delete_many();
    members.filter(shop_group_product::Column::GroupId.is_in(ids.iter().copied())).exec(db).await?;
    Ok(())
}

pub async fn remove_groups(db: &impl ConnectionTrait, ids: &[ShelfGroupId]) -> Result<(), DbErr> {
    shop_group::Entity::delete_many().filter(shop_group::Column::Id.is_in(ids.iter().copied())).exec(db).await?;
    Ok(())
}

/// The products of a shop that are not in its recycle bin.
fn kept(shop: ShopId) -> Select<product::Entity> {
    use product::Column::{ShopId, State};
    let gone = [ProductState::Recycled, ProductState::Deleted];
    product::Entity::find().filter(ShopId.eq(shop)).filter(State.is_not_in(gone))
}

/// The products that are in a group.
pub(super) fn grouped(groups: Option<Vec<ShelfGroupId>>) -> Select<shop_group_product::Entity> {
    use shop_group_product::Column::{GroupId, ProductId};
    let members = shop_group_product::Entity::find().select_only().column(ProductId);
    match groups {
        Some(groups) => members.filter(GroupId.is_in(groups)),
        None => members,
    }
}

/// Products of a shop that are in no group.
pub async fn ungrouped(db: &impl ConnectionTrait, shop: ShopId) -> Result<i64, DbErr> {
    let rest = kept(shop).filter(product::Column::Id.not_in_subquery(grouped(None).into_query()));
    Ok(i64::try_from(rest.count(db).await?).unwrap_or(i64::MAX))
}

/// How many products are in each group of a shop itself.
pub async fn group_sizes(db: &impl ConnectionTrait, shop: ShopId) -> Result<HashMap<ShelfGroupId, i64>, DbErr> {
    use shop_group_product::Column::{GroupId, ProductId};
    let there = kept(shop).select_only().column(product::Column::Id).into_query();
    let rows = shop_group_product::Entity::find()
        .select_only()
        .column(GroupId)
        .column_as(ProductId.count(), "products")
        .filter(ProductId.in_subquery(there))
        .group_by(GroupId);
    Ok(rows.into_tuple::<(ShelfGroupId, i64)>().all(db).await?.into_iter().collect())
}

/// How many of `ids` are a shop's.
pub async fn products_among(db: &impl ConnectionTrait, shop: ShopId, ids: &[ProductId]) -> Result<u64, DbErr> {
    let own = product::Entity::find().filter(product::Column::ShopId.eq(shop));
    own.filter(product::Column::Id.is_in(ids.iter().copied())).count(db).await
}

/// Puts products into a group, wherever they were, or into none.
pub async fn put_in_group(
    db: &impl ConnectionTrait,
    ids: Vec<ProductId>,
    group: Option<ShelfGroupId>,
) -> Result<(), DbErr> {
    use shop_group_product::Column::{GroupId, ProductId};
    let Some(group_id) = group else {
        shop_group_product::Entity::delete_many().filter(ProductId.is_in(ids)).exec(db).await?;
        return Ok(());
    };
    let rows = ids.into_iter().map(|product_id| shop_group_product::Model { product_id, group_id }.into_active_model());
    let moved = OnConflict::column(ProductId).update_columns([GroupId]).to_owned();
    shop_group_product::Entity::insert_many(rows).on_conflict(moved).exec_without_returning(db).await?;
    Ok(())
}

/// The products on sale of a shop in any of `groups`, the newest first.
pub async fn on_sale_in(
    db: &impl ConnectionTrait,
    shop: ShopId,
    groups: Vec<ShelfGroupId>,
    limit: u64,
) -> Result<Vec<ProductId>, DbErr> {
    use product::Column::{Id, ListedAt, ShopId, State};
    let rows = product::Entity::find().select_only().column(Id).filter(ShopId.eq(shop));
    let rows = rows.filter(State.eq(ProductState::OnSale)).filter(Id.in_subquery(grouped(Some(groups)).into_query()));
    rows.order_by_desc(ListedAt).order_by_desc(Id).limit(limit).into_tuple().all(db).await
}

/// The groups of those of `ids` that are in one.
pub async fn groups_of(
    db: &impl ConnectionTrait,
    ids: &[ProductId],
) -> Result<HashMap<ProductId, ShelfGroupId>, DbErr> {
    let rows = shop_group_product::Entity::find();
    let rows = rows.filter(shop_group_product::Column::ProductId.is_in(ids.iter().copied())).all(db).await?;
    Ok(rows.into_iter().map(|row| (row.product_id, row.group_id)).collect())
}
