//! `/studio/window`: the showcase is arranged while looking at its real page.

mod groups;
mod list;
mod news;
mod notes;
mod phone;
mod words;

pub use news::{news, panel};

use chrono::TimeDelta;
use commerce::showcase::Window;
use leptos::{prelude::*, tachys::html::InertElement};
use shared::{Handle, ProductId, dto::MyShop};

use super::{StudioFrame, StudioTab, my_shop};
use crate::{
    api::answer::kept,
    context::caller,
    pages::load::{form_error, page, query},
    views::field::banner,
};

/// How long the frame's token is good: a working day.
const FRAME: TimeDelta = TimeDelta::hours(12);
/// How long a link for a phone is.
const LINK: TimeDelta = TimeDelta::hours(1);

/// Everything that the page shows.
struct Bench {
    shop: MyShop,
    window: Window,
    frame: String,
    link: String,
}

/// `/studio/window`; `?item=` opens the groups of a product.
#[component]
pub fn WindowPage() -> impl IntoView {
    let caller = caller();
    page(
        async move |shop| {
            let Some(mine) = my_shop(&shop, caller).await? else { return Ok(None) };
            let handle: Handle = mine.handle.parse().map_err(|_| shared::ErrorCode::NotFound)?;
            let rooms = shop.showcase();
            let window = rooms.window(caller.actor, &handle, caller.locale).await?;
            let frame = rooms.preview_token(caller.actor, &handle, FRAME).await?;
            let link = rooms.preview_token(caller.actor, &handle, LINK).await?;
            let link = format!("{}/c/{handle}/showcase?preview={link}", shop.config().base_url);
            Ok(Some(Bench { shop: mine, window, frame, link }))
        },
        |bench: Option<Bench>| match bench {
            Some(bench) => shown(bench).into_any(),
            None => super::StudioPage().into_any(),
        },
    )
}

fn shown(bench: Bench) -> impl IntoView {
    let Bench { shop, window, frame, link } = bench;
    let texts = &caller().texts().studio;
    let t = &texts.window;
    let kept = kept().unwrap_or_default();
    let refused = form_error().filter(|_| kept.problem.is_none()).map(|code| {
        let words = caller().texts().common.error(code);
        view! { <p class="notice bad" role="alert">{words}</p> }
    });
    let published = query::<i64>("published").map(|_| view! { <p class="banner" role="status">{t.published}</p> });
    let acts = notes::acts(&window);
    let acts = ViewFn::from(move || InertElement::new(acts.clone()));
    view! {
        <StudioFrame title=texts.shell.window tab=StudioTab::Window shop=Some(shop) acts=acts bench=true>
            {banner(kept.problem.as_ref())}
            {refused}
            {published}
            <div class="window" data-window=window.handle.to_string() data-version=window.version.to_string() data-other=t.other_editor>
                <div class="arrange">
                    {groups::groups(&window)}
                    {list::list(&window, query::<ProductId>("item"))}
                    {list::add(&window)}
                    {groups::dress(&window)}
                </div>
                {phone::phone(&window, &frame)}
                {notes::notes(&window, &link)}
            </div>
        </StudioFrame>
    }
}
