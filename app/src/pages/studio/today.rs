//! What a shop's people see first: what waits for them, and how it goes.

use commerce::{Commerce, Error};
use leptos::prelude::*;
use shared::{
    Duty, Money,
    dto::{MyShop, ProductsToDo, Sales},
};

use crate::{
    context::{Caller, caller},
    ui::{cents, full_price, icon},
};

/// How the shop stands, as far as it is the caller's business.
#[derive(Debug)]
pub struct Today {
    products: Option<ProductsToDo>,
    dead_cards: Option<i64>,
    sales: Option<Sales>,
    /// The shop elsewhere that sells what is shown here.
    sold_by: Option<String>,
}

impl Today {
    /// Reads what the caller's role may know of `shop`.
    pub async fn read(commerce: &Commerce, caller: Caller, shop: &MyShop) -> Result<Self, Error> {
        let (actor, id) = (caller.actor, shop.id);
        let may = |duty| shop.role.may(duty);
        Ok(Self {
            products: if may(Duty::Products) {
                Some(commerce.catalog().products_to_do(actor, id).await?)
            } else {
                None
            },
            dead_cards: if may(Duty::Clips) { Some(commerce.video().dead_cards(actor, id).await?) } else { None },
            sold_by: (!shop.mode.sells_here()).then(|| shop.master.clone()),
            sales: if may(Duty::Orders) && shop.mode.sells_here() {
                Some(commerce.order().sales(actor, id).await?)
            } else {
                None
            },
        })
    }
}

/// The list of what is to be done and the figures.
pub fn today(today: Today) -> impl IntoView {
    let Today { products, dead_cards, sales, sold_by } = today;
    let sold_by = sold_by
        .map(|master| view! { <p class="notice">{(caller().texts().studio.linked.sales_not_here)(&master)}</p> });
    let knows = products.is_some() || dead_cards.is_some();
    view! { {knows.then(|| to_do(products, dead_cards))}{sales.map(|sales| figures(&sales))}{sold_by} }
}

fn to_do(products: Option<ProductsToDo>, dead_cards: Option<i64>) -> impl IntoView {
    let texts = &caller().texts().studio.today;
    let (low, rejected) = products.map_or((0, 0), |products| (products.low, products.rejected));
    let dead = dead_cards.unwrap_or_default();
    let task = |count: i64, mark, title: fn(i64) -> String, help, href, act| {
        (count > 0).then(|| {
            view! {
                <li class="row wraps"><span class="mark">{icon(mark)}</span><span class="stack grow"><b>{title(count)}</b><small class="dim">{help}</small></span><a class="btn" href=href>{act}</a></li>
            }
        })
    };
    let done = low + rejected + dead == 0;
    let rest = done.then(|| {
        view! { <li class="row"><span class="mark">{icon("check")}</span><span class="stack"><b>{texts.all_done}</b><small class="dim">{texts.all_done_help}</small></span></li> }
    });
    view! {
        <section class="card pad" aria-labelledby="to-do">
            <h2 id="to-do">{texts.to_do}</h2>
            <ul class="lines tasks">
                {task(rejected, "alert", texts.rejected, texts.rejected_help, "/studio/products?tab=rejected", texts.fix)}
                {task(dead, "link", texts.dead, texts.dead_help, "/studio/clips", texts.replace)}
                {task(low, "box", texts.low, texts.low_help, "/studio/products?low=1", texts.fill_up)}
                {rest}
            </ul>
        </section>
    }
}

fn figures(sales: &Sales) -> impl IntoView + use<> {
    let texts = &caller().texts().studio.today;
    let each = |sold: &shared::dto::Sold| Money::new(sold.amount.minor / sold.orders.max(1), sold.amount.currency);
    let (now, before) = (&sales.now, &sales.before);
    let than = |value: String| view! { <dd class="than dim num">{(texts.before)(&value)}</dd> };
    view! {
        <section class="card pad" aria-labelledby="figures">
            <h2 id="figures">{texts.figures}</h2>
            <dl class="tiles">
                <div><dt>{texts.amount}</dt><dd class="num">{full_price(now.amount)}</dd>{than(cents(before.amount))}</div>
                <div><dt>{texts.orders}</dt><dd class="num">{now.orders}</dd>{than(before.orders.to_string())}</div>
                <div><dt>{texts.each}</dt><dd class="num">{full_price(each(now))}</dd>{than(cents(each(before)))}</div>
                <div><dt>{texts.to_ship}</dt><dd class="num">{sales.to_ship}</dd></div>
            </dl>
        </section>
    }
}
