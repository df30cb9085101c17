//! Samples: a creator asks, the merchant agrees or says why not, sends, the creator has it. With the merchant's word a
//! piece is held as for an order; it leaves the stock when it is sent, and is free again when one of them does not want.

use chrono::{DateTime, Utc};
use sea_orm::{ConnectionTrait, DbErr};
use shared::{
    AddressId, Duty, ErrorCode, Handle, LocalText, Locale, ProductId, ProductState, SampleEvent, SampleId, SampleState,
    Scene, ShopId, SkuId,
};

use super::{earn, entity::sample, queries, view::Sample};
use crate::{
    Actor, Affiliates, Error, catalog,
    clock::rfc3339,
    db::Tx,
    inbox::{self, Letter},
    order, outbox, showcase,
    staff::{Deed, act},
};

/// Requests of one creator that are not over.
const MOST_OPEN: u64 = 20;
/// Requests of a list.
const SHOWN: u64 = 100;

/// An act on a request for a sample.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum SampleAct {
    /// The merchant agrees.
    Accept,
    /// The merchant says no, and why: 1 to 200 characters.
    Decline(String),
    /// The merchant has posted it: carrier and number, 1 to 80 characters.
    Send(String),
    /// The creator has got it.
    Receive,
    /// The creator takes the request back.
    Withdraw,
}

/// All that a transaction needs, fixed before it starts.
#[derive(Clone)]
struct Move {
    id: SampleId,
    act: SampleAct,
    /// Of whose people the actor is one.
    shop: ShopId,
    deed: Deed,
    title: LocalText,
    letters: Vec<Letter>,
}

