use leptos::prelude::*;
use shared::{ProductEvent, ProductState};

use super::Bench;
use crate::{
    api::answer::Kept,
    context::caller,
    present::when::local_in_china,
    views::field::{Field, error_of, field},
};

/// When it goes on and off sale, and the buttons that move it.
pub fn life(bench: &Bench, kept: &Kept) -> impl IntoView + use<> {
    let texts = &caller().texts().studio.products;
    let view = &bench.view;
    let id = view.id.to_string();
    let moment = |name: &'static str, label: &str, at: Option<&String>| {
        let value = kept.value(name).map(str::to_owned).or_else(|| at.map(|at| local_in_china(at))).unwrap_or_default();
        let error = error_of(kept.problem.as_ref(), name).map(|_| (texts.fault)(name).to_owned());
        field(Field {
            name,
            label: label.into(),
            value,
            kind: "datetime-local",
            error,
            optional: true,
            ..Field::default()
        })
    };
    let events: &[(&str, ProductEvent)] = match view.state {
        ProductState::OnSale => &[("delist", ProductEvent::Delist)],
        ProductState::DepositShort => &[("delist", ProductEvent::Delist), ("recycle", ProductEvent::Recycle)],
        ProductState::Draft | ProductState::Delisted => &[("recycle", ProductEvent::Recycle)],
        ProductState::Recycled => &[("restore", ProductEvent::Restore), ("purge", ProductEvent::Purge)],
        ProductState::Banned | ProductState::Deleted => &[],
    };
    let buttons = events.iter().map(|(name, event)| {
        let form = view! {
            <form method="post" action="/fn/studio/product/move">
                <input type="hidden" name="id" value=id.clone() />
                <input type="hidden" name="event" value=*name />
                <input type="hidden" name="back" value=format!("/studio/products/{id}") />
                {(*name == "purge").then(|| view! { <p class="xs dim">{texts.purge_sure}</p> })}
                <button class="btn">{(texts.event)(*event)}</button>
            </form>
        };
        form.into_any()
    });
    view! {
        <div class="two-cards">
            <form class="card pad" id="timed" method="post" action="/fn/studio/product/schedule">
                <header><h2>{texts.timed}</h2><p class="xs dim">{texts.timed_help}</p></header>
                <input type="hidden" name="id" value=id.clone() />
                <div class="f2">{moment("list_at", texts.list_at, view.list_at.as_ref())}{moment("delist_at", texts.delist_at, view.delist_at.as_ref())}</div>
                <button class="btn">{texts.set}</button>
            </form>
            <section class="card pad" id="life"><header><h2>{texts.life}</h2></header><div class="row wraps">{buttons.collect_view()}</div></section>
        </div>
    }
}
