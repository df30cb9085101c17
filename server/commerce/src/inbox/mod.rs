//! Messages to accounts: what happened, by kind and parts, in nobody's language yet. Owns `message`.
//! Other rooms write them inside the transaction that made them true.

mod entity;
mod queries;
mod service;

use chrono::{DateTime, Utc};
use sea_orm::{ConnectionTrait, DbErr};
use shared::{BuyerId, MessageId};

/// A message to be written.
#[derive(Debug, Clone)]
pub(crate) struct Letter {
    pub id: MessageId,
    pub to: BuyerId,
    pub kind: &'static str,
    pub parts: Vec<String>,
    pub link: String,
}

/// Puts a message into its inbox; one that is there already (the work ran twice) stays.
pub(crate) async fn send(db: &impl ConnectionTrait, letter: Letter, at: DateTime<Utc>) -> Result<(), DbErr> {
    let Letter { id, to, kind, parts, link } = letter;
    let row = entity::Model { id, account_id: to, kind: kind.to_owned(), parts: parts.into(), link, at, read_at: None };
    queries::insert(db, row).await
}
