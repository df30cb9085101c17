//! A shop asks for another category.

use bytes::Bytes;
use chrono::{DateTime, Utc};
use sea_orm::{ActiveValue::Set, ConnectionTrait};
use shared::{
    CategoryId, CategoryRequestEvent, CategoryRequestId, CategoryRequestState, DocumentId, Duty, ErrorCode, LocalText,
    Locale, ShopId, dto::CategoryWish,
};

use super::{
    entity::request,
    queries,
    standing::{Asked, chosen},
};
use crate::{
    Actor, Deposits, Error,
    clock::rfc3339,
    closing,
    db::Tx,
    onboarding,
    staff::{Deed, act},
};

impl Deposits<'_> {
    /// Asks for a category at the root of the tree; for the owner. One that asks for no qualification goes to the
    /// operator at once, else its paper comes first. `Unauthenticated`, `Invalid` (`category`) for none at the root,
    /// `Conflict` for one the shop has or asks for already, `ShopClosing`.
    pub async fn ask(&self, actor: Actor, shop: ShopId, category: CategoryId) -> Result<CategoryRequestId, Error> {
        self.0.identity().require_duty(actor, shop, Duty::Shop).await?;
        let account_id = actor.require_account()?;
        let (db, clock) = (self.shop().db.read(), &self.shop().clock);
        closing::require_open(db, shop).await?;
        let asked = Asked::now(self.0, db).await?;
        let root = asked.root(category).filter(|root| root.open).ok_or(Error::Invalid(vec!["category"]))?;
        let (name, needs_paper) = (root.name.clone(), root.paper.is_some());
        if chosen(db, shop).await?.contains(&category) {
            return Err(ErrorCode::Conflict.into());
        }
        let row = request::Model {
            id: CategoryRequestId(clock.new_id()),
            shop_id: shop,
            category_id: category,
            live: Some(format!("{shop}:{category}")),
            state: if needs_paper { CategoryRequestState::Draft } else { CategoryRequestState::InReview },
            version: 1,
            account_id,
            at: clock.now(),
            reason: None,
            words: String::new(),
            reviewer: None,
            decided_at: None,
        };
        let (id, note) = (row.id, Note { deed: Deed::new(clock, actor), name });
        self.shop().db.write(move |tx| Box::pin(insert(tx, row.clone(), note.clone()))).await?;
        Ok(id)
    }

    /// Takes the paper of a wish, as `onboarding().upload` takes one; for the owner. `IllegalTransition` once it is
    /// handed in.
    pub async fn attach(&self, actor: Actor, id: CategoryRequestId, bytes: Bytes) -> Result<DocumentId, Error> {
        let row = self.own(actor, id).await?;
        let account = actor.require_account()?;
        row.state.transition(CategoryRequestEvent::Submit)?;
        onboarding::paper_later(self.0, account, row.shop_id, row.category_id, bytes).await
    }

    /// Hands a wish in; for the owner. `Invalid` (`documents`) without the paper its category asks for,
    /// `IllegalTransition`, `Conflict`.
    pub async fn submit(&self, actor: Actor, id: CategoryRequestId) -> Result<(), Error> {
        let row = self.own(actor, id).await?;
        let db = self.shop().db.read();
        closing::require_open(db, row.shop_id).await?;
        let asked = Asked::now(self.0, db).await?;
        let needs_paper = asked.root(row.category_id).is_some_and(|root| root.paper.is_some());
        let paper = onboarding::paper_of(db, row.shop_id, row.category_id).await?;
        // A paper that was sent back is not handed in a second time.
        let fresh = paper.is_some_and(|paper| row.decided_at.is_none_or(|decided| paper.at > decided));
        if needs_paper && !fresh {
            return Err(Error::Invalid(vec!["documents"]));
        }
        let at = self.shop().clock.now();
        let change = request::ActiveModel { at: Set(at), reason: Set(None), ..Default::default() };
        self.turn(actor, row, (CategoryRequestEvent::Submit, act::CATEGORY_HANDED_IN), change).await
    }

    /// Gives a wish up; for the owner. `IllegalTransition` once it is decided, `Conflict`.
    pub async fn withdraw(&self, actor: Actor, id: CategoryRequestId) -> Result<(), Error> {
        let row = self.own(actor, id).await?;
        let change = request::ActiveModel { live: Set(None), ..Default::default() };
        self.turn(actor, row, (CategoryRequestEvent::Withdraw, act::CATEGORY_WITHDRAWN), change).await
    }

    async fn turn(
        &self,
        actor: Actor,
        row: request::Model,
        (event, done): (CategoryRequestEvent, &'static str),
        change: request::ActiveModel,
    ) -> Result<(), Error> {
        let asked = Asked::now(self.0, self.shop().db.read()).await?;
        let name = asked.root(row.category_id).map(|root| root.name.clone()).unwrap_or_default();
        let note = Note { deed: Deed::new(&self.shop().clock, actor), name };
        let write = self.shop().db.write::<_, Error, _>(move |tx| {
            let (row, change, note) = (row.clone(), change.clone(), note.clone());
            Box::pin(async move {
                let shop = row.shop_id;
                turned(tx, row, event, change).await?;
                Ok(note.deed.record(tx, shop, done, note.name).await?)
            })
        });
        write.await
    }

    async fn own(&self, actor: Actor, id: CategoryRequestId) -> Result<request::Model, Error> {
        let row = queries::request(self.shop().db.read(), id).await?.ok_or(ErrorCode::NotFound)?;
        self.0.identity().require_duty(actor, row.shop_id, Duty::Shop).await?;
        Ok(row)
    }
}

/// What the log says of it.
#[derive(Clone)]
struct Note {
    deed: Deed,
    name: LocalText,
}

async fn insert(tx: &Tx, row: request::Model, note: Note) -> Result<(), Error> {
    let shop = row.shop_id;
    if !queries::insert_request(tx, row).await? {
        return Err(ErrorCode::Conflict.into());
    }
    Ok(note.deed.record(tx, shop, act::CATEGORY_ASKED, note.name).await?)
}

/// Moves a wish by `event`; `Conflict` if somebody else moved it since it was read.
pub async fn turned(
    tx: &Tx,
    row: request::Model,
    event: CategoryRequestEvent,
    change: request::ActiveModel,
) -> Result<(), Error> {
    let state = row.state.transition(event)?;
    let change = request::ActiveModel { state: Set(state), version: Set(row.version + 1), ..change };
    let moved = queries::update_request(tx, row.id, row.version, change).await?;
    if moved { Ok(()) } else { Err(ErrorCode::Conflict.into()) }
}

/// A wish in the reader's words.
pub async fn view(
    db: &impl ConnectionTrait,
    row: request::Model,
    asked: &Asked,
    locale: Locale,
) -> Result<CategoryWish, Error> {
    let root = asked.root(row.category_id);
    let paper = root.and_then(|root| root.paper.as_ref()).map(|name| name.get(locale).to_owned());
    let file = if paper.is_some() { onboarding::paper_of(db, row.shop_id, row.category_id).await? } else { None };
    // What is decided or was sent back says nothing of papers that came before.
    let file = file.filter(|file| {
        row.state != CategoryRequestState::Rejected
            || row.decided_at.is_none_or(|decided: DateTime<Utc>| file.at > decided)
    });
    Ok(CategoryWish {
        id: row.id,
        state: row.state,
        name: root.map(|root| root.name.get(locale).to_owned()).unwrap_or_default(),
        paper,
        file: file.map(|file| file.view),
        at: rfc3339(row.at),
        reason: row.reason,
        words: row.words,
    })
}
