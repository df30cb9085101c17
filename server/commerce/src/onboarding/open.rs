//! What follows by itself: a paid deposit opens the showcase, a passed deadline ends or reminds.

use chrono::{DateTime, TimeDelta, Utc};
use sea_orm::{ActiveValue::Set, DbErr};
use shared::{
    ApplicationEvent, ApplicationId, ApplicationState, DepositId, ErrorCode, Handle, LocalText, MediaId, MessageId,
    OpeningMode, PaymentId, Role,
};

use super::{draft, entity::application, form::Form, queries};
use crate::{
    Commerce, Error, catalog,
    db::Tx,
    deposit, identity, inbox, linked,
    payment::{self, Closing},
    showcase,
};

/// When to try again what failed.
const AGAIN: TimeDelta = TimeDelta::seconds(30);

/// The deposit of an application is there: its showcase opens. `false` if it does not wait for it any more, or
/// somebody else has its name in addresses by now; nothing was changed then.
pub(crate) async fn paid(commerce: &Commerce, tx: &Tx, id: ApplicationId, at: DateTime<Utc>) -> Result<bool, Error> {
    let Some(application) = queries::locked(tx, id).await? else { return Ok(false) };
    if application.state != ApplicationState::ToPay {
        return Ok(false);
    }
    let form = Form::read(application.form.clone());
    let Ok(handle) = form.open.handle.parse::<Handle>() else { return Ok(false) };
    if showcase::is_taken(tx, &handle).await? {
        tracing::error!(application = %id, "its handle was given away");
        return Ok(false);
    }
    opened(tx, &application, ApplicationEvent::Pay, at).await?;
    let letter = MessageId(commerce.clock().new_id());
    inbox::send(tx, write(letter, &application, "application.opened"), at).await?;
    Ok(true)
}

/// Founds the shop with free delivery, its showcase and the membership of its owner, all in this transaction.
pub async fn opened(
    tx: &Tx,
    application: &application::Model,
    event: ApplicationEvent,
    at: DateTime<Utc>,
) -> Result<(), Error> {
    let state = application.state.transition(event)?;
    let form = Form::read(application.form.clone()).open;
    let (shop, missing) = (application.shop_id, MediaId(application.shop_id.0));
    let name = LocalText { zh: form.shop_name.clone(), en: String::new() };
    // One handed in before platforms were chosen names no shop elsewhere.
    let mode = form.mode.filter(|mode| !mode.is_outside() || form.platform.is_some()).unwrap_or(OpeningMode::Direct);
    catalog::found(tx, shop, name.clone(), form.phone, mode).await?;
    if let Some(platform) = form.platform.filter(|_| mode.is_outside()) {
        let (name, number, address) = (form.outside_name, form.outside, form.outside_address);
        linked::insert(tx, shop, linked::NewLink { platform, name, number, address }, at).await?;
    }
    let founding = showcase::Founding {
        shop,
        handle: form.handle.parse()?,
        name,
        bio: LocalText { zh: form.intro, en: String::new() },
        avatar: application.avatar.unwrap_or(missing),
        cover: application.cover.unwrap_or(missing),
    };
    showcase::found(tx, founding, at).await?;
    identity::join(tx, shop, application.account_id, Role::Owner).await?;
    deposit::choose(tx, shop, &form.categories, at).await?;
    let change =
        application::ActiveModel { state: Set(state), deadline: Set(None), due_at: Set(None), ..Default::default() };
    draft::touch(tx, application, change).await
}

/// Applications that something happens to by now.
pub(crate) async fn all_due(commerce: &Commerce, limit: u64) -> Result<Vec<ApplicationId>, DbErr> {
    queries::due(commerce.db().read(), commerce.clock().now(), limit).await
}

/// Does what is due: a review that takes longer than promised says so, an unpaid deposit ends its application.
pub(crate) async fn due(commerce: &Commerce, id: ApplicationId) -> Result<(), Error> {
    let application = queries::by_id(commerce.db().read(), id).await?.ok_or(ErrorCode::NotFound)?;
    let done = match application.state {
        ApplicationState::ToPay => expire(commerce, id, false).await,
        _ => remind(commerce, id).await,
    };
    if let Err(error) = done {
        postpone(commerce, id).await?;
        return Err(error);
    }
    Ok(())
}

