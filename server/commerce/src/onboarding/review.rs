//! Applications in front of the operator.

use std::collections::BTreeMap;

use shared::{
    ApplicationId, ApplicationState, CategoryId, ErrorCode, Locale,
    dto::{ApplicationReview, QueuedApplication, Reading, ReviewField, Verdict},
};

use super::{
    entity::{application, document_access},
    form::Form,
    queries,
    submit::{Snapshot, read},
    vault::Vault,
    view::{self, Looked},
};
use crate::{Actor, Error, Onboarding, clock::rfc3339};

/// Applications that a list shows at most.
const LISTED: u64 = 100;
/// Readings that are shown at most.
const READINGS: u64 = 50;

impl Onboarding<'_> {
    /// Applications in `state`, handed in longest ago first, the first 100; operators only.
    pub async fn queue(&self, actor: Actor, state: ApplicationState) -> Result<Vec<QueuedApplication>, Error> {
        actor.require_operator()?;
        let rows = queries::in_state(self.shop().db.read(), state, LISTED).await?;
        Ok(rows.iter().map(head).collect())
    }

    /// An application with everything a reviewer judges; operators only, and once it was handed in: `NotFound`
    /// before. It shows the number in full, so the looking is logged.
    pub async fn review(&self, actor: Actor, id: ApplicationId, locale: Locale) -> Result<ApplicationReview, Error> {
        actor.require_operator()?;
        let db = self.shop().db.read();
        let application = queries::by_id(db, id).await?.filter(|row| row.round > 0).ok_or(ErrorCode::NotFound)?;
        self.log(actor, id).await?;
        let looked = view::look(self.0, &application).await?;
        let mut rounds = queries::rounds(db, id).await?.into_iter();
        let latest = rounds.next().ok_or(ErrorCode::NotFound)?;
        let before: BTreeMap<String, String> =
            rounds.next().map(|round| read::<Snapshot>(round.snapshot)).unwrap_or_default().into_iter().collect();
        let verdicts: Vec<Verdict> = read(latest.verdicts);
        let vault = Vault::of(&self.shop().config.secret)?;
        let mut fields = Vec::new();
        for (field, value) in read::<Snapshot>(latest.snapshot) {
            let changed = latest.number > 1 && before.get(&field) != Some(&value);
            let value = if field == "number" && !value.is_empty() { vault.open_text(id.0, &value)? } else { value };
            let verdict = verdicts.iter().find(|verdict| verdict.field == field).cloned();
            let about = about(&looked, &field, locale);
            fields.push(ReviewField { field, value, about, changed, verdict });
        }
        Ok(ApplicationReview {
            head: head(&application),
            version: application.version,
            fields,
            documents: looked.documents(locale),
            deposit: looked.deposit(),
            agreements: view::signed(self.0, &application, locale).await?,
            rounds: view::rounds(self.0, &application, true).await?,
            readings: self.readings(id).await?,
            conditions: looked.conditions,
        })
    }

    async fn log(&self, actor: Actor, id: ApplicationId) -> Result<(), Error> {
        let clock = &self.shop().clock;
        let row = document_access::Model {
            id: clock.new_id(),
            application_id: id,
            document_id: None,
            reader: actor.buyer(),
            at: clock.now(),
        };
        let logged = self.shop().db.write::<_, Error, _>(move |tx| {
            let row = row.clone();
            Box::pin(async move { Ok(queries::insert_access(tx, row).await?) })
        });
        logged.await
    }

    async fn readings(&self, id: ApplicationId) -> Result<Vec<Reading>, Error> {
        let db = self.shop().db.read();
        let mut readings = Vec::new();
        for row in queries::accesses(db, id, READINGS).await? {
            let kind = match row.document_id {
                Some(document) => queries::document(db, document).await?.map(|document| document.kind),
                None => None,
            };
            let reader = view::name_of(self.0, row.reader).await?.unwrap_or_default();
            readings.push(Reading { at: rfc3339(row.at), reader, kind });
        }
        Ok(readings)
    }
}

fn head(row: &application::Model) -> QueuedApplication {
    let form = Form::read(row.form.clone()).open;
    QueuedApplication {
        id: row.id,
        state: row.state,
        shop_name: form.shop_name,
        subject: form.subject,
        mode: form.mode,
        round: row.round,
        submitted_at: row.submitted_at.map(rfc3339),
        deadline: row.deadline.map(rfc3339),
    }
}

/// The category, qualification or platform that a field is about.
fn about(looked: &Looked, field: &str, locale: Locale) -> String {
    if field == "platform" {
        let platform = looked.form.platform(&looked.platforms);
        return platform.map(|one| one.name.get(locale).to_owned()).unwrap_or_default();
    }
    let category = field.rsplit('.').next().and_then(|id| id.parse::<CategoryId>().ok());
    match (field.split('.').next(), category) {
        (Some("category"), Some(category)) => looked.category(category, locale),
        (Some("document"), Some(category)) => looked.paper(category, locale).unwrap_or_default(),
        _ => String::new(),
    }
}
