//! The draft as visitors will see it: the same page from another source.

use std::sync::Arc;

use chrono::TimeDelta;
use shared::{
    CreatorId, ErrorCode, Handle, Locale,
    dto::{Showcase, ShowcaseQuery},
};

use super::{
    super::{
        cache::{Arrangement, CreatorRecord, Item, record},
        entity::{creator, group},
        queries as showcase,
    },
    PreviewState, live, queries,
    token::{sign, verify},
};
use crate::{Actor, Error, Showcases, closing, media, video};

impl Showcases<'_> {
    /// A token that shows the draft of `handle` for so long, to whoever holds it. For members whose duty it is.
    pub async fn preview_token(&self, actor: Actor, handle: &Handle, lasts: TimeDelta) -> Result<String, Error> {
        let creator = self.window_of(actor, handle).await?;
        Ok(sign(&self.shop().config.secret, creator.id, self.shop().clock.now() + lasts))
    }

    /// Whether `token` shows the draft of `handle` now; `NotFound` if it was forged or is another creator's, `Gone` if
    /// its time is over.
    pub async fn check_preview(&self, handle: &Handle, token: &str) -> Result<(), Error> {
        self.previewed(handle, token).await.map(drop)
    }

    /// The draft of `handle` as its showcase will be, by the grace of `token`. Errors as `check_preview` and `showcase`.
    pub async fn preview(
        &self,
        actor: Actor,
        handle: &Handle,
        token: &str,
        state: PreviewState,
        query: ShowcaseQuery,
        locale: Locale,
    ) -> Result<Showcase, Error> {
        let creator = self.previewed(handle, token).await?;
        let arranged = self.drafted(creator, state).await?;
        let mut shown = self.shown(actor, &arranged, query, locale).await?;
        if state == PreviewState::SoldOut {
            for card in shown.pinned.iter_mut().chain(&mut shown.items) {
                card.stock = 0;
            }
        }
        Ok(shown)
    }

    async fn previewed(&self, handle: &Handle, token: &str) -> Result<creator::Model, Error> {
        let id: CreatorId = verify(&self.shop().config.secret, token, self.shop().clock.now())?;
        let creator = showcase::creators_by_id(self.shop().db.read(), vec![id]).await?.pop();
        creator.filter(|creator| creator.handle == *handle).ok_or(ErrorCode::NotFound.into())
    }

    /// The draft as the showcase reads it; never cached.
    async fn drafted(&self, row: creator::Model, state: PreviewState) -> Result<Arrangement, Error> {
        let db = self.shop().db.read();
        let draft = match queries::draft(db, row.id).await? {
            Some(draft) => draft.arrangement,
            None => live::read(db, &row).await?,
        };
        let id = row.id;
        let known = record(self.0, db, row).await?;
        let cover = media::pictures(self.0, db, [draft.cover]).await?.remove(&draft.cover);
        let creator = Arc::new(CreatorRecord {
            row: creator::Model { cover: draft.cover, look: draft.look, ..known.row.clone() },
            avatar: known.avatar.clone(),
            cover: cover.unwrap_or_else(|| media::Picture::missing(draft.cover)),
        });
        let added = showcase::items(db, id).await?.into_iter().map(|row| (row.product_id, row.added_at));
        let added: std::collections::HashMap<_, _> = added.collect();
        let now = self.shop().clock.now();
        let pinned = |id| draft.pins.iter().position(|pin| *pin == id).and_then(|at| i32::try_from(at).ok());
        let shown = draft.items.iter().filter(|item| !item.hidden && state != PreviewState::Empty);
        let items = shown.map(|item| Item {
            product: item.id,
            pinned: pinned(item.id),
            groups: item.groups.iter().copied().collect(),
            added_at: added.get(&item.id).copied().unwrap_or(now),
        });
        let items = items.collect();
        let groups = (0..).zip(draft.groups);
        let groups =
            groups.map(|(position, topic)| group::Model { id: topic.id, creator_id: id, name: topic.name, position });
        let closing = match creator.row.shop_id {
            Some(shop) => closing::notice(db, shop).await?,
            None => None,
        };
        let videos = video::count_of(db, id).await?;
        Ok(Arrangement { creator, items, groups: groups.collect(), videos, closing })
    }
}
