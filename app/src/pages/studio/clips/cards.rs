//! The cards on their timeline: plain rows of a form; the bars above them can be dragged where a script runs.

use leptos::prelude::*;
use shared::{
    ProductState,
    dto::{MyCard, MyClip, ProductCard},
};

use super::{bench::is_conflict, seconds};
use crate::{
    api::answer::Kept,
    context::caller,
    i18n::studio::clips::Clips,
    ui::{Loading, cents, icon_of, picture},
    views::field::error_of,
};

/// Empty rows to fill, so that no script is needed for another card.
const SPARE: usize = 2;
/// Rows at most.
const MOST: usize = 20;

/// What a row shows.
struct Row {
    product: String,
    from: String,
    to: String,
}

/// The whole part: what is dead first, since it sells nothing.
pub fn cards(clip: &MyClip, linkable: &[ProductCard], kept: &Kept) -> impl IntoView + use<> {
    let texts = &caller().texts().studio.clips;
    let dead = clip.dead().map(|card| dead(clip, card, texts)).collect_view();
    let problem = kept.problem.as_ref();
    let wrong = error_of(problem, "cards").or_else(|| error_of(problem, "product"));
    let is_wrong = wrong.is_some();
    let rows = rows(clip, kept);
    let duration = clip.clip.duration_ms;
    let others = is_conflict(kept) && kept.value("product0").is_some();
    let now = others.then(|| {
        let all = clip.cards.iter().map(|card| {
            let words = (texts.card_times)(&card.product.title, &seconds(card.from_ms), &seconds(card.to_ms));
            view! { <li class="s">{words}</li> }
        });
        view! { <div class="notice warn" role="alert" data-others><p class="s"><b>{texts.changed_cards}</b></p><ul class="marks">{all.collect_view()}</ul></div> }
    });
    let bars = timeline(clip, texts);
    let rows = rows.iter().enumerate().map(|(nth, shown)| row(nth, shown, clip, linkable, texts)).collect_view();
    view! {
        <section class="card clip-cards" id="cards" aria-labelledby="cards-title">
            <h2 id="cards-title">{texts.cards}</h2>
            <p class="s dim" id="cards-help">{texts.cards_help}</p>
            {dead}
            <form class="fields" class:wrong=is_wrong method="post" action="/fn/clip/cards" data-timeline data-ms=duration
                data-here-from=texts.here_from data-here-to=texts.here_to data-help=texts.bar_help aria-describedby="cards-help">
                <input type="hidden" name="id" value=clip.id.to_string() />
                <input type="hidden" name="version" value=clip.cards_version.to_string() />
                {now}
                {bars}
                <ol class="clip-rows">{rows}</ol>
                {wrong.map(|words| view! { <p class="fault" role="alert">{words}</p> })}
                <p class="row"><button class="btn">{texts.save}</button></p>
            </form>
        </section>
    }
}

/// What was typed and came back, else what is.
fn rows(clip: &MyClip, kept: &Kept) -> Vec<Row> {
    let typed = |nth: usize| {
        let value = |name: &str| Some(kept.value(&format!("{name}{nth}"))?.to_owned());
        Some(Row { product: value("product")?, from: value("from")?, to: value("to")? })
    };
    let mut rows: Vec<_> = (0..MOST).map_while(typed).collect();
    if rows.is_empty() {
        let row = |card: &MyCard| Row {
            product: card.product.id.to_string(),
            from: seconds(card.from_ms),
            to: seconds(card.to_ms),
        };
        rows = clip.cards.iter().map(row).collect();
    }
    for _ in 0..SPARE.min(MOST.saturating_sub(rows.len())) {
        rows.push(Row { product: String::new(), from: String::new(), to: String::new() });
    }
    rows
}

