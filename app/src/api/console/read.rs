//! From typed text to changes of the tables.

use chrono::{DateTime, Utc};
use commerce::{Error, catalog::NewTerm};
use shared::{BasisPoints, CategoryId, LocalText, Scene, TermValue};

use crate::{
    api::read::{field, money, percent},
    context::{caller, shop},
    present::when::{day_in_china, is_today},
};

/// A day in China from its first moment on; nothing for at once, and so for today, which has begun. `Invalid` (`from`).
pub fn from(text: &str) -> Result<Option<DateTime<Utc>>, Error> {
    if text.trim().is_empty() {
        return Ok(None);
    }
    let (day, now) = (day_in_china(text).ok_or_else(|| Error::Invalid(vec!["from"]))?, shop()?.clock().now());
    Ok(Some(day).filter(|day| !is_today(*day, now)))
}

/// A scene by its name; nothing for every scene without a rate of its own.
pub fn scene(text: &str) -> Result<Option<Scene>, Error> {
    if text.is_empty() {
        return Ok(None);
    }
    let known = Scene::ALL.into_iter().find(|scene| scene.as_str() == text);
    known.map(Some).ok_or_else(|| Error::Invalid(vec!["scene"]))
}

/// A rate; nothing for none of its own. `Invalid` (`rate`).
pub fn rate(text: &str) -> Result<Option<BasisPoints>, Error> {
    if text.trim().is_empty() {
        return Ok(None);
    }
    percent(text).map(Some).ok_or_else(|| Error::Invalid(vec!["rate"]))
}

/// An amount in yuan, as minor units. `Invalid` (`deposit`).
pub fn deposit(text: &str) -> Result<i64, Error> {
    money(text.trim(), "CNY").map(|money| money.minor).map_err(|_| Error::Invalid(vec!["deposit"]))
}

/// Both languages, trimmed.
pub fn text(zh: &str, en: &str) -> LocalText {
    LocalText { zh: zh.trim().to_owned(), en: en.trim().to_owned() }
}

/// A fee to be, as four fields say it.
pub fn fee(category: &str, in_scene: &str, typed: &str, day: &str) -> Result<NewTerm, Error> {
    let value = TermValue::Fee(rate(typed)?);
    Ok(NewTerm { category: field("category", category)?, scene: scene(in_scene)?, value, from: from(day)?, seen: None })
}

/// Sets a term of the category that was looked at.
pub async fn set(category: &str, seen: &str, value: TermValue, day: &str) -> Result<(), Error> {
    let (category, seen): (CategoryId, i64) = (field("category", category)?, field("seen", seen)?);
    let new = NewTerm { category, scene: None, value, from: from(day)?, seen: Some(seen) };
    shop()?.catalog().set_term(caller().actor, new).await
}
