//! All SQL of files that are on their way.

use chrono::{DateTime, Utc};
use sea_orm::{
    ColumnTrait, Condition, ConnectionTrait, DbErr, EntityTrait, IntoActiveModel, PaginatorTrait, QueryFilter,
    QueryOrder, QuerySelect, sea_query::Expr,
};
use shared::{BuyerId, ShopId, UploadFault, UploadId, UploadPurpose, UploadState};

use super::entity::{part, upload};

pub async fn by_id(db: &impl ConnectionTrait, id: UploadId) -> Result<Option<upload::Model>, DbErr> {
    upload::Entity::find_by_id(id).one(db).await
}

/// Uploads of an account for this purpose whose last byte is not here yet.
pub async fn open_of(db: &impl ConnectionTrait, account: BuyerId, purpose: UploadPurpose) -> Result<u64, DbErr> {
    let rows = upload::Entity::find().filter(upload::Column::AccountId.eq(account));
    let rows = rows.filter(upload::Column::Purpose.eq(purpose));
    rows.filter(upload::Column::State.eq(UploadState::Receiving)).count(db).await
}

/// What a shop has on its way for this purpose or was refused, newest first.
pub async fn of_shop(
    db: &impl ConnectionTrait,
    shop: ShopId,
    purpose: UploadPurpose,
    limit: u64,
) -> Result<Vec<upload::Model>, DbErr> {
    let rows = upload::Entity::find().filter(upload::Column::ShopId.eq(shop));
    let rows = rows.filter(upload::Column::Purpose.eq(purpose));
    let rows = rows.filter(upload::Column::State.ne(UploadState::Ready));
    rows.order_by_desc(upload::Column::MadeAt).order_by_desc(upload::Column::Id).limit(limit).all(db).await
}

pub async fn insert(db: &impl ConnectionTrait, row: upload::Model) -> Result<(), DbErr> {
    upload::Entity::insert(row.into_active_model()).exec_without_returning(db).await?;
    Ok(())
}

pub async fn insert_part(db: &impl ConnectionTrait, row: part::Model) -> Result<(), DbErr> {
    part::Entity::insert(row.into_active_model()).exec_without_returning(db).await?;
    Ok(())
}

/// Moves the count from `from` to `to`; `false` if it was not there.
pub async fn advance(
    db: &impl ConnectionTrait,
    id: UploadId,
    (from, to): (i64, i64),
    state: UploadState,
    expires_at: DateTime<Utc>,
) -> Result<bool, DbErr> {
    let update = upload::Entity::update_many()
        .col_expr(upload::Column::Received, Expr::value(to))
        .col_expr(upload::Column::State, Expr::value(state.as_str()))
        .col_expr(upload::Column::ExpiresAt, Expr::value(expires_at))
        .filter(upload::Column::Id.eq(id))
        .filter(upload::Column::State.eq(UploadState::Receiving))
        .filter(upload::Column::Received.eq(from));
    Ok(update.exec(db).await?.rows_affected == 1)
}

/// Makes what is here the whole file; `false` if nothing is, or it ended before.
pub async fn end(db: &impl ConnectionTrait, id: UploadId, state: UploadState) -> Result<bool, DbErr> {
    let update = upload::Entity::update_many()
        .col_expr(upload::Column::Length, Expr::col(upload::Column::Received))
        .col_expr(upload::Column::State, Expr::value(state.as_str()))
        .filter(upload::Column::Id.eq(id))
        .filter(upload::Column::State.eq(UploadState::Receiving))
        .filter(upload::Column::Received.gt(0));
    Ok(update.exec(db).await?.rows_affected == 1)
}

/// The parts of a file, in order.
pub async fn parts(db: &impl ConnectionTrait, id: UploadId) -> Result<Vec<part::Model>, DbErr> {
    part::Entity::find().filter(part::Column::UploadId.eq(id)).order_by_asc(part::Column::Start).all(db).await
}

