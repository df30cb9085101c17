//! Finding by words: text segmented by jieba, in SQLite's FTS5 or PostgreSQL's full text search. Owns
//! `search_entry` and its index.
//!
//! Rooms put their entries in the transaction that changes what they say, so that search never lags.

mod entity;
mod queries;
mod service;
#[cfg(test)]
mod tests;
mod words;

use sea_orm::ConnectionTrait;
use shared::ProductId;
use uuid::Uuid;

pub(crate) use words::indexed;

use crate::{Commerce, Error, db::Tx};

/// Products that one search finds at most.
pub(crate) const MOST: u32 = 200;
/// Longest question, in characters.
const MOST_CHARS: usize = 80;

/// What an entry is about.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Kind {
    Product,
    Creator,
    Video,
}

impl Kind {
    const fn as_str(self) -> &'static str {
        match self {
            Self::Product => "product",
            Self::Creator => "creator",
            Self::Video => "video",
        }
    }
}

/// Makes `id` findable by `words` (see [`indexed`]), in place of what it was found by.
pub(crate) async fn put(tx: &Tx, kind: Kind, id: Uuid, words: String) -> Result<(), Error> {
    Ok(queries::put(tx, kind.as_str(), id, words).await?)
}

/// Makes new things findable, in one statement.
pub(crate) async fn put_all(tx: &Tx, kind: Kind, entries: Vec<(Uuid, String)>) -> Result<(), Error> {
    if entries.is_empty() {
        return Ok(());
    }
    Ok(queries::put_all(tx, kind.as_str(), entries).await?)
}

/// `id` is not to be found any more.
pub(crate) async fn remove(tx: &Tx, id: Uuid) -> Result<(), Error> {
    Ok(queries::remove(tx, id).await?)
}

/// The products that match `q`, best first; all of its words, else any of them.
pub(crate) async fn products(_: &Commerce, db: &impl ConnectionTrait, q: &str) -> Result<Vec<ProductId>, Error> {
    let found = find(db, Kind::Product, &words_of(q)?, MOST).await?;
    Ok(found.into_iter().map(ProductId).collect())
}

async fn find(db: &impl ConnectionTrait, kind: Kind, words: &[String], limit: u32) -> Result<Vec<Uuid>, Error> {
    if words.is_empty() {
        return Ok(Vec::new());
    }
    let found = queries::find(db, kind.as_str(), words, true, limit).await?;
    if !found.is_empty() || words.len() == 1 {
        return Ok(found);
    }
    Ok(queries::find(db, kind.as_str(), words, false, limit).await?)
}

fn words_of(q: &str) -> Result<Vec<String>, Error> {
    let q = q.trim();
    if q.is_empty() || q.chars().count() > MOST_CHARS {
        return Err(Error::Invalid(vec!["q"]));
    }
    Ok(words::asked(q))
}
