use shared::{
    Handle, Locale,
    dto::{CreatorCard, CreatorHome, Page, Showcase, ShowcaseQuery},
};

use crate::{Actor, Error, Showcases};

impl Showcases<'_> {
    /// Creators with an open showcase, most followed first.
    pub async fn creators(&self, actor: Actor, locale: Locale) -> Result<Page<CreatorCard>, Error> {
        let _ = (actor, locale);
        todo!("goods")
    }

    /// A creator's home page; `NotFound`.
    pub async fn home(&self, actor: Actor, handle: &Handle, locale: Locale) -> Result<CreatorHome, Error> {
        let _ = (actor, handle, locale);
        todo!("goods")
    }

    /// A creator's showcase as `query` asks; `NotFound`. Hidden and delisted products are left out,
    /// sold-out ones come last.
    pub async fn showcase(
        &self,
        actor: Actor,
        handle: &Handle,
        query: ShowcaseQuery,
        locale: Locale,
    ) -> Result<Showcase, Error> {
        let _ = (actor, handle, query, locale);
        todo!("goods")
    }

    /// Follows or stops following; any buyer. Returns the number of followers.
    pub async fn follow(&self, actor: Actor, handle: &Handle, on: bool) -> Result<i64, Error> {
        let _ = (actor, handle, on);
        todo!("goods")
    }
}
