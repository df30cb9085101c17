use leptos::prelude::*;
use shared::dto::{Message, MyShop};

use super::{
    StudioFrame, StudioTab,
    inbox::inbox,
    my_shop,
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
            let body = match &shop {
                Some(shop) => places(shop).into_any(),
                None => view! {
                    <section class="blank card"><h2>{shell.no_shop}</h2><p class="dim">{shell.no_shop_help}</p><a class="btn buy" href="/studio/open">{shell.open}</a></section>
                }
                .into_any(),
            };
            view! { <StudioFrame title=shell.home tab=StudioTab::Home shop=shop>{standing.map(today)}{body}{inbox(&messages, now)}</StudioFrame> }
        },
    )
}

fn places(shop: &MyShop) -> impl IntoView + use<> {
    let shell = &caller().texts().studio.shell;
    let live = format!("/c/{}/showcase", shop.handle);
    view! {
        <nav class="rows card-rows" aria-label=shell.studio>
            <a href="/studio/window">{shell.window}</a>
            <a href="/studio/products">{shell.products}</a>
            <a href="/studio/clips">{caller().texts().studio.clips.clips}</a>
            <a href="/studio/selection">{caller().texts().studio.affiliate.selection}</a>
            <a href="/studio/promotion">{caller().texts().studio.affiliate.promotion}</a>
            <a href=live>{shell.look}</a>
        </nav>
    }
}
