//! An application as its applicant sees it.

use shared::{
    ApplicationState, BuyerId, CategoryId, Currency, DocumentKind, LocalText, Locale, Money,
    dto::{Agreement, Condition, DocumentFile, DocumentSlot, Opening, OpeningCategory, OpeningRound, Verdict},
};

use super::{
    agreements, conditions,
    entity::{application, document, round},
    form::Form,
    queries,
    rules::{self, Policy},
    submit::{self, read},
    vault::Vault,
};
use crate::{Actor, Commerce, Error, Onboarding, catalog, clock::rfc3339, deposit, linked};

/// What there is to know about an application before anything is decided.
pub struct Looked {
    pub form: Form,
    /// The number in full; never leaves commerce but to operators.
    pub number: String,
    pub policy: Policy,
    pub conditions: Vec<Condition>,
    pub roots: Vec<catalog::Root>,
    /// What can be linked, or could once.
    pub platforms: Vec<linked::Platform>,
    /// The qualifications that categories ask for.
    pub papers: Vec<(CategoryId, LocalText)>,
    /// The papers that are asked for, with what was handed in.
    pub slots: Vec<(DocumentKind, Option<CategoryId>, Option<document::Model>)>,
    pub deposit_minor: i64,
}

/// Looks at `application` as it is now.
pub async fn look(commerce: &Commerce, application: &application::Model) -> Result<Looked, Error> {
    let (db, now) = (commerce.db().read(), commerce.clock().now());
    let form = Form::read(application.form.clone());
    let number = form.number(&Vault::of(&commerce.config().secret)?, application.id)?;
    let policy = rules::policy(db, now).await?;
    let roots = catalog::roots(commerce, db).await?;
    let papers: Vec<_> = roots.iter().filter_map(|root| Some((root.id, root.paper.clone()?))).collect();
    let qualified: Vec<_> = papers.iter().map(|(id, _)| *id).collect();
    let mut files = queries::documents(db, application.id).await?;
    let mut slots = Vec::new();
    for (kind, category) in form.papers(&qualified) {
        let at = files.iter().position(|file| (file.kind, file.category_id) == (kind, category));
        slots.push((kind, category, at.map(|at| files.swap_remove(at))));
    }
    let chosen = roots.iter().filter(|root| form.open.categories.contains(&root.id)).map(|root| root.deposit_minor);
    let deposit_minor = if form.open.categories.is_empty() { 0 } else { policy.deposit(chosen)? };
    let conditions = conditions::conditions(commerce, application.account_id, form.open.mode).await?;
    let platforms = linked::platforms(db).await?;
    Ok(Looked { form, number, policy, conditions, roots, platforms, papers, slots, deposit_minor })
}

impl Looked {
    /// The name of a root category.
    pub fn category(&self, id: CategoryId, locale: Locale) -> String {
        let root = self.roots.iter().find(|root| root.id == id);
        root.map(|root| root.name.get(locale).to_owned()).unwrap_or_default()
    }

    /// The qualification that `category` asks for.
    pub fn paper(&self, category: CategoryId, locale: Locale) -> Option<String> {
        self.papers.iter().find(|(id, _)| *id == category).map(|(_, name)| name.get(locale).to_owned())
    }

    pub fn documents(&self, locale: Locale) -> Vec<DocumentSlot> {
        let slot =
            |(kind, category, file): &(DocumentKind, Option<CategoryId>, Option<document::Model>)| DocumentSlot {
                kind: *kind,
                category: *category,
                name: category.and_then(|category| self.paper(category, locale)),
                file: file.as_ref().map(document_file),
            };
        self.slots.iter().map(slot).collect()
    }

    pub fn deposit(&self) -> Money {
        Money::new(self.deposit_minor, Currency::Cny)
    }

    fn categories(&self, locale: Locale) -> Vec<OpeningCategory> {
        let category = |root: &catalog::Root| OpeningCategory {
            id: root.id,
            name: root.name.get(locale).to_owned(),
            deposit: Money::new(root.deposit_minor, Currency::Cny),
            paper: self.paper(root.id, locale),
            chosen: self.form.open.categories.contains(&root.id),
        };
        let shown = |root: &&catalog::Root| root.open || self.form.open.categories.contains(&root.id);
        self.roots.iter().filter(shown).map(category).collect()
    }
}

