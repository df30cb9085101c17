use std::{collections::HashMap, sync::Arc};

use moka::future::Cache;
use sea_orm::ConnectionTrait;
use shared::{LocalText, Locale, MediaId, dto::Image};

use super::{
    entity::{self, FILM, POSTER},
    queries,
    service::SMALL_CLIP,
};
use crate::{Commerce, Error};

/// Pictures kept in memory; a picture never changes, so none is ever dropped for being stale.
const KEPT: u64 = 20_000;

/// A picture as other rooms hold it: its text in every language.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Picture {
    pub id: MediaId,
    pub alt: LocalText,
    pub width: i32,
    pub height: i32,
    /// Of a picture its renditions' widths, of a film their shortest sides; ascending.
    pub widths: Vec<i32>,
    pub is_film: bool,
    /// The first picture of a clip.
    pub is_poster: bool,
}

impl Picture {
    /// For a reader of `locale`.
    pub fn view(&self, locale: Locale) -> Image {
        let Self { id, width, height, .. } = *self;
        Image { id, alt: self.alt.get(locale).to_owned(), width, height, widths: self.widths.clone() }
    }

    /// The address of a film's smaller rendition, if it has one.
    pub fn small_film(&self) -> Option<String> {
        (self.is_film && self.widths.len() > 1).then(|| format!("/media/{}/{SMALL_CLIP}", self.id))
    }

    /// The same with another text, where there is one.
    pub fn described(&self, alt: Option<&LocalText>, locale: Locale) -> Image {
        let image = self.view(locale);
        match alt {
            Some(alt) => Image { alt: alt.get(locale).to_owned(), ..image },
            None => image,
        }
    }

    /// What stands for a picture that is not there: its address answers 404, its place keeps its size.
    pub fn missing(id: MediaId) -> Arc<Self> {
        Arc::new(Self {
            id,
            alt: LocalText::default(),
            width: 640,
            height: 640,
            widths: vec![640],
            is_film: false,
            is_poster: false,
        })
    }
}

impl From<entity::Model> for Picture {
    fn from(row: entity::Model) -> Self {
        let widths = serde_json::from_value(row.widths).unwrap_or_default();
        let (is_film, is_poster) = (row.kind == FILM, row.kind == POSTER);
        Self { id: row.id, alt: row.alt, width: row.width, height: row.height, widths, is_film, is_poster }
    }
}

/// The pictures `ids`, by id; unknown ones are left out. No query for those met before.
pub(crate) async fn pictures(
    commerce: &Commerce,
    db: &impl ConnectionTrait,
    ids: impl IntoIterator<Item = MediaId>,
) -> Result<HashMap<MediaId, Arc<Picture>>, Error> {
    let cache = &commerce.0.media.pictures;
    let (mut found, mut unknown) = (HashMap::new(), Vec::new());
    for id in ids {
        match cache.get(&id).await {
            Some(picture) => _ = found.insert(id, picture),
            None => unknown.push(id),
        }
    }
    if !unknown.is_empty() {
        for row in queries::by_ids(db, unknown).await? {
            let picture = Arc::new(Picture::from(row));
            cache.insert(picture.id, picture.clone()).await;
            found.insert(picture.id, picture);
        }
    }
    Ok(found)
}

pub(super) fn cache() -> Cache<MediaId, Arc<Picture>> {
    Cache::new(KEPT)
}
