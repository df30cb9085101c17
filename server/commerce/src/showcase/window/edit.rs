//! Changing a draft: one act, one transaction, one version; taking back and doing again.

use chrono::{DateTime, Utc};
use shared::{BuyerId, CreatorId, Duty, ErrorCode, Handle, LocalText, ProductId, WindowOp};

use super::{
    super::{entity::creator, queries as showcase},
    entity::{
        change::{self, Kind},
        draft,
    },
    live, queries,
};
use crate::{
    Actor, Error, Showcases,
    affiliate::{self, Promise},
    catalog,
    db::Tx,
    media,
};

/// Products in a window at most.
const MOST_ITEMS: usize = 2_000;
/// Topics at most.
const MOST_GROUPS: usize = 30;
/// Characters of a topic's name at most.
const LONGEST_NAME: usize = 20;
/// Acts that can be taken back.
const KEPT: i64 = 500;

impl Showcases<'_> {
    /// Does `op` to the draft of `handle`, whatever others did to it meanwhile, and answers with its new version. For
    /// members whose duty it is. `Conflict` if what it names is gone, `Invalid` (`name`, `item`, `media`), `LimitExceeded`.
    pub async fn change_window(&self, actor: Actor, handle: &Handle, op: WindowOp) -> Result<i64, Error> {
        let creator = self.window_of(actor, handle).await?;
        let promise = self.check(&creator, &op).await?;
        let (by, at) = (actor.buyer(), self.shop().clock.now());
        self.shop().db.write(move |tx| Box::pin(do_and_promise(tx, creator.id, op.clone(), promise, by, at))).await
    }

    /// Takes the last act back; answers with the draft's new version. `Conflict` if there is none.
    pub async fn undo_window(&self, actor: Actor, handle: &Handle) -> Result<i64, Error> {
        let creator = self.window_of(actor, handle).await?;
        let (by, at) = (actor.buyer(), self.shop().clock.now());
        self.shop().db.write(move |tx| Box::pin(undo(tx, creator.id, by, at))).await
    }

    /// Does again what was taken back last; answers with the draft's new version. `Conflict` if there is nothing, or
    /// something else was done since.
    pub async fn redo_window(&self, actor: Actor, handle: &Handle) -> Result<i64, Error> {
        let creator = self.window_of(actor, handle).await?;
        let (by, at) = (actor.buyer(), self.shop().clock.now());
        self.shop().db.write(move |tx| Box::pin(redo(tx, creator.id, by, at))).await
    }

    /// The version of the draft, to hear of another editor's acts; 0 before the first act.
    pub async fn window_version(&self, actor: Actor, handle: &Handle) -> Result<i64, Error> {
        let creator = self.window_of(actor, handle).await?;
        Ok(queries::draft_version(self.shop().db.read(), creator.id).await?.unwrap_or_default())
    }

    /// The creator, if the actor may arrange their window; `NotFound`, `Unauthenticated`, `Forbidden`. A creator without a
    /// shop has no members yet.
    pub(crate) async fn window_of(&self, actor: Actor, handle: &Handle) -> Result<creator::Model, Error> {
        if actor != Actor::System {
            actor.require_account()?;
        }
        let creator = showcase::creator_by_handle(self.shop().db.read(), handle).await?.ok_or(ErrorCode::NotFound)?;
        match creator.shop_id {
            Some(shop) => self.0.identity().require_duty(actor, shop, Duty::Window).await?,
            None if matches!(actor, Actor::System | Actor::Operator(_)) => {}
            None => return Err(ErrorCode::Forbidden.into()),
        }
        Ok(creator)
    }

    /// What the arrangement alone cannot know, and what the creator is promised for taking in the goods of others. Only
    /// people's acts come here: what is taken back was checked once.
    async fn check(&self, creator: &creator::Model, op: &WindowOp) -> Result<Option<Promise>, Error> {
        let db = self.shop().db.read();
        match op {
            WindowOp::Add { item, .. } => {
                let found = catalog::shop_of(db, *item).await?;
                if found.is_some() && found == creator.shop_id {
                    return Ok(None);
                }
                // Goods of others need a plan that holds for the creator.
                let promise = affiliate::linkable(db, creator.id, *item, self.shop().clock.now()).await?;
                return promise.map(Some).ok_or(Error::Invalid(vec!["item"]));
            }
            WindowOp::AddGroup { name, .. } | WindowOp::RenameGroup { name, .. } => named(name)?,
            WindowOp::Cover { media } => {
                let known = media::pictures(self.0, db, [*media]).await?.contains_key(media);
                if !known {
                    return Err(Error::Invalid(vec!["media"]));
                }
            }
            // The way back of another act, offered beside a difference: what it brings must have been there.
            WindowOp::PutBack { item, .. } => self.was_there(creator, item.id).await?,
            WindowOp::PutGroupBack { group, .. } => named(&group.name)?,
            WindowOp::Replace { .. } => return Err(Error::Invalid(vec!["op"])),
            _ => {}
        }
        Ok(None)
    }

    async fn was_there(&self, creator: &creator::Model, item: ProductId) -> Result<(), Error> {
        let live = live::read(self.shop().db.read(), creator).await?;
        if live.item(item).is_some() { Ok(()) } else { Err(Error::Invalid(vec!["item"])) }
    }
}

