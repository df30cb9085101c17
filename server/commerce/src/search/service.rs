use shared::{Locale, dto::SearchResult};

use crate::{Actor, Error, Search};

impl Search<'_> {
    /// What matches `q` (1 to 80 characters, Chinese or English), for everyone.
    pub async fn search(
        &self,
        actor: Actor,
        q: &str,
        cursor: Option<String>,
        locale: Locale,
    ) -> Result<SearchResult, Error> {
        let _ = (actor, q, cursor, locale);
        todo!("goods")
    }
}