impl Affiliates<'_> {
    /// Asks for a piece of a SKU that another merchant offers the creator called `handle`, to be sent to an address of
    /// the caller's book; for those who arrange their window. `NotFound` if there is no such offer; `Invalid`
    /// (`address`, `note`: over 200 characters, `sku`: none of that product, `sample`: there is an open request
    /// already); `OutOfStock`; `LimitExceeded` beyond 20 open ones.
    pub async fn ask_sample(
        &self,
        actor: Actor,
        handle: &Handle,
        (product, sku): (ProductId, SkuId),
        address: AddressId,
        note: &str,
    ) -> Result<SampleId, Error> {
        let account = actor.require_account()?;
        let creator = self.0.showcase().window_of(actor, handle).await?;
        let note = note.trim().to_owned();
        if note.chars().count() > 200 || note.chars().any(|c| c.is_control() && c != '\n' && c != '\r') {
            return Err(Error::Invalid(vec!["note"]));
        }
        let book = self.0.identity().addresses(actor).await?;
        let address = book.into_iter().find(|saved| saved.id == address).ok_or(Error::Invalid(vec!["address"]))?;
        let (clock, at, db) = (&self.shop().clock, self.shop().clock.now(), self.shop().db.read());
        let found = catalog::glances(self.0, db, &[product]).await?.pop().filter(|found| found.on_sale());
        let found = found.filter(|found| creator.shop_id != Some(found.shop_id())).ok_or(ErrorCode::NotFound)?;
        earn::linkable(db, creator.id, product, at).await?.ok_or(ErrorCode::NotFound)?;
        let offer = catalog::offers(self.0, db, &[(sku, Scene::Showcase)], at, false).await?.pop().flatten();
        let offer = offer.filter(|offer| offer.product_id == product && offer.state == ProductState::OnSale);
        if offer.ok_or(Error::Invalid(vec!["sku"]))?.stock < 1 {
            return Err(ErrorCode::OutOfStock.into());
        }
        let row = sample::Model {
            id: SampleId(clock.new_id()),
            product_id: product,
            sku_id: Some(sku),
            shop_id: found.shop_id(),
            creator_id: creator.id,
            account_id: account,
            state: SampleState::Requested,
            address: address.address,
            note,
            reason: String::new(),
            parcel: String::new(),
            asked_at: at,
            changed_at: at,
        };
        let id = row.id;
        let who = vec![creator.name.zh.clone(), creator.name.en.clone()];
        let to = self.people(found.shop_id(), Duty::Products).await?.into_iter();
        let letter = |to| self.letter(to, "sample.requested", found.title(), who.clone(), "/studio/promotion/samples");
        let letters: Vec<_> = to.map(letter).collect();
        let (deed, theirs, title) = (Deed::new(clock, actor), creator.shop_id, found.title().clone());
        let work = Asking { row, letters, deed, theirs, title };
        self.shop().db.write(move |tx| Box::pin(insert(tx, work.clone()))).await?;
        Ok(id)
    }

    /// Does `act` to a request: the merchant's acts are for the people of the asked shop who look after products, the
    /// creator's for those who arrange their window; the other side is told. `NotFound`, `Invalid` (`reason`,
    /// `parcel`), `IllegalTransition`, `OutOfStock` if there is none left to agree to.
    pub async fn move_sample(&self, actor: Actor, id: SampleId, act: SampleAct) -> Result<(), Error> {
        let db = self.shop().db.read();
        let row = queries::sample(db, id).await?.ok_or(ErrorCode::NotFound)?;
        let merchant = !matches!(act, SampleAct::Receive | SampleAct::Withdraw);
        let (shop, duty) = if merchant {
            (row.shop_id, Duty::Products)
        } else {
            let creator = showcase::creators(self.0, db, &[row.creator_id]).await?.pop().ok_or(ErrorCode::NotFound)?;
            (creator.row.shop_id.ok_or(ErrorCode::NotFound)?, Duty::Window)
        };
        self.0.identity().require_duty(actor, shop, duty).await.map_err(|_| ErrorCode::NotFound)?;
        let act = act.checked()?;
        let found = catalog::glances(self.0, db, &[row.product_id]).await?.pop().ok_or(ErrorCode::NotFound)?;
        let title = found.title().clone();
        let (kind, words) = act.told();
        let letters = if merchant {
            vec![self.letter(row.account_id, kind, &title, vec![words.to_owned()], "/studio/selection/samples")]
        } else {
            let people = self.people(row.shop_id, Duty::Products).await?.into_iter();
            people.map(|to| self.letter(to, kind, &title, vec![], "/studio/promotion/samples")).collect()
        };
        let work = Move { id, act, shop, deed: Deed::new(&self.shop().clock, actor), title, letters };
        self.shop().db.write(move |tx| Box::pin(move_on(tx, work.clone()))).await
    }

    /// What the creator called `handle` has asked for, newest first, the last 100; for those who arrange their window.
    pub async fn my_samples(&self, actor: Actor, handle: &Handle, locale: Locale) -> Result<Vec<Sample>, Error> {
        let creator = self.0.showcase().window_of(actor, handle).await?;
        let rows = queries::samples_of_creator(self.shop().db.read(), creator.id, SHOWN).await?;
        self.shown(rows, false, locale).await
    }

    /// What creators ask of a shop: first what waits for it, the oldest first, then the others; for those of its people
    /// who look after products. The full address is shown from agreement until arrival.
    pub async fn asked_samples(&self, actor: Actor, shop: ShopId, locale: Locale) -> Result<Vec<Sample>, Error> {
        self.0.identity().require_duty(actor, shop, Duty::Products).await?;
        let rows = queries::samples_of_shop(self.shop().db.read(), shop, SHOWN).await?;
        self.shown(rows, true, locale).await
    }

    async fn shown(&self, rows: Vec<sample::Model>, merchant: bool, locale: Locale) -> Result<Vec<Sample>, Error> {
        let db = self.shop().db.read();
        let mut products: Vec<_> = rows.iter().map(|row| row.product_id).collect();
        products.sort_unstable();
        products.dedup();
        let cards = catalog::cards(self.0, db, &products, locale).await?;
        let mut creators: Vec<_> = rows.iter().map(|row| row.creator_id).collect();
        creators.sort_unstable();
        creators.dedup();
        let creators = showcase::cards(self.0, db, creators, locale).await?;
        let skus: Vec<_> = rows.iter().filter_map(|row| row.sku_id).map(|sku| (sku, Scene::Showcase)).collect();
        let offers = catalog::offers(self.0, db, &skus, self.shop().clock.now(), false).await?;
        let choice = |row: &sample::Model| {
            let offer = offers.iter().flatten().find(|offer| Some(offer.sku_id) == row.sku_id)?;
            let words = order::attributes(&offer.attributes, locale).into_iter().map(|attribute| attribute.value);
            Some((words.collect::<Vec<_>>().join(" · "), offer.stock))
        };
        let view = |row: sample::Model| {
            let (choice, left) = choice(&row).unwrap_or_default();
            let whole = !merchant || matches!(row.state, SampleState::Accepted | SampleState::Sent);
            let city = [row.address.province.as_str(), row.address.city.as_str()].join(" ");
            let address = format!("{} {} {}", row.address.name, row.address.phone.as_str(), row.address.one_line());
            Some(Sample {
                id: row.id,
                product: cards.iter().find(|card| card.id == row.product_id)?.clone(),
                creator: creators.iter().find(|creator| creator.id == row.creator_id)?.clone(),
                choice,
                left,
                state: row.state,
                note: row.note,
                reason: row.reason,
                parcel: row.parcel,
                address: if whole { address } else { city.trim().to_owned() },
                asked_at: rfc3339(row.asked_at),
                changed_at: rfc3339(row.changed_at),
            })
        };
        Ok(rows.into_iter().filter_map(view).collect())
    }
}

impl SampleAct {
    fn checked(self) -> Result<Self, Error> {
        let good = |text: &str, most| {
            (1..=most).contains(&text.chars().count())
                && !text.chars().any(|c| c.is_control() && c != '\n' && c != '\r')
        };
        match self {
            Self::Decline(reason) => {
                let reason = reason.trim().to_owned();
                if good(&reason, 200) { Ok(Self::Decline(reason)) } else { Err(Error::Invalid(vec!["reason"])) }
            }
            Self::Send(parcel) => {
                let parcel = parcel.trim().to_owned();
                if good(&parcel, 80) { Ok(Self::Send(parcel)) } else { Err(Error::Invalid(vec!["parcel"])) }
            }
            other => Ok(other),
        }
    }

