use commerce::showcase::{Window, WindowItem};
use leptos::{prelude::*, tachys::html::InertElement};
use shared::ProductId;

use crate::{
    context::caller,
    ui::{cents, icon_of},
};

/// From so many rows on, only those in view are drawn.
const LONG: usize = 100;

/// The products in their order, each with its acts; and the groups of the one that is `open`.
pub fn list(window: &Window, open: Option<ProductId>) -> impl IntoView + use<> {
    let t = &caller().texts().studio.window;
    let rows = window.items.iter().map(|item| row(window, item)).collect_view();
    let opened = open.and_then(|id| of_item(window, id));
    let class = if window.order.len() < LONG { "items" } else { "items long" };
    view! {
        <section class="card goods-list" id="window-list" aria-labelledby="window-goods">
            <header><h2 id="window-goods">{t.products}" "<span class="num dim" id="window-count">{window.order.len()}</span></h2></header>
            <p class="xs dim keys">{t.keys}</p>
            {opened}
            {empty(window)}
            <ol class=class data-items>{rows}</ol>
        </section>
    }
}

/// What to do while there is none.
pub fn empty(window: &Window) -> impl IntoView + use<> {
    let t = &caller().texts().studio.window;
    view! { <p class="dim" id="window-empty" hidden=!window.order.is_empty()>{t.empty}</p> }
}

/// One product with its acts. What stands around it is in its buttons, so that they work without a script. Each has a form
/// of its own: of one form around all of them a browser sorts every button anew when a row is moved.
pub fn row(window: &Window, item: &WindowItem) -> impl IntoView + use<> {
    let t = &caller().texts().studio.window;
    let locale = caller().locale;
    let id = item.id;
    let title = item.card.as_ref().map_or_else(|| "—".to_owned(), |card| card.title.clone());
    let picture = item.card.as_ref().map(|card| {
        InertElement::new(format!(
            r#"<img src="{}" width="96" height="96" alt="" loading="lazy" decoding="async">"#,
            card.image.url(96)
        ))
    });
    let sold_out = item.card.as_ref().is_some_and(|card| card.stock <= 0);
    let price = item.card.as_ref().map(|card| cents(card.price));
    let named = |group| window.group_names.get(group).map(|name| name.get(locale).to_owned());
    let groups: Vec<_> = item.groups.iter().filter_map(named).collect();
    let mark = |class: &'static str, words: &'static str| view! { <span class=class>{words}</span> };
    let marks = [
        item.pinned.is_some().then(|| mark("tag live", t.pinned)),
        item.hidden.then(|| mark("tag", t.hidden)),
        (!item.on_sale).then(|| mark("tag warn", t.dead)),
        (item.on_sale && sold_out).then(|| mark("tag", caller().texts().common.sold_out)),
    ];
    let button = |act: String, name: &'static str, sign: AnyView, off: bool, key: &'static str| {
        let label = format!("{name}: {title}");
        view! { <button class="ib" name="act" value=act aria-label=label title=name disabled=off data-key=key>{sign}</button> }
    };
    let order = |at: usize| window.order.get(at).copied();
    let (is_first, is_last) = (item.place == 0, item.place + 1 == window.order.len());
    let to = |before: Option<ProductId>| format!("move:{id}:{}", before.map(|id| id.to_string()).unwrap_or_default());
    let glyph = |text: &'static str| view! { <span aria-hidden="true">{text}</span> }.into_any();
    let pin = if item.pinned.is_some() { ("unpin", t.unpin) } else { ("pin", t.pin) };
    let hide = if item.hidden { ("show", t.show, "eye") } else { ("hide", t.hide, "eyeoff") };
    let class = if item.hidden || !item.on_sale { "off" } else { "" };
    view! {
        <li class=class data-item=id.to_string() id=format!("i-{id}")>
            <span class="grip" data-grip title=t.drag>{icon_of("i m", "grip")}</span>
            <span class="no num"></span>
            {picture}
            <span class="stack">
                <a class="one name" href=format!("?item={id}#item") data-row>{title.clone()}</a>
                <span class="row wraps xs dim"><span class="num">{price}</span>{marks.collect_view()}{(!groups.is_empty()).then(|| groups.join(" · "))}</span>
            </span>
            <form class="does" method="post" action="/fn/window/change" data-acts>
                <input type="hidden" name="handle" value=window.handle.to_string() />
                {button(to(order(0)), t.top, glyph("⤒"), is_first, "top")}
                {button(to(item.place.checked_sub(1).and_then(order)), t.up, glyph("↑"), is_first, "up")}
                // In front of the one after the next one.
                {button(to(order(item.place + 2)), t.down, glyph("↓"), is_last, "down")}
                {button(format!("{}:{id}", pin.0), pin.1, icon_of("i m", "pin").into_any(), false, "pin")}
                {button(format!("{}:{id}", hide.0), hide.1, icon_of("i m", hide.2).into_any(), false, "hide")}
                {button(format!("remove:{id}"), t.remove, icon_of("i m", "trash").into_any(), false, "remove")}
            </form>
        </li>
    }
}

/// The groups of one product; nothing if the window does not have it.
pub fn of_item(window: &Window, id: ProductId) -> Option<AnyView> {
    let t = &caller().texts().studio.window;
    let locale = caller().locale;
    let item = window.items.iter().find(|item| item.id == id)?;
    let title = window.titles.get(&id).cloned().unwrap_or_default();
    let all = window.groups.iter().map(|group| {
        let is_in = item.groups.contains(&group.id);
        let act = format!("{}:{id}:{}", if is_in { "leave" } else { "join" }, group.id);
        let what = if is_in { t.leave } else { t.join };
        view! { <li class="row"><span class="one">{group.name.get(locale).to_owned()}</span><button class=if is_in { "btn soft" } else { "btn" } name="act" value=act aria-pressed=is_in.to_string()>{what}</button></li> }
    });
    let panel = view! {
        <form class="of-item card" id="item" method="post" action="/fn/window/change" data-acts data-of=id.to_string()>
            <input type="hidden" name="handle" value=window.handle.to_string() />
            <input type="hidden" name="back" value=format!("?item={id}#item") />
            <header><h3>{(t.groups_of)(&title)}</h3><a class="btn" href=format!("/studio/window#i-{id}") data-done>{t.done}</a></header>
            <ul>{all.collect_view()}</ul>
        </form>
    };
    Some(panel.into_any())
}

/// The shop's goods that are not in the window.
pub fn add(window: &Window) -> impl IntoView + use<> {
    let t = &caller().texts().studio.window;
    let options = window.more.iter().map(|card| {
        view! { <option value=card.id.to_string()>{card.title.clone()}</option> }
    });
    let options = options.collect_view();
    let body = if window.more.is_empty() {
        view! { <p class="s dim">{t.add_none}</p> }.into_any()
    } else {
        view! {
            <form class="row wraps" method="post" action="/fn/window/change" data-acts>
                <input type="hidden" name="handle" value=window.handle.to_string() />
                <input type="hidden" name="act" value="add" />
                <select class="field" name="item" aria-label=t.add_title>{options}</select>
                <button class="btn">{icon_of("i s", "plus")}{t.add}</button>
            </form>
        }
        .into_any()
    };
    view! { <section class="card" id="window-add" aria-labelledby="window-more"><header><h2 id="window-more">{t.add_title}</h2></header>{body}</section> }
}
