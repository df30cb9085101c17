//! Writing an application, step by step: whatever is typed is kept, handing in checks it.

use sea_orm::ActiveValue::Set;
use shared::{
    ApplicationId, ApplicationState, BuyerId, CategoryId, ErrorCode, OpeningMode, PlatformId, ShopId, SubjectType,
};

use super::{
    entity::application,
    form::{Form, LONGEST},
    queries,
    vault::Vault,
};
use crate::{Actor, Commerce, Error, Onboarding, catalog, db::Tx};

/// One step of the form, as typed.
#[derive(Debug, Clone)]
pub enum Step {
    /// How the showcase gets its goods.
    Mode {
        /// The way.
        mode: OpeningMode,
        /// The shop elsewhere.
        shop: Outside,
    },
    /// Who applies.
    Subject {
        /// What they are.
        subject: SubjectType,
        /// Name in the licence or on the card.
        legal_name: String,
        /// Credit code or identity number; empty or masked leaves the one there is.
        number: String,
        /// Whom to ask.
        contact: String,
        /// Their telephone.
        phone: String,
    },
    /// What it will be called.
    Shop {
        /// The shop's name.
        shop_name: String,
        /// Its name in addresses.
        handle: String,
        /// A sentence about it.
        intro: String,
    },
    /// What will be sold.
    Categories(Vec<CategoryId>),
}

/// The shop elsewhere, as typed; nothing of it for a direct shop.
#[derive(Debug, Clone, Default)]
pub struct Outside {
    /// Which kind of shop it is.
    pub platform: Option<PlatformId>,
    /// What it is called there.
    pub name: String,
    /// Its number there, or its app id.
    pub number: String,
    /// Where it is found there.
    pub address: String,
}

impl Step {
    /// The fields that nobody could have typed in good faith.
    fn faults(&self) -> Vec<&'static str> {
        let texts: Vec<(&'static str, &str)> = match self {
            Self::Mode { shop, .. } => {
                vec![("outside_name", &shop.name), ("outside", &shop.number), ("outside_address", &shop.address)]
            }
            Self::Subject { legal_name, number, contact, phone, .. } => {
                vec![("legal_name", legal_name), ("number", number), ("contact", contact), ("phone", phone)]
            }
            Self::Shop { shop_name, handle, intro } => {
                vec![("shop_name", shop_name), ("handle", handle), ("intro", intro)]
            }
            Self::Categories(_) => Vec::new(),
        };
        texts.into_iter().filter_map(|(name, text)| (text.chars().count() > LONGEST).then_some(name)).collect()
    }

    fn write(&self, form: &mut Form, vault: &Vault, id: ApplicationId) -> Result<(), Error> {
        let text = |typed: &str| typed.trim().to_owned();
        match self {
            Self::Mode { mode, shop } => {
                form.open.mode = Some(*mode);
                form.open.platform = shop.platform;
                form.open.outside_name = text(&shop.name);
                form.open.outside = text(&shop.number);
                form.open.outside_address = text(&shop.address);
            }
            Self::Subject { subject, legal_name, number, contact, phone } => {
                form.open.subject = Some(*subject);
                form.open.legal_name = text(legal_name);
                form.set_number(vault, id, number)?;
                form.open.contact = text(contact);
                form.open.phone = text(phone);
            }
            Self::Shop { shop_name, handle, intro } => {
                form.open.shop_name = text(shop_name);
                form.open.handle = text(handle).to_lowercase();
                form.open.intro = text(intro);
            }
            Self::Categories(ids) => form.open.categories = ids.clone(),
        }
        Ok(())
    }
}

impl Onboarding<'_> {
    /// Keeps one step of the caller's application, which the first step starts. Anything that is short enough is
    /// kept as typed. `Unauthenticated`, `Invalid`, `IllegalTransition` while it is not being written.
    pub async fn save(&self, actor: Actor, step: Step) -> Result<(), Error> {
        let account = actor.require_account()?;
        let mut faults = step.faults();
        if let Step::Categories(ids) = &step {
            let roots = catalog::roots(self.0, self.shop().db.read()).await?;
            if !ids.iter().all(|id| roots.iter().any(|root| root.id == *id && root.open)) {
                faults.push("categories");
            }
        }
        if !faults.is_empty() {
            return Err(Error::Invalid(faults));
        }
        let (fresh, secret) = (blank(self.0, account), self.shop().config.secret);
        self.shop().db.write(move |tx| Box::pin(save(tx, account, fresh.clone(), step.clone(), secret))).await
    }

    /// Gives the caller's application up. `Unauthenticated`, `NotFound`, `IllegalTransition` once it is approved.
    pub async fn withdraw(&self, actor: Actor) -> Result<(), Error> {
        let account = actor.require_account()?;
        self.shop().db.write(move |tx| Box::pin(withdraw(tx, account))).await
    }
}

async fn save(tx: &Tx, account: BuyerId, fresh: application::Model, step: Step, secret: [u8; 32]) -> Result<(), Error> {
    let application = editable(tx, account, fresh).await?;
    let mut form = Form::read(application.form.clone());
    step.write(&mut form, &Vault::of(&secret)?, application.id)?;
    let change = application::ActiveModel { form: Set(form.write()?), ..Default::default() };
    touch(tx, &application, change).await
}

async fn withdraw(tx: &Tx, account: BuyerId) -> Result<(), Error> {
    let application = queries::live_locked(tx, account).await?.ok_or(ErrorCode::NotFound)?;
    let state = application.state.transition(shared::ApplicationEvent::Withdraw)?;
    let change = application::ActiveModel {
        state: Set(state),
        live: Set(None),
        handle: Set(None),
        deadline: Set(None),
        due_at: Set(None),
        ..Default::default()
    };
    touch(tx, &application, change).await
}

/// An application that nothing has been written into.
pub fn blank(commerce: &Commerce, account: BuyerId) -> application::Model {
    let clock = commerce.clock();
    application::Model {
        id: ApplicationId(clock.new_id()),
        account_id: account,
        live: Some(account),
        handle: None,
        state: ApplicationState::Draft,
        form: serde_json::json!({}),
        version: 1,
        round: 0,
        shop_id: ShopId(clock.new_id()),
        avatar: None,
        cover: None,
        created_at: clock.now(),
        submitted_at: None,
        deadline: None,
        due_at: None,
    }
}

/// The account's application while it may be written, started as `fresh` if there is none.
pub async fn editable(tx: &Tx, account: BuyerId, fresh: application::Model) -> Result<application::Model, Error> {
    let application = match queries::live_locked(tx, account).await? {
        Some(application) => application,
        None if queries::insert(tx, fresh.clone()).await? => fresh,
        // Two windows began at once; on PostgreSQL the other's row shows only now.
        None => queries::live_locked(tx, account).await?.ok_or(ErrorCode::Conflict)?,
    };
    if matches!(application.state, ApplicationState::Draft | ApplicationState::Rejected) {
        Ok(application)
    } else {
        Err(ErrorCode::IllegalTransition.into())
    }
}

/// Changes what is set in `change`, once. `Conflict` if somebody else was faster.
pub async fn touch(tx: &Tx, seen: &application::Model, change: application::ActiveModel) -> Result<(), Error> {
    let change = application::ActiveModel { version: Set(seen.version + 1), ..change };
    if queries::update(tx, seen.id, seen.version, change).await? { Ok(()) } else { Err(ErrorCode::Conflict.into()) }
}
