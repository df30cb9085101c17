//! What changes by the second, in one query for everything on a page.

use sea_orm::{
    ColumnTrait, ConnectionTrait, DbErr, EntityTrait, ExprTrait, FromQueryResult, JoinType, QueryFilter, QueryOrder,
    QuerySelect, RelationDef, Select,
    sea_query::{Expr, LockType, SimpleExpr},
};
use shared::{Currency, Money, ProductId, ProductState, SkuId};

use super::super::{
    NORMAL,
    entity::{product, shop, sku, stock},
};

/// A SKU at this moment.
#[derive(Debug, Clone, FromQueryResult)]
pub struct Live {
    pub sku_id: SkuId,
    pub product_id: ProductId,
    /// Order among the product's SKUs; negative if the shop took it out.
    pub position: i32,
    pub price_minor: i64,
    pub currency: Currency,
    pub on_hand: i32,
    pub held: i32,
    pub sold: i32,
    pub state: ProductState,
    pub version: i64,
}

impl Live {
    pub const fn price(&self) -> Money {
        Money::new(self.price_minor, self.currency)
    }

    /// Pieces that can still be bought.
    pub fn left(&self) -> i32 {
        // `max` is also SQL's, in here.
        Ord::max(self.on_hand - self.held, 0)
    }
}

/// The SKUs of `ids`, in each product's order.
pub async fn of_products(db: &impl ConnectionTrait, ids: &[ProductId]) -> Result<Vec<Live>, DbErr> {
    let wanted = live().filter(sku::Column::ProductId.is_in(ids.iter().copied())).filter(sku::Column::Position.gte(0));
    wanted.order_by_asc(sku::Column::Position).into_model().all(db).await
}

/// The SKUs `ids` in any order. If they are to be `held`, their shops stay as they are until the transaction ends: one
/// that stops selling waits for it, and one that has just stopped is seen to have.
pub async fn of_skus(db: &impl ConnectionTrait, ids: &[SkuId], held: bool) -> Result<Vec<Live>, DbErr> {
    let mut rows = live().filter(sku::Column::Id.is_in(ids.iter().copied()));
    if held {
        QuerySelect::query(&mut rows).lock_with_tables(LockType::Share, [shop::Entity]);
    }
    rows.into_model().all(db).await
}

/// A product at this moment. With its version the cached record tells prices: whoever changes a
/// price changes the version.
#[derive(Debug, Clone, FromQueryResult)]
pub struct Summary {
    pub product_id: ProductId,
    pub state: ProductState,
    pub version: i64,
    /// Pieces of all its SKUs that can still be bought.
    pub left: i64,
    /// Pieces sold here.
    pub sold: i64,
}

/// The products `ids` in any order.
pub async fn summaries(db: &impl ConnectionTrait, ids: &[ProductId]) -> Result<Vec<Summary>, DbErr> {
    if ids.is_empty() {
        return Ok(Vec::new());
    }
    let left = Expr::col((stock::Entity, stock::Column::OnHand)).sub(Expr::col((stock::Entity, stock::Column::Held)));
    let rows = joined()
        .select_only()
        .column(sku::Column::ProductId)
        .column(product::Column::Version)
        .column_as(state_now(), "state")
        .column_as(left.sum(), "left")
        .column_as(stock::Column::Sold.sum(), "sold")
        .filter(sku::Column::ProductId.is_in(ids.iter().copied()))
        .filter(sku::Column::Position.gte(0))
        .group_by(sku::Column::ProductId)
        .group_by(product::Column::State)
        .group_by(shop::Column::Suspended)
        .group_by(shop::Column::Ended)
        .group_by(product::Column::Version);
    rows.into_model().all(db).await
}

fn live() -> Select<sku::Entity> {
    joined()
        .select_only()
        .column_as(sku::Column::Id, "sku_id")
        .columns([sku::Column::ProductId, sku::Column::Position, sku::Column::PriceMinor, sku::Column::Currency])
        .columns([stock::Column::OnHand, stock::Column::Held, stock::Column::Sold])
        .column(product::Column::Version)
        .column_as(state_now(), "state")
}

/// A shop that the operator has suspended, or that closes, has nothing on sale, whatever its products say.
fn state_now() -> SimpleExpr {
    let silent = shop::Column::Suspended.eq(true).or(shop::Column::Ended.eq(true));
    let off = silent.and(product::Column::State.eq(ProductState::OnSale));
    let state = Expr::col((product::Entity, product::Column::State));
    Expr::case(off, Expr::value(ProductState::Delisted.as_str())).finally(state).into()
}

/// SKUs with their products, their shops and their stock for ordinary sales.
fn joined() -> Select<sku::Entity> {
    let product: RelationDef =
        sku::Entity::belongs_to(product::Entity).from(sku::Column::ProductId).to(product::Column::Id).into();
    let shop: RelationDef =
        product::Entity::belongs_to(shop::Entity).from(product::Column::ShopId).to(shop::Column::Id).into();
    let stock: RelationDef =
        sku::Entity::belongs_to(stock::Entity).from(sku::Column::Id).to(stock::Column::SkuId).into();
    sku::Entity::find()
        .join(JoinType::InnerJoin, product)
        .join(JoinType::InnerJoin, shop)
        .join(JoinType::InnerJoin, stock)
        .filter(stock::Column::Bucket.eq(NORMAL))
}
