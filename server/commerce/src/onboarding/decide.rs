//! The operator's word on an application.

use chrono::{DateTime, TimeDelta, Utc};
use sea_orm::ActiveValue::Set;
use shared::{
    ApplicationEvent, ApplicationId, ApplicationState, BuyerId, Currency, DepositId, DepositKind, DepositState,
    ErrorCode, MessageId, RejectReason, dto::Verdict,
};

use super::{
    draft,
    entity::{application, round},
    form::Form,
    open, queries,
    submit::{Snapshot, json, read},
    view,
};
use crate::{Actor, Error, Onboarding, clock::rfc3339, db::Tx, deposit, inbox};

/// Longest words of a reviewer at one field, in characters.
const LONGEST: usize = 300;

/// What is to become of an application.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Decision {
    /// Nothing yet: the verdicts so far are kept.
    Keep,
    /// It is good.
    Approve,
    /// It goes back with the reasons at its fields.
    Reject,
}

/// What a reviewer says.
#[derive(Debug, Clone)]
pub struct Judgement {
    /// The version that was looked at.
    pub version: i64,
    /// Verdicts on its fields; others keep theirs.
    pub verdicts: Vec<Verdict>,
    /// What becomes of it.
    pub decision: Decision,
}

/// A judgement with everything fixed before its transaction.
#[derive(Clone)]
struct Ruling {
    id: ApplicationId,
    judgement: Judgement,
    reviewer: Option<BuyerId>,
    deposit: DepositId,
    deposit_minor: i64,
    pay_within: TimeDelta,
    letter: MessageId,
    at: DateTime<Utc>,
}

impl Onboarding<'_> {
    /// Judges an application; operators only. Approving needs a good verdict on every field, sending back a reason
    /// at one of them: `Invalid` (`verdicts`, `reasons`). Approved, its deposit is due; without one it opens at once.
    /// `Forbidden`, `NotFound`, `IllegalTransition`, `Conflict` if it changed since it was looked at.
    pub async fn judge(&self, actor: Actor, id: ApplicationId, judgement: Judgement) -> Result<(), Error> {
        actor.require_operator()?;
        let clock = &self.shop().clock;
        let application = queries::by_id(self.shop().db.read(), id).await?.ok_or(ErrorCode::NotFound)?;
        let looked = view::look(self.0, &application).await?;
        if judgement.decision == Decision::Approve && looked.conditions.iter().any(|condition| !condition.met) {
            return Err(Error::Invalid(vec!["conditions"]));
        }
        let ruling = Ruling {
            id,
            judgement,
            reviewer: actor.buyer(),
            deposit: DepositId(clock.new_id()),
            deposit_minor: looked.deposit_minor,
            pay_within: looked.policy.pay,
            letter: MessageId(clock.new_id()),
            at: clock.now(),
        };
        self.shop().db.write(move |tx| Box::pin(judge(tx, ruling.clone()))).await
    }
}

async fn judge(tx: &Tx, ruling: Ruling) -> Result<(), Error> {
    let application = queries::locked(tx, ruling.id).await?.ok_or(ErrorCode::NotFound)?;
    if application.state != ApplicationState::InReview {
        return Err(ErrorCode::IllegalTransition.into());
    }
    if application.version != ruling.judgement.version {
        return Err(ErrorCode::Conflict.into());
    }
    let round = queries::rounds(tx, ruling.id).await?.into_iter().next().ok_or(ErrorCode::NotFound)?;
    let snapshot: Snapshot = read(round.snapshot.clone());
    let verdicts = merged(&round, &snapshot, &ruling.judgement.verdicts)?;
    let decision = ruling.judgement.decision;
    match decision {
        Decision::Keep => {}
        Decision::Approve => {
            let good = |field: &String| verdicts.iter().any(|verdict| verdict.field == *field && verdict.ok);
            if !snapshot.iter().all(|(field, _)| good(field)) {
                return Err(Error::Invalid(vec!["verdicts"]));
            }
        }
        Decision::Reject => {
            let bad: Vec<_> = verdicts.iter().filter(|verdict| !verdict.ok).collect();
            if bad.is_empty() || !bad.iter().all(|verdict| is_reasoned(verdict)) {
                return Err(Error::Invalid(vec!["reasons"]));
            }
        }
    }
    let decided = decision != Decision::Keep;
    let change = round::ActiveModel {
        verdicts: Set(json(&verdicts)?),
        approved: Set(decided.then_some(decision == Decision::Approve)),
        reviewer: Set(ruling.reviewer),
        judged_at: Set(decided.then_some(ruling.at)),
        ..Default::default()
    };
    queries::update_round(tx, ruling.id, round.number, change).await?;
    match decision {
        Decision::Keep => draft::touch(tx, &application, Default::default()).await,
        Decision::Reject => reject(tx, &application, &ruling).await,
        Decision::Approve => approve(tx, &application, &ruling).await,
    }
}

