//! `/studio/selection`: what a creator may show; `/studio/selection/samples`: what they asked merchants for.

mod asked;
mod filter;
mod item;
mod samples;

use commerce::affiliate::Selection;
use leptos::prelude::*;
use shared::{Handle, dto::MyShop};

pub use samples::{MySamplesPage, choice, state};

use self::asked::Asked;
use super::{StudioFrame, StudioTab, my_shop, products::no_shop};
use crate::{
    api::answer::{Kept, kept},
    context::{caller, shop},
    pages::load::page,
    present::when::When,
    ui::icon_of,
    views::field::banner,
};

/// `/studio/selection?whose=&q=&rate=&price_from=&price_to=&stock=&ship=&score=&refunds=&sort=&from=`
#[component]
pub fn SelectionPage() -> impl IntoView {
    let caller = caller();
    let asked = Asked::read();
    let kept = kept().unwrap_or_default();
    let wanted = asked.query();
    page(
        async move |shop| {
            let Some(mine) = my_shop(&shop, caller).await? else { return Ok(None) };
            let found = shop.affiliate().selection(caller.actor, &handle_of(&mine)?, wanted, caller.locale).await?;
            Ok(Some((mine, found)))
        },
        move |found: Option<(MyShop, Selection)>| match found {
            Some((mine, found)) => shown(mine, &found, &asked, &kept).into_any(),
            None => no_shop().into_any(),
        },
    )
}

/// The creator at whose place the goods of a shop are at home; a shop without one has no window.
fn handle_of(mine: &MyShop) -> Result<Handle, commerce::Error> {
    mine.handle.parse().map_err(|_| shared::ErrorCode::Forbidden.into())
}

fn shown(mine: MyShop, found: &Selection, asked: &Asked, kept: &Kept) -> impl IntoView + use<> {
    let t = &caller().texts().studio.affiliate;
    let when = When::new(shop().map(|shop| shop.clock().now()).unwrap_or_default(), caller().locale);
    let back = asked.href(asked.from);
    let items = found.items.iter().map(|item| item::item(item, &mine.handle, &back, when)).collect_view();
    let list = if found.items.is_empty() {
        view! { <section class="blank card">{icon_of("i l", "search")}<h2>{t.none}</h2><p class="dim">{t.none_help}</p></section> }
            .into_any()
    } else {
        view! { <ul class="choice-list">{items}</ul> }.into_any()
    };
    let before = (asked.from > 0).then(|| {
        let href = asked.href(asked.from.saturating_sub(PAGE));
        view! { <a class="btn" href=href rel="prev">{t.back}</a> }
    });
    let next = found.next.map(|from| view! { <a class="btn" href=asked.href(from) rel="next">{t.more}</a> });
    let acts = move || {
        view! {
            <a class="btn" href="/studio/selection/samples">{t.samples}</a>
            <a class="btn" href="/studio/window">{t.to_window}</a>
        }
    };
    let (tabs, filter) = (filter::tabs(asked), filter::filter(asked));
    let (told, total) = (banner(kept.problem.as_ref()), (t.total)(found.total));
    view! {
        <StudioFrame title=t.selection tab=StudioTab::Selection shop=Some(mine) acts=acts>
            {tabs}
            {told}
            {filter}
            <p class="row wraps s dim"><b class="num">{total}</b><span>{t.honest}</span></p>
            {list}
            <nav class="row" aria-label=t.more>{before}{next}</nav>
        </StudioFrame>
    }
}

/// Goods on a page, to go back by.
const PAGE: usize = 24;
