use chrono::{DateTime, Utc};
use sea_orm::{
    ColumnTrait, Condition, ConnectionTrait, DbErr, EntityTrait, ExprTrait, IntoActiveModel, JoinType, QueryFilter,
    QueryOrder, QuerySelect,
    sea_query::{Expr, OnConflict},
};
use shared::{CreatorId, PlanId, PlanKind, ProductId, ShopId};

use super::super::entity::{link, named, plan};

/// The plans of `products` that hold at `at`.
pub async fn valid(
    db: &impl ConnectionTrait,
    products: &[ProductId],
    at: DateTime<Utc>,
) -> Result<Vec<plan::Model>, DbErr> {
    plan::Entity::find().filter(plan::Column::ProductId.is_in(products.iter().copied())).filter(holds(at)).all(db).await
}

/// The plans of other shops than `own` that hold for a creator at `at`, newest first.
pub async fn offered_to(
    db: &impl ConnectionTrait,
    creator: CreatorId,
    own: Option<ShopId>,
    at: DateTime<Utc>,
    limit: u64,
) -> Result<Vec<plan::Model>, DbErr> {
    let mut names = named::Entity::find().select_only().column(named::Column::PlanId);
    names = names.filter(named::Column::CreatorId.eq(creator)).filter(is_named(at));
    let for_them = Condition::any()
        .add(plan::Column::Kind.eq(PlanKind::Ordinary))
        .add(plan::Column::Id.in_subquery(QuerySelect::query(&mut names).take()));
    let mut plans = plan::Entity::find().filter(holds(at)).filter(for_them);
    if let Some(own) = own {
        plans = plans.filter(plan::Column::ShopId.ne(own));
    }
    plans.order_by_desc(plan::Column::MadeAt).order_by_desc(plan::Column::Id).limit(limit).all(db).await
}

/// A shop's plans that have not ended at `at`, newest first.
pub async fn of_shop(
    db: &impl ConnectionTrait,
    shop: ShopId,
    at: DateTime<Utc>,
    limit: u64,
) -> Result<Vec<plan::Model>, DbErr> {
    let open = Condition::any().add(plan::Column::EndsAt.is_null()).add(plan::Column::EndsAt.gt(at));
    let plans = plan::Entity::find().filter(plan::Column::ShopId.eq(shop)).filter(open);
    plans.order_by_desc(plan::Column::MadeAt).order_by_desc(plan::Column::Id).limit(limit).all(db).await
}

fn holds(at: DateTime<Utc>) -> Condition {
    let open = Condition::any().add(plan::Column::EndsAt.is_null()).add(plan::Column::EndsAt.gt(at));
    Condition::all().add(plan::Column::StartsAt.lte(at)).add(open)
}

fn is_named(at: DateTime<Utc>) -> Condition {
    let still = Condition::any().add(named::Column::Until.is_null()).add(named::Column::Until.gt(at));
    Condition::all().add(named::Column::Since.lte(at)).add(still)
}

/// Which of `creators` the plans `ids` name at `at`.
pub async fn named(
    db: &impl ConnectionTrait,
    ids: &[PlanId],
    creators: &[CreatorId],
    at: DateTime<Utc>,
) -> Result<Vec<named::Model>, DbErr> {
    if ids.is_empty() || creators.is_empty() {
        return Ok(Vec::new());
    }
    let rows = named::Entity::find().filter(named::Column::PlanId.is_in(ids.iter().copied()));
    rows.filter(named::Column::CreatorId.is_in(creators.iter().copied())).filter(is_named(at)).all(db).await
}

/// Whom the plans `ids` name at `at`, the first named first.
pub async fn named_of(
    db: &impl ConnectionTrait,
    ids: &[PlanId],
    at: DateTime<Utc>,
) -> Result<Vec<named::Model>, DbErr> {
    let rows = named::Entity::find().filter(named::Column::PlanId.is_in(ids.iter().copied())).filter(is_named(at));
    rows.order_by_asc(named::Column::Since).order_by_asc(named::Column::CreatorId).all(db).await
}

pub async fn link(
    db: &impl ConnectionTrait,
    creator: CreatorId,
    product: ProductId,
) -> Result<Option<link::Model>, DbErr> {
    link::Entity::find_by_id((creator, product)).one(db).await
}

/// A new link, or what an old one is promised from now on.
pub async fn put_link(db: &impl ConnectionTrait, row: link::Model) -> Result<(), DbErr> {
    let known = OnConflict::columns([link::Column::CreatorId, link::Column::ProductId])
        .update_columns([link::Column::PlanId, link::Column::Rate, link::Column::LinkedAt])
        .to_owned();
    link::Entity::insert(row.into_active_model()).on_conflict(known).exec_without_returning(db).await?;
    Ok(())
}

/// What `creators` have taken in of `products`, once per plan that holds for them at `at`, and once without if none does.
pub async fn taken_in(
    db: &impl ConnectionTrait,
    creators: &[CreatorId],
    products: &[ProductId],
    at: DateTime<Utc>,
) -> Result<Vec<(link::Model, Option<plan::Model>)>, DbErr> {
    let mut names = named::Entity::find().select_only().column(named::Column::PlanId).filter(is_named(at));
    let them = link::Column::CreatorId.as_column_ref();
    names = names.filter(Expr::col(named::Column::CreatorId.as_column_ref()).eq(Expr::col(them)));
    let for_them = Condition::any()
        .add(plan::Column::Kind.eq(PlanKind::Ordinary))
        .add(plan::Column::Id.in_subquery(QuerySelect::query(&mut names).take()));
    let offered = holds(at).add(for_them);
    let join = link::Entity::belongs_to(plan::Entity).from(link::Column::ProductId).to(plan::Column::ProductId);
    let rows = link::Entity::find()
        .select_also(plan::Entity)
        .join(JoinType::LeftJoin, join.on_condition(move |_, _| offered.clone()).into())
        .filter(link::Column::CreatorId.is_in(creators.iter().copied()))
        .filter(link::Column::ProductId.is_in(products.iter().copied()));
    rows.all(db).await
}

/// The links of a creator.
pub async fn linked_by(db: &impl ConnectionTrait, creator: CreatorId) -> Result<Vec<link::Model>, DbErr> {
    link::Entity::find().filter(link::Column::CreatorId.eq(creator)).all(db).await
}

/// Who links to a product.
pub async fn linked(db: &impl ConnectionTrait, product: ProductId) -> Result<Vec<CreatorId>, DbErr> {
    let rows = link::Entity::find().select_only().column(link::Column::CreatorId);
    rows.filter(link::Column::ProductId.eq(product)).into_tuple().all(db).await
}

/// How many creators link to each of `products`.
pub async fn links_of_product(
    db: &impl ConnectionTrait,
    products: &[ProductId],
) -> Result<Vec<(ProductId, i64)>, DbErr> {
    let rows = link::Entity::find()
        .select_only()
        .column(link::Column::ProductId)
        .column_as(link::Column::CreatorId.count(), "links")
        .filter(link::Column::ProductId.is_in(products.iter().copied()))
        .group_by(link::Column::ProductId);
    rows.into_tuple().all(db).await
}
