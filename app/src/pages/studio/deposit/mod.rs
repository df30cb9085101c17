//! `/studio/deposit`: what a shop leaves as security, and where it may sell.

mod balance;
mod categories;
mod entries;
mod wishes;

use leptos::prelude::*;
use shared::{
    Duty, ErrorCode,
    dto::{DepositAccount, MyShop},
};

use super::{StudioFrame, StudioTab, my_shop};
use crate::{
    api::answer::kept,
    context::caller,
    pages::load::{form_error, page},
    present::when::When,
    views::field::banner,
};

/// `/studio/deposit`
#[component]
pub fn DepositPage() -> impl IntoView {
    let caller = caller();
    let kept = kept().unwrap_or_default();
    let error = form_error();
    page(
        async move |commerce| {
            let shop = my_shop(&commerce, caller).await?.ok_or(ErrorCode::Forbidden)?;
            let account = commerce.deposit().account(caller.actor, shop.id, caller.locale).await?;
            Ok((shop, account, commerce.clock().now(), commerce.new_key()))
        },
        move |(shop, account, now, key): (MyShop, DepositAccount, _, _)| {
            let texts = &caller.texts().studio.deposit;
            let when = When::new(now, caller.locale);
            // A form with a file comes back with a code alone.
            let plain = kept.problem.is_none().then_some(error).flatten();
            let plain = plain.map(|code| {
                let said = caller.texts().common.error(code);
                view! { <p class="notice bad" role="alert" tabindex="-1" data-problem>{said}</p> }
            });
            let owner = shop.role.may(Duty::Shop);
            let id = shop.id;
            let close = owner.then(|| {
                view! {
                    <section class="card" aria-labelledby="close">
                        <h2 id="close">{texts.close}</h2>
                        <p class="s dim">{texts.close_help}</p>
                        <div><a class="btn" href="/studio/closing">{texts.close}</a></div>
                    </section>
                }
            });
            view! {
                <StudioFrame title=texts.title tab=StudioTab::Deposit shop=Some(shop)>
                    {banner(kept.problem.as_ref())}{plain}
                    <div class="cols">
                        <div class="stack loose full">
                            {balance::balance(id, &account, key.as_str(), &when)}
                            {wishes::wishes(&account.requests, owner, &when)}
                            {entries::entries(&account.entries, &when)}
                        </div>
                        <div class="stack loose full">
                            {categories::categories(id, &account, owner, kept.problem.as_ref(), &when)}
                            {owner.then(|| categories::ask(id, &account))}
                            {close}
                        </div>
                    </div>
                </StudioFrame>
            }
        },
    )
}
