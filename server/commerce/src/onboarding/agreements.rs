//! Agreements: versions that never change, read and signed one by one.

use std::collections::BTreeMap;

use aws_lc_rs::digest;
use chrono::{DateTime, Utc};
use sea_orm::ConnectionTrait;
use shared::{
    AgreementId, AgreementKind, ApplicationState, BuyerId, ErrorCode, LocalText, MessageId, dto::AgreementVersion,
};

use super::{
    draft,
    entity::{agreement, application, signature},
    queries,
};
use crate::{Actor, Error, Onboarding, clock::rfc3339, db::Tx, identity, inbox};

/// A version of an agreement to be published.
#[derive(Debug, Clone)]
pub struct NewAgreement {
    /// What it is about.
    pub kind: AgreementKind,
    /// 1, 2, 3, …; the highest that is in force is the one to sign.
    pub version: i32,
    /// Its title.
    pub title: LocalText,
    /// Its text, paragraphs separated by empty lines.
    pub body: LocalText,
    /// From when.
    pub from: DateTime<Utc>,
}

/// The next version of an agreement, by the operator's hand.
#[derive(Debug, Clone)]
pub struct NextAgreement {
    /// What it is about.
    pub kind: AgreementKind,
    /// Its title.
    pub title: LocalText,
    /// Its text, paragraphs separated by empty lines.
    pub body: LocalText,
    /// From when; `None` at once.
    pub from: Option<DateTime<Utc>>,
}

impl NextAgreement {
    fn faults(&self) -> Vec<&'static str> {
        let long = |text: &LocalText, most: usize| {
            [&text.zh, &text.en].iter().all(|text| (1..=most).contains(&text.trim().chars().count()))
        };
        let good = [("title", long(&self.title, 80)), ("body", long(&self.body, 20_000))];
        good.into_iter().filter_map(|(field, good)| (!good).then_some(field)).collect()
    }
}

/// What publishing needs, fixed before its transaction begins.
#[derive(Clone)]
struct Publishing {
    row: agreement::Model,
    /// To whoever has an open shop: sign again.
    letters: Vec<inbox::Letter>,
    at: DateTime<Utc>,
}

impl Onboarding<'_> {
    /// Publishes the next version of an agreement and tells the applicants of all open shops, who have to sign it.
    /// Operators only. `Invalid` (`title`, `body`, `from`), `Conflict` if somebody else published one meanwhile.
    pub async fn publish_next(&self, actor: Actor, next: NextAgreement) -> Result<AgreementId, Error> {
        actor.require_operator()?;
        let (clock, at) = (&self.shop().clock, self.shop().clock.now());
        let from = next.from.unwrap_or(at);
        let mut faults = next.faults();
        if from < at {
            faults.push("from");
        }
        if !faults.is_empty() {
            return Err(Error::Invalid(faults));
        }
        let NextAgreement { kind, title, body, .. } = next;
        let open = queries::in_state(self.shop().db.read(), ApplicationState::Open, u64::MAX >> 1).await?;
        let letter = |application: application::Model| inbox::Letter {
            id: MessageId(clock.new_id()),
            to: application.account_id,
            kind: "agreement.published",
            parts: vec![title.zh.clone(), title.en.clone(), rfc3339(from)],
            link: "/studio/open".to_owned(),
        };
        let letters = open.into_iter().map(letter).collect();
        let (id, hash) = (AgreementId(clock.new_id()), hash(&body));
        let (published_by, published_at) = (actor.buyer(), Some(at));
        let row =
            agreement::Model { id, kind, version: 0, title, body, hash, valid_from: from, published_by, published_at };
        let publishing = Publishing { row, letters, at };
        self.shop().db.write(move |tx| Box::pin(publish(tx, publishing.clone()))).await?;
        Ok(id)
    }

    /// Every version there was, is or will be, by kind, the newest first, with how many open shops signed it;
    /// operators only.
    pub async fn agreement_versions(&self, actor: Actor) -> Result<Vec<AgreementVersion>, Error> {
        actor.require_operator()?;
        let (db, now) = (self.shop().db.read(), self.shop().clock.now());
        let mut rows = queries::all_agreements(db).await?;
        let place = |kind: AgreementKind| AgreementKind::ALL.iter().position(|one| *one == kind);
        rows.sort_by_key(|row| (place(row.kind), std::cmp::Reverse(row.version)));
        let running: Vec<_> = current(db, now).await?.into_iter().map(|row| row.id).collect();
        let open = queries::count_open(db).await?;
        let signed: BTreeMap<_, _> = queries::signed_by_open(db).await?.into_iter().collect();
        let names = identity::names(self.0, rows.iter().filter_map(|row| row.published_by).collect()).await?;
        let version = |row: agreement::Model| {
            let signed = signed.get(&row.id).copied().unwrap_or_default();
            AgreementVersion {
                id: row.id,
                kind: row.kind,
                version: row.version,
                hash: row.hash,
                from: rfc3339(row.valid_from),
                who: row.published_by.and_then(|id| names.get(&id).cloned()).unwrap_or_default(),
                at: row.published_at.map(rfc3339),
                signed,
                unsigned: open - signed,
                runs: running.contains(&row.id),
                title: row.title,
                body: row.body,
            }
        };
        Ok(rows.into_iter().map(version).collect())
    }

    /// Publishes a version; operators only. `Invalid` (`title`, `body`), `Conflict` if there is one of that number.
    pub async fn publish_agreement(&self, actor: Actor, new: NewAgreement) -> Result<AgreementId, Error> {
        actor.require_operator()?;
        let NewAgreement { kind, version, title, body, from } = new;
        let empty = |text: &LocalText| text.zh.trim().is_empty() && text.en.trim().is_empty();
        let faults = [("title", empty(&title)), ("body", empty(&body)), ("version", version < 1)];
        let faults: Vec<_> = faults.into_iter().filter_map(|(field, wrong)| wrong.then_some(field)).collect();
        if !faults.is_empty() {
            return Err(Error::Invalid(faults));
        }
        let id = AgreementId(self.shop().clock.new_id());
        let hash = hash(&body);
        let (published_by, published_at) = (actor.buyer(), Some(self.shop().clock.now()));
        let row =
            agreement::Model { id, kind, version, title, body, hash, valid_from: from, published_by, published_at };
        let inserted = self.shop().db.write::<_, Error, _>(move |tx| {
            let row = row.clone();
            Box::pin(async move { Ok(queries::insert_agreement(tx, row).await?) })
        });
        if inserted.await? { Ok(id) } else { Err(ErrorCode::Conflict.into()) }
    }

    /// Signs the versions `ids` for the caller's application: what was read, by its hash, when and by whom. Whoever
    /// has an open shop signs the new versions the same way. `Unauthenticated`, `Conflict` if one is not in force any
    /// more, `IllegalTransition` if the application is neither being written nor open.
    pub async fn sign(&self, actor: Actor, ids: Vec<AgreementId>) -> Result<(), Error> {
        let (account, at) = (actor.require_account()?, self.shop().clock.now());
        let current = current(self.shop().db.read(), at).await?;
        let mut signed = Vec::new();
        for id in ids {
            let row = current.iter().find(|row| row.id == id).ok_or(ErrorCode::Conflict)?;
            signed.push((row.id, row.hash.clone()));
        }
        let fresh = draft::blank(self.0, account);
        self.shop().db.write(move |tx| Box::pin(sign(tx, account, fresh.clone(), signed.clone(), at))).await
    }
}

