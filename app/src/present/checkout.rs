//! The checkout of a basket.

use commerce::Error;
use shared::{
    Address, ErrorCode, IdempotencyKey,
    dto::{OrderRequest, PaymentMethod, PlacedOrders, Problem, QuoteRequest, SavedAddress},
};

use super::{address, when::When};
use crate::{
    api::{AddressForm, LineForm, PlaceForm, read},
    context::{caller, shop},
    views::checkout::CheckoutModel,
};

/// What a buyer has chosen and typed so far.
#[derive(Debug, Clone, Default)]
pub struct Wish {
    /// What is to be bought.
    pub line: LineForm,
    /// The typed address.
    pub address: AddressForm,
    /// A saved address, `new`, or empty before a choice was made.
    pub address_id: String,
    /// Words to the shops.
    pub note: String,
    /// How to pay.
    pub method: String,
}

/// What was placed and how it is to be paid.
#[derive(Debug)]
pub struct Placed {
    /// The orders.
    pub orders: PlacedOrders,
    /// How.
    pub method: PaymentMethod,
    /// Of the placing; the payment's is made from it.
    pub key: IdempotencyKey,
}

/// What the checkout shows for a wish. `on_page` brings what a page needs without scripts.
pub async fn model(wish: Wish, problem: Option<Problem>, on_page: bool) -> Result<CheckoutModel, Error> {
    let (shop, caller) = (shop()?, caller());
    let addresses = shop.identity().addresses(caller.actor).await?;
    let (chosen, target) = choose(&wish, &addresses);
    let request = QuoteRequest { basket: read::basket(&wish.line)?, address: target };
    let quote = shop.checkout().quote(caller.actor, request, caller.locale).await?;
    let when = When::new(shop.clock().now(), caller.locale);
    let (buy, common) = (caller.texts().buy, caller.texts().common);
    let ships = quote.orders.iter().map(|order| (buy.ships_by)(&when.in_hours(order.ship_within_hours))).collect();
    let codes = [
        ErrorCode::OutOfStock,
        ErrorCode::NotOnSale,
        ErrorCode::LimitExceeded,
        ErrorCode::NoDelivery,
        ErrorCode::NotFound,
    ];
    let blocked = quote.orders.iter().all(|order| order.lines.iter().all(|line| line.invalid.is_some()));
    let abroad = !matches!(wish.address.country.as_str(), "" | "CN");
    let switch = format!("/checkout?{}{}", wish.line.query(), if abroad { "" } else { "&abroad=1" });
    Ok(CheckoutModel {
        fields: address::fields(&wish.address, caller.locale, abroad, !on_page, switch),
        line: wish.line,
        key: shop.new_key().as_str().to_owned(),
        quote,
        ships,
        reasons: codes.map(|code| (code, common.error(code).to_owned())).into(),
        addresses,
        chosen,
        note: wish.note,
        method: wish.method,
        problem,
        blocked,
        texts: (buy.checkout_texts)(),
    })
}

/// The chosen address and its choice: what was said, else the default one, else a new one.
fn choose(wish: &Wish, saved: &[SavedAddress]) -> (String, Option<Address>) {
    if wish.address_id == "new" || saved.is_empty() {
        return ("new".to_owned(), read::address(&wish.address).ok());
    }
    let said = saved.iter().find(|saved| saved.id.to_string() == wish.address_id);
    match said.or_else(|| saved.iter().find(|saved| saved.is_default)).or_else(|| saved.first()) {
        Some(saved) => (saved.id.to_string(), Some(saved.address.clone())),
        None => ("new".to_owned(), None),
    }
}

/// Places the orders of a checkout.
pub async fn place(line: &LineForm, typed: &AddressForm, form: &PlaceForm) -> Result<Placed, Error> {
    let (shop, caller) = (shop()?, caller());
    let is_new = matches!(form.address_id.as_str(), "" | "new");
    let address = if is_new { read::address(typed)? } else { saved(form).await? };
    let key = IdempotencyKey::try_from(form.key.clone())?;
    let request = OrderRequest {
        basket: read::basket(line)?,
        address: address.clone(),
        expected_total: read::money(&form.expected_total, &form.currency)?,
        note: form.note.clone(),
    };
    let orders = shop.order().place(caller.actor, key.clone(), request, caller.locale).await?;
    if is_new && !form.save.is_empty() {
        // The orders stand; a full book must not make them look failed.
        if let Err(error) = shop.identity().save_address(caller.actor, None, address, false).await {
            tracing::warn!(code = %error.code(), "address not kept");
        }
    }
    Ok(Placed { orders, method: read::method(&form.method), key })
}

async fn saved(form: &PlaceForm) -> Result<Address, Error> {
    let book = shop()?.identity().addresses(caller().actor).await?;
    let found = book.into_iter().find(|saved| saved.id.to_string() == form.address_id);
    found.map(|saved| saved.address).ok_or_else(|| Error::Invalid(vec!["address_id"]))
}