async fn remind(commerce: &Commerce, id: ApplicationId) -> Result<(), Error> {
    let (at, letter) = (commerce.clock().now(), MessageId(commerce.clock().new_id()));
    commerce.db().write(move |tx| Box::pin(reminded(tx, id, letter, at))).await
}

async fn reminded(tx: &Tx, id: ApplicationId, letter: MessageId, at: DateTime<Utc>) -> Result<(), Error> {
    let Some(application) = queries::by_id(tx, id).await?.filter(|row| row.due_at.is_some_and(|due| due <= at)) else {
        return Ok(());
    };
    let change = application::ActiveModel { due_at: Set(None), ..Default::default() };
    // Not a change that a reviewer has to see: the version stays.
    let first = queries::update(tx, id, application.version, change).await?;
    if first && application.state == ApplicationState::InReview {
        inbox::send(tx, write(letter, &application, "application.overdue"), at).await?;
    }
    Ok(())
}

/// Ends an application whose deposit was not paid in time, or, for the sandbox, `early`: closes its payment at the
/// provider first, so that nobody can pay it any more. `IllegalTransition` if it was paid after all or does not
/// wait for it, `Conflict`, `Unavailable`.
pub(crate) async fn expire(commerce: &Commerce, id: ApplicationId, early: bool) -> Result<(), Error> {
    let asked = deposit::queries::of_application(commerce.db().read(), id).await?.ok_or(ErrorCode::NotFound)?;
    let open: Option<PaymentId> = asked.payment_id;
    if let Some(open) = open
        && payment::close(commerce, open).await? == Closing::Paid
    {
        return Err(ErrorCode::IllegalTransition.into());
    }
    let (at, letter, deposit) = (commerce.clock().now(), MessageId(commerce.clock().new_id()), asked.id);
    let end = End { id, deposit, closed: open, early, letter, at };
    commerce.db().write(move |tx| Box::pin(ended(tx, end))).await
}

/// How an application ends whose deposit was not paid.
#[derive(Clone, Copy)]
struct End {
    id: ApplicationId,
    deposit: DepositId,
    /// The payment that was closed before.
    closed: Option<PaymentId>,
    early: bool,
    letter: MessageId,
    at: DateTime<Utc>,
}

async fn ended(tx: &Tx, End { id, deposit, closed, early, letter, at }: End) -> Result<(), Error> {
    let deposit = deposit::queries::locked(tx, deposit).await?.ok_or(ErrorCode::NotFound)?;
    let application = queries::locked(tx, id).await?.ok_or(ErrorCode::NotFound)?;
    let state = application.state.transition(ApplicationEvent::Expire)?;
    if deposit.payment_id != closed || (!early && deposit.pay_by > at) {
        return Err(ErrorCode::Conflict.into());
    }
    deposit::lapse(tx, &deposit).await?;
    let change = application::ActiveModel {
        state: Set(state),
        live: Set(None),
        handle: Set(None),
        deadline: Set(None),
        due_at: Set(None),
        ..Default::default()
    };
    draft::touch(tx, &application, change).await?;
    Ok(inbox::send(tx, write(letter, &application, "application.expired"), at).await?)
}

/// Looks again a little later, so that one that fails does not block others.
async fn postpone(commerce: &Commerce, id: ApplicationId) -> Result<(), Error> {
    let later = commerce.clock().now() + AGAIN;
    commerce.db().write(move |tx| Box::pin(postponed(tx, id, later))).await
}

async fn postponed(tx: &Tx, id: ApplicationId, later: DateTime<Utc>) -> Result<(), Error> {
    let Some(application) = queries::by_id(tx, id).await?.filter(|row| row.due_at.is_some()) else { return Ok(()) };
    let change = application::ActiveModel { due_at: Set(Some(later)), ..Default::default() };
    queries::update(tx, id, application.version, change).await?;
    Ok(())
}

fn write(id: MessageId, application: &application::Model, kind: &'static str) -> inbox::Letter {
    let parts = vec![Form::read(application.form.clone()).open.shop_name];
    inbox::Letter { id, to: application.account_id, kind, parts, link: "/studio/open".to_owned() }
}
