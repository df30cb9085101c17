//! Handing an application in, for the first time or again.

use std::collections::BTreeMap;

use chrono::{DateTime, Utc};
use sea_orm::ActiveValue::Set;
use shared::{ApplicationEvent, BuyerId, ErrorCode, Handle, LocalText, MediaId, MessageId, dto::Verdict};

use super::{
    agreements, draft,
    entity::{application, document, round},
    form::{Form, paper_field},
    queries,
    view::{self, Looked},
};
use crate::{Actor, Commerce, Error, Onboarding, db::Tx, inbox, media, showcase};

/// Size of the plain pictures of a showcase, pixels.
const AVATAR: (u32, u32) = (320, 320);
const COVER: (u32, u32) = (1200, 675);

/// What handing in needs, fixed before its transaction.
#[derive(Clone)]
struct Handing {
    account: BuyerId,
    version: i64,
    at: DateTime<Utc>,
    deadline: DateTime<Utc>,
    avatar: MediaId,
    cover: MediaId,
    letter: MessageId,
}

impl Onboarding<'_> {
    /// Hands the caller's application in. `Unauthenticated`, `NotFound`, `IllegalTransition`, `Invalid` with every
    /// field that is missing or cannot be right (also `conditions`, `documents`, `agreements`), `Conflict` if it
    /// changed meanwhile.
    pub async fn submit(&self, actor: Actor) -> Result<(), Error> {
        let account = actor.require_account()?;
        let (db, now) = (self.shop().db.read(), self.shop().clock.now());
        let application = queries::live(db, account).await?.ok_or(ErrorCode::NotFound)?;
        application.state.transition(ApplicationEvent::Submit)?;
        let looked = view::look(self.0, &application).await?;
        let missing = missing(self.0, &application, &looked).await?;
        if !missing.is_empty() {
            return Err(Error::Invalid(missing));
        }
        let (avatar, cover) = pictures(self.0, &application, &looked.form).await?;
        let handing = Handing {
            account,
            version: application.version,
            at: now,
            deadline: now + looked.policy.review,
            avatar,
            cover,
            letter: MessageId(self.shop().clock.new_id()),
        };
        self.shop().db.write(move |tx| Box::pin(hand_in(tx, handing.clone()))).await
    }
}

/// Every field that keeps an application from being handed in, by its name.
pub async fn missing(
    commerce: &Commerce,
    application: &application::Model,
    looked: &Looked,
) -> Result<Vec<&'static str>, Error> {
    let (db, now) = (commerce.db().read(), commerce.clock().now());
    let mut missing = looked.form.faults(&looked.number, &looked.platforms, now);
    if let Ok(handle) = looked.form.open.handle.parse::<Handle>() {
        let reserved = queries::by_handle(db, handle.as_str()).await?.is_some_and(|other| other.id != application.id);
        if reserved || showcase::is_taken(db, &handle).await? {
            missing.push("handle");
        }
    }
    if looked.conditions.iter().any(|condition| !condition.met) {
        missing.push("conditions");
    }
    // Before it is known who applies, it is not known which papers are asked for.
    if looked.form.open.subject.is_none() || looked.slots.iter().any(|(_, _, file)| file.is_none()) {
        missing.push("documents");
    }
    let signed = queries::signatures(db, application.id).await?;
    let current = agreements::current(db, now).await?;
    if current.iter().any(|agreement| !signed.iter().any(|(id, _)| *id == agreement.id)) {
        missing.push("agreements");
    }
    Ok(missing)
}

/// Plain pictures of the showcase to be; made once.
async fn pictures(commerce: &Commerce, seen: &application::Model, form: &Form) -> Result<(MediaId, MediaId), Error> {
    let alt = || LocalText { zh: form.open.shop_name.clone(), en: String::new() };
    let avatar = match seen.avatar {
        Some(avatar) => avatar,
        None => media::plain(commerce, seen.shop_id.0, AVATAR, alt()).await?,
    };
    let cover = match seen.cover {
        Some(cover) => cover,
        None => media::plain(commerce, seen.shop_id.0, COVER, alt()).await?,
    };
    Ok((avatar, cover))
}

