use leptos::prelude::*;
use shared::{Money, dto::DepositEntry};

use crate::{context::caller, present::when::When, ui::full_price};

/// What moved on the account, the latest first.
pub fn entries(entries: &[DepositEntry], when: &When) -> impl IntoView + use<> {
    let texts = &caller().texts().studio.deposit;
    let none = entries.is_empty().then(|| view! { <p class="dim">{texts.no_entries}</p> });
    let rows = entries.iter().map(|entry| {
        let (sign, minor) = if entry.amount.minor < 0 { ("−", entry.amount.minor.saturating_neg()) } else { ("+", entry.amount.minor) };
        let amount = Money::new(minor, entry.amount.currency);
        view! {
            <li class="row wraps">
                <span class="stack grow"><b>{(texts.event)(&entry.event)}</b><time class="xs dim num" datetime=entry.at.clone()>{when.moment(&entry.at)}</time></span>
                <span class="num">{sign}" "{full_price(amount)}</span>
            </li>
        }
    });
    let rows = rows.collect_view();
    view! {
        <section class="card" aria-labelledby="entries">
            <h2 id="entries">{texts.entries}</h2>
            {none}
            <ul class="lines">{rows}</ul>
        </section>
    }
}
