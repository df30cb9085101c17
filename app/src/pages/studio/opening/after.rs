use leptos::prelude::*;
use shared::{
    ApplicationState,
    dto::{MyShop, PaymentMethod},
};

use super::Desk;
use crate::{
    context::caller,
    ui::{full_price, icon_of},
};

/// How to pay, in the order of the checkout.
const METHODS: [(PaymentMethod, &str); 3] =
    [(PaymentMethod::Wechat, "wechat"), (PaymentMethod::Alipay, "alipay"), (PaymentMethod::Card, "card")];

/// Where it stands, and what comes next.
pub fn head(desk: &Desk, shop: Option<&MyShop>) -> impl IntoView + use<> {
    let (texts, state) = (desk.texts, desk.opening.state);
    let (mark, tone) = match state {
        ApplicationState::Open => ("check", "good"),
        ApplicationState::Rejected => ("alert", "warn"),
        ApplicationState::InReview => ("clock", "plain"),
        ApplicationState::ToPay => ("wallet", "hot"),
        ApplicationState::Draft | ApplicationState::Void => ("store", "plain"),
    };
    let by = desk.opening.review_by.as_ref().map(|at| {
        view! { <p class="s">{texts.review_by}" "<b class="num">{desk.when.moment(at)}</b></p> }
    });
    let links = (state == ApplicationState::Open).then(|| {
        let window = shop.map(|shop| view! { <a class="btn" href=format!("/c/{}/showcase", shop.handle)>{texts.to_window}</a> });
        let paid = desk.opening.due.as_ref().and_then(|due| due.paid_at.as_ref().map(|at| {
            view! { <p class="s dim">{texts.paid}" "{full_price(due.amount)}" · "<span class="num">{desk.when.moment(at)}</span></p> }
        }));
        view! { {paid}<div class="row wraps">{window}<a class="btn buy" href="/studio">{texts.to_studio}</a></div> }
    });
    let withdraw = (state == ApplicationState::InReview).then(|| withdraw(desk));
    view! {
        <section class="card state" aria-labelledby="state">
            <p class=format!("tag {tone}")>{icon_of("i s", mark)}{(desk.words.state)(state)}</p>
            <h2 id="state">{(texts.lead)(state)}</h2>
            {by}{links}{withdraw}
        </section>
    }
}

/// The deposit and how to pay it.
pub fn pay(desk: &Desk, key: &str) -> impl IntoView + use<> {
    let (texts, buy) = (desk.texts, caller().texts().buy);
    let due = desk.opening.due.clone()?;
    let methods = METHODS.iter().enumerate().map(|(at, (method, name))| {
        view! { <label class="check"><input class="radio" type="radio" name="method" value=*name checked={at == 0} />{(buy.method)(*method)}</label> }
    });
    let methods = methods.collect_view();
    Some(view! {
        <section class="card owed" aria-labelledby="due">
            <h2 id="due">{texts.deposit_sum}</h2>
            <p class="amount">{full_price(due.amount)}</p>
            <p class="s dim">{texts.pay_by}" "<b class="num">{desk.when.moment(&due.pay_by)}</b></p>
            <form class="fields" method="post" action="/fn/opening/pay">
                <input type="hidden" name="deposit" value=due.id.to_string() />
                <input type="hidden" name="key" value=key.to_owned() />
                <fieldset class="row wraps"><legend class="sr">{texts.pay}</legend>{methods}</fieldset>
                <div><button class="btn buy big">{texts.pay}</button></div>
            </form>
        </section>
    })
}

/// Giving it up, after a second thought.
pub fn withdraw(desk: &Desk) -> impl IntoView + use<> {
    let texts = desk.texts;
    view! {
        <details class="sure">
            <summary class="btn">{texts.withdraw}</summary>
            <form class="ask-sure" method="post" action="/fn/opening/withdraw">
                <p class="s">{texts.withdraw_sure}</p>
                <button class="btn soft fill">{texts.withdraw}</button>
            </form>
        </details>
    }
}

/// Every time it was handed in, and what came of it.
pub fn history(desk: &Desk) -> impl IntoView + use<> {
    let (texts, words) = (desk.texts, desk.words);
    if desk.opening.rounds.is_empty() {
        return None;
    }
    let rounds = desk.opening.rounds.iter().map(|round| {
        let bad = round.verdicts.iter().filter(|verdict| !verdict.ok).map(|verdict| {
            let reason = verdict.reason.map(words.reason).unwrap_or_default();
            let said = format!("{} · {reason} {}", (words.field)(&verdict.field), verdict.words);
            view! { <li class="s">{said}</li> }
        });
        let bad = bad.collect_view();
        let judged = round.judged_at.as_ref().map(|at| view! { <time class="xs dim num">{desk.when.moment(at)}</time> });
        let tone = match round.approved {
            Some(true) => "tag good",
            Some(false) => "tag warn",
            None => "tag",
        };
        view! {
            <li>
                <p class="row wraps"><b>{(texts.round)(round.number)}</b><time class="xs dim num">{desk.when.moment(&round.at)}</time><span class=tone>{(texts.round_state)(round.approved)}</span>{judged}</p>
                <ul>{bad}</ul>
            </li>
        }
    });
    let rounds = rounds.collect_view();
    Some(
        view! { <section class="card history" aria-labelledby="history"><h2 id="history">{texts.history}</h2><ol>{rounds}</ol></section> },
    )
}
