use leptos::prelude::*;
use shared::dto::OrderView;

use super::order_body::{aside, details};
use crate::{
    api::{
        answer::{Kept, kept},
        read,
    },
    context::{caller, set_status, shop},
    i18n::buy::Buy,
    present::track,
    problem,
    ui::{Frame, Tab},
    views::{
        field::{Field, banner, error_of, field, is_first},
        track::{hero, parcels},
    },
};

/// `/orders/lookup`: an order by its number and the phone of its address.
#[component]
pub fn LookupPage() -> impl IntoView {
    let caller = caller();
    let buy = caller.texts().buy;
    let mut kept = kept().unwrap_or_default();
    let commerce = shop();
    Suspend::new(async move {
        let mut found = None;
        let asked = kept.problem.is_none() && kept.value("number").is_some();
        if let (true, Ok(commerce)) = (asked, commerce) {
            let number = kept.value("number").unwrap_or_default().replace(' ', "");
            let answer = match read::phone(kept.value("phone").unwrap_or_default()) {
                Ok(phone) => commerce.order().find(caller.actor, &number, phone, caller.locale).await,
                Err(error) => Err(error),
            };
            match answer {
                Ok(order) => found = Some(order),
                Err(error) => {
                    let problem = problem(&error, caller.locale);
                    set_status(problem.code);
                    kept.problem = Some(problem);
                }
            }
        }
        match found {
            Some(order) => result(&order, buy).into_any(),
            None => ask(&kept, buy).into_any(),
        }
    })
}

fn result(order: &OrderView, buy: &'static Buy) -> impl IntoView + use<> {
    let track = track::of(order, false).ok();
    let (hero, parcels) = (track.as_ref().map(hero), track.as_ref().map(parcels));
    let (details, aside) = (details(order, buy), aside(order, None, buy));
    view! {
        <Frame title=buy.order tab=Tab::Me class="wrap order" back="/orders/lookup">
            <div>
                {hero}
                {parcels}
                {details}
            </div>
            <aside>{aside}</aside>
        </Frame>
    }
}

fn ask(kept: &Kept, buy: &'static Buy) -> impl IntoView + use<> {
    let problem = kept.problem.as_ref();
    let value = |name: &str| kept.value(name).unwrap_or_default().to_owned();
    let number = field(Field {
        name: "number",
        label: buy.lookup_number.to_owned(),
        value: value("number"),
        inputmode: "numeric",
        most: 40,
        error: error_of(problem, "number"),
        focus: is_first(problem, "number"),
        ..Field::default()
    });
    let banner = banner(problem);
    let phone = field(Field {
        name: "phone",
        label: buy.lookup_phone.to_owned(),
        value: value("phone"),
        kind: "tel",
        inputmode: "tel",
        autocomplete: "tel",
        most: 24,
        error: error_of(problem, "phone"),
        focus: is_first(problem, "phone"),
        ..Field::default()
    });
    view! {
        <Frame title=buy.lookup tab=Tab::Me class="wrap slim" back="/orders">
            <h1 class="page-title">{buy.lookup}</h1>
            <p class="dim">{buy.lookup_help}</p>
            <form class="card fields" method="post" action="/fn/order/find">
                {banner}
                {number}
                {phone}
                <button class="btn buy big fill">{buy.lookup_go}</button>
            </form>
        </Frame>
    }
}
