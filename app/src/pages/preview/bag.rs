use commerce::Error;
use leptos::prelude::*;
use leptos_meta::Body;
use shared::{
    Handle,
    dto::{Showcase, ShowcaseQuery},
};

use super::{Preview, bar};
use crate::{
    context::caller,
    pages::{
        live::{Bag, room},
        load::page,
    },
};

/// Products in the bag at most; the rest is counted.
const MOST: u32 = 100;

/// The draft as a live room's bag.
pub fn bag(preview: Preview, handle: Result<Handle, Error>) -> impl IntoView {
    let caller = caller();
    let said = caller.texts().studio.window.preview_bag;
    let Preview { token, state, .. } = preview;
    page(
        async move |shop| {
            let query = ShowcaseQuery { limit: MOST, ..ShowcaseQuery::default() };
            shop.showcase().preview(caller.actor, &handle?, &token, state, query, caller.locale).await
        },
        move |seen: Showcase| {
            let goods: Vec<_> = seen.pinned.into_iter().chain(seen.items).collect();
            let now = goods.first().map(|product| product.id);
            view! { <Body attr:class="drafted" />{bar(said.to_owned())}{room(seen.home, &Bag { goods, total: seen.total, now })} }
        },
    )
}
