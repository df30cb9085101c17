use commerce::Error;
use leptos::prelude::*;
use shared::ErrorCode;

use crate::{
    api::{
        AddressForm, LineForm,
        answer::{Kept, kept},
    },
    context::caller,
    islands::CheckoutAlive,
    pages::load::{page, query},
    present::{
        address::is_at_fault,
        checkout::{Wish, model},
    },
    ui::{Frame, Tab, full_price},
    views::{
        checkout::{CheckoutModel, addresses, hidden, methods, note, orders, sum},
        field::banner,
    },
};

/// `/checkout?sku=…&quantity=…` or `/checkout?cart=1`
#[component]
pub fn CheckoutPage() -> impl IntoView {
    let text = |name| query::<String>(name).unwrap_or_default();
    let line = LineForm {
        sku_id: text("sku"),
        quantity: text("quantity"),
        scene: text("scene"),
        video: text("video"),
        creator: text("creator"),
        cart: text("cart"),
    };
    let kept = kept().unwrap_or_default();
    let wish = wish(line, &kept, !text("abroad").is_empty());
    let back = if wish.line.is_cart() { "/cart" } else { "/" };
    let Kept { problem, .. } = kept;
    let common = caller().texts().common;
    let buy = caller().texts().buy;
    page(
        async move |_| {
            if wish.line.sku_id.is_empty() && !wish.line.is_cart() {
                return Err(Error::Refused(ErrorCode::NotFound));
            }
            model(wish, problem, true).await
        },
        move |mut model: CheckoutModel| {
            if let Some(problem) = &mut model.problem {
                if problem.code == ErrorCode::PriceChanged {
                    problem.title = (buy.price_changed)(&model.quote.total.to_string());
                } else if is_at_fault(Some(problem)) && problem.title.is_empty() {
                    problem.title = common.error(ErrorCode::Validation).to_owned();
                }
            }
            view! {
                <Frame title=buy.checkout tab=Tab::Bag class="wrap narrow checkout-page" back=back dock=false>
                    <h1 class="page-title">{buy.checkout}</h1>
                    {form(&model)}
                </Frame>
            }
        },
    )
}

fn wish(line: LineForm, kept: &Kept, abroad: bool) -> Wish {
    let text = |name: &str| kept.value(name).unwrap_or_default().to_owned();
    let mut address = AddressForm {
        name: text("name"),
        phone: text("phone"),
        country: text("country"),
        province: text("province"),
        city: text("city"),
        district: text("district"),
        line1: text("line1"),
        postcode: text("postcode"),
    };
    if abroad && matches!(address.country.as_str(), "" | "CN") {
        // A space asks for the free form without naming a country yet.
        address.country = " ".to_owned();
    }
    Wish { line, address, address_id: text("address_id"), note: text("note"), method: text("method") }
}

fn form(model: &CheckoutModel) -> impl IntoView + use<> {
    let texts = model.texts.clone();
    let total = model.quote.total;
    let blocked = model.blocked;
    view! {
        <form class="pay flat" method="post" action="/fn/order/place" data-checkout>
            {banner(model.problem.as_ref())}
            {hidden(model)}
            {addresses(model)}
            <button class="btn requote" formaction="/fn/checkout/quote" formnovalidate>{texts.requote}</button>
            {orders(model)}
            {sum(model)}
            {note(model)}
            {methods(&model.texts, &model.method)}
            <div class="payend">
                <button class="btn buy big fill" disabled=blocked>{texts.pay}" "{full_price(total)}</button>
                <p class="xs dim">{texts.held}</p>
            </div>
        </form>
        <CheckoutAlive />
    }
}
