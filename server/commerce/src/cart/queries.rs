//! All SQL of the cart.

use sea_orm::{
    ColumnTrait, ConnectionTrait, DbErr, EntityTrait, IntoActiveModel, QueryFilter, QueryOrder, QuerySelect,
    TryInsertResult,
};
use shared::{BuyerId, CartLineId, SkuId};

use super::entity::{ActiveModel, Column, Entity, Model};

/// Last changed first.
pub async fn of_buyer(db: &impl ConnectionTrait, buyer: BuyerId) -> Result<Vec<Model>, DbErr> {
    let lines = Entity::find().filter(Column::BuyerId.eq(buyer));
    lines.order_by_desc(Column::ChangedAt).order_by_desc(Column::Id).all(db).await
}

/// Quantity of each line.
pub async fn quantities(db: &impl ConnectionTrait, buyer: BuyerId) -> Result<Vec<i32>, DbErr> {
    let lines = Entity::find().select_only().column(Column::Quantity).filter(Column::BuyerId.eq(buyer));
    lines.into_tuple().all(db).await
}

pub async fn by_id(db: &impl ConnectionTrait, buyer: BuyerId, id: CartLineId) -> Result<Option<Model>, DbErr> {
    Entity::find_by_id(id).filter(Column::BuyerId.eq(buyer)).one(db).await
}

/// `false` if the buyer has a line of this SKU.
pub async fn insert(db: &impl ConnectionTrait, line: Model) -> Result<bool, DbErr> {
    let inserted = Entity::insert(line.into_active_model())
        .on_conflict_do_nothing_on([Column::BuyerId, Column::SkuId])
        .exec_without_returning(db)
        .await?;
    Ok(matches!(inserted, TryInsertResult::Inserted(1)))
}

/// Changes what is set in `change`; `false` if there is no such line of this buyer.
pub async fn update(
    db: &impl ConnectionTrait,
    buyer: BuyerId,
    id: CartLineId,
    change: ActiveModel,
) -> Result<bool, DbErr> {
    let line = Entity::update_many().set(change).filter(Column::Id.eq(id)).filter(Column::BuyerId.eq(buyer));
    Ok(line.exec(db).await?.rows_affected == 1)
}

pub async fn remove(db: &impl ConnectionTrait, buyer: BuyerId, id: CartLineId) -> Result<bool, DbErr> {
    let line = Entity::delete_many().filter(Column::Id.eq(id)).filter(Column::BuyerId.eq(buyer));
    Ok(line.exec(db).await?.rows_affected == 1)
}

pub async fn remove_skus(db: &impl ConnectionTrait, buyer: BuyerId, skus: Vec<SkuId>) -> Result<(), DbErr> {
    let lines = Entity::delete_many().filter(Column::BuyerId.eq(buyer)).filter(Column::SkuId.is_in(skus));
    lines.exec(db).await?;
    Ok(())
}