/// What may be known of a paper without reading it.
pub fn document_file(row: &document::Model) -> DocumentFile {
    DocumentFile { id: row.id, pdf: row.pdf, size: row.size, at: rfc3339(row.at) }
}

impl Onboarding<'_> {
    /// Opening a showcase as it stands for the caller: their application that is not void, or what the first step
    /// would find. `Unauthenticated`.
    pub async fn mine(&self, actor: Actor, locale: Locale) -> Result<Opening, Error> {
        let account = actor.require_account()?;
        let found = queries::live(self.shop().db.read(), account).await?;
        let id = found.as_ref().map(|application| application.id);
        let application = found.unwrap_or_else(|| super::draft::blank(self.0, account));
        let looked = look(self.0, &application).await?;
        let missing = match application.state {
            ApplicationState::Draft | ApplicationState::Rejected => {
                submit::missing(self.0, &application, &looked).await?
            }
            _ => Vec::new(),
        };
        let db = self.shop().db.read();
        let due = match application.state {
            ApplicationState::ToPay | ApplicationState::Open => {
                deposit::queries::of_application(db, application.id).await?.map(|deposit| deposit.view())
            }
            _ => None,
        };
        let review_by = application.deadline.filter(|_| application.state == ApplicationState::InReview);
        let rounds = rounds(self.0, &application, false).await?;
        let agreements = signed(self.0, &application, locale).await?;
        Ok(Opening {
            id,
            state: application.state,
            platforms: linked::choices(&looked.platforms, looked.form.open.platform, locale),
            categories: looked.categories(locale),
            documents: looked.documents(locale),
            deposit: looked.deposit(),
            conditions: looked.conditions,
            form: looked.form.open,
            agreements,
            missing: missing.into_iter().map(str::to_owned).collect(),
            due,
            review_by: review_by.map(rfc3339),
            rounds,
        })
    }
}

/// The agreements in force, with what the applicant signed.
pub async fn signed(
    commerce: &Commerce,
    application: &application::Model,
    locale: Locale,
) -> Result<Vec<Agreement>, Error> {
    let db = commerce.db().read();
    let signatures = queries::signatures(db, application.id).await?;
    let agreement = |row: super::entity::agreement::Model| Agreement {
        id: row.id,
        kind: row.kind,
        version: row.version,
        title: row.title.get(locale).to_owned(),
        text: row.body.get(locale).to_owned(),
        hash: row.hash,
        signed_at: signatures.iter().find(|(id, _)| *id == row.id).map(|(_, at)| rfc3339(*at)),
    };
    Ok(agreements::current(db, commerce.clock().now()).await?.into_iter().map(agreement).collect())
}

/// Every time it was handed in, latest first; the reviewers' names and verdicts in the making for operators only.
pub async fn rounds(
    commerce: &Commerce,
    application: &application::Model,
    operator: bool,
) -> Result<Vec<OpeningRound>, Error> {
    let mut rounds = Vec::new();
    for row in queries::rounds(commerce.db().read(), application.id).await? {
        let reviewer = if operator { name_of(commerce, row.reviewer).await? } else { None };
        rounds.push(round_view(row, reviewer, operator));
    }
    Ok(rounds)
}

fn round_view(row: round::Model, reviewer: Option<String>, operator: bool) -> OpeningRound {
    let shown = operator || row.approved.is_some();
    OpeningRound {
        number: row.number,
        at: rfc3339(row.at),
        approved: row.approved,
        judged_at: row.judged_at.map(rfc3339),
        reviewer,
        verdicts: if shown { read::<Vec<Verdict>>(row.verdicts) } else { Vec::new() },
    }
}

/// The name of an account, for the log.
pub async fn name_of(commerce: &Commerce, account: Option<BuyerId>) -> Result<Option<String>, Error> {
    let Some(account) = account else { return Ok(None) };
    Ok(crate::identity::person(commerce.db().read(), account).await?.map(|(name, _)| name))
}

/// What an account applied for, the latest first: id, name of the shop to be, state.
pub(crate) async fn of_account(
    db: &impl sea_orm::ConnectionTrait,
    account: BuyerId,
) -> Result<Vec<(shared::ApplicationId, String, ApplicationState)>, Error> {
    let rows = queries::of_account(db, account).await?;
    Ok(rows.into_iter().map(|row| (row.id, Form::read(row.form).open.shop_name, row.state)).collect())
}
