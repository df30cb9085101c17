//! `/studio/closing`: how a shop ends.

use leptos::prelude::*;
use shared::{
    Blocker, ClosingState, ErrorCode, ShopId,
    dto::{ClosingView, MyShop, Standing},
};

use super::{StudioFrame, StudioTab, my_shop};
use crate::{
    api::answer::kept,
    context::caller,
    pages::load::page,
    present::when::When,
    ui::{full_price, icon_of},
    views::field::banner,
};

/// `/studio/closing`
#[component]
pub fn ClosingPage() -> impl IntoView {
    let caller = caller();
    let kept = kept().unwrap_or_default();
    page(
        async move |commerce| {
            let shop = my_shop(&commerce, caller).await?.ok_or(ErrorCode::Forbidden)?;
            let closing = commerce.closing().view(caller.actor, shop.id).await?;
            Ok((shop, closing, commerce.clock().now()))
        },
        move |(shop, closing, now): (MyShop, ClosingView, _)| {
            let texts = &caller.texts().studio.closing;
            let when = When::new(now, caller.locale);
            let id = shop.id;
            let over = closing.state.is_some_and(ClosingState::is_over);
            let list = (!over).then(|| checklist(&closing.blockers, &when));
            let steps = (!over).then(|| steps(&closing));
            view! {
                <StudioFrame title=texts.title tab=StudioTab::Deposit shop=Some(shop)>
                    {banner(kept.problem.as_ref())}
                    <div class="opening">{head(id, &closing, &when)}{list}{steps}</div>
                </StudioFrame>
            }
        },
    )
}

/// Where it stands, and what the owner may do now.
fn head(shop: ShopId, closing: &ClosingView, when: &When) -> impl IntoView + use<> {
    use ClosingState as S;
    let texts = &caller().texts().studio.closing;
    let (tone, mark) = match closing.state {
        None | Some(S::Withdrawn) => ("tag good", "store"),
        Some(S::Announced | S::Winding) => ("tag warn", "clock"),
        Some(S::Closed | S::Settled) => ("tag", "check"),
    };
    let runs = !matches!(closing.state, None | Some(S::Withdrawn));
    let moment = |name: &'static str, at: &Option<String>| {
        let at = at.as_ref().filter(|_| runs)?;
        Some(
            view! { <div><dt class="s dim">{name}</dt><dd class="num"><time datetime=at.clone()>{when.moment(at)}</time></dd></div> },
        )
    };
    let back = (closing.returning.minor > 0)
        .then(|| view! { <div><dt class="s dim">{texts.returning}</dt><dd class="num">{full_price(closing.returning)}</dd></div> });
    let act = match closing.state {
        None | Some(S::Withdrawn) if closing.blockers.is_empty() => {
            Some(sure(shop, "announce", texts.announce, (texts.announce_sure)(closing.announce_days)))
        }
        Some(S::Announced | S::Winding) => Some(sure(shop, "withdraw", texts.withdraw, texts.withdraw_sure.to_owned())),
        _ => None,
    };
    view! {
        <section class="card state" aria-labelledby="state">
            <p class=tone>{icon_of("i s", mark)}{(texts.state)(closing.state)}</p>
            <h2 id="state">{(texts.lead)(closing.state)}</h2>
            <dl class="sums">
                {moment(texts.announced_at, &closing.announced_at)}
                {moment(texts.ends_at, &closing.ends_at)}
                {moment(texts.closed_at, &closing.closed_at)}
                <div><dt class="s dim">{texts.held}</dt><dd class="num">{full_price(closing.held)}</dd></div>
                {back}
            </dl>
            {act}
        </section>
    }
}

/// An act after a second thought.
fn sure(shop: ShopId, act: &'static str, words: &'static str, help: String) -> impl IntoView {
    view! {
        <details class="sure">
            <summary class="btn">{words}</summary>
            <form class="ask-sure" method="post" action="/fn/closing/move">
                <input type="hidden" name="shop" value=shop.to_string() />
                <p class="s">{help}</p>
                <button class="btn soft fill" name="act" value=act>{words}</button>
            </form>
        </details>
    }
}

/// Where each thing is mended, if this back office has a page for it.
const fn place(kind: Blocker) -> Option<&'static str> {
    match kind {
        Blocker::Unpaid | Blocker::Open => Some("/studio/products"),
        Blocker::TopUp => Some("/studio/deposit"),
        Blocker::Category => Some("/studio/deposit#wishes"),
        Blocker::Import => Some("/studio/products/import"),
        Blocker::Window => Some("/studio/window"),
        Blocker::AfterSale | Blocker::Refunds | Blocker::Unsettled | Blocker::Violation => None,
    }
}

fn checklist(blockers: &[Standing], when: &When) -> impl IntoView + use<> {
    let texts = &caller().texts().studio.closing;
    let summary = if blockers.is_empty() {
        view! { <p class="row good">{icon_of("i s", "check")}{texts.clear}</p> }.into_any()
    } else {
        view! { <p class="row warn">{icon_of("i s", "alert")}{(texts.in_the_way)(blockers.len())}</p> }.into_any()
    };
    let rows = blockers.iter().map(|found| {
        let amount = found.amount.map(|amount| view! { <span class="num">{full_price(amount)}</span> });
        let until = found.until.as_ref().map(|at| {
            view! { " · "<span class="num">{texts.until}" "<time datetime=at.clone()>{when.moment(at)}</time></span> }
        });
        let go = place(found.kind).map(|href| view! { <a class="btn" href=href>{(texts.go)(found.kind)}</a> });
        view! {
            <li class="row wraps" data-blocker=found.kind.as_str()>
                <span class="stack grow"><b>{(texts.blocker)(found.kind, found.count)}</b><span class="xs dim">{(texts.mend)(found.kind)}{until}</span></span>
                {amount}{go}
            </li>
        }
    });
    let rows = rows.collect_view();
    view! {
        <section class="card" aria-labelledby="checklist">
            <h2 id="checklist">{texts.checklist}</h2>
            {summary}
            <ul class="lines">{rows}</ul>
        </section>
    }
}

fn steps(closing: &ClosingView) -> impl IntoView + use<> {
    let texts = &caller().texts().studio.closing;
    let steps = (texts.step)(closing.announce_days, closing.after_sale_days);
    let steps = steps.into_iter().map(|step| view! { <li class="s">{step}</li> }).collect_view();
    view! { <section class="card" aria-labelledby="how"><h2 id="how">{texts.steps}</h2><ol class="numbered">{steps}</ol></section> }
}
