//! `/studio/promotion`: what a shop offers creators; `/studio/promotion/samples`: what they ask it for.

mod new;
mod plan;
mod samples;

use commerce::affiliate::Promotion;
use leptos::prelude::*;
use shared::dto::MyShop;

pub use samples::AskedSamplesPage;

use super::{StudioFrame, StudioTab, elsewhere::not_here, my_shop, products::no_shop};
use crate::{
    api::answer::{Kept, kept},
    context::{caller, shop},
    pages::load::page,
    present::when::When,
    ui::icon_of,
    views::field::banner,
};

/// `/studio/promotion`
#[component]
pub fn PromotionPage() -> impl IntoView {
    let caller = caller();
    let kept = kept().unwrap_or_default();
    page(
        async move |shop| {
            let Some(mine) = my_shop(&shop, caller).await? else { return Ok(None) };
            let found = shop.affiliate().promotion(caller.actor, mine.id, caller.locale).await?;
            Ok(Some((mine, found)))
        },
        move |found: Option<(MyShop, Promotion)>| match found {
            Some((mine, _)) if !mine.mode.sells_here() => elsewhere(mine).into_any(),
            Some((mine, found)) => shown(mine, &found, &kept).into_any(),
            None => no_shop().into_any(),
        },
    )
}

/// What is not sold here brings nobody a commission here.
fn elsewhere(mine: MyShop) -> impl IntoView {
    let studio = caller().texts().studio;
    not_here(mine, studio.affiliate.promotion, StudioTab::Promotion, studio.linked.promotion_not_here, false)
}

fn shown(mine: MyShop, found: &Promotion, kept: &Kept) -> impl IntoView + use<> {
    let t = &caller().texts().studio.affiliate;
    let when = When::new(shop().map(|shop| shop.clock().now()).unwrap_or_default(), caller().locale);
    let rows = found.plans.iter().map(|one| plan::plan(one, found.notice_days, when, kept)).collect_view();
    let list = if found.plans.is_empty() {
        view! { <section class="blank card">{icon_of("i l", "share")}<h2>{t.plans_none}</h2><p class="dim">{t.plans_none_help}</p></section> }
            .into_any()
    } else {
        view! { <section class="card" aria-labelledby="plans"><h2 id="plans">{t.plans}</h2><ul class="lines">{rows}</ul></section> }
            .into_any()
    };
    let told = banner(kept.problem.as_ref());
    let (tabs, notice) = (tabs(false, Some(found.waiting)), (t.notice)(found.notice_days));
    let form = new::new(&found.goods, kept);
    view! {
        <StudioFrame title=t.promotion tab=StudioTab::Promotion shop=Some(mine)>
            {tabs}
            {told}
            <p class="notice">{notice}</p>
            <div class="cols">{list}{form}</div>
        </StudioFrame>
    }
}

/// Plans and requests for samples; `waiting` of them have no answer.
fn tabs(samples: bool, waiting: Option<u64>) -> impl IntoView {
    let t = &caller().texts().studio.affiliate;
    let here = |this: bool| this.then_some("page");
    let waiting = waiting.filter(|n| *n > 0).map(|n| view! { <span class="num">{n}</span> });
    view! {
        <nav class="heaps" aria-label=t.tabs>
            <a href="/studio/promotion" aria-current=here(!samples)>{t.plans}</a>
            <a href="/studio/promotion/samples" aria-current=here(samples)>{t.requests}{waiting}</a>
        </nav>
    }
}
