use leptos::prelude::*;
use serde::{Deserialize, Serialize};

use crate::api::Failure;

/// A row of the timeline, as typed. One without a product is no row.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct CardForm {
    /// What is linked.
    pub product: String,
    /// Appears at, seconds.
    pub from: String,
    /// Leaves at, seconds.
    pub to: String,
}

/// Replaces the cards of a clip, as they were of `version`.
#[server(prefix = "/fn", endpoint = "clip/cards")]
pub async fn save_clip_cards(
    id: String,
    #[server(default)] version: String,
    #[server(default)] cards: Vec<CardForm>,
) -> Result<(), Failure> {
    use commerce::{Error, video::CardTime};

    use crate::{
        api::{answer::answer, fail, read},
        context::{caller, shop},
    };

    async fn save(id: &str, version: &str, cards: &[CardForm]) -> Result<(), Error> {
        let wrong = || Error::Invalid(vec!["cards"]);
        let mut times = Vec::new();
        for card in cards.iter().filter(|card| !card.product.is_empty()) {
            times.push(CardTime {
                product: read::field("product", &card.product)?,
                from_ms: read::millis(&card.from).ok_or_else(wrong)?,
                to_ms: read::millis(&card.to).ok_or_else(wrong)?,
            });
        }
        shop()?.video().set_cards(caller().actor, read::field("id", id)?, version.parse().ok(), times).await
    }
    let page = format!("/studio/clips/{id}");
    let mut typed = Vec::new();
    for (nth, card) in cards.iter().enumerate() {
        typed.push((format!("product{nth}"), card.product.as_str()));
        typed.push((format!("from{nth}"), card.from.as_str()));
        typed.push((format!("to{nth}"), card.to.as_str()));
    }
    let typed: Vec<_> = typed.iter().map(|(name, value)| (name.as_str(), *value)).collect();
    answer(save(&id, &version, &cards).await.map_err(fail), |()| format!("{page}?saved=cards"), &page, &typed)
}
