use leptos::prelude::*;
use shared::{Currency, Locale, Money, TermValue, dto::TermChange};

use crate::{context::caller, i18n::studio::tables::Tables, pages::studio::products::rate, present::when::When};

/// Who changed a table, when, what and from when on, the newest first; what has not begun can be taken back.
pub fn history(entries: &[TermChange], page: &str, when: &When) -> impl IntoView + use<> {
    let caller = caller();
    let texts = &caller.texts().studio.tables;
    let empty = entries.is_empty().then(|| view! { <p class="s dim">{texts.no_history}</p> });
    let rows = entries.iter().map(|entry| row(entry, page, when, texts, caller.locale)).collect_view();
    view! {
        <section class="card pad" aria-labelledby="history">
            <h2 id="history">{texts.history}</h2>
            {empty}
            <ol class="facts-list changes">{rows}</ol>
        </section>
    }
}

fn row(entry: &TermChange, page: &str, when: &When, texts: &'static Tables, locale: Locale) -> impl IntoView + use<> {
    let what = [Some((texts.term)(entry.term)), entry.scene.map(texts.scene_name)];
    let what = what.into_iter().flatten().collect::<Vec<_>>().join(" · ");
    let was = entry.was.as_ref().map(|was| view! { <s class="dim">{said(was, texts, locale)}</s>" → " });
    let who = if entry.who.is_empty() { texts.itself.to_owned() } else { entry.who.clone() };
    let state = match (entry.withdrawn, entry.planned) {
        (true, _) => Some(view! { <span class="tag">{texts.withdrawn}</span> }.into_any()),
        (_, true) => Some(view! { <span class="tag hot">{texts.planned}</span> }.into_any()),
        _ => None,
    };
    let back = entry.planned.then(|| {
        view! {
            <form method="post" action="/fn/console/term/withdraw">
                <input type="hidden" name="id" value=entry.id.to_string() />
                <input type="hidden" name="page" value=page.to_owned() />
                <button class="btn">{texts.withdraw}</button>
            </form>
        }
    });
    view! {
        <li class="row wraps">
            <span class="stack grow">
                <b>{entry.path.join(" / ")}" · "{what}</b>
                <span class="s">{was}{said(&entry.becomes, texts, locale)}</span>
                <span class="xs dim num">{(texts.will_be)(&when.date(&entry.from))}" · "{who}" · "<time datetime=entry.at.clone()>{when.moment(&entry.at)}</time></span>
            </span>
            {state}{back}
        </li>
    }
}

/// What a term says, in words.
pub fn said(value: &TermValue, texts: &'static Tables, locale: Locale) -> String {
    match value {
        TermValue::Added(code) => code.clone(),
        TermValue::Name(name) => format!("{} / {}", name.zh, name.en),
        TermValue::Order(place) => (texts.place)(*place),
        TermValue::Closed(closed) => if *closed { texts.closed } else { texts.open }.to_owned(),
        TermValue::Attributes(all) if all.is_empty() => texts.nothing.to_owned(),
        TermValue::Attributes(all) => {
            let mark = |required: bool| if required { "*" } else { "" };
            let name = |one: &shared::AttributeName| format!("{}{}", one.name.get(locale), mark(one.required));
            all.iter().map(name).collect::<Vec<_>>().join(", ")
        }
        TermValue::Protection { confirm_days, seven_day_return } => {
            let returns = if *seven_day_return { texts.returns } else { texts.no_returns };
            format!("{} · {returns}", (texts.days)(*confirm_days))
        }
        TermValue::Paper(paper) => {
            paper.as_ref().map_or_else(|| texts.nothing.to_owned(), |name| name.get(locale).to_owned())
        }
        TermValue::Deposit(minor) => Money::new(*minor, Currency::Cny).to_string(),
        TermValue::Fee(points) => points.map_or_else(|| texts.inherited.to_owned(), rate),
    }
}
