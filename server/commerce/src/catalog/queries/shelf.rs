//! A shop's own list.

use chrono::{DateTime, Utc};
use sea_orm::{
    ColumnTrait, ConnectionTrait, DbErr, EntityTrait, ExprTrait, FromQueryResult, IntoActiveModel, JoinType, JsonValue,
    QueryFilter, QueryOrder, QuerySelect, QueryTrait, RelationDef, Select,
    sea_query::{Expr, LikeExpr, OnConflict},
};
use shared::{Currency, EditState, ProductId, ProductState, ShelfGroupId, ShopId, SkuId, dto::ShelfTab};

use super::{
    super::{
        NORMAL,
        entity::{product, product_draft, sku, stock, stock_alert},
    },
    groups::grouped,
};

/// Which products of a shop.
pub struct Shelved {
    pub shop: ShopId,
    pub tab: ShelfTab,
    /// Lower case.
    pub q: Option<String>,
    /// Only with a SKU that has fewer pieces left.
    pub below: Option<i32>,
    /// Only of these groups; of none of any with an empty list.
    pub groups: Option<Vec<ShelfGroupId>>,
    pub after: Option<(DateTime<Utc>, ProductId)>,
    pub limit: u64,
}

/// One product with its draft.
#[derive(Debug, Clone, FromQueryResult)]
pub struct OnShelf {
    pub id: ProductId,
    pub state: ProductState,
    pub content: JsonValue,
    pub sold: i64,
    pub listed_at: Option<DateTime<Utc>>,
    pub list_at: Option<DateTime<Utc>>,
    pub delist_at: Option<DateTime<Utc>>,
    pub draft: JsonValue,
    pub edit: EditState,
    pub changed_at: DateTime<Utc>,
}

/// A SKU with its pieces.
#[derive(Debug, Clone, FromQueryResult)]
pub struct ShelfStock {
    pub id: SkuId,
    pub product_id: ProductId,
    pub code: String,
    pub choice: JsonValue,
    pub price_minor: i64,
    pub currency: Currency,
    pub on_hand: i32,
    pub held: i32,
    pub sold: i32,
    pub received: i32,
}

pub(super) fn with_draft() -> Select<product::Entity> {
    let draft: RelationDef = product::Entity::belongs_to(product_draft::Entity)
        .from(product::Column::Id)
        .to(product_draft::Column::ProductId)
        .into();
    product::Entity::find().join(JoinType::InnerJoin, draft)
}

pub async fn shelf(db: &impl ConnectionTrait, wanted: Shelved) -> Result<Vec<OnShelf>, DbErr> {
    use product::Column::{Content, DelistAt, Id, ListAt, ListedAt, ShopId, Sold, State};
    use product_draft::Column::{ChangedAt, Draft, State as Edit, Words};
    let mut rows = with_draft()
        .select_only()
        .columns([Id, State, Content, Sold, ListedAt, ListAt, DelistAt])
        .columns([Draft, ChangedAt])
        .column_as(Edit, "edit")
        .filter(ShopId.eq(wanted.shop));
    let kept = State.is_not_in([ProductState::Recycled, ProductState::Deleted]);
    rows = match wanted.tab {
        ShelfTab::All => rows.filter(kept),
        ShelfTab::OnSale => rows.filter(State.eq(ProductState::OnSale)),
        ShelfTab::Draft => rows.filter(State.eq(ProductState::Draft)),
        ShelfTab::InReview => rows.filter(Edit.eq(EditState::InReview)).filter(kept),
        ShelfTab::Rejected => rows.filter(Edit.eq(EditState::Rejected)).filter(kept),
        ShelfTab::Off => {
            rows.filter(State.is_in([ProductState::Delisted, ProductState::Banned, ProductState::DepositShort]))
        }
        ShelfTab::Recycled => rows.filter(State.eq(ProductState::Recycled)),
    };
    if let Some(q) = wanted.q {
        let escaped = q.replace('\\', "\\\\").replace('%', "\\%").replace('_', "\\_");
        rows = rows.filter(Words.like(LikeExpr::new(format!("%{escaped}%")).escape('\\')));
    }
    if let Some(below) = wanted.below {
        rows = rows.filter(State.eq(ProductState::OnSale)).filter(Id.in_subquery(low_products(below).into_query()));
    }
    rows = match wanted.groups {
        None => rows,
        Some(none) if none.is_empty() => rows.filter(Id.not_in_subquery(grouped(None).into_query())),
        groups => rows.filter(Id.in_subquery(grouped(groups).into_query())),
    };
    if let Some((at, id)) = wanted.after {
        rows = rows.filter(ChangedAt.lt(at).or(ChangedAt.eq(at).and(Id.lt(id))));
    }
    rows.order_by_desc(ChangedAt).order_by_desc(Id).limit(wanted.limit).into_model().all(db).await
}

