//! Agreements: versions that never change, read and signed one by one.

use std::collections::BTreeMap;

use aws_lc_rs::digest;
use chrono::{DateTime, Utc};
use sea_orm::ConnectionTrait;
use shared::{AgreementId, AgreementKind, BuyerId, ErrorCode, LocalText};

use super::{
    draft,
    entity::{agreement, application, signature},
    queries,
};
use crate::{Actor, Error, Onboarding, db::Tx};

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

impl Onboarding<'_> {
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
        let row = agreement::Model { id, kind, version, title, body, hash, valid_from: from };
        let inserted = self.shop().db.write::<_, Error, _>(move |tx| {
            let row = row.clone();
            Box::pin(async move { Ok(queries::insert_agreement(tx, row).await?) })
        });
        if inserted.await? { Ok(id) } else { Err(ErrorCode::Conflict.into()) }
    }

    /// Signs the versions `ids` for the caller's application: what was read, by its hash, when and by whom.
    /// `Unauthenticated`, `Conflict` if one is not in force any more, `IllegalTransition` if the application is
    /// not being written.
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
    let application = draft::editable(tx, account, fresh).await?;
    for (agreement_id, hash) in signed {
        let row = signature::Model { application_id: application.id, agreement_id, hash, signer: account, at };
        queries::insert_signature(tx, row).await?;
    }
    draft::touch(tx, &application, application::ActiveModel::default()).await
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
