use chrono::{DateTime, Utc};
use sea_orm::{
    ActiveModelTrait, ColumnTrait, Condition, ConnectionTrait, DbErr, EntityTrait, ExprTrait, IntoActiveModel,
    QueryFilter, QueryOrder,
    sea_query::{Expr, OnConflict},
};
use shared::{PlanId, ProductId};

use super::super::entity::{named, plan, promoted};

/// Makes everybody else who changes the plans of `product` wait until this transaction ends.
pub async fn lock(db: &impl ConnectionTrait, product: ProductId) -> Result<(), DbErr> {
    promoted::Entity::insert(promoted::Model { product_id: product, changes: 0 }.into_active_model())
        .on_conflict_do_nothing_on([promoted::Column::ProductId])
        .exec_without_returning(db)
        .await?;
    let count = Expr::col(promoted::Column::Changes).add(1);
    let update = promoted::Entity::update_many().col_expr(promoted::Column::Changes, count);
    update.filter(promoted::Column::ProductId.eq(product)).exec(db).await?;
    Ok(())
}

pub async fn plan(db: &impl ConnectionTrait, id: PlanId) -> Result<Option<plan::Model>, DbErr> {
    plan::Entity::find_by_id(id).one(db).await
}

/// The plans of a product that have not ended at `at`, the oldest first.
pub async fn plans_of(
    db: &impl ConnectionTrait,
    product: ProductId,
    at: DateTime<Utc>,
) -> Result<Vec<plan::Model>, DbErr> {
    let open = Condition::any().add(plan::Column::EndsAt.is_null()).add(plan::Column::EndsAt.gt(at));
    let plans = plan::Entity::find().filter(plan::Column::ProductId.eq(product)).filter(open);
    plans.order_by_asc(plan::Column::MadeAt).order_by_asc(plan::Column::Id).all(db).await
}

pub async fn insert_plan(db: &impl ConnectionTrait, row: plan::Model) -> Result<(), DbErr> {
    plan::Entity::insert(row.into_active_model()).exec_without_returning(db).await?;
    Ok(())
}

pub async fn replace_plan(db: &impl ConnectionTrait, row: plan::Model) -> Result<(), DbErr> {
    let id = row.id;
    let update = plan::Entity::update_many().set(row.into_active_model().reset_all());
    update.filter(plan::Column::Id.eq(id)).exec(db).await?;
    Ok(())
}

/// The creators a plan names until further notice.
pub async fn named_now(db: &impl ConnectionTrait, id: PlanId) -> Result<Vec<named::Model>, DbErr> {
    let rows = named::Entity::find().filter(named::Column::PlanId.eq(id));
    rows.filter(named::Column::Until.is_null()).all(db).await
}

/// Names a creator, or changes until when a plan does.
pub async fn put_named(db: &impl ConnectionTrait, row: named::Model) -> Result<(), DbErr> {
    let known = OnConflict::columns([named::Column::PlanId, named::Column::CreatorId])
        .update_columns([named::Column::Since, named::Column::Until])
        .to_owned();
    named::Entity::insert(row.into_active_model()).on_conflict(known).exec_without_returning(db).await?;
    Ok(())
}
