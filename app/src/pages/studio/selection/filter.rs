use leptos::prelude::*;

use super::asked::{Asked, SORTS, WHOSE};
use crate::{context::caller, ui::icon_of, views::field::select};

/// Whose goods.
pub fn tabs(asked: &Asked) -> impl IntoView + use<> {
    let t = &caller().texts().studio.affiliate;
    let all = WHOSE.iter().map(|(_, name)| {
        let href = Asked { whose: (*name).to_owned(), ..asked.clone() }.href(0);
        let here = (*name == asked.whose).then_some("page");
        view! { <a href=href aria-current=here>{(t.whose_name)(name)}</a> }
    });
    view! { <nav class="heaps" aria-label=t.whose>{all.collect_view()}</nav> }
}

/// The conditions, as a form whose answer is an address.
pub fn filter(asked: &Asked) -> impl IntoView + use<> {
    let t = &caller().texts().studio.affiliate;
    let any = || (String::new(), t.any.to_owned());
    let rates = std::iter::once(any()).chain([5, 10, 15, 20, 30].map(|rate| (rate.to_string(), format!("≥ {rate}%"))));
    let stocks = [any(), ("1".to_owned(), t.in_stock.to_owned())];
    let stocks = stocks.into_iter().chain([10, 50, 200].map(|n| (n.to_string(), (t.pieces_from)(n))));
    let ships = std::iter::once(any()).chain([24, 48, 72].map(|hours| (hours.to_string(), (t.hours)(hours))));
    let scores = [("400", "4.0"), ("450", "4.5"), ("480", "4.8")];
    let scores = scores.map(|(value, points)| (value.to_owned(), (t.points)(points)));
    let scores = std::iter::once(any()).chain(scores);
    let refunds = [any()].into_iter().chain([1, 3, 5, 10].map(|most| (most.to_string(), format!("≤ {most}%"))));
    let sorts = SORTS.iter().map(|(_, name)| ((*name).to_owned(), (t.sort_name)(name).to_owned()));
    let clear = asked.narrows().then(|| {
        let href = Asked { whose: asked.whose.clone(), sort: asked.sort.clone(), ..Asked::default() }.href(0);
        view! { <a class="btn" href=href>{t.clear}</a> }
    });
    view! {
        <form class="choice-filter card" role="search" action="/studio/selection">
            <input type="hidden" name="whose" value=asked.whose.clone() />
            <div class="seek">
                {icon_of("i m", "search")}
                <input class="field" type="search" name="q" maxlength="80" value=asked.q.clone() aria-label=t.search placeholder=t.search />
            </div>
            {select("rate", t.rate_from, rates, &asked.rate)}
            {typed("price_from", t.price_from, &asked.price_from)}
            {typed("price_to", t.price_to, &asked.price_to)}
            {select("stock", t.stock_from, stocks, &asked.stock)}
            {select("ship", t.ship_within, ships, &asked.ship)}
            {select("score", t.score_from, scores, &asked.score)}
            {select("refunds", t.refunds_to, refunds, &asked.refunds)}
            {select("sort", t.sort, sorts, &asked.sort)}
            <div class="row"><button class="btn plain">{icon_of("i s", "filter")}{t.filter}</button>{clear}</div>
        </form>
    }
}

fn typed(name: &'static str, label: &'static str, value: &str) -> AnyView {
    let id = format!("f-{name}");
    view! {
        <div class="f"><label for=id.clone()>{label}</label><input class="in num" id=id name=name inputmode="decimal" maxlength="12" value=value.to_owned() /></div>
    }
    .into_any()
}
