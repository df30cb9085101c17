//! From the draft to what visitors see, at once or when its time has come; and old versions back into the draft.

use chrono::{DateTime, Utc};
use shared::{Arrangement, BuyerId, CreatorId, ErrorCode, Handle, ShopId, WindowOp};

use super::{
    super::queries as showcase,
    edit::{self, current},
    entity::version,
    live, queries,
};
use crate::{
    Actor, Commerce, Error, Showcases,
    db::Tx,
    outbox,
    staff::{Deed, act, plain},
};

/// Characters of a note at most.
const LONGEST_NOTE: usize = 80;

impl Showcases<'_> {
    /// Shows the draft to everyone, all of it or nothing, and keeps it as a version of the history; answers with its number.
    /// For members whose duty it is. `Conflict` if the draft is not the version `seen` any more: nobody publishes what they
    /// have not looked at. Products that are not on sale stay in it and are not shown until they are.
    pub async fn publish_window(
        &self,
        actor: Actor,
        handle: &Handle,
        seen: Option<i64>,
        note: &str,
    ) -> Result<i64, Error> {
        let creator = self.window_of(actor, handle).await?;
        let note = note.trim().to_owned();
        if note.chars().count() > LONGEST_NOTE {
            return Err(Error::Invalid(vec!["note"]));
        }
        publish(self.0, creator.id, Release { seen, due: None, shop: creator.shop_id, by: actor, note }).await
    }

    /// Publishes the draft, as it is then, at `at`; `None` calls it off. `Invalid` (`at`) if that is past.
    pub async fn schedule_window(
        &self,
        actor: Actor,
        handle: &Handle,
        when: Option<DateTime<Utc>>,
    ) -> Result<(), Error> {
        let creator = self.window_of(actor, handle).await?;
        let (by, deed) = (actor.buyer(), Deed::new(&self.shop().clock, actor));
        if when.is_some_and(|when| when <= deed.at) {
            return Err(Error::Invalid(vec!["at"]));
        }
        let of = (creator.id, creator.shop_id);
        self.shop().db.write(move |tx| Box::pin(schedule(tx, of, when, by, deed))).await
    }

    /// Puts version `number` of the history into the draft, as one act that can be taken back; answers with the draft's new
    /// version. `NotFound`.
    pub async fn restore_window(&self, actor: Actor, handle: &Handle, number: i64) -> Result<i64, Error> {
        let creator = self.window_of(actor, handle).await?;
        let old = queries::version(self.shop().db.read(), creator.id, number).await?.ok_or(ErrorCode::NotFound)?;
        let op = WindowOp::Replace { with: Box::new(old.arrangement) };
        let (by, deed) = (actor.buyer(), Deed::new(&self.shop().clock, actor));
        let of = (creator.id, creator.shop_id);
        self.shop().db.write(move |tx| Box::pin(restore(tx, of, (number, op.clone()), by, deed))).await
    }
}

async fn schedule(
    tx: &Tx,
    (id, shop): (CreatorId, Option<ShopId>),
    when: Option<DateTime<Utc>>,
    by: Option<BuyerId>,
    deed: Deed,
) -> Result<(), Error> {
    current(tx, id, deed.at).await?;
    queries::set_due(tx, id, when, by.filter(|_| when.is_some())).await?;
    if let Some(shop) = shop {
        let act = if when.is_some() { act::WINDOW_SCHEDULED } else { act::WINDOW_CALLED_OFF };
        deed.record(tx, shop, act, plain("")).await?;
    }
    Ok(())
}

async fn restore(
    tx: &Tx,
    (id, shop): (CreatorId, Option<ShopId>),
    (number, op): (i64, WindowOp),
    by: Option<BuyerId>,
    deed: Deed,
) -> Result<i64, Error> {
    if let Some(shop) = shop {
        deed.record(tx, shop, act::WINDOW_RESTORED, plain(&number.to_string())).await?;
    }
    edit::act(tx, id, op, by, deed.at).await
}

/// Publishes what was scheduled; `Conflict` if that was called off meanwhile.
pub async fn publish_due(commerce: &Commerce, id: CreatorId) -> Result<(), Error> {
    let due = Some(commerce.clock().now());
    publish(commerce, id, Release { seen: None, due, shop: None, by: Actor::System, note: String::new() })
        .await
        .map(drop)
}

/// Who publishes what.
#[derive(Debug, Clone)]
struct Release {
    /// The version of the draft that was looked at.
    seen: Option<i64>,
    /// Only if it is due by then.
    due: Option<DateTime<Utc>>,
    /// In whose log it is noted.
    shop: Option<ShopId>,
    by: Actor,
    note: String,
}

async fn publish(commerce: &Commerce, id: CreatorId, release: Release) -> Result<i64, Error> {
    let deed = Deed::new(commerce.clock(), release.by);
    let number = commerce.db().write(move |tx| Box::pin(put_live(tx, id, release.clone(), deed))).await?;
    commerce.0.catalog.showcase_changed(id).await;
    Ok(number)
}

async fn put_live(tx: &Tx, id: CreatorId, release: Release, deed: Deed) -> Result<i64, Error> {
    let at = deed.at;
    let draft = current(tx, id, at).await?;
    let changed = release.seen.is_some_and(|seen| seen != draft.version);
    let due = release.due.is_none_or(|now| draft.publish_at.is_some_and(|at| at <= now));
    if changed || !due {
        return Err(ErrorCode::Conflict.into());
    }
    let last = match queries::last_number(tx, id).await? {
        Some(last) => last,
        // The first publication keeps what was shown before it, too.
        None => {
            let creator = showcase::creators_by_id(tx, vec![id]).await?.pop().ok_or(ErrorCode::NotFound)?;
            let before = live::read(tx, &creator).await?;
            queries::insert_version(tx, kept(id, 1, before, None, creator.opened_at, String::new())).await?;
            1
        }
    };
    live::write(tx, id, &draft.arrangement, at).await?;
    let by = if release.due.is_some() { draft.publish_by } else { release.by.buyer() };
    if let Some(shop) = release.shop {
        let named = format!("{} {}", last + 1, release.note);
        deed.record(tx, shop, act::WINDOW_PUBLISHED, plain(named.trim())).await?;
    }
    queries::insert_version(tx, kept(id, last + 1, draft.arrangement, by, at, release.note)).await?;
    queries::set_due(tx, id, None, None).await?;
    outbox::append(tx, id.0, "showcase.arranged", &serde_json::json!({ "creator_id": id }), at).await?;
    Ok(last + 1)
}

const fn kept(
    creator_id: CreatorId,
    number: i64,
    arrangement: Arrangement,
    by: Option<BuyerId>,
    at: DateTime<Utc>,
    note: String,
) -> version::Model {
    version::Model { creator_id, number, arrangement, by, at, note }
}
