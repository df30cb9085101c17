//! The one query for everything about products that changes by the second.

use sea_orm::{
    ColumnTrait, ConnectionTrait, DbErr, EntityTrait, FromQueryResult, JoinType, QueryFilter, QueryOrder, QuerySelect,
    RelationDef, Select,
};
use shared::{Currency, Money, ProductId, ProductState, SkuId};

use super::super::{
    NORMAL,
    entity::{product, sku, stock},
};

/// A SKU at this moment.
#[derive(Debug, Clone, FromQueryResult)]
pub struct Live {
    pub sku_id: SkuId,
    pub product_id: ProductId,
    /// Order among the product's SKUs; negative if the shop took it out.
    pub position: i32,
    pub price_minor: i64,
    pub market_price_minor: Option<i64>,
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

    /// What it was, if that was more.
    pub fn market_price(&self) -> Option<Money> {
        let market = self.market_price_minor.filter(|market| *market > self.price_minor)?;
        Some(Money::new(market, self.currency))
    }

    /// Pieces that can still be bought.
    pub fn left(&self) -> i32 {
        (self.on_hand - self.held).max(0)
    }
}

/// The SKUs of `ids`, in each product's order.
pub async fn of_products(db: &impl ConnectionTrait, ids: &[ProductId]) -> Result<Vec<Live>, DbErr> {
    let wanted = live().filter(sku::Column::ProductId.is_in(ids.iter().copied())).filter(sku::Column::Position.gte(0));
    wanted.order_by_asc(sku::Column::Position).into_model().all(db).await
}

pub async fn of_skus(db: &impl ConnectionTrait, ids: &[SkuId]) -> Result<Vec<Live>, DbErr> {
    live().filter(sku::Column::Id.is_in(ids.iter().copied())).into_model().all(db).await
}

fn live() -> Select<sku::Entity> {
    let product: RelationDef =
        sku::Entity::belongs_to(product::Entity).from(sku::Column::ProductId).to(product::Column::Id).into();
    let stock: RelationDef = sku::Entity::belongs_to(stock::Entity).from(sku::Column::Id).to(stock::Column::SkuId).into();
    sku::Entity::find()
        .select_only()
        .column_as(sku::Column::Id, "sku_id")
        .columns([sku::Column::ProductId, sku::Column::Position, sku::Column::PriceMinor, sku::Column::MarketPriceMinor])
        .column(sku::Column::Currency)
        .columns([stock::Column::OnHand, stock::Column::Held, stock::Column::Sold])
        .columns([product::Column::State, product::Column::Version])
        .join(JoinType::InnerJoin, product)
        .join(JoinType::InnerJoin, stock)
        .filter(stock::Column::Bucket.eq(NORMAL))
}
