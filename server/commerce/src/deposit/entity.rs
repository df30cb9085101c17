//! The table of deposits.

use sea_orm::entity::prelude::*;
use shared::{ApplicationId, BuyerId, Currency, DepositId, DepositState, Money, PaymentId, ShopId};

#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "deposit")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: DepositId,
    /// Whose account it is held in; the shop may not be open yet.
    pub shop_id: ShopId,
    /// Who is asked for it.
    pub payer: BuyerId,
    /// What it was asked for.
    pub application_id: ApplicationId,
    pub state: DepositState,
    pub amount_minor: i64,
    pub currency: Currency,
    pub created_at: DateTimeUtc,
    pub pay_by: DateTimeUtc,
    /// The payment that is open for it, or paid it.
    pub payment_id: Option<PaymentId>,
    pub paid_at: Option<DateTimeUtc>,
}

impl ActiveModelBehavior for ActiveModel {}

impl Model {
    /// How much.
    pub const fn amount(&self) -> Money {
        Money::new(self.amount_minor, self.currency)
    }
}
