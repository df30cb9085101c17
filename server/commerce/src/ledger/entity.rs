use sea_orm::entity::prelude::*;
use shared::Currency;

/// One line of a posting; never changed, never removed.
#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "ledger_entry")]
pub struct Model {
    /// Id of the order, payment or refund it is about.
    #[sea_orm(primary_key, auto_increment = false)]
    pub reference: Uuid,
    /// What happened; see [`super::Posting`].
    #[sea_orm(primary_key, auto_increment = false)]
    pub event: String,
    /// See [`super::Account`].
    #[sea_orm(primary_key, auto_increment = false)]
    pub account: String,
    /// Whose account it is: a shop, a creator; `None` for the platform's own.
    pub owner: Option<Uuid>,
    /// Positive is debit, negative is credit, in minor units.
    pub minor: i64,
    pub currency: Currency,
    pub at: DateTimeUtc,
}

impl ActiveModelBehavior for ActiveModel {}
