use chrono::{DateTime, Utc};
use shared::{
    BuyerId, CreatorId, ErrorCode, Handle, Locale,
    dto::{CreatorCard, CreatorHome, Page, Showcase, ShowcaseQuery},
};

use super::{
    cache::{Arrangement, arrangement, record},
    entity::follow,
    page, queries,
};
use crate::{Actor, Error, Showcases, catalog, clock::rfc3339, closing, db::Tx};

/// Creators that are listed at most.
const LISTED: u64 = 100;

impl Showcases<'_> {
    /// Creators with an open showcase, most followed first; the first 100.
    pub async fn creators(&self, _: Actor, locale: Locale) -> Result<Page<CreatorCard>, Error> {
        let db = self.shop().db.read();
        let (over, mut items) = (closing::over(db).await?, Vec::new());
        let open = |row: &super::entity::creator::Model| row.shop_id.is_none_or(|shop| !over.contains(&shop));
        for row in queries::popular(db, LISTED).await?.into_iter().filter(open) {
            items.push(record(self.0, db, row).await?.card(locale));
        }
        Ok(Page { items, next: None })
    }

    /// A creator's home page; `NotFound`, `ShopClosed`.
    pub async fn home(&self, actor: Actor, handle: &Handle, locale: Locale) -> Result<CreatorHome, Error> {
        let db = self.shop().db.read();
        let arranged = arrangement(self.0, db, handle).await?;
        require_there(&arranged)?;
        let ids: Vec<_> = arranged.items.iter().map(|item| item.product).collect();
        let on_sale = catalog::glances(self.0, db, &ids).await?.iter().filter(|glance| glance.on_sale()).count();
        self.frame(actor, &arranged, on_sale, locale).await
    }

    /// A creator's showcase as `query` asks; `NotFound`, `ShopClosed`, `Invalid` (`q`, `cursor`). Hidden and
    /// delisted products are left out, sold-out ones come last. Pinned products are apart from the
    /// items as long as nothing is asked but the creator's own order.
    pub async fn showcase(
        &self,
        actor: Actor,
        handle: &Handle,
        query: ShowcaseQuery,
        locale: Locale,
    ) -> Result<Showcase, Error> {
        let arranged = arrangement(self.0, self.shop().db.read(), handle).await?;
        require_there(&arranged)?;
        self.shown(actor, &arranged, query, locale).await
    }

    /// An arrangement as `query` asks, be it live or a draft.
    pub(super) async fn shown(
        &self,
        actor: Actor,
        arranged: &Arrangement,
        query: ShowcaseQuery,
        locale: Locale,
    ) -> Result<Showcase, Error> {
        let db = self.shop().db.read();
        let ids: Vec<_> = arranged.items.iter().map(|item| item.product).collect();
        let mut glances = catalog::glances(self.0, db, &ids).await?;
        glances.retain(catalog::Glance::on_sale);
        let home = self.frame(actor, arranged, glances.len(), locale).await?;
        let groups = page::groups(arranged, &glances, locale);
        let chosen = page::choose(arranged, glances, &query)?;
        let mut shown =
            Showcase { home, pinned: vec![], groups, items: vec![], next: chosen.next, total: chosen.total };
        for glance in chosen.pinned {
            shown.pinned.push(glance.card(self.0, db, locale).await?);
        }
        for glance in chosen.items {
            shown.items.push(glance.card(self.0, db, locale).await?);
        }
        Ok(shown)
    }

    async fn frame(
        &self,
        actor: Actor,
        arranged: &Arrangement,
        products: usize,
        locale: Locale,
    ) -> Result<CreatorHome, Error> {
        let creator = &arranged.creator;
        let following = match actor.buyer() {
            Some(buyer) => queries::follows(self.shop().db.read(), creator.row.id, buyer).await?,
            None => false,
        };
        Ok(CreatorHome {
            creator: creator.card(locale),
            bio: creator.row.bio.get(locale).to_owned(),
            cover: creator.cover.view(locale),
            look: creator.row.look,
            products: i64::try_from(products).unwrap_or(i64::MAX),
            videos: arranged.videos,
            following,
            closes_at: arranged.closing.map(|closing| rfc3339(closing.ends_at)),
        })
    }

    /// Follows or stops following; any buyer. Returns the number of followers.
    pub async fn follow(&self, actor: Actor, handle: &Handle, on: bool) -> Result<i64, Error> {
        let buyer = actor.require_buyer()?;
        let row = queries::creator_by_handle(self.shop().db.read(), handle).await?.ok_or(ErrorCode::NotFound)?;
        let (creator, at) = (row.id, self.shop().clock.now());
        let followers = self.shop().db.write(move |tx| Box::pin(follow(tx, (creator, buyer), on, at))).await?;
        self.shop().catalog.showcases.invalidate(creator.0).await;
        Ok(followers)
    }
}

/// `ShopClosed` for the place of a shop that is gone.
fn require_there(arranged: &Arrangement) -> Result<(), Error> {
    let over = arranged.closing.is_some_and(|closing| closing.over);
    if over { Err(ErrorCode::ShopClosed.into()) } else { Ok(()) }
}

async fn follow(tx: &Tx, (creator, buyer): (CreatorId, BuyerId), on: bool, at: DateTime<Utc>) -> Result<i64, Error> {
    let changed = if on {
        queries::insert_follow(tx, follow::Model { creator_id: creator, buyer_id: buyer, at }).await?
    } else {
        queries::delete_follow(tx, creator, buyer).await?
    };
    if changed {
        queries::count_followers(tx, creator, if on { 1 } else { -1 }).await?;
    }
    let row = queries::creators_by_id(tx, vec![creator]).await?.pop().ok_or(ErrorCode::NotFound)?;
    Ok(row.followers)
}
