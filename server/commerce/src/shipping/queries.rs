//! All SQL of parcels.

use chrono::{DateTime, Utc};
use sea_orm::{
    ColumnTrait, ConnectionTrait, DbErr, EntityTrait, IntoActiveModel, QueryFilter, QueryOrder, QuerySelect,
};
use shared::{OrderId, ShipmentId};

use super::entity::{event, item, shipment};

pub async fn insert(
    db: &impl ConnectionTrait,
    shipment: shipment::Model,
    items: Vec<item::Model>,
) -> Result<(), DbErr> {
    shipment::Entity::insert(shipment.into_active_model()).exec_without_returning(db).await?;
    let items = items.into_iter().map(IntoActiveModel::into_active_model);
    item::Entity::insert_many(items).exec_without_returning(db).await?;
    Ok(())
}

pub async fn by_id(db: &impl ConnectionTrait, id: ShipmentId) -> Result<Option<shipment::Model>, DbErr> {
    shipment::Entity::find_by_id(id).one(db).await
}

/// The parcel, and nobody else changes it before this transaction ends.
pub async fn locked(db: &impl ConnectionTrait, id: ShipmentId) -> Result<Option<shipment::Model>, DbErr> {
    shipment::Entity::find_by_id(id).lock_exclusive().one(db).await
}

/// Parcels of `orders`, oldest first.
pub async fn of_orders(db: &impl ConnectionTrait, orders: Vec<OrderId>) -> Result<Vec<shipment::Model>, DbErr> {
    let shipments = shipment::Entity::find().filter(shipment::Column::OrderId.is_in(orders));
    shipments.order_by_asc(shipment::Column::Id).all(db).await
}

pub async fn items(db: &impl ConnectionTrait, ids: Vec<ShipmentId>) -> Result<Vec<item::Model>, DbErr> {
    item::Entity::find().filter(item::Column::ShipmentId.is_in(ids)).all(db).await
}

/// What happened to parcels, newest first.
pub async fn events(db: &impl ConnectionTrait, ids: Vec<ShipmentId>) -> Result<Vec<event::Model>, DbErr> {
    let events = event::Entity::find().filter(event::Column::ShipmentId.is_in(ids));
    events.order_by_desc(event::Column::Seq).all(db).await
}

/// The number of the last step kept of a parcel.
pub async fn last_seq(db: &impl ConnectionTrait, id: ShipmentId) -> Result<i32, DbErr> {
    let last = event::Entity::find().select_only().column(event::Column::Seq);
    let last = last.filter(event::Column::ShipmentId.eq(id)).order_by_desc(event::Column::Seq).limit(1);
    Ok(last.into_tuple::<i32>().one(db).await?.unwrap_or_default())
}

pub async fn insert_events(db: &impl ConnectionTrait, events: Vec<event::Model>) -> Result<(), DbErr> {
    let events = events.into_iter().map(IntoActiveModel::into_active_model);
    event::Entity::insert_many(events).exec_without_returning(db).await?;
    Ok(())
}

pub async fn update(db: &impl ConnectionTrait, id: ShipmentId, change: shipment::ActiveModel) -> Result<(), DbErr> {
    shipment::Entity::update_many().set(change).filter(shipment::Column::Id.eq(id)).exec(db).await?;
    Ok(())
}

/// Parcels to ask their carrier about, longest waiting first.
pub async fn due(db: &impl ConnectionTrait, now: DateTime<Utc>, limit: u64) -> Result<Vec<ShipmentId>, DbErr> {
    let due = shipment::Entity::find().select_only().column(shipment::Column::Id);
    let due = due.filter(shipment::Column::DueAt.lte(now)).order_by_asc(shipment::Column::DueAt);
    due.limit(limit).into_tuple().all(db).await
}

pub async fn all_items(db: &impl ConnectionTrait) -> Result<Vec<item::Model>, DbErr> {
    item::Entity::find().all(db).await
}
