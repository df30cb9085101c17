use leptos::prelude::*;
use shared::dto::{Message, MyShop};

use super::{
    StudioFrame, StudioTab,
    inbox::inbox,
    my_shop, places,
    today::{Today, today},
};
use crate::{context::caller, pages::load::page};

/// `/studio`
#[component]
pub fn StudioPage() -> impl IntoView {
    let caller = caller();
    page(
        async move |commerce| {
            let shop = my_shop(&commerce, caller).await?;
            let today = match &shop {
                Some(shop) => Some(Today::read(&commerce, caller, shop).await?),
                None => None,
            };
            let messages = commerce.inbox().list(caller.actor).await?;
            Ok((shop, today, messages, commerce.clock().now()))
        },
        move |(shop, standing, messages, now): (Option<MyShop>, Option<Today>, Vec<Message>, _)| {
            let shell = &caller.texts().studio.shell;
            let none = shop.is_none().then(|| {
                view! {
                    <section class="blank card"><h2>{shell.no_shop}</h2><p class="dim">{shell.no_shop_help}</p><a class="btn buy" href="/studio/open">{shell.open}</a></section>
                }
            });
            let places = places::list(shop.as_ref());
            let live = shop.as_ref().map(|shop| format!("/c/{}/showcase", shop.handle));
            let acts = move || live.clone().map(|live| view! { <a class="btn" href=live>{shell.look}</a> });
            view! { <StudioFrame title=shell.home tab=StudioTab::Home shop=shop acts=acts>{standing.map(today)}{none}{places}{inbox(&messages, now)}</StudioFrame> }
        },
    )
}
