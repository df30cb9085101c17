//! The table of messages.

use sea_orm::entity::prelude::*;
use shared::{BuyerId, MessageId};

#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "message")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: MessageId,
    pub account_id: BuyerId,
    pub kind: String,
    /// What the words need: a list of texts.
    pub parts: Json,
    pub link: String,
    pub at: DateTimeUtc,
    pub read_at: Option<DateTimeUtc>,
}

impl ActiveModelBehavior for ActiveModel {}
