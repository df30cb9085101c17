//! From a draft to what viewers see.

use shared::{
    CategoryId, EditEvent, EditState, ErrorCode, Locale, ProductEvent, ProductId, ProductState, ShopId,
    dto::{Difference, Reason, ReviewRule},
};

use super::{Rules, rules::Stays};
use crate::{
    Actor, Catalog, Error,
    catalog::{
        ProductDraft,
        differences::{differences, online},
        entity::{product, product_draft, sku},
        listing::{hold_listing, hold_places, may_list, require_listing},
        publish::{self, Publication},
        queries,
        record::categories,
    },
    db::Tx,
    outbox,
    staff::{Deed, act},
};

impl Catalog<'_> {
    /// Asks for the draft to go online: the rules look at it first; if they have nothing against it, it goes to
    /// the operator where their rule for its category says so, else it is listed (or waits for its time). Prices
    /// take effect at once in either case. For members of its shop. Gives the state that the draft is in now.
    /// `Invalid` with the faulty fields or (`listing`) while the operator lets the shop list nothing new, `DepositShort`
    /// and `ShopClosing` for a shop that may not list now, `IllegalTransition`, `Forbidden` for what the operator took
    /// off, `Conflict` if the draft changed meanwhile.
    pub async fn submit(&self, actor: Actor, id: ProductId) -> Result<EditState, Error> {
        let row = self.own(actor, id).await?;
        let is_operator = matches!(actor, Actor::System | Actor::Operator(_));
        if row.state == ProductState::Banned && !is_operator {
            return Err(ErrorCode::Forbidden.into());
        }
        let db = self.shop().db.read();
        if row.state != ProductState::OnSale {
            require_listing(db, row.shop_id).await?;
        }
        listed(row.state)?;
        let kept = queries::draft(db, id).await?.ok_or(ErrorCode::NotFound)?;
        if kept.state == EditState::InReview {
            return Err(ErrorCode::IllegalTransition.into());
        }
        let draft: ProductDraft =
            serde_json::from_value(kept.draft.clone()).map_err(Error::failed("reading a draft"))?;
        let typed: Vec<(String, String)> = serde_json::from_value(kept.typed.clone()).unwrap_or_default();
        let mut faults = draft.faults();
        faults.extend(typed.iter().map(|(field, _)| unreadable(field)));
        faults.dedup();
        if !faults.is_empty() {
            return Err(Error::Invalid(faults));
        }
        let deed = Deed::new(&self.shop().clock, actor);
        let at = deed.at;
        let rules = Rules::of_shop(db, row.shop_id).await?;
        let asked = rules.asked(self.0, db, draft.category).await?;
        let reasons = rules.reasons(&draft, &asked, Stays::of(&row));
        if !reasons.is_empty() {
            self.shop().db.write(move |tx| Box::pin(sent_back(tx, kept.clone(), reasons.clone(), at))).await?;
            return Ok(EditState::Rejected);
        }
        let is_new = row.listed_at.is_none();
        let skus = queries::skus(db, &[id]).await?;
        let found = if is_new { Vec::new() } else { self.found(&row, &skus, &draft).await? };
        let for_operator = match asked.review {
            ReviewRule::None => false,
            ReviewRule::NewProducts => is_new,
            ReviewRule::EveryChange => is_new || found.iter().any(|difference| !difference.at_once),
        };
        if for_operator && kept.state != EditState::Passed {
            let prices = prices(&skus, &draft);
            let shop = row.shop_id;
            self.shop().db.write(move |tx| Box::pin(queue(tx, shop, kept.clone(), prices.clone(), deed))).await?;
            return Ok(EditState::InReview);
        }
        self.go_online(row, kept, draft, Place::Held, deed).await?;
        Ok(EditState::Passed)
    }

    /// Marks the draft as good, and lists it unless its time has not come or its shop may list nothing new now.
    pub(in crate::catalog) async fn go_online(
        &self,
        row: product::Model,
        kept: product_draft::Model,
        draft: ProductDraft,
        place: Place,
        deed: Deed,
    ) -> Result<(), Error> {
        let at = deed.at;
        let is_new = row.state != ProductState::OnSale;
        let waits = is_new && row.list_at.is_some_and(|list_at| list_at > at);
        if waits || (is_new && !may_list(self.shop().db.read(), row.shop_id).await?) {
            return self.shop().db.write(move |tx| Box::pin(pass(tx, kept.clone()))).await;
        }
        let state = listed(row.state)?;
        let list_at = row.list_at.filter(|list_at| *list_at > at);
        let next =
            product::Model { state, listed_at: row.listed_at.or(Some(at)), list_at, version: row.version + 1, ..row };
        let moves_in = is_new || next.category_id != draft.category;
        let all = categories(self.0, self.shop().db.read()).await?;
        let new = New { listed: is_new, into: (place == Place::Held && moves_in).then(|| all.root(draft.category)) };
        let publication = Publication::new(self.0, next, draft, at)?;
        self.shop().db.write(move |tx| Box::pin(list(tx, publication.clone(), kept.clone(), new, deed))).await
    }

    async fn found(
        &self,
        row: &product::Model,
        skus: &[sku::Model],
        draft: &ProductDraft,
    ) -> Result<Vec<Difference>, Error> {
        let all = categories(self.0, self.shop().db.read()).await?;
        Ok(differences(&online(row, skus)?, draft, &all, Locale::default()))
    }
}

