//! `/studio/staff`: who works for the shop and what they did; `/studio/join/{token}`: becoming one of them.

mod join;
mod log;
mod people;

use leptos::prelude::*;
use shared::{
    ErrorCode, ShopId,
    dto::{Activity, MyShop, Page, Staff},
};

use super::{StudioFrame, StudioTab, my_shop};
use crate::{
    api::answer::kept,
    context::caller,
    pages::load::{page, query},
    views::field::banner,
};

pub use join::JoinPage;

/// `/studio/staff`
#[component]
pub fn StaffPage() -> impl IntoView {
    let caller = caller();
    let kept = kept().unwrap_or_default();
    let cursor: Option<String> = query("cursor");
    page(
        async move |commerce| {
            let shop = my_shop(&commerce, caller).await?.ok_or(ErrorCode::Forbidden)?;
            let staff = commerce.staff().staff(caller.actor, shop.id).await?;
            let log = commerce.staff().activity(caller.actor, shop.id, cursor.as_deref(), caller.locale).await?;
            Ok((shop, staff, log))
        },
        move |(shop, staff, log): (MyShop, Staff, Page<Activity>)| {
            let texts = &caller.texts().studio.staff;
            let id: ShopId = shop.id;
            view! {
                <StudioFrame title=texts.title tab=StudioTab::People shop=Some(shop)>
                    {banner(kept.problem.as_ref())}
                    <div class="cols">
                        <div class="stack loose">{people::people(id, staff.members)}{people::offers(id, staff.invitations)}</div>
                        <div class="stack loose">{people::invite(id, &kept)}</div>
                    </div>
                    {log::log(log)}
                </StudioFrame>
            }
        },
    )
}