/// The verdicts of the round with the new ones in their places; those of unknown fields are refused.
fn merged(round: &round::Model, snapshot: &Snapshot, new: &[Verdict]) -> Result<Vec<Verdict>, Error> {
    let known = |verdict: &Verdict| snapshot.iter().any(|(field, _)| *field == verdict.field);
    if !new.iter().all(known) {
        return Err(Error::Invalid(vec!["verdicts"]));
    }
    if new.iter().any(|verdict| verdict.words.chars().count() > LONGEST) {
        return Err(Error::Invalid(vec!["reasons"]));
    }
    let mut all: Vec<Verdict> = read(round.verdicts.clone());
    all.retain(|old| !new.iter().any(|verdict| verdict.field == old.field));
    all.extend(new.iter().cloned());
    Ok(all)
}

/// Whether an applicant can do something with it.
fn is_reasoned(verdict: &Verdict) -> bool {
    match verdict.reason {
        None => false,
        Some(RejectReason::Other) => !verdict.words.trim().is_empty(),
        Some(_) => true,
    }
}

async fn reject(tx: &Tx, application: &application::Model, ruling: &Ruling) -> Result<(), Error> {
    let state = application.state.transition(ApplicationEvent::Reject)?;
    let change =
        application::ActiveModel { state: Set(state), deadline: Set(None), due_at: Set(None), ..Default::default() };
    draft::touch(tx, application, change).await?;
    tell(tx, application, ruling, "application.rejected", Vec::new()).await
}

async fn approve(tx: &Tx, application: &application::Model, ruling: &Ruling) -> Result<(), Error> {
    if ruling.deposit_minor == 0 {
        open::opened(tx, application, ApplicationEvent::ApproveFree, ruling.at).await?;
        return tell(tx, application, ruling, "application.opened", Vec::new()).await;
    }
    let (state, pay_by) = (application.state.transition(ApplicationEvent::Approve)?, ruling.at + ruling.pay_within);
    let row = deposit::Deposit {
        id: ruling.deposit,
        shop_id: application.shop_id,
        payer: application.account_id,
        application_id: application.id,
        kind: DepositKind::Opening,
        state: DepositState::Due,
        amount_minor: ruling.deposit_minor,
        currency: Currency::Cny,
        created_at: ruling.at,
        pay_by,
        due_of: None,
        due_at: None,
        payment_id: None,
        paid_at: None,
        split_of: None,
    };
    let amount = row.amount().to_string();
    deposit::queries::insert(tx, row).await?;
    let change = application::ActiveModel {
        state: Set(state),
        deadline: Set(Some(pay_by)),
        due_at: Set(Some(pay_by)),
        ..Default::default()
    };
    draft::touch(tx, application, change).await?;
    tell(tx, application, ruling, "application.approved", vec![amount, rfc3339(pay_by)]).await
}

/// Writes to the applicant; the shop's name is always the first part.
async fn tell(
    tx: &Tx,
    application: &application::Model,
    ruling: &Ruling,
    kind: &'static str,
    parts: Vec<String>,
) -> Result<(), Error> {
    let name = Form::read(application.form.clone()).open.shop_name;
    let letter = inbox::Letter {
        id: ruling.letter,
        to: application.account_id,
        kind,
        parts: std::iter::once(name).chain(parts).collect(),
        link: "/studio/open".to_owned(),
    };
    Ok(inbox::send(tx, letter, ruling.at).await?)
}
