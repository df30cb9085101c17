use shared::{CreatorId, Locale, ProductId, ProductState, VideoId, dto::SearchResult};

use super::{Kind, MOST, find, words_of};
use crate::{Actor, Error, Search, catalog, showcase, video};

/// Products on a page of results.
const PAGE: usize = 24;
/// Creators and clips beside the first page.
const BESIDE: u32 = 6;

impl Search<'_> {
    /// What matches `q` (1 to 80 characters, Chinese or English), for everyone. `Invalid` (`q`,
    /// `cursor`).
    pub async fn search(
        &self,
        _: Actor,
        q: &str,
        cursor: Option<String>,
        locale: Locale,
    ) -> Result<SearchResult, Error> {
        let (db, words) = (self.shop().db.read(), words_of(q)?);
        let from = cursor.as_deref().map_or(Ok(0), str::parse::<usize>).map_err(|_| Error::Invalid(vec!["cursor"]))?;
        let found = find(db, Kind::Product, &words, MOST).await?;
        let more = found.len() > from.saturating_add(PAGE);
        let ids: Vec<_> = found.into_iter().skip(from).take(PAGE).map(ProductId).collect();
        let mut products = catalog::cards(self.0, db, &ids, locale).await?;
        products.retain(|card| card.state == ProductState::OnSale);
        let mut result =
            SearchResult { products, next: more.then(|| (from + PAGE).to_string()), creators: vec![], videos: vec![] };
        if from == 0 {
            let creators = find(db, Kind::Creator, &words, BESIDE).await?.into_iter().map(CreatorId).collect();
            result.creators = showcase::cards(self.0, db, creators, locale).await?;
            let videos = find(db, Kind::Video, &words, BESIDE).await?.into_iter().map(VideoId).collect();
            result.videos = video::cards(self.0, db, videos, locale).await?;
        }
        Ok(result)
    }
}
