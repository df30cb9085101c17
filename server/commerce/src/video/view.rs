//! How clips look to callers.

use std::{collections::HashMap, sync::Arc};

use sea_orm::ConnectionTrait;
use shared::{
    CreatorId, Locale, ProductId, VideoId,
    dto::{Clip, TimedCard, VideoCard, VideoView},
};

use super::{
    entity::video,
    queries,
    record::{Record, clips, comment_view},
};
use crate::{Actor, Commerce, Error, catalog, media::Picture, showcase};

/// The film of a clip, and its first picture.
pub(super) fn film(row: &video::Model, film: Option<&Picture>, poster: &Picture, locale: Locale) -> Clip {
    Clip {
        url: format!("/media/{}/clip.mp4", row.clip),
        small: film.and_then(Picture::small_film),
        poster: poster.view(locale),
        duration_ms: row.duration_ms,
    }
}

/// The clips `ids` in their order with everything around them, unknown and removed ones left out:
/// one query, and two more for a buyer's own marks.
pub(super) async fn views(
    commerce: &Commerce,
    db: &impl ConnectionTrait,
    actor: Actor,
    ids: &[VideoId],
    locale: Locale,
) -> Result<Vec<VideoView>, Error> {
    let mut clips = clips(commerce, db, ids).await?;
    clips.retain(|clip| clip.is_public());
    let mut products: Vec<_> = clips.iter().flat_map(|clip| &clip.cards).map(|card| card.product_id).collect();
    products.sort_unstable();
    products.dedup();
    let cards = catalog::cards(commerce, db, &products, locale).await?;
    let cards: HashMap<_, _> = cards.into_iter().map(|card| (card.id, card)).collect();
    let makers: Vec<_> = clips.iter().map(|clip| clip.row.creator_id).collect();
    let creators = showcase::cards(commerce, db, makers.clone(), locale).await?;
    let (liked, followed) = match actor.buyer() {
        Some(buyer) => {
            let shown = clips.iter().map(|clip| clip.row.id).collect();
            (queries::liked(db, shown, buyer).await?, showcase::followed(db, makers, buyer).await?)
        }
        None => Default::default(),
    };
    let view = |clip: &Arc<Record>| {
        let timed = clip.cards.iter().filter_map(|card| {
            let product = cards.get(&card.product_id)?.clone();
            Some(TimedCard { product, from_ms: card.from_ms, to_ms: card.to_ms })
        });
        Some(VideoView {
            id: clip.row.id,
            caption: clip.row.caption.get(locale).to_owned(),
            clip: film(&clip.row, clip.film.as_deref(), &clip.poster, locale),
            creator: creators.iter().find(|creator| creator.id == clip.row.creator_id)?.clone(),
            following: followed.contains(&clip.row.creator_id),
            likes: clip.row.likes,
            liked: liked.contains(&clip.row.id),
            comments: clip.comments.iter().map(|row| comment_view(row, locale)).collect(),
            comment_count: clip.row.comments,
            cards: timed.collect(),
        })
    };
    Ok(clips.iter().filter_map(view).collect())
}

/// The clips `ids` as lists show them, in their order, unknown and removed ones left out.
pub(crate) async fn cards(
    commerce: &Commerce,
    db: &impl ConnectionTrait,
    ids: Vec<VideoId>,
    locale: Locale,
) -> Result<Vec<VideoCard>, Error> {
    let clips = clips(commerce, db, &ids).await?;
    let creators =
        showcase::cards(commerce, db, clips.iter().map(|clip| clip.row.creator_id).collect(), locale).await?;
    let card = |clip: &Arc<Record>| {
        let creator = creators.iter().find(|creator| creator.id == clip.row.creator_id)?;
        Some(VideoCard {
            id: clip.row.id,
            caption: clip.row.caption.get(locale).to_owned(),
            poster: clip.poster.view(locale),
            plays: clip.row.plays,
            handle: creator.handle.clone(),
            creator_name: creator.name.clone(),
        })
    };
    Ok(clips.iter().filter(|clip| clip.is_public()).filter_map(card).collect())
}

/// Clips among which one for a product is looked for.
const NEWEST: u64 = 24;

/// The newest published clip of a creator that has a card for `product`, else their newest; `None` before the first.
pub(crate) async fn best_for(
    commerce: &Commerce,
    db: &impl ConnectionTrait,
    actor: Actor,
    creator: CreatorId,
    product: Option<ProductId>,
    locale: Locale,
) -> Result<Option<VideoView>, Error> {
    let rows = queries::of_creator(db, creator, None, NEWEST).await?;
    let ids: Vec<_> = rows.iter().map(|row| row.id).collect();
    let cards = queries::cards(db, &ids).await?;
    let has = |id: &&VideoId| cards.iter().any(|card| card.video_id == **id && Some(card.product_id) == product);
    let best = ids.iter().find(has).or_else(|| ids.first()).copied();
    let Some(best) = best else { return Ok(None) };
    Ok(views(commerce, db, actor, &[best], locale).await?.pop())
}