    const fn event(&self) -> SampleEvent {
        match self {
            Self::Accept => SampleEvent::Accept,
            Self::Decline(_) => SampleEvent::Decline,
            Self::Send(_) => SampleEvent::Send,
            Self::Receive => SampleEvent::Receive,
            Self::Withdraw => SampleEvent::Withdraw,
        }
    }

    /// The kind of the letter about it, and the words in it.
    fn told(&self) -> (&'static str, &str) {
        match self {
            Self::Accept => ("sample.accepted", ""),
            Self::Decline(reason) => ("sample.declined", reason),
            Self::Send(parcel) => ("sample.sent", parcel),
            Self::Receive => ("sample.received", ""),
            Self::Withdraw => ("sample.withdrawn", ""),
        }
    }

    /// What the log of the shop whose people did it calls it.
    const fn logged(&self) -> &'static str {
        match self {
            Self::Accept => act::SAMPLE_ACCEPTED,
            Self::Decline(_) => act::SAMPLE_DECLINED,
            Self::Send(_) => act::SAMPLE_SENT,
            Self::Receive => act::SAMPLE_RECEIVED,
            Self::Withdraw => act::SAMPLE_WITHDRAWN,
        }
    }
}

/// A request with everything fixed before its transaction.
#[derive(Clone)]
struct Asking {
    row: sample::Model,
    letters: Vec<Letter>,
    deed: Deed,
    /// The creator's shop.
    theirs: Option<ShopId>,
    title: LocalText,
}

async fn insert(tx: &Tx, work: Asking) -> Result<(), Error> {
    let Asking { row, letters, deed, theirs, title } = work;
    let at = deed.at;
    queries::lock(tx, row.product_id).await?;
    let open = queries::open_for(tx, row.creator_id).await?;
    if open.iter().any(|(product, _)| *product == row.product_id) {
        return Err(Error::Invalid(vec!["sample"]));
    }
    if queries::count_open(tx, row.creator_id).await? >= MOST_OPEN {
        return Err(ErrorCode::LimitExceeded.into());
    }
    let news = serde_json::json!({ "sample_id": row.id, "shop_id": row.shop_id, "creator_id": row.creator_id });
    outbox::append(tx, row.id.0, "affiliate.sample_requested", &news, at).await?;
    queries::insert_sample(tx, row).await?;
    for letter in letters {
        inbox::send(tx, letter, at).await?;
    }
    if let Some(shop) = theirs {
        deed.record(tx, shop, act::SAMPLE_REQUESTED, title).await?;
    }
    Ok(())
}

async fn move_on(tx: &Tx, work: Move) -> Result<(), Error> {
    let Move { id, act, shop, deed, title, letters } = work;
    let at = deed.at;
    let row = queries::sample(tx, id).await?.ok_or(ErrorCode::NotFound)?;
    let (from, asked) = (row.state, row.shop_id);
    let piece = row.sku_id.map(|sku| (sku, row.product_id));
    let state = from.transition(act.event())?;
    let mut next = sample::Model { state, changed_at: at, ..row };
    match &act {
        SampleAct::Decline(reason) => next.reason.clone_from(reason),
        SampleAct::Send(parcel) => next.parcel.clone_from(parcel),
        _ => {}
    }
    if !queries::move_sample(tx, next, from).await? {
        return Err(ErrorCode::Conflict.into());
    }
    if let Some(piece) = piece {
        stock(tx, piece, (from, state), at).await?;
    }
    for letter in letters {
        inbox::send(tx, letter, at).await?;
    }
    deed.record(tx, shop, act.logged(), title).await?;
    let news = serde_json::json!({ "sample_id": id, "shop_id": asked, "state": state });
    outbox::append(tx, id.0, "affiliate.sample_moved", &news, at).await?;
    Ok(())
}

/// What a step does to the piece: held from agreement on, gone once sent, free again if it is not.
async fn stock(
    tx: &Tx,
    piece: (SkuId, ProductId),
    step: (SampleState, SampleState),
    at: DateTime<Utc>,
) -> Result<(), Error> {
    match step {
        (SampleState::Requested, SampleState::Accepted) => order::hold_one(tx, piece, at).await,
        (SampleState::Accepted, SampleState::Sent) => catalog::give(tx, piece.0, 1).await,
        (SampleState::Accepted, SampleState::Declined | SampleState::Withdrawn) => {
            order::release_one(tx, piece, at).await
        }
        _ => Ok(()),
    }
}

/// How many pieces of each SKU are held for samples, for the audit.
pub(crate) async fn held(db: &impl ConnectionTrait) -> Result<Vec<(SkuId, i64)>, DbErr> {
    queries::held(db).await
}