/// The products that have a SKU on offer with fewer pieces left than `below`.
fn low_products(below: i32) -> Select<sku::Entity> {
    let left = Expr::col((stock::Entity, stock::Column::OnHand)).sub(Expr::col((stock::Entity, stock::Column::Held)));
    stocked().select_only().column(sku::Column::ProductId).filter(sku::Column::Position.gte(0)).filter(left.lt(below))
}

fn stocked() -> Select<sku::Entity> {
    let stock: RelationDef =
        sku::Entity::belongs_to(stock::Entity).from(sku::Column::Id).to(stock::Column::SkuId).into();
    sku::Entity::find().join(JoinType::InnerJoin, stock).filter(stock::Column::Bucket.eq(NORMAL))
}

/// The SKUs of `ids` that are offered, in each product's order.
pub async fn shelf_stock(db: &impl ConnectionTrait, ids: &[ProductId]) -> Result<Vec<ShelfStock>, DbErr> {
    use sku::Column::{Choice, Code, Currency, Id, Position, PriceMinor, ProductId};
    use stock::Column::{Held, OnHand, Received, Sold};
    let rows = stocked().select_only().columns([Id, ProductId, Code, Choice, PriceMinor, Currency]);
    let rows = rows.columns([OnHand, Held, Sold, Received]).filter(ProductId.is_in(ids.iter().copied()));
    rows.filter(Position.gte(0)).order_by_asc(Position).into_model().all(db).await
}

/// How many products of a shop there are by their state and their draft's.
pub async fn heaps(db: &impl ConnectionTrait, shop: ShopId) -> Result<Vec<(ProductState, EditState, i64)>, DbErr> {
    let rows = with_draft()
        .select_only()
        .column(product::Column::State)
        .column_as(product_draft::Column::State, "edit")
        .column_as(product::Column::Id.count(), "number")
        .filter(product::Column::ShopId.eq(shop))
        .group_by(product::Column::State)
        .group_by(product_draft::Column::State);
    rows.into_tuple().all(db).await
}

/// How many products on sale have a SKU with fewer pieces left than `below`.
pub async fn low(db: &impl ConnectionTrait, shop: ShopId, below: i32) -> Result<i64, DbErr> {
    use product::Column::{Id, ShopId, State};
    let rows = product::Entity::find().select_only().column_as(Id.count(), "number").filter(ShopId.eq(shop));
    let rows = rows.filter(State.eq(ProductState::OnSale)).filter(Id.in_subquery(low_products(below).into_query()));
    Ok(rows.into_tuple::<i64>().one(db).await?.unwrap_or_default())
}

pub async fn threshold(db: &impl ConnectionTrait, shop: ShopId) -> Result<Option<i32>, DbErr> {
    Ok(stock_alert::Entity::find_by_id(shop).one(db).await?.map(|row| row.threshold))
}