async fn hand_in(tx: &Tx, handing: Handing) -> Result<(), Error> {
    let application = queries::live_locked(tx, handing.account).await?.ok_or(ErrorCode::NotFound)?;
    if application.version != handing.version {
        return Err(ErrorCode::Conflict.into());
    }
    let state = application.state.transition(ApplicationEvent::Submit)?;
    let form = Form::read(application.form.clone());
    let taken = queries::by_handle(tx, &form.open.handle).await?.is_some_and(|other| other.id != application.id);
    if taken {
        return Err(Error::Invalid(vec!["handle"]));
    }
    let snapshot = snapshot(&form, &queries::documents(tx, application.id).await?);
    let before = queries::rounds(tx, application.id).await?.into_iter().next();
    let verdicts = before.map(|before| kept(&before, &snapshot)).unwrap_or_default();
    let number = application.round + 1;
    let row = round::Model {
        application_id: application.id,
        number,
        at: handing.at,
        snapshot: json(&snapshot)?,
        verdicts: json(&verdicts)?,
        approved: None,
        reviewer: None,
        judged_at: None,
    };
    queries::insert_round(tx, row).await?;
    let change = application::ActiveModel {
        state: Set(state),
        handle: Set(Some(form.open.handle.clone())),
        round: Set(number),
        avatar: Set(Some(handing.avatar)),
        cover: Set(Some(handing.cover)),
        submitted_at: Set(Some(handing.at)),
        deadline: Set(Some(handing.deadline)),
        due_at: Set(Some(handing.deadline)),
        ..Default::default()
    };
    draft::touch(tx, &application, change).await?;
    let letter = inbox::Letter {
        id: handing.letter,
        to: handing.account,
        kind: "application.submitted",
        parts: vec![form.open.shop_name, crate::clock::rfc3339(handing.deadline)],
        link: "/studio/open".to_owned(),
    };
    Ok(inbox::send(tx, letter, handing.at).await?)
}

/// Field and value of everything that a reviewer judges.
pub type Snapshot = Vec<(String, String)>;

fn snapshot(form: &Form, documents: &[document::Model]) -> Snapshot {
    let open = &form.open;
    let mut all: Snapshot = [
        ("mode", open.mode.map(shared::OpeningMode::as_str).unwrap_or_default()),
        ("subject", open.subject.map(shared::SubjectType::as_str).unwrap_or_default()),
        ("legal_name", &open.legal_name),
        ("number", &form.sealed),
        ("contact", &open.contact),
        ("phone", &open.phone),
        ("shop_name", &open.shop_name),
        ("handle", &open.handle),
    ]
    .into_iter()
    .map(|(field, value)| (field.to_owned(), value.to_owned()))
    .collect();
    let platform = open.platform.map(|id| id.to_string()).unwrap_or_default();
    let outside = [
        ("platform", &platform),
        ("outside_name", &open.outside_name),
        ("outside", &open.outside),
        ("outside_address", &open.outside_address),
    ];
    let outside = outside.into_iter().filter(|_| form.is_outside());
    for (field, value) in outside.chain([("intro", &open.intro)]) {
        if !value.is_empty() {
            all.push((field.to_owned(), value.clone()));
        }
    }
    all.extend(open.categories.iter().map(|id| (format!("category.{id}"), id.to_string())));
    let paper = |row: &document::Model| (paper_field(row.kind, row.category_id), row.id.to_string());
    all.extend(documents.iter().map(paper));
    all
}

/// What was accepted before and reads the same now need not be looked at again.
fn kept(before: &round::Model, snapshot: &Snapshot) -> Vec<Verdict> {
    let old: BTreeMap<String, String> = read::<Snapshot>(before.snapshot.clone()).into_iter().collect();
    let same = |verdict: &Verdict| {
        let now = snapshot.iter().find(|(field, _)| *field == verdict.field).map(|(_, value)| value);
        verdict.ok && now.is_some() && now == old.get(&verdict.field)
    };
    read::<Vec<Verdict>>(before.verdicts.clone()).into_iter().filter(same).collect()
}

/// A list from the database.
pub fn read<T: Default + serde::de::DeserializeOwned>(json: serde_json::Value) -> T {
    serde_json::from_value(json).unwrap_or_default()
}

/// A list for the database.
pub fn json(value: &impl serde::Serialize) -> Result<serde_json::Value, Error> {
    serde_json::to_value(value).map_err(Error::failed("writing an application"))
}
