use commerce::showcase::Window;
use leptos::prelude::*;
use shared::WindowLook;

use crate::{
    context::caller,
    ui::{Loading, icon_of, picture},
};

/// The topics: order, names, a new one.
pub fn groups(window: &Window) -> impl IntoView + use<> {
    let t = &caller().texts().studio.window;
    let locale = caller().locale;
    let ids: Vec<_> = window.groups.iter().map(|group| group.id).collect();
    let handle = window.handle.to_string();
    let rows = window.groups.iter().enumerate().map(|(at, group)| {
        let id = group.id;
        let name = group.name.get(locale).to_owned();
        let count = window.sizes.get(&id).copied().unwrap_or_default();
        let previous = at.checked_sub(1).and_then(|at| ids.get(at));
        let after = ids.get(at + 2);
        let to = |before: Option<&shared::GroupId>| format!("group-move:{id}:{}", before.map(|id| id.to_string()).unwrap_or_default());
        let label = |what: &str| format!("{what}: {name}");
        view! {
            <li>
                <details>
                    <summary><span class="one">{name.clone()}</span>" "<span class="num dim">{count}</span></summary>
                    <form class="row wraps" method="post" action="/fn/window/change" data-acts>
                        <input type="hidden" name="handle" value=handle.clone() />
                        <input type="hidden" name="group" value=id.to_string() />
                        <input class="field" name="name_zh" maxlength="20" value=group.name.zh.clone() aria-label=t.group_zh lang="zh-CN" />
                        <input class="field" name="name_en" maxlength="20" value=group.name.en.clone() aria-label=t.group_en lang="en" />
                        <button class="btn" name="act" value="group-rename">{t.rename}</button>
                        <button class="ib" name="act" value=to(previous) disabled=at == 0 aria-label=label(t.up)>"↑"</button>
                        <button class="ib" name="act" value=to(after) disabled=at + 1 == ids.len() aria-label=label(t.down)>"↓"</button>
                        <button class="ib" name="act" value=format!("group-remove:{id}") aria-label=label(t.remove)>{icon_of("i m", "trash")}</button>
                    </form>
                </details>
            </li>
        }
    });
    let rows = rows.collect_view();
    view! {
        <section class="card" id="window-groups" aria-labelledby="window-topics">
            <header><h2 id="window-topics">{t.groups}" "<span class="num dim">{ids.len()}</span></h2></header>
            <ul class="topics">{rows}</ul>
            <form class="row wraps" method="post" action="/fn/window/change" data-acts>
                <input type="hidden" name="handle" value=window.handle.to_string() />
                <input type="hidden" name="act" value="group-add" />
                <input class="field" name="name_zh" maxlength="20" aria-label=t.group_zh placeholder=t.group_zh lang="zh-CN" />
                <input class="field" name="name_en" maxlength="20" aria-label=t.group_en placeholder=t.group_en lang="en" />
                <button class="btn">{icon_of("i s", "plus")}{t.group_new}</button>
            </form>
        </section>
    }
}

/// Cover and colours.
pub fn dress(window: &Window) -> impl IntoView + use<> {
    let t = &caller().texts().studio.window;
    let now = window.cover.id;
    let covers = window.covers.iter().map(|image| {
        let (id, alt) = (image.id, if image.alt.is_empty() { t.cover.to_owned() } else { image.alt.clone() });
        view! { <label class="pick"><input type="radio" name="media" value=id.to_string() checked=id == now />{picture(image, Some(alt), "96px", Loading::Lazy)}</label> }
    });
    let looks = WindowLook::ALL.map(|look| {
        view! { <label class="check"><input type="radio" name="look" value=look.as_str() checked=look == window.look /><span class="swatch" data-look=look.as_str()></span>{(t.look_of)(look)}</label> }
    });
    view! {
        <section class="card" id="window-dress" aria-labelledby="window-cover">
            <header><h2 id="window-cover">{t.cover}</h2></header>
            <form class="stack" method="post" action="/fn/window/change" data-acts>
                <input type="hidden" name="handle" value=window.handle.to_string() />
                <input type="hidden" name="act" value="cover" />
                <p class="xs dim">{t.cover_help}</p>
                <fieldset class="covers"><legend class="sr">{t.cover}</legend>{covers.collect_view()}</fieldset>
                <button class="btn">{t.apply}</button>
            </form>
            <form class="stack" method="post" action="/fn/window/cover" enctype="multipart/form-data">
                <input type="hidden" name="handle" value=window.handle.to_string() />
                <label class="stack s">{t.cover_own}<input class="in file" type="file" name="file" accept="image/jpeg,image/png,image/gif,image/webp" required /></label>
                <label class="stack s">{t.cover_alt}<input class="in" name="alt" maxlength="200" /></label>
                <button class="btn">{t.cover_send}</button>
            </form>
            <form class="stack" method="post" action="/fn/window/change" data-acts>
                <input type="hidden" name="handle" value=window.handle.to_string() />
                <input type="hidden" name="act" value="look" />
                <fieldset class="row wraps"><legend class="s">{t.look}</legend>{looks.collect_view()}</fieldset>
                <button class="btn">{t.apply}</button>
            </form>
        </section>
    }
}