pub async fn set_threshold(db: &impl ConnectionTrait, shop_id: ShopId, threshold: i32) -> Result<(), DbErr> {
    use stock_alert::Column::{ShopId, Threshold};
    let newest = OnConflict::column(ShopId).update_column(Threshold).to_owned();
    let row = stock_alert::Model { shop_id, threshold }.into_active_model();
    stock_alert::Entity::insert(row).on_conflict(newest).exec_without_returning(db).await?;
    Ok(())
}

/// Products that go on or off sale by now. One that waits for its draft to pass is not due before that.
pub async fn scheduled(db: &impl ConnectionTrait, now: DateTime<Utc>, limit: u64) -> Result<Vec<ProductId>, DbErr> {
    use product::Column::{DelistAt, Id, ListAt, State};
    let goes = ListAt.lte(now).and(product_draft::Column::State.eq(EditState::Passed));
    let goes = goes.or(ListAt.lte(now).and(State.is_not_in([ProductState::Draft, ProductState::Delisted])));
    let rows = with_draft().select_only().column(Id).filter(DelistAt.lte(now).or(goes)).limit(limit);
    rows.into_tuple().all(db).await
}

/// The threshold of a product's shop.
fn threshold_of(default: i32) -> Expr {
    Expr::col((stock_alert::Entity, stock_alert::Column::Threshold)).if_null(default)
}

/// Products on sale that have a low SKU, or those that have none.
fn by_stock(default: i32, low: bool) -> Select<product::Entity> {
    use sea_orm::sea_query::{Condition, Query};
    let left = Expr::col((stock::Entity, stock::Column::OnHand)).sub(Expr::col((stock::Entity, stock::Column::Held)));
    let alert: RelationDef = product::Entity::belongs_to(stock_alert::Entity)
        .from(product::Column::ShopId)
        .to(stock_alert::Column::ShopId)
        .into();
    let skus = Query::select()
        .expr(Expr::val(1))
        .from(sku::Entity)
        .inner_join(
            stock::Entity,
            Expr::col((stock::Entity, stock::Column::SkuId)).equals((sku::Entity, sku::Column::Id)),
        )
        .and_where(Expr::col((sku::Entity, sku::Column::ProductId)).equals((product::Entity, product::Column::Id)))
        .and_where(Expr::col((sku::Entity, sku::Column::Position)).gte(0))
        .and_where(Expr::col((stock::Entity, stock::Column::Bucket)).eq(NORMAL))
        .and_where(left.lt(threshold_of(default)))
        .to_owned();
    let is_low = Condition::all().add(Expr::exists(skus));
    product::Entity::find()
        .select_only()
        .column(product::Column::Id)
        .join(JoinType::LeftJoin, alert)
        .filter(product::Column::State.eq(ProductState::OnSale))
        .filter(if low { is_low } else { is_low.not() })
}

/// Products on sale with a low SKU of which their shop has not heard.
pub async fn newly_low(db: &impl ConnectionTrait, default: i32, limit: u64) -> Result<Vec<ProductId>, DbErr> {
    let rows = by_stock(default, true).filter(product::Column::LowTold.eq(false));
    rows.limit(limit).into_tuple().all(db).await
}

/// Products of which their shop heard and that are filled up again.
pub async fn no_longer_low(db: &impl ConnectionTrait, default: i32, limit: u64) -> Result<Vec<ProductId>, DbErr> {
    let rows = by_stock(default, false).filter(product::Column::LowTold.eq(true));
    rows.limit(limit).into_tuple().all(db).await
}

/// How many of `ids` did not say so before. Viewers see nothing of it, so the version stays.
pub async fn set_low_told(db: &impl ConnectionTrait, ids: &[ProductId], told: bool) -> Result<u64, DbErr> {
    if ids.is_empty() {
        return Ok(0);
    }
    let change = product::Entity::update_many().col_expr(product::Column::LowTold, Expr::value(told));
    let change = change.filter(product::Column::Id.is_in(ids.iter().copied()));
    Ok(change.filter(product::Column::LowTold.eq(!told)).exec(db).await?.rows_affected)
}
