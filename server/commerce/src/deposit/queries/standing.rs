use chrono::{DateTime, Utc};
use sea_orm::{
    ColumnTrait, ConnectionTrait, DbErr, EntityTrait, IntoActiveModel, QueryFilter, QueryOrder, QuerySelect,
    sea_query::OnConflict,
};
use shared::{CategoryId, ShopId};

use super::super::entity::{shop_category, standing};

/// Lets a shop sell in a category; that it may already is no fault.
pub async fn add_category(
    db: &impl ConnectionTrait,
    shop_id: ShopId,
    category_id: CategoryId,
    since: DateTime<Utc>,
) -> Result<(), DbErr> {
    use shop_category::Column::{CategoryId, ShopId};
    let row = shop_category::Model { shop_id, category_id, since };
    let insert = shop_category::Entity::insert(row.into_active_model()).on_conflict_do_nothing_on([ShopId, CategoryId]);
    insert.exec_without_returning(db).await?;
    Ok(())
}

/// Takes a category from a shop; `false` if it has it not.
pub async fn delete_category(
    db: &impl ConnectionTrait,
    shop_id: ShopId,
    category_id: CategoryId,
) -> Result<bool, DbErr> {
    Ok(shop_category::Entity::delete_by_id((shop_id, category_id)).exec(db).await?.rows_affected == 1)
}

/// Where a shop may sell, the first chosen first.
pub async fn categories(db: &impl ConnectionTrait, shop: ShopId) -> Result<Vec<shop_category::Model>, DbErr> {
    let own = shop_category::Entity::find().filter(shop_category::Column::ShopId.eq(shop));
    own.order_by_asc(shop_category::Column::Since).order_by_asc(shop_category::Column::CategoryId).all(db).await
}

/// Where every shop may sell.
pub async fn all_categories(db: &impl ConnectionTrait) -> Result<Vec<shop_category::Model>, DbErr> {
    shop_category::Entity::find().order_by_asc(shop_category::Column::ShopId).all(db).await
}

pub async fn standing(db: &impl ConnectionTrait, shop: ShopId) -> Result<Option<standing::Model>, DbErr> {
    standing::Entity::find_by_id(shop).one(db).await
}

/// How a shop stands, and nobody else changes it before this transaction ends.
pub async fn standing_locked(db: &impl ConnectionTrait, shop: ShopId) -> Result<Option<standing::Model>, DbErr> {
    standing::Entity::find_by_id(shop).lock_exclusive().one(db).await
}

pub async fn standings(db: &impl ConnectionTrait) -> Result<Vec<standing::Model>, DbErr> {
    standing::Entity::find().all(db).await
}

pub async fn put_standing(db: &impl ConnectionTrait, row: standing::Model) -> Result<(), DbErr> {
    use standing::Column::{RequiredMinor, ShopId, Short, Since, Sweep};
    let newest = OnConflict::column(ShopId).update_columns([Short, RequiredMinor, Sweep, Since]).to_owned();
    standing::Entity::insert(row.into_active_model()).on_conflict(newest).exec_without_returning(db).await?;
    Ok(())
}

/// Shops whose goods have to be taken off or brought back.
pub async fn to_sweep(db: &impl ConnectionTrait, limit: u64) -> Result<Vec<ShopId>, DbErr> {
    let rows = standing::Entity::find().select_only().column(standing::Column::ShopId);
    rows.filter(standing::Column::Sweep.eq(true)).limit(limit).into_tuple().all(db).await
}