/// Whether a product may be put where its shop does not sell.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Place {
    /// Only where the shop may sell.
    Held,
    /// Anywhere: by the word of the instance or of an operator.
    Any,
}

/// What a listing makes true that was not.
#[derive(Debug, Clone, Copy)]
struct New {
    /// It was not on sale.
    listed: bool,
    /// It was not there; the shop must sell below this category at the root.
    into: Option<CategoryId>,
}

type At = chrono::DateTime<chrono::Utc>;

/// What is on sale stays on sale with its new copy.
fn listed(state: ProductState) -> Result<ProductState, Error> {
    if state == ProductState::OnSale { Ok(state) } else { Ok(state.transition(ProductEvent::List)?) }
}

/// The field of a draft that typed text belongs to: `sku.3.price` to `price`.
fn unreadable(field: &str) -> &'static str {
    match field.rsplit('.').next() {
        Some("price" | "market_price") => "price",
        Some("stock") => "stock",
        Some("commission") => "commission",
        Some("ship_within_hours") => "ship_within_hours",
        Some("limit") => "limit",
        Some("freight") => "freight",
        _ => "skus",
    }
}

/// The online SKUs whose price the draft changes, with their new prices.
fn prices(skus: &[sku::Model], draft: &ProductDraft) -> Vec<sku::Model> {
    let changed = skus.iter().filter_map(|sku| {
        let wanted = draft.skus.iter().find(|wanted| wanted.code == sku.code)?;
        let next = sku::Model {
            price_minor: wanted.price.minor,
            currency: wanted.price.currency,
            market_price_minor: wanted.market_price.map(|price| price.minor),
            ..sku.clone()
        };
        (next != *sku).then_some(next)
    });
    changed.collect()
}

/// Moves the draft by `event`, with `reasons`; `Conflict` if it changed since it was read.
async fn moved(
    tx: &Tx,
    row: product_draft::Model,
    event: EditEvent,
    reasons: &[Reason],
    submitted_at: Option<At>,
) -> Result<(), Error> {
    let next = product_draft::Model {
        state: row.state.transition(event)?,
        reasons: serde_json::to_value(reasons).map_err(Error::failed("writing reasons"))?,
        submitted_at,
        version: row.version + 1,
        ..row
    };
    if queries::replace_draft(tx, next).await? { Ok(()) } else { Err(ErrorCode::Conflict.into()) }
}

async fn queue(
    tx: &Tx,
    shop: ShopId,
    row: product_draft::Model,
    prices: Vec<sku::Model>,
    deed: Deed,
) -> Result<(), Error> {
    let (id, at) = (row.product_id, deed.at);
    let draft: ProductDraft = serde_json::from_value(row.draft.clone()).map_err(Error::failed("reading a draft"))?;
    deed.record(tx, shop, act::PRODUCT_SUBMITTED, draft.title).await?;
    moved(tx, row, EditEvent::Queue, &[], Some(at)).await?;
    if !prices.is_empty() {
        for sku in prices {
            queries::replace_sku(tx, sku).await?;
        }
        queries::touch(tx, id).await?;
    }
    publish::changed(tx, id, at).await
}

/// The draft is good; nothing is shown yet.
async fn pass(tx: &Tx, row: product_draft::Model) -> Result<(), Error> {
    moved(tx, row, EditEvent::Pass, &[], None).await
}

/// The draft goes back to its shop, which hears of it.
pub async fn sent_back(tx: &Tx, row: product_draft::Model, reasons: Vec<Reason>, at: At) -> Result<(), Error> {
    let id = row.product_id;
    // What was good once may not be any more: rules change, and so does where its shop sells.
    let was_good = row.state == EditState::Passed;
    let state = if was_good { row.state.transition(EditEvent::Change)? } else { row.state };
    moved(tx, product_draft::Model { state, ..row }, EditEvent::Reject, &reasons, None).await?;
    let payload = serde_json::json!({ "product_id": id, "reasons": reasons });
    outbox::append(tx, id.0, "catalog.product_rejected", &payload, at).await?;
    Ok(())
}

/// The draft is good and becomes the online copy.
async fn list(
    tx: &Tx,
    publication: Publication,
    kept: product_draft::Model,
    new: New,
    deed: Deed,
) -> Result<(), Error> {
    let shop = publication.row.shop_id;
    if new.listed {
        hold_listing(tx, shop, new.into.as_slice()).await?;
    } else if let Some(into) = new.into {
        hold_places(tx, shop, &[into]).await?;
    }
    pass(tx, kept).await?;
    let row = &publication.row;
    deed.record(tx, row.shop_id, act::PRODUCT_LISTED, row.title.clone()).await?;
    if !queries::replace_product(tx, publication.row.clone()).await? {
        return Err(ErrorCode::Conflict.into());
    }
    publish::put_online(tx, publication).await
}
