use chrono::{DateTime, Utc};
use sea_orm::{
    ActiveValue::Set, ColumnTrait, ConnectionTrait, DbErr, EntityTrait, ExprTrait, IntoActiveModel, QueryFilter,
    QueryOrder, TryInsertResult, sea_query::OnConflict,
};
use shared::{BuyerId, OpeningMode, RuleKind};

use super::super::entity::{agreement, policy, real_name, rule};

pub async fn rules(db: &impl ConnectionTrait) -> Result<Vec<rule::Model>, DbErr> {
    rule::Entity::find().order_by_asc(rule::Column::ValidFrom).order_by_asc(rule::Column::Id).all(db).await
}

pub async fn insert_rule(db: &impl ConnectionTrait, row: rule::Model) -> Result<(), DbErr> {
    rule::Entity::insert(row.into_active_model()).exec_without_returning(db).await?;
    Ok(())
}

/// Ends the rules of a kind and mode that would still run at `at`.
pub async fn end_rules(
    db: &impl ConnectionTrait,
    kind: RuleKind,
    mode: Option<OpeningMode>,
    at: DateTime<Utc>,
) -> Result<(), DbErr> {
    let change = rule::ActiveModel { valid_to: Set(Some(at)), ..Default::default() };
    let same = match mode {
        Some(mode) => rule::Column::Mode.eq(mode),
        None => rule::Column::Mode.is_null(),
    };
    let running = rule::Column::ValidTo.is_null().or(rule::Column::ValidTo.gt(at));
    let ended = rule::Entity::update_many().set(change).filter(rule::Column::Kind.eq(kind)).filter(same);
    ended.filter(running).exec(db).await?;
    Ok(())
}

/// The policy in force at `at`.
pub async fn policy(db: &impl ConnectionTrait, at: DateTime<Utc>) -> Result<Option<policy::Model>, DbErr> {
    let found = policy::Entity::find().filter(policy::Column::ValidFrom.lte(at));
    found.order_by_desc(policy::Column::ValidFrom).order_by_desc(policy::Column::Id).one(db).await
}

pub async fn insert_policy(db: &impl ConnectionTrait, row: policy::Model) -> Result<(), DbErr> {
    policy::Entity::insert(row.into_active_model()).exec_without_returning(db).await?;
    Ok(())
}

/// Every version that is in force by `at`, oldest first.
pub async fn agreements(db: &impl ConnectionTrait, at: DateTime<Utc>) -> Result<Vec<agreement::Model>, DbErr> {
    let found = agreement::Entity::find().filter(agreement::Column::ValidFrom.lte(at));
    found.order_by_asc(agreement::Column::Version).all(db).await
}

pub async fn all_agreements(db: &impl ConnectionTrait) -> Result<Vec<agreement::Model>, DbErr> {
    agreement::Entity::find().all(db).await
}

/// Adds a version; `false` if there is one of that number.
pub async fn insert_agreement(db: &impl ConnectionTrait, row: agreement::Model) -> Result<bool, DbErr> {
    let inserted = agreement::Entity::insert(row.into_active_model())
        .on_conflict_do_nothing_on([agreement::Column::Kind, agreement::Column::Version])
        .exec_without_returning(db)
        .await?;
    Ok(matches!(inserted, TryInsertResult::Inserted(1)))
}

pub async fn real_name(db: &impl ConnectionTrait, account: BuyerId) -> Result<Option<real_name::Model>, DbErr> {
    real_name::Entity::find_by_id(account).one(db).await
}

pub async fn put_real_name(db: &impl ConnectionTrait, row: real_name::Model) -> Result<(), DbErr> {
    use real_name::Column::{AccountId, At, Masked, Sealed};
    let newest = OnConflict::column(AccountId).update_columns([Sealed, Masked, At]).to_owned();
    real_name::Entity::insert(row.into_active_model()).on_conflict(newest).exec_without_returning(db).await?;
    Ok(())
}
