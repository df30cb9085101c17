use leptos::prelude::*;
use shared::{
    ShopId,
    dto::{DepositAccount, PaymentMethod},
};

use crate::{
    context::caller,
    present::when::When,
    ui::{full_price, icon_of},
};

/// How to pay, in the order of the checkout.
const METHODS: [(PaymentMethod, &str); 3] =
    [(PaymentMethod::Wechat, "wechat"), (PaymentMethod::Alipay, "alipay"), (PaymentMethod::Card, "card")];

/// What is held, what is asked, and what to do about the difference.
pub fn balance(shop: ShopId, account: &DepositAccount, key: &str, when: &When) -> impl IntoView + use<> {
    let texts = &caller().texts().studio.deposit;
    let missing = account.missing.minor > 0;
    let (tone, mark, state) =
        if missing { ("tag warn", "alert", texts.short) } else { ("tag good", "check", texts.enough) };
    let help = match (missing, account.required.minor) {
        (true, _) => texts.short_help,
        (false, 0) => texts.free_help,
        (false, _) => texts.enough_help,
    };
    let fact = |name: &'static str, amount| {
        view! { <div><dt class="s dim">{name}</dt><dd class="num">{full_price(amount)}</dd></div> }
    };
    let gap = missing.then(|| fact(texts.missing, account.missing));
    let back = (account.returning.minor > 0).then(|| fact(texts.returning, account.returning));
    let least = (account.least.minor > 0).then(|| view! { " "{texts.least}" "{full_price(account.least)} });
    let pay = missing.then(|| pay(shop, account, key, when));
    view! {
        <section class="card owed" aria-labelledby="held">
            <p class="row wraps"><span class=tone>{icon_of("i s", mark)}{state}</span></p>
            <h2 id="held">{texts.held}</h2>
            <p class="amount" data-testid="held">{full_price(account.held)}</p>
            <dl class="sums">{fact(texts.required, account.required)}{gap}{back}</dl>
            <p class="s">{help}</p>
            <p class="xs dim">{(texts.rule)(account.by)}{least}</p>
            {pay}
        </section>
    }
}

fn pay(shop: ShopId, account: &DepositAccount, key: &str, when: &When) -> impl IntoView + use<> {
    let (texts, buy) = (&caller().texts().studio.deposit, caller().texts().buy);
    let methods = METHODS.iter().enumerate().map(|(at, (method, name))| {
        view! { <label class="check"><input class="radio" type="radio" name="method" value=*name checked={at == 0} />{(buy.method)(*method)}</label> }
    });
    let methods = methods.collect_view();
    let by = account.due.as_ref().map(|due| {
        let opening = &caller().texts().studio.opening;
        view! { " "{opening.pay_by}" "<b class="num">{when.moment(&due.pay_by)}</b> }
    });
    view! {
        <form class="fields" method="post" action="/fn/deposit/top_up">
            <input type="hidden" name="shop" value=shop.to_string() />
            <input type="hidden" name="key" value=key.to_owned() />
            <fieldset class="row wraps"><legend class="sr">{texts.top_up}</legend>{methods}</fieldset>
            <div class="row wraps"><button class="btn buy big">{texts.top_up}" "{full_price(account.missing)}</button></div>
            <p class="xs dim">{texts.top_up_help}{by}</p>
        </form>
    }
}