fn row(
    nth: usize,
    shown: &Row,
    clip: &MyClip,
    linkable: &[ProductCard],
    texts: &'static Clips,
) -> impl IntoView + use<> {
    let name = |field: &str| format!("cards[{nth}][{field}]");
    let id = |field: &str| format!("f-{field}-{nth}");
    // One that is off sale can stay, with its words; it cannot be chosen anew.
    let gone = clip.dead().map(|card| &card.product).filter(|product| product.id.to_string() == shown.product);
    let options = gone.map(|product| (product, true)).chain(linkable.iter().map(|product| (product, false)));
    let options = options.map(|(product, gone)| {
        let id = product.id.to_string();
        let mark = if gone { texts.off_sale.to_owned() } else { cents(product.price) };
        let (words, chosen) = (format!("{} · {mark}", product.title), id == shown.product);
        view! { <option value=id selected=chosen>{words}</option> }
    });
    let most = seconds(clip.clip.duration_ms);
    let time = |field: &'static str, label: &'static str, value: String| {
        view! {
            <div class="f">
                <label for=id(field)>{label}</label>
                <input id=id(field) class="in secs" name=name(field) type="number" min="0" max=most.clone() step="any" inputmode="decimal" value=value />
            </div>
        }
    };
    let met = clip.cards.iter().find(|card| card.product.id.to_string() == shown.product);
    let met = met.map(|card| view! { <p class="xs dim met">{(texts.met)(card.seen, card.taps)}</p> });
    view! {
        <li data-row>
            <div class="f grow">
                <label for=id("product")>{texts.product}</label>
                <select id=id("product") class="in" name=name("product")><option value="">{texts.none}</option>{options.collect_view()}</select>
            </div>
            {time("from", texts.from, shown.from.clone())}
            {time("to", texts.to, shown.to.clone())}
            {met}
        </li>
    }
}

/// When each card shows, drawn; the script makes the bars movable.
fn timeline(clip: &MyClip, texts: &'static Clips) -> impl IntoView + use<> {
    let whole = clip.clip.duration_ms.max(1);
    let part = |ms: i64| ms.saturating_mul(1_000) / whole;
    let bars = clip.cards.iter().enumerate().map(|(nth, card)| {
        let label = (texts.card_times)(&card.product.title, &seconds(card.from_ms), &seconds(card.to_ms));
        let gone = card.product.state != ProductState::OnSale;
        let class = if gone { "bar gone" } else { "bar" };
        view! {
            <rect class=class x=part(card.from_ms) y=nth * 14 + 2 width=part(card.to_ms) - part(card.from_ms) height="10" rx="3"><title>{label}</title></rect>
        }
    });
    let tall = clip.cards.len().max(1) * 14;
    view! {
        <svg class="clip-line" viewBox=format!("0 0 1000 {tall}") preserveAspectRatio="none" role="img" aria-label=texts.timeline data-line>
            {bars.collect_view()}
        </svg>
    }
}

/// A card that sells nothing any more: what could stand in its place.
fn dead(clip: &MyClip, card: &MyCard, texts: &'static Clips) -> impl IntoView + use<> {
    let (id, old) = (clip.id.to_string(), card.product.id.to_string());
    let choices = card.substitutes.iter().map(|product| {
        let label = format!("{} {}", texts.substitutes, product.title);
        view! {
            <li>
                <button class="clip-choice" name="new" value=product.id.to_string() aria-label=label>
                    <span class="pic">{picture(&product.image, Some(String::new()), "48px", Loading::Lazy)}</span>
                    <span class="stack"><span class="one s">{product.title.clone()}</span><span class="xs dim">{cents(product.price)}</span></span>
                </button>
            </li>
        }
    });
    let offered = (!card.substitutes.is_empty()).then(|| view! { <p class="s dim">{texts.substitutes}</p> });
    view! {
        <form class="clip-dead notice" method="post" action="/fn/clip/swap">
            <input type="hidden" name="id" value=id /><input type="hidden" name="old" value=old />
            <p class="row wraps">{icon_of("i m warn", "alert")}<b class="s">{card.product.title.clone()}</b><span class="tag warn">{texts.off_sale}</span></p>
            {offered}
            <ul class="clip-choices">{choices.collect_view()}</ul>
            <p class="row"><button class="btn" name="new" value="">{texts.take_off}</button></p>
        </form>
    }
}
