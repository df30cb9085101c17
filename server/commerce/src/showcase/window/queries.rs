//! All SQL of the windows.

use chrono::{DateTime, Utc};
use sea_orm::{
    ActiveModelTrait, ColumnTrait, ConnectionTrait, DbErr, EntityTrait, IntoActiveModel, QueryFilter, QueryOrder,
    QuerySelect, TryInsertResult, sea_query::Expr,
};
use shared::{BuyerId, CreatorId};

use super::entity::{
    change::{self, Kind},
    draft, version,
};

pub async fn draft(db: &impl ConnectionTrait, id: CreatorId) -> Result<Option<draft::Model>, DbErr> {
    draft::Entity::find_by_id(id).one(db).await
}

pub async fn draft_version(db: &impl ConnectionTrait, id: CreatorId) -> Result<Option<i64>, DbErr> {
    let version = draft::Entity::find_by_id(id).select_only().column(draft::Column::Version);
    version.into_tuple().one(db).await
}

/// `false` if another editor has begun it; of two at once, the second waits here until the first is committed or gone.
pub async fn insert_draft(db: &impl ConnectionTrait, row: draft::Model) -> Result<bool, DbErr> {
    let inserted = draft::Entity::insert(row.into_active_model())
        .on_conflict_do_nothing_on([draft::Column::CreatorId])
        .exec_without_returning(db)
        .await?;
    Ok(matches!(inserted, TryInsertResult::Inserted(1)))
}

/// Replaces the draft that had the version before `row`'s; `false` if it has another one now.
pub async fn replace_draft(db: &impl ConnectionTrait, row: draft::Model) -> Result<bool, DbErr> {
    let (id, before) = (row.creator_id, row.version - 1);
    let update = draft::Entity::update_many().set(row.into_active_model().reset_all());
    let update = update.filter(draft::Column::CreatorId.eq(id)).filter(draft::Column::Version.eq(before));
    Ok(update.exec(db).await?.rows_affected == 1)
}

pub async fn set_due(
    db: &impl ConnectionTrait,
    id: CreatorId,
    at: Option<DateTime<Utc>>,
    by: Option<BuyerId>,
) -> Result<(), DbErr> {
    let update = draft::Entity::update_many().col_expr(draft::Column::PublishAt, Expr::value(at));
    let update = update.col_expr(draft::Column::PublishBy, Expr::value(by.map(|by| by.0)));
    update.filter(draft::Column::CreatorId.eq(id)).exec(db).await?;
    Ok(())
}

pub async fn due(db: &impl ConnectionTrait, now: DateTime<Utc>, limit: u64) -> Result<Vec<CreatorId>, DbErr> {
    let due = draft::Entity::find().select_only().column(draft::Column::CreatorId);
    let due = due.filter(draft::Column::PublishAt.lte(now)).order_by_asc(draft::Column::PublishAt);
    due.limit(limit).into_tuple().all(db).await
}

/// When the draft of a creator goes out by itself.
pub async fn publish_at(db: &impl ConnectionTrait, id: CreatorId) -> Result<Option<DateTime<Utc>>, DbErr> {
    Ok(draft::Entity::find_by_id(id).one(db).await?.and_then(|row| row.publish_at))
}

pub async fn insert_change(db: &impl ConnectionTrait, row: change::Model) -> Result<(), DbErr> {
    change::Entity::insert(row.into_active_model()).exec_without_returning(db).await?;
    Ok(())
}

/// What was done after the version `from`, up to `to`, in order.
pub async fn changes(
    db: &impl ConnectionTrait,
    id: CreatorId,
    from: i64,
    to: i64,
) -> Result<Vec<change::Model>, DbErr> {
    let made = change::Entity::find().filter(change::Column::CreatorId.eq(id));
    let made = made.filter(change::Column::Version.gt(from)).filter(change::Column::Version.lte(to));
    made.order_by_asc(change::Column::Version).all(db).await
}

/// The last act that is not taken back.
pub async fn last_act(db: &impl ConnectionTrait, id: CreatorId) -> Result<Option<change::Model>, DbErr> {
    acts(id, false).order_by_desc(change::Column::Version).one(db).await
}

/// The first act that is taken back and may be done again: nothing else was done since.
pub async fn first_undone(db: &impl ConnectionTrait, id: CreatorId) -> Result<Option<change::Model>, DbErr> {
    let last = last_act(db, id).await?.map(|act| act.version).unwrap_or_default();
    let undone = acts(id, true).filter(change::Column::Version.gt(last));
    undone.order_by_asc(change::Column::Version).one(db).await
}

fn acts(id: CreatorId, undone: bool) -> sea_orm::Select<change::Entity> {
    let acts = change::Entity::find().filter(change::Column::CreatorId.eq(id));
    acts.filter(change::Column::Kind.eq(Kind::Act)).filter(change::Column::Undone.eq(undone))
}

/// Keeps the act `row` with its new way back.
pub async fn replace_change(db: &impl ConnectionTrait, row: change::Model) -> Result<(), DbErr> {
    let key = (row.creator_id, row.version);
    let update = change::Entity::update_many().set(row.into_active_model().reset_all());
    let update = update.filter(change::Column::CreatorId.eq(key.0)).filter(change::Column::Version.eq(key.1));
    update.exec(db).await?;
    Ok(())
}

/// Forgets what was done up to `version`: it cannot be undone any more.
pub async fn forget_changes(db: &impl ConnectionTrait, id: CreatorId, version: i64) -> Result<(), DbErr> {
    let old = change::Entity::delete_many().filter(change::Column::CreatorId.eq(id));
    old.filter(change::Column::Version.lte(version)).exec(db).await?;
    Ok(())
}

pub async fn last_number(db: &impl ConnectionTrait, id: CreatorId) -> Result<Option<i64>, DbErr> {
    let last = version::Entity::find().select_only().column(version::Column::Number);
    let last = last.filter(version::Column::CreatorId.eq(id)).order_by_desc(version::Column::Number);
    last.into_tuple().one(db).await
}

pub async fn version(db: &impl ConnectionTrait, id: CreatorId, number: i64) -> Result<Option<version::Model>, DbErr> {
    version::Entity::find_by_id((id, number)).one(db).await
}

/// Newest first.
pub async fn versions(db: &impl ConnectionTrait, id: CreatorId, limit: u64) -> Result<Vec<version::Model>, DbErr> {
    let all = version::Entity::find().filter(version::Column::CreatorId.eq(id));
    all.order_by_desc(version::Column::Number).limit(limit).all(db).await
}

pub async fn insert_version(db: &impl ConnectionTrait, row: version::Model) -> Result<(), DbErr> {
    version::Entity::insert(row.into_active_model()).exec_without_returning(db).await?;
    Ok(())
}