/// Complete files for this purpose that nobody works on, the oldest first.
pub async fn unclaimed(
    db: &impl ConnectionTrait,
    purpose: UploadPurpose,
    now: DateTime<Utc>,
    limit: u64,
) -> Result<Vec<UploadId>, DbErr> {
    let rows = upload::Entity::find().select_only().column(upload::Column::Id).filter(free(now));
    let rows = rows.filter(upload::Column::Purpose.eq(purpose));
    rows.order_by_asc(upload::Column::MadeAt).limit(limit).into_tuple().all(db).await
}

fn free(now: DateTime<Utc>) -> Condition {
    let unclaimed =
        Condition::any().add(upload::Column::ClaimedUntil.is_null()).add(upload::Column::ClaimedUntil.lte(now));
    Condition::all().add(upload::Column::State.eq(UploadState::Checking)).add(unclaimed)
}

/// Takes the work on a file until `until`; `false` if another process was faster.
pub async fn claim(
    db: &impl ConnectionTrait,
    id: UploadId,
    now: DateTime<Utc>,
    until: DateTime<Utc>,
) -> Result<bool, DbErr> {
    let update = upload::Entity::update_many()
        .col_expr(upload::Column::ClaimedUntil, Expr::value(until))
        .col_expr(upload::Column::Tries, sea_orm::ExprTrait::add(Expr::col(upload::Column::Tries), 1))
        .col_expr(upload::Column::Progress, Expr::value(0))
        .filter(upload::Column::Id.eq(id))
        .filter(free(now));
    Ok(update.exec(db).await?.rows_affected == 1)
}

/// Says how far the work is, and that it goes on until `until` at least.
pub async fn report(
    db: &impl ConnectionTrait,
    id: UploadId,
    progress: i32,
    until: Option<DateTime<Utc>>,
) -> Result<(), DbErr> {
    let update = upload::Entity::update_many()
        .col_expr(upload::Column::ClaimedUntil, Expr::value(until))
        .col_expr(upload::Column::Progress, Expr::value(progress))
        .filter(upload::Column::Id.eq(id))
        .filter(upload::Column::State.eq(UploadState::Checking));
    update.exec(db).await?;
    Ok(())
}

/// Ends the work; `false` if it was ended before.
pub async fn finish(
    db: &impl ConnectionTrait,
    id: UploadId,
    state: UploadState,
    fault: Option<UploadFault>,
    expires_at: DateTime<Utc>,
) -> Result<bool, DbErr> {
    let update = upload::Entity::update_many()
        .col_expr(upload::Column::State, Expr::value(state.as_str()))
        .col_expr(upload::Column::Fault, Expr::value(fault.map(UploadFault::as_str)))
        .col_expr(upload::Column::Progress, Expr::value(1_000))
        .col_expr(upload::Column::ExpiresAt, Expr::value(expires_at))
        .filter(upload::Column::Id.eq(id))
        .filter(upload::Column::State.eq(UploadState::Checking));
    Ok(update.exec(db).await?.rows_affected == 1)
}

/// Uploads whose time is over, except those that are being worked on.
pub async fn expired(db: &impl ConnectionTrait, now: DateTime<Utc>, limit: u64) -> Result<Vec<UploadId>, DbErr> {
    let rows = upload::Entity::find().select_only().column(upload::Column::Id);
    let rows = rows.filter(upload::Column::State.ne(UploadState::Checking));
    rows.filter(upload::Column::ExpiresAt.lte(now)).limit(limit).into_tuple().all(db).await
}

/// Forgets an upload that is not being worked on; `false` if there is none.
pub async fn delete(db: &impl ConnectionTrait, id: UploadId) -> Result<bool, DbErr> {
    part::Entity::delete_many().filter(part::Column::UploadId.eq(id)).exec(db).await?;
    let rows = upload::Entity::delete_many().filter(upload::Column::Id.eq(id));
    Ok(rows.filter(upload::Column::State.ne(UploadState::Checking)).exec(db).await?.rows_affected == 1)
}
