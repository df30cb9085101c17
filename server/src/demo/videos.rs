//! The clips, with their cards and what people said.

use std::collections::HashMap;

use anyhow::Context;
use chrono::TimeDelta;
use commerce::{Actor, Commerce, video::NewVideo};
use shared::CreatorId;

use super::{Made, catalog::Catalog, files};

/// Publishes every clip. The feed takes turns between the creators: it is newest first.
pub async fn publish(
    commerce: &Commerce,
    catalog: &Catalog,
    made: &Made,
    creators: &HashMap<String, CreatorId>,
) -> anyhow::Result<()> {
    let now = commerce.clock().now();
    let mut turns: HashMap<&str, i64> = HashMap::new();
    for (place, video) in (0i64..).zip(&catalog.videos) {
        let turn = turns.entry(&video.creator).or_default();
        let age = TimeDelta::hours(*turn * 7) + TimeDelta::minutes(20 + place * 11);
        *turn += 1;
        let published_at = now - age;
        let mut cards = Vec::new();
        for card in &video.cards {
            let product = made.products.get(&card.product).with_context(|| format!("product {}", card.product))?;
            cards.push((*product, card.from_ms, card.to_ms));
        }
        let comments = (1..).zip(&video.comments).map(|(nth, comment)| {
            let at = published_at + age * nth / 12;
            (comment.name.clone().into(), comment.text.clone().into(), comment.likes, at)
        });
        let new = NewVideo {
            creator: *creators.get(&video.creator).with_context(|| format!("creator {}", video.creator))?,
            caption: video.caption.clone(),
            clip: files::import_clip(commerce, &video.clip, video.duration_ms).await?,
            poster: *made.pictures.get(&video.poster).with_context(|| format!("poster {}", video.poster))?,
            duration_ms: video.duration_ms,
            likes: video.likes,
            plays: video.likes * 13,
            published_at: Some(published_at),
            comments: comments.collect(),
            cards,
        };
        commerce.video().add_video(Actor::System, new).await?;
    }
    Ok(())
}
