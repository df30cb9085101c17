use chrono::{DateTime, Utc};
use sea_orm::{
    ColumnTrait, ConnectionTrait, DbErr, EntityTrait, IntoActiveModel, PaginatorTrait, QueryFilter, QueryOrder,
    QuerySelect, TryInsertResult,
};
use shared::{AgreementId, ApplicationId, ApplicationState, BuyerId, ShopId};

use super::super::entity::{application, round, signature};

/// Starts an application; `false` if the account has one that is not void.
pub async fn insert(db: &impl ConnectionTrait, row: application::Model) -> Result<bool, DbErr> {
    let insert = application::Entity::insert(row.into_active_model());
    let inserted = insert.on_conflict_do_nothing_on([application::Column::Live]).exec_without_returning(db).await?;
    Ok(matches!(inserted, TryInsertResult::Inserted(1)))
}

pub async fn by_id(db: &impl ConnectionTrait, id: ApplicationId) -> Result<Option<application::Model>, DbErr> {
    application::Entity::find_by_id(id).one(db).await
}

/// The application, and nobody else changes it before this transaction ends.
pub async fn locked(db: &impl ConnectionTrait, id: ApplicationId) -> Result<Option<application::Model>, DbErr> {
    application::Entity::find_by_id(id).lock_exclusive().one(db).await
}

/// The account's application that is not void, and nobody else changes it before this transaction ends.
pub async fn live_locked(db: &impl ConnectionTrait, account: BuyerId) -> Result<Option<application::Model>, DbErr> {
    let live = application::Entity::find().filter(application::Column::Live.eq(account));
    live.lock_exclusive().one(db).await
}

/// The account's application that is not void.
pub async fn live(db: &impl ConnectionTrait, account: BuyerId) -> Result<Option<application::Model>, DbErr> {
    application::Entity::find().filter(application::Column::Live.eq(account)).one(db).await
}

/// The application that has reserved `handle`.
/// Every one of an account, the latest first.
pub async fn of_account(db: &impl ConnectionTrait, account: BuyerId) -> Result<Vec<application::Model>, DbErr> {
    let own = application::Entity::find().filter(application::Column::AccountId.eq(account));
    own.order_by_desc(application::Column::CreatedAt).order_by_desc(application::Column::Id).all(db).await
}

pub async fn by_handle(db: &impl ConnectionTrait, handle: &str) -> Result<Option<application::Model>, DbErr> {
    application::Entity::find().filter(application::Column::Handle.eq(handle)).one(db).await
}

/// Puts down an empty file of a shop, unless it has one.
pub async fn insert_file(db: &impl ConnectionTrait, row: application::Model) -> Result<(), DbErr> {
    let insert = application::Entity::insert(row.into_active_model());
    insert.on_conflict_do_nothing_on([application::Column::ShopId]).exec_without_returning(db).await?;
    Ok(())
}

/// The application that founded `shop`, or its file.
pub async fn of_shop(db: &impl ConnectionTrait, shop: ShopId) -> Result<Option<application::Model>, DbErr> {
    application::Entity::find().filter(application::Column::ShopId.eq(shop)).one(db).await
}

/// Changes what is set in `change` if the application is still as it read at `version`.
pub async fn update(
    db: &impl ConnectionTrait,
    id: ApplicationId,
    version: i64,
    change: application::ActiveModel,
) -> Result<bool, DbErr> {
    let update = application::Entity::update_many().set(change);
    let update = update.filter(application::Column::Id.eq(id)).filter(application::Column::Version.eq(version));
    Ok(update.exec(db).await?.rows_affected == 1)
}

/// Applications in `state`, handed in longest ago first.
pub async fn in_state(
    db: &impl ConnectionTrait,
    state: ApplicationState,
    limit: u64,
) -> Result<Vec<application::Model>, DbErr> {
    let found = application::Entity::find().filter(application::Column::State.eq(state));
    let found = found.filter(application::Column::SubmittedAt.is_not_null());
    let found = found.order_by_asc(application::Column::SubmittedAt).order_by_asc(application::Column::Id);
    found.limit(limit).all(db).await
}

/// Applications that something happens to by now, longest overdue first.
pub async fn due(db: &impl ConnectionTrait, now: DateTime<Utc>, limit: u64) -> Result<Vec<ApplicationId>, DbErr> {
    let due = application::Entity::find().select_only().column(application::Column::Id);
    let due = due.filter(application::Column::DueAt.lte(now)).order_by_asc(application::Column::DueAt);
    due.limit(limit).into_tuple().all(db).await
}

pub async fn insert_round(db: &impl ConnectionTrait, row: round::Model) -> Result<(), DbErr> {
    round::Entity::insert(row.into_active_model()).exec_without_returning(db).await?;
    Ok(())
}

/// Latest first.
pub async fn rounds(db: &impl ConnectionTrait, id: ApplicationId) -> Result<Vec<round::Model>, DbErr> {
    let rounds = round::Entity::find().filter(round::Column::ApplicationId.eq(id));
    rounds.order_by_desc(round::Column::Number).all(db).await
}

/// Changes what is set in `change` of a round.
pub async fn update_round(
    db: &impl ConnectionTrait,
    id: ApplicationId,
    number: i32,
    change: round::ActiveModel,
) -> Result<(), DbErr> {
    let update = round::Entity::update_many().set(change).filter(round::Column::ApplicationId.eq(id));
    update.filter(round::Column::Number.eq(number)).exec(db).await?;
    Ok(())
}

/// Keeps a signature; the first of a version stands.
pub async fn insert_signature(db: &impl ConnectionTrait, row: signature::Model) -> Result<(), DbErr> {
    let insert = signature::Entity::insert(row.into_active_model())
        .on_conflict_do_nothing_on([signature::Column::ApplicationId, signature::Column::AgreementId]);
    insert.exec_without_returning(db).await?;
    Ok(())
}

/// How many applications led to a shop that is open.
pub async fn count_open(db: &impl ConnectionTrait) -> Result<i64, DbErr> {
    let open = application::Entity::find().filter(application::Column::State.eq(ApplicationState::Open));
    Ok(i64::try_from(open.count(db).await?).unwrap_or(i64::MAX))
}

/// How many of them signed each version.
pub async fn signed_by_open(db: &impl ConnectionTrait) -> Result<Vec<(AgreementId, i64)>, DbErr> {
    let open = application::Entity::find().select_only().column(application::Column::Id);
    let open = open.filter(application::Column::State.eq(ApplicationState::Open));
    let of_open = signature::Column::ApplicationId.in_subquery(QuerySelect::query(&mut open.clone()).take());
    let signed = signature::Entity::find().select_only().column(signature::Column::AgreementId);
    let signed = signed.column_as(signature::Column::ApplicationId.count(), "shops").filter(of_open);
    signed.group_by(signature::Column::AgreementId).into_tuple().all(db).await
}

/// Which versions were signed, and when.
pub async fn signatures(
    db: &impl ConnectionTrait,
    id: ApplicationId,
) -> Result<Vec<(AgreementId, DateTime<Utc>)>, DbErr> {
    let rows = signature::Entity::find().filter(signature::Column::ApplicationId.eq(id)).all(db).await?;
    Ok(rows.into_iter().map(|row| (row.agreement_id, row.at)).collect())
}
