//! `/studio/window`: the showcase is arranged while looking at its real page.

mod groups;
mod list;
mod look;
mod news;
mod notes;
mod phone;
mod words;

pub use look::Look;
pub use news::{news, panel};
pub use notes::on_phone;

use chrono::TimeDelta;
use commerce::{Commerce, Error, showcase::Window};
use leptos::{prelude::*, tachys::html::InertElement};
use shared::{Handle, ProductId, dto::MyShop};

use super::{StudioFrame, StudioTab, my_shop};
use crate::{
    api::answer::kept,
    context::{Caller, caller},
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
    look: Look,
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
            let look = Look::wanted();
            let link = link(&shop, caller, &handle, &look).await?;
            Ok(Some(Bench { shop: mine, window, look, frame, link }))
        },
        |bench: Option<Bench>| match bench {
            Some(bench) => shown(bench).into_any(),
            None => super::StudioPage().into_any(),
        },
    )
}

/// A link that shows the draft so on one's own phone, for a while.
pub async fn link(shop: &Commerce, caller: Caller, handle: &Handle, look: &Look) -> Result<String, Error> {
    let token = shop.showcase().preview_token(caller.actor, handle, LINK).await?;
    Ok(format!("{}{}", shop.config().base_url, look.linked(handle, &token)))
}

fn shown(bench: Bench) -> impl IntoView {
    let Bench { shop, window, look, frame, link } = bench;
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
                {phone::phone(&window, &frame, &look)}
                {notes::notes(&window, &link)}
            </div>
        </StudioFrame>
    }
}