async fn sign(
    tx: &Tx,
    account: BuyerId,
    fresh: application::Model,
    signed: Vec<(AgreementId, String)>,
    at: DateTime<Utc>,
) -> Result<(), Error> {
    let live = queries::live_locked(tx, account).await?;
    let is_open = live.as_ref().is_some_and(|live| live.state == ApplicationState::Open);
    let application = match live {
        Some(open) if is_open => open,
        _ => draft::editable(tx, account, fresh).await?,
    };
    for (agreement_id, hash) in signed {
        let row = signature::Model { application_id: application.id, agreement_id, hash, signer: account, at };
        queries::insert_signature(tx, row).await?;
    }
    if is_open {
        return Ok(());
    }
    draft::touch(tx, &application, application::ActiveModel::default()).await
}

async fn publish(tx: &Tx, publishing: Publishing) -> Result<(), Error> {
    let Publishing { mut row, letters, at } = publishing;
    let last = queries::all_agreements(tx).await?.into_iter().filter(|one| one.kind == row.kind);
    row.version = last.map(|one| one.version).max().unwrap_or_default() + 1;
    // The number is unique: of two at once the second finds it taken.
    if !queries::insert_agreement(tx, row).await? {
        return Err(ErrorCode::Conflict.into());
    }
    for letter in letters {
        inbox::send(tx, letter, at).await?;
    }
    Ok(())
}

/// The version of each kind that is in force at `at`.
pub async fn current(db: &impl ConnectionTrait, at: DateTime<Utc>) -> Result<Vec<agreement::Model>, Error> {
    let mut newest = BTreeMap::new();
    for row in queries::agreements(db, at).await? {
        newest.insert(row.kind.as_str(), row);
    }
    let mut all: Vec<_> = newest.into_values().collect();
    all.sort_by_key(|row| AgreementKind::ALL.iter().position(|kind| *kind == row.kind));
    Ok(all)
}

/// SHA-256 of the text in all languages, in hex.
fn hash(body: &LocalText) -> String {
    let hash = digest::digest(&digest::SHA256, format!("{}\0{}", body.zh, body.en).as_bytes());
    hash.as_ref().iter().map(|byte| format!("{byte:02x}")).collect()
}
