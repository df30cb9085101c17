//! Arranging a window: every act by a plain form, or by the island that improves it.

use leptos::{prelude::*, server_fn::codec::GetUrl};
use serde::{Deserialize, Serialize};

use super::Failure;

/// One act, as the page's buttons and fields say it.
#[derive(Debug, Clone, Default, Serialize, Deserialize)]
#[serde(default)]
pub struct WindowForm {
    /// Whose window.
    pub handle: String,
    /// What a button does: `move:<product>:<before>`, `pin:<product>`, `unpin:…`, `hide:…`, `show:…`, `remove:…`,
    /// `join:<product>:<group>`, `leave:…`, `group-move:<group>:<before>`, `group-remove:<group>`, or the name of a form:
    /// `add`, `group-add`, `group-rename`, `cover`, `look`.
    pub act: String,
    /// The act itself as JSON, where the page knows it.
    pub op: String,
    /// The product of a form.
    pub item: String,
    /// The group of a form.
    pub group: String,
    /// A group's name.
    pub name_zh: String,
    /// The same in English.
    pub name_en: String,
    /// A picture.
    pub media: String,
    /// Colours.
    pub look: String,
    /// Where to go on: a place on the page.
    pub back: String,
    /// The version of the draft that the island shows.
    pub seen: String,
    /// The product whose groups are open beside it.
    pub open: String,
}

/// Does one act to a draft; answers an island with what has changed since the version that it shows, as HTML.
#[server(prefix = "/fn", endpoint = "window/change")]
pub async fn change_window(#[server(flatten)] form: WindowForm) -> Result<String, Failure> {
    use super::{answer::answer, fail, read};
    use crate::context::{caller, shop};

    async fn change(form: &WindowForm) -> Result<String, commerce::Error> {
        let shop = shop()?;
        let op = read::window::op(form, shared::GroupId(shop.clock().new_id()))?;
        shop.showcase().change_window(caller().actor, &read::window::handle(&form.handle)?, op).await?;
        news(&form.handle, &form.seen, &form.open).await
    }
    let result = change(&form).await.map_err(fail);
    let (page, back) = match form.back.as_str() {
        // The selection adds to the window, too.
        back if back.starts_with("/studio/selection") => {
            (back.split('#').next().unwrap_or(back).to_owned(), back.to_owned())
        }
        back if back.starts_with(['#', '?']) => (page(), page_with(back.trim_start_matches('?'))),
        _ => (page(), page()),
    };
    answer(result, |_| back, &page, &[("name_zh", &form.name_zh), ("name_en", &form.name_en)])
}

/// Takes the last act back, or with `again` does what was taken back last; answers as `change_window`.
#[server(prefix = "/fn", endpoint = "window/undo")]
pub async fn undo_window(
    handle: String,
    #[server(default)] again: String,
    #[server(default)] seen: String,
    #[server(default)] open: String,
) -> Result<String, Failure> {
    use super::{answer::answer, fail, read};
    use crate::context::{caller, shop};

    async fn undo(handle: &str, again: bool) -> Result<(), commerce::Error> {
        let (shop, actor, handle) = (shop()?, caller().actor, read::window::handle(handle)?);
        if again {
            shop.showcase().redo_window(actor, &handle).await.map(drop)
        } else {
            shop.showcase().undo_window(actor, &handle).await.map(drop)
        }
    }
    let result = match undo(&handle, again == "1").await {
        Ok(()) => news(&handle, &seen, &open).await,
        Err(error) => Err(error),
    };
    answer(result.map_err(fail), |_| page(), &page(), &[])
}

/// Shows the draft to everyone; answers with the number of the version that it became.
#[server(prefix = "/fn", endpoint = "window/publish")]
pub async fn publish_window(
    handle: String,
    #[server(default)] version: String,
    #[server(default)] note: String,
) -> Result<i64, Failure> {
    use super::{answer::answer, fail, read};
    use crate::context::{caller, shop};

    async fn publish(handle: &str, version: &str, note: &str) -> Result<i64, commerce::Error> {
        let seen = if version.is_empty() { None } else { Some(read::field("version", version)?) };
        shop()?.showcase().publish_window(caller().actor, &read::window::handle(handle)?, seen, note).await
    }
    let result = publish(&handle, &version, &note).await.map_err(fail);
    answer(result, |number| page_with(&format!("published={number}")), &page(), &[("note", &note)])
}

/// Publishes the draft at a time, `2026-11-25T20:00` in China; an empty one calls it off.
#[server(prefix = "/fn", endpoint = "window/schedule")]
pub async fn schedule_window(handle: String, #[server(default)] at: String) -> Result<(), Failure> {
    use super::{answer::answer, fail, read};
    use crate::context::{caller, shop};

    async fn schedule(handle: &str, at: &str) -> Result<(), commerce::Error> {
        let at = read::moment("at", at)?;
        shop()?.showcase().schedule_window(caller().actor, &read::window::handle(handle)?, at).await
    }
    answer(schedule(&handle, &at).await.map_err(fail), |()| page(), &page(), &[("at", &at)])
}

