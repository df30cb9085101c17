//! What an island is told after an act: the rows and parts of the page that look otherwise now, each to be put in the place
//! of the one with its id.

use commerce::showcase::{Since, Window, WindowNews};
use leptos::{prelude::*, tachys::html::InertElement};
use shared::ProductId;

use super::{groups, list, notes};

/// The groups of the one product that `window` was read with.
pub fn panel(window: &Window) -> String {
    let item = window.items.first().and_then(|item| list::of_item(window, item.id));
    item.map(|panel| panel.to_html()).unwrap_or_default()
}

/// The news as HTML, empty if there are none; `open` is the product whose groups are shown beside the list.
///
/// `data-news` has the draft's version. With `data-much` the page is to be asked for anew. Each row is in a `data-before`
/// with the id of the product that it stands in front of, the last one first, so that what it names is in its place; one
/// that only stands elsewhere is named by `data-row` alone.
pub fn news(since: &Since, open: Option<ProductId>) -> String {
    match since {
        Since::Nothing => String::new(),
        Since::Much(version) => view! { <div data-news=version.to_string() data-much></div> }.to_html(),
        Since::These(news) => parts(news, open),
    }
}

fn parts(news: &WindowNews, open: Option<ProductId>) -> String {
    let window = &news.window;
    let rows = window.items.iter().rev().map(|item| {
        let before = window.order.get(item.place + 1).map(ToString::to_string).unwrap_or_default();
        let row = news.changed.contains(&item.id).then(|| list::row(window, item));
        view! { <ol data-before=before data-row=format!("i-{}", item.id)>{row}</ol> }
    });
    let gone = news.gone.iter().map(|id| view! { <i data-gone=format!("i-{id}")></i> });
    let count = news.goods.then(|| {
        view! { <span class="num dim" id="window-count">{window.order.len()}</span>{list::empty(window)} }
    });
    let topics = news.groups.then(|| groups::groups(window));
    let goods = news.goods.then(|| list::add(window));
    let dress = news.dress.then(|| groups::dress(window));
    let opened = open.and_then(|id| list::of_item(window, id));
    let view = view! {
        <div data-news=window.version.to_string()>
            {rows.collect_view()}
            {gone.collect_view()}
            <div data-parts>
                {InertElement::new(notes::acts(window))}
                {notes::changes(window)}
                {(!news.changed.is_empty()).then(|| notes::checks(window))}
                {count}{topics}{goods}{dress}{opened}
            </div>
        </div>
    };
    view.to_html()
}
