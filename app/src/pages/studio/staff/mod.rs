//! `/studio/staff`: who works for the shop; `/studio/staff/log`: what they did; `/studio/join/{token}`: becoming one of
//! them.

mod join;
mod log;
mod people;

use leptos::prelude::*;
use shared::{
    ErrorCode, ShopId,
    dto::{Activity, MyShop, Page, Staff},
};

use super::{StudioFrame, StudioTab, my_shop};
use crate::{api::answer::kept, context::caller, pages::load::page, views::field::banner};

pub use join::JoinPage;
pub use log::LogPage;

/// `/studio/staff`
#[component]
pub fn StaffPage() -> impl IntoView {
    let caller = caller();
    let kept = kept().unwrap_or_default();
    page(
        async move |commerce| {
            let shop = my_shop(&commerce, caller).await?.ok_or(ErrorCode::Forbidden)?;
            let staff = commerce.staff().staff(caller.actor, shop.id).await?;
            let log = commerce.staff().activity(caller.actor, shop.id, None, caller.locale).await?;
            Ok((shop, staff, log))
        },
        move |(shop, staff, log): (MyShop, Staff, Page<Activity>)| {
            let texts = &caller.texts().studio.staff;
            let id: ShopId = shop.id;
            view! {
                <StudioFrame title=texts.title tab=StudioTab::People shop=Some(shop)>
                    {banner(kept.problem.as_ref())}
                    <div class="cols">
                        <div class="stack loose full">{people::people(id, staff.members)}{people::offers(id, staff.invitations)}</div>
                        <div class="stack loose full">{people::invite(id, &kept)}</div>
                    </div>
                    {latest(log)}
                </StudioFrame>
            }
        },
    )
}

/// What was done last.
fn latest(log: Page<Activity>) -> impl IntoView {
    let texts = &caller().texts().studio.staff;
    let more = (!log.items.is_empty()).then(|| view! { <a class="btn" href="/studio/staff/log">{texts.log_all}</a> });
    let last = log.items.into_iter().take(LATEST).collect();
    view! {
        <section class="card" aria-labelledby="log"><header><h2 id="log">{texts.log}</h2></header>{log::entries(last, texts.log_empty)}{more}</section>
    }
}

/// Entries of the log beside the people.
const LATEST: usize = 10;
