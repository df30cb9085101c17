use commerce::affiliate::Selected;
use leptos::prelude::*;
use shared::PlanKind;

use crate::{
    context::caller,
    i18n::studio::affiliate::Affiliate,
    pages::studio::products::{rate, thumb},
    present::when::When,
    ui::{cents, icon_of, price},
};

/// One product with what it brings and what can be done with it.
pub fn item(item: &Selected, handle: &str, back: &str, when: When) -> impl IntoView + use<> {
    let texts = caller().texts();
    let t = &texts.studio.affiliate;
    let (card, brings) = (&item.card, &item.commission);
    let id = card.id.to_string();
    let kind = match brings.kind {
        None => view! { <span class="tag">{t.own}</span> }.into_any(),
        Some(kind) => {
            let tone = if kind == PlanKind::Ordinary { "tag" } else { "tag hot" };
            view! { <span class=tone>{(t.kind_name)(kind)}</span> }.into_any()
        }
    };
    let share = if brings.kind.is_some() { t.share } else { t.own_share };
    let stock = if card.stock > 0 { (t.left)(card.stock) } else { texts.common.sold_out.to_owned() };
    let score = match item.score {
        Some((points, n)) => (t.score)(&format!("{}.{:02}", points / 100, points % 100), n),
        None => t.no_score.to_owned(),
    };
    let ships = item.ships_in.map_or_else(|| (t.ships)(item.ship_within_hours), t.ships_in);
    let refunds = (t.refunds)(item.refunds.map(rate).as_deref());
    view! {
        <li class="choice card" id=format!("p-{id}")>
            <div class="row loose">
                {thumb(Some(&card.image))}
                <div class="stack grow">
                    <a class="name two" href=format!("/p/{id}")>{card.title.clone()}</a>
                    <span class="row wraps xs dim">{kind}<span class="one">{card.shop_name.clone()}</span></span>
                </div>
            </div>
            <p class="brings">
                <span class="stack"><b class="hot num">{rate(brings.rate)}</b><small class="dim">{share}</small></span>
                <span class="stack"><span>{price(card.price)}</span><small class="dim num">{(t.earns)(&cents(brings.earns))}</small></span>
            </p>
            <p class="row wraps xs dim num"><span>{stock}</span><span class="dot">{ships}</span><span class="dot">{score}</span><span class="dot">{refunds}</span></p>
            {news(item, t, when)}
            <div class="row wraps">{add(item, handle, back, t)}{ask(item, t)}</div>
        </li>
    }
    .into_any()
}

/// What was announced, and what was promised.
fn news(item: &Selected, t: &'static Affiliate, when: When) -> impl IntoView + use<> {
    let brings = &item.commission;
    let falls = brings.falls.as_ref().map(|(lower, at)| (t.falls)(&rate(*lower), &when.moment(at)));
    let ends = brings.ends.as_ref().map(|at| (t.ends)(&when.moment(at)));
    let linked = brings.linked.filter(|linked| *linked != brings.rate).map(|linked| (t.linked)(&rate(linked)));
    let warn = [falls, ends].into_iter().flatten();
    let warn = warn.map(|words| view! { <span class="tag warn wraps">{icon_of("i s", "clock")}{words}</span> });
    let warn = warn.collect_view();
    let linked = linked.map(|words| view! { <span class="tag wraps">{words}</span> });
    view! { <p class="row wraps news">{warn}{linked}</p> }
}

/// Into the window's draft, by the window's own door.
fn add(item: &Selected, handle: &str, back: &str, t: &'static Affiliate) -> AnyView {
    let id = item.card.id.to_string();
    if item.in_window {
        return view! { <a class="btn" href=format!("/studio/window#i-{id}")>{icon_of("i s", "check")}{t.added}</a> }
            .into_any();
    }
    let label = format!("{}: {}", t.add, item.card.title);
    view! {
        <form method="post" action="/fn/window/change">
            <input type="hidden" name="handle" value=handle.to_owned() />
            <input type="hidden" name="back" value=format!("{back}#p-{id}") />
            <button class="btn plain" name="act" value=format!("add:{id}:") aria-label=label>{icon_of("i s", "plus")}{t.add}</button>
        </form>
    }
    .into_any()
}

/// A sample of what others offer.
fn ask(item: &Selected, t: &'static Affiliate) -> Option<AnyView> {
    item.commission.kind?;
    let id = item.card.id.to_string();
    Some(match item.sample {
        Some(state) => {
            view! { <a class="btn" href="/studio/selection/samples">{(t.sample_state)(state)}</a> }.into_any()
        }
        None => {
            let label = format!("{}: {}", t.ask, item.card.title);
            view! { <a class="btn" href=format!("/studio/selection/samples?product={id}#ask") aria-label=label>{t.ask}</a> }
                .into_any()
        }
    })
}
