//! All SQL of what is linked.

use std::collections::HashMap;

use sea_orm::{
    ActiveValue::Set, ColumnTrait, ConnectionTrait, DbErr, EntityTrait, IntoActiveModel, QueryFilter, QueryOrder,
    QuerySelect, sea_query::OnConflict,
};
use shared::{PlatformId, ProductId, ShopId};

use super::entity::{platform, product_link, shop_link};

pub async fn platforms(db: &impl ConnectionTrait) -> Result<Vec<platform::Model>, DbErr> {
    platform::Entity::find().order_by_asc(platform::Column::Id).all(db).await
}

pub async fn platform(db: &impl ConnectionTrait, id: PlatformId) -> Result<Option<platform::Model>, DbErr> {
    platform::Entity::find_by_id(id).one(db).await
}

pub async fn insert_platform(db: &impl ConnectionTrait, row: platform::Model) -> Result<(), DbErr> {
    platform::Entity::insert(row.into_active_model()).exec_without_returning(db).await?;
    Ok(())
}

/// Replaces what may change of a platform; `false` if it is not at `seen` any more.
pub async fn replace_platform(db: &impl ConnectionTrait, seen: i64, row: platform::Model) -> Result<bool, DbErr> {
    let platform::Model { id, mode: _, name, hosts, open, version, changed_at, changed_by } = row;
    let change = platform::ActiveModel {
        name: Set(name),
        hosts: Set(hosts),
        open: Set(open),
        version: Set(version),
        changed_at: Set(changed_at),
        changed_by: Set(changed_by),
        ..Default::default()
    };
    let update = platform::Entity::update_many().set(change).filter(platform::Column::Id.eq(id));
    Ok(update.filter(platform::Column::Version.eq(seen)).exec(db).await?.rows_affected == 1)
}

pub async fn insert_link(db: &impl ConnectionTrait, row: shop_link::Model) -> Result<(), DbErr> {
    shop_link::Entity::insert(row.into_active_model()).exec_without_returning(db).await?;
    Ok(())
}

pub async fn link(
    db: &impl ConnectionTrait,
    shop: ShopId,
) -> Result<Option<(shop_link::Model, Option<platform::Model>)>, DbErr> {
    let Some(row) = shop_link::Entity::find_by_id(shop).one(db).await? else { return Ok(None) };
    let of = platform(db, row.platform_id).await?;
    Ok(Some((row, of)))
}

/// How many shops are linked to each platform.
pub async fn shops_of(db: &impl ConnectionTrait) -> Result<HashMap<PlatformId, i64>, DbErr> {
    let rows = shop_link::Entity::find()
        .select_only()
        .column(shop_link::Column::PlatformId)
        .column_as(shop_link::Column::ShopId.count(), "shops")
        .group_by(shop_link::Column::PlatformId);
    Ok(rows.into_tuple::<(PlatformId, i64)>().all(db).await?.into_iter().collect())
}

pub async fn products(db: &impl ConnectionTrait, ids: &[ProductId]) -> Result<Vec<product_link::Model>, DbErr> {
    product_link::Entity::find().filter(product_link::Column::ProductId.is_in(ids.iter().copied())).all(db).await
}

pub async fn numbered(
    db: &impl ConnectionTrait,
    shop: ShopId,
    numbers: &[String],
) -> Result<Vec<(String, ProductId)>, DbErr> {
    use product_link::Column::{Number, ProductId, ShopId};
    let rows = product_link::Entity::find().select_only().columns([Number, ProductId]).filter(ShopId.eq(shop));
    rows.filter(Number.is_in(numbers.iter().map(String::as_str))).into_tuple().all(db).await
}

/// Writes rows, in the place of those that their products have.
pub async fn put_products(db: &impl ConnectionTrait, rows: Vec<product_link::Model>) -> Result<(), DbErr> {
    use product_link::Column::{Address, At, Number, Pictures, ProductId};
    if rows.is_empty() {
        return Ok(());
    }
    let again = OnConflict::column(ProductId).update_columns([Number, Address, Pictures, At]).to_owned();
    let insert = product_link::Entity::insert_many(rows.into_iter().map(IntoActiveModel::into_active_model));
    insert.on_conflict(again).exec_without_returning(db).await?;
    Ok(())
}

pub async fn remove_product(db: &impl ConnectionTrait, id: ProductId) -> Result<(), DbErr> {
    product_link::Entity::delete_by_id(id).exec(db).await?;
    Ok(())
}