fn named(name: &LocalText) -> Result<(), Error> {
    let long = |text: &str| text.chars().count() > LONGEST_NAME || text.chars().any(char::is_control);
    let empty = name.zh.trim().is_empty() && name.en.trim().is_empty();
    if empty || long(&name.zh) || long(&name.en) { Err(Error::Invalid(vec!["name"])) } else { Ok(()) }
}

/// The draft; before the first act it is what is live.
pub async fn current(tx: &Tx, id: CreatorId, at: DateTime<Utc>) -> Result<draft::Model, Error> {
    if let Some(draft) = queries::draft(tx, id).await? {
        return Ok(draft);
    }
    let creator = showcase::creators_by_id(tx, vec![id]).await?.pop().ok_or(ErrorCode::NotFound)?;
    let draft = draft::Model {
        creator_id: id,
        arrangement: live::read(tx, &creator).await?,
        version: 0,
        changed_by: None,
        changed_at: at,
        publish_at: None,
        publish_by: None,
    };
    if queries::insert_draft(tx, draft.clone()).await? {
        return Ok(draft);
    }
    queries::draft(tx, id).await?.ok_or_else(|| ErrorCode::Conflict.into())
}

type By = Option<BuyerId>;

pub async fn act(tx: &Tx, id: CreatorId, op: WindowOp, by: By, at: DateTime<Utc>) -> Result<i64, Error> {
    step(tx, id, op, Kind::Act, by, at).await.map(|(version, _)| version)
}

/// An act, and what the creator is promised with it.
async fn do_and_promise(
    tx: &Tx,
    id: CreatorId,
    op: WindowOp,
    promise: Option<Promise>,
    by: By,
    at: DateTime<Utc>,
) -> Result<i64, Error> {
    if let Some(promise) = promise {
        affiliate::keep_promise(tx, promise, at).await?;
    }
    act(tx, id, op, by, at).await
}

/// Applies and keeps `op`; the new version and the way back.
async fn step(
    tx: &Tx,
    id: CreatorId,
    op: WindowOp,
    kind: Kind,
    by: By,
    at: DateTime<Utc>,
) -> Result<(i64, WindowOp), Error> {
    let mut draft = current(tx, id, at).await?;
    let inverse = draft.arrangement.apply(&op).map_err(|_| ErrorCode::Conflict)?;
    if draft.arrangement.items.len() > MOST_ITEMS || draft.arrangement.groups.len() > MOST_GROUPS {
        return Err(ErrorCode::LimitExceeded.into());
    }
    draft.version += 1;
    (draft.changed_by, draft.changed_at) = (by, at);
    let version = draft.version;
    if !queries::replace_draft(tx, draft).await? {
        return Err(ErrorCode::Conflict.into());
    }
    let change = change::Model { creator_id: id, version, op, inverse: inverse.clone(), kind, undone: false, by, at };
    queries::insert_change(tx, change).await?;
    if version % 100 == 0 {
        queries::forget_changes(tx, id, version - KEPT).await?;
    }
    Ok((version, inverse))
}

async fn undo(tx: &Tx, id: CreatorId, by: By, at: DateTime<Utc>) -> Result<i64, Error> {
    let act = queries::last_act(tx, id).await?.ok_or(ErrorCode::Conflict)?;
    let (version, _) = step(tx, id, act.inverse.clone(), Kind::Undo, by, at).await?;
    queries::replace_change(tx, change::Model { undone: true, ..act }).await?;
    Ok(version)
}

async fn redo(tx: &Tx, id: CreatorId, by: By, at: DateTime<Utc>) -> Result<i64, Error> {
    let act = queries::first_undone(tx, id).await?.ok_or(ErrorCode::Conflict)?;
    let (version, inverse) = step(tx, id, act.op.clone(), Kind::Redo, by, at).await?;
    queries::replace_change(tx, change::Model { undone: false, inverse, ..act }).await?;
    Ok(version)
}
