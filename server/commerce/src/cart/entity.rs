use sea_orm::entity::prelude::*;
use shared::{BuyerId, CartLineId, Currency, Money, Quantity, SkuId, Source};

#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "cart_line")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: CartLineId,
    /// Unique with `sku_id`.
    pub buyer_id: BuyerId,
    pub sku_id: SkuId,
    pub quantity: Quantity,
    /// Taken along to the checkout.
    pub selected: bool,
    /// Price of one piece when it was added, minor units.
    pub price_minor: i64,
    pub currency: Currency,
    /// Where it was met last.
    pub source: Source,
    pub added_at: DateTimeUtc,
    pub changed_at: DateTimeUtc,
}

impl ActiveModelBehavior for ActiveModel {}

impl Model {
    /// Price of one piece when it was added.
    pub const fn price(&self) -> Money {
        Money::new(self.price_minor, self.currency)
    }
}
