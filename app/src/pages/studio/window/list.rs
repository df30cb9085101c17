use commerce::showcase::{Window, WindowItem};
use leptos::{prelude::*, tachys::html::InertElement};
use shared::ProductId;

use crate::{
    context::caller,
    pages::load::query,
    ui::{cents, icon_of},
};

/// The products in their order, each with its acts; and, with `?item=`, the groups of one.
pub fn list(window: &Window) -> impl IntoView + use<> {
    let t = &caller().texts().studio.window;
    let handle = window.handle.to_string();
    let ids: Vec<_> = window.items.iter().map(|item| item.id).collect();
    let first = ids.first().copied();
    let rows = window.items.iter().enumerate().map(|(at, item)| {
        let previous = at.checked_sub(1).and_then(|at| ids.get(at)).copied();
        // In front of the one after the next one.
        let next = (at + 1 < ids.len()).then(|| ids.get(at + 2).copied());
        row(window, item, at, (first, previous, next))
    });
    let rows = rows.collect_view();
    let empty = ids.is_empty().then(|| view! { <p class="dim">{t.empty}</p> });
    let opened = query::<ProductId>("item").and_then(|id| window.items.iter().find(|item| item.id == id));
    let opened = opened.map(|item| of_item(window, item));
    view! {
        <section class="card goods-list" id="window-list" aria-labelledby="window-goods">
            <header><h2 id="window-goods">{t.products}" "<span class="num dim">{ids.len()}</span></h2></header>
            <p class="xs dim keys">{t.keys}</p>
            {opened}
            {empty}
            <form method="post" action="/fn/window/change" data-acts>
                <input type="hidden" name="handle" value=handle />
                <ol class="items" data-items>{rows}</ol>
            </form>
        </section>
    }
}

type Neighbours = (Option<ProductId>, Option<ProductId>, Option<Option<ProductId>>);

fn row(window: &Window, item: &WindowItem, at: usize, (first, previous, next): Neighbours) -> impl IntoView + use<> {
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
    let to = |before: Option<ProductId>| format!("move:{id}:{}", before.map(|id| id.to_string()).unwrap_or_default());
    let glyph = |text: &'static str| view! { <span aria-hidden="true">{text}</span> }.into_any();
    let pin = if item.pinned.is_some() { ("unpin", t.unpin) } else { ("pin", t.pin) };
    let hide = if item.hidden { ("show", t.show, "eye") } else { ("hide", t.hide, "eyeoff") };
    let class = if item.hidden || !item.on_sale { "off" } else { "" };
    view! {
        <li class=class data-item=id.to_string() id=format!("i-{id}")>
            <span class="grip" data-grip title=t.drag>{icon_of("i m", "grip")}</span>
            <span class="no num">{at + 1}</span>
            {picture}
            <span class="stack">
                <a class="one name" href=format!("?item={id}#item") data-row>{title.clone()}</a>
                <span class="row wraps xs dim"><span class="num">{price}</span>{marks.collect_view()}{(!groups.is_empty()).then(|| groups.join(" · "))}</span>
            </span>
            <span class="does">
                {button(to(first), t.top, glyph("⤒"), at == 0, "top")}
                {button(to(previous), t.up, glyph("↑"), at == 0, "up")}
                {button(to(next.flatten()), t.down, glyph("↓"), next.is_none(), "down")}
                {button(format!("{}:{id}", pin.0), pin.1, icon_of("i m", "pin").into_any(), false, "pin")}
                {button(format!("{}:{id}", hide.0), hide.1, icon_of("i m", hide.2).into_any(), false, "hide")}
                {button(format!("remove:{id}"), t.remove, icon_of("i m", "trash").into_any(), false, "remove")}
            </span>
        </li>
    }
}

/// The groups of one product.
fn of_item(window: &Window, item: &WindowItem) -> impl IntoView + use<> {
    let t = &caller().texts().studio.window;
    let locale = caller().locale;
    let id = item.id;
    let title = window.titles.get(&id).cloned().unwrap_or_default();
    let all = window.groups.iter().map(|group| {
        let is_in = item.groups.contains(&group.id);
        let act = format!("{}:{id}:{}", if is_in { "leave" } else { "join" }, group.id);
        let what = if is_in { t.leave } else { t.join };
        view! { <li class="row"><span class="one">{group.name.get(locale).to_owned()}</span><button class=if is_in { "btn soft" } else { "btn" } name="act" value=act aria-pressed=is_in.to_string()>{what}</button></li> }
    });
    view! {
        <form class="of-item card" id="item" method="post" action="/fn/window/change" data-acts>
            <input type="hidden" name="handle" value=window.handle.to_string() />
            <input type="hidden" name="back" value=format!("?item={id}#item") />
            <header><h3>{(t.groups_of)(&title)}</h3><a class="btn" href=format!("/studio/window#i-{id}")>{t.done}</a></header>
            <ul>{all.collect_view()}</ul>
        </form>
    }
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