/// Puts an old version into the draft; answers with the draft's new version.
#[server(prefix = "/fn", endpoint = "window/restore")]
pub async fn restore_window(handle: String, number: String) -> Result<i64, Failure> {
    use super::{answer::answer, fail, read};
    use crate::context::{caller, shop};

    async fn restore(handle: &str, number: &str) -> Result<i64, commerce::Error> {
        let number = read::field("number", number)?;
        shop()?.showcase().restore_window(caller().actor, &read::window::handle(handle)?, number).await
    }
    answer(restore(&handle, &number).await.map_err(fail), |_| page(), &page(), &[])
}

/// What others have done since the version `seen`, as HTML; empty if nothing.
#[server(prefix = "/fn", endpoint = "window/since", input = GetUrl)]
pub async fn window_since(
    handle: String,
    #[server(default)] seen: String,
    #[server(default)] open: String,
) -> Result<String, Failure> {
    news(&handle, &seen, &open).await.map_err(super::fail)
}

/// The topics of one product, as HTML.
#[server(prefix = "/fn", endpoint = "window/item", input = GetUrl)]
pub async fn window_item(handle: String, item: String) -> Result<String, Failure> {
    use super::{fail, read};
    use crate::context::{caller, shop};

    async fn panel(handle: &str, item: &str) -> Result<String, commerce::Error> {
        let (caller, handle) = (caller(), read::window::handle(handle)?);
        let (shop, item) = (shop()?, read::field("item", item)?);
        let window = shop.showcase().window_item(caller.actor, &handle, item, caller.locale).await?;
        Ok(crate::pages::studio::window::panel(&window))
    }
    panel(&handle, &item).await.map_err(fail)
}

/// A link for one's own phone that shows the draft as the switches say, and its code, as HTML.
#[server(prefix = "/fn", endpoint = "window/link", input = GetUrl)]
pub async fn window_link(
    handle: String,
    #[server(default)] view: String,
    #[server(default)] state: String,
    #[server(default)] inside: String,
    #[server(default)] theme: String,
) -> Result<String, Failure> {
    use super::{fail, read};
    use crate::{
        context::{caller, shop},
        pages::studio::window::{Look, link, on_phone},
    };

    async fn made(handle: &str, look: Look) -> Result<String, commerce::Error> {
        link(&shop()?, caller(), &read::window::handle(handle)?, &look).await
    }
    let look = Look::new(&view, &state, &inside, &theme, "");
    made(&handle, look).await.map(|link| on_phone(&link).to_html()).map_err(fail)
}

/// Nothing for a plain form, which is led to the whole page.
#[cfg(feature = "ssr")]
async fn news(handle: &str, seen: &str, open: &str) -> Result<String, commerce::Error> {
    use super::{answer::is_plain, read};
    use crate::context::{caller, shop};

    if is_plain() {
        return Ok(String::new());
    }
    let (caller, handle) = (caller(), read::window::handle(handle)?);
    let seen = if seen.is_empty() { 0 } else { read::field("seen", seen)? };
    let open = open.parse().ok();
    let since = shop()?.showcase().window_since(caller.actor, &handle, seen, open, caller.locale).await?;
    Ok(crate::pages::studio::window::news(&since, open))
}

/// The page that the form was on, with what its switches say.
#[cfg(feature = "ssr")]
fn page() -> String {
    page_with("")
}

/// The same with pairs of its own before and, after them, a place on the page.
#[cfg(feature = "ssr")]
fn page_with(more: &str) -> String {
    use http::{header::REFERER, request::Parts};

    let parts = use_context::<Parts>();
    let from = parts.as_ref().and_then(|parts| parts.headers.get(REFERER)?.to_str().ok()).unwrap_or_default();
    let query = from.split('#').next().and_then(|from| from.split_once("/studio/window?")).map(|(_, query)| query);
    let chosen = query.into_iter().flat_map(|query| query.split('&'));
    let chosen = chosen.filter(|pair| {
        pair.split_once('=').is_some_and(|(name, _)| ["view", "in", "state", "theme", "size"].contains(&name))
    });
    let (pairs, place) = more.split_once('#').unwrap_or((more, ""));
    let pairs: Vec<_> = Some(pairs).into_iter().filter(|pairs| !pairs.is_empty()).chain(chosen).collect();
    let mark = if pairs.is_empty() { "" } else { "?" };
    let place = if place.is_empty() { String::new() } else { format!("#{place}") };
    format!("/studio/window{mark}{}{place}", pairs.join("&"))
}
