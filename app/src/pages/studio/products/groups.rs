//! `/studio/products/groups`: a shop's own groups of its products, two levels.

use leptos::prelude::*;
use shared::dto::{MyShop, ShelfGroup};

use super::list::no_shop;
use crate::{
    api::answer::{Kept, kept},
    context::caller,
    pages::{
        load::{page, query},
        studio::{StudioFrame, StudioTab, my_shop},
    },
    ui::icon_of,
};

/// `/studio/products/groups?saved=`
#[component]
pub fn GroupsPage() -> impl IntoView {
    let caller = caller();
    let kept = kept().unwrap_or_default();
    let saved = query::<String>("saved").is_some();
    page(
        async move |shop| {
            let Some(mine) = my_shop(&shop, caller).await? else { return Ok(None) };
            let (groups, ungrouped) = shop.catalog().groups(caller.actor, mine.id).await?;
            Ok(Some((mine, groups, ungrouped)))
        },
        move |found: Option<(MyShop, Vec<ShelfGroup>, i64)>| match found {
            Some((mine, groups, ungrouped)) => shown(mine, &groups, ungrouped, &kept, saved).into_any(),
            None => no_shop().into_any(),
        },
    )
}

fn shown(mine: MyShop, groups: &[ShelfGroup], ungrouped: i64, kept: &Kept, saved: bool) -> impl IntoView + use<> {
    let studio = caller().texts().studio;
    let texts = &studio.groups;
    let told = match kept.problem.as_ref() {
        Some(problem) => {
            let said: Vec<_> = problem.fields.iter().map(|one| (texts.fault)(&one.field)).collect();
            let said = if said.is_empty() { problem.title.clone() } else { said.join(" ") };
            Some(view! { <p class="notice bad" role="alert" tabindex="-1" data-problem>{said}</p> }.into_any())
        }
        None => saved.then(|| view! { <p class="notice good" role="status">{texts.saved}</p> }.into_any()),
    };
    let rows = groups.iter().map(row).collect_view();
    let form = add(groups, kept);
    let none = groups.is_empty().then(|| view! { <p class="dim">{texts.none}</p> });
    view! {
        <StudioFrame title=texts.title tab=StudioTab::Products shop=Some(mine)>
            <p><a class="link" href="/studio/products">{icon_of("i s", "left")}{studio.shell.products}</a></p>
            {told}
            <p class="s dim">{texts.help}</p>
            <div class="cols">
                <section class="card" aria-labelledby="groups">
                    <h2 id="groups">{texts.title}</h2>
                    {none}
                    <ul class="lines shop-groups">{rows}
                        <li class="row wraps"><span class="grow">{texts.ungrouped}</span><a class="u num" href="/studio/products?group=none">{(texts.products)(ungrouped)}</a></li>
                    </ul>
                </section>
                {form}
            </div>
        </StudioFrame>
    }
}

fn row(group: &ShelfGroup) -> impl IntoView + use<> {
    let texts = &caller().texts().studio.groups;
    let id = group.id.to_string();
    let name = group.name.clone();
    let said = |what: &str| format!("{what}: {name}");
    let within = group.parent.is_some();
    view! {
        <li class="stack full" class:within=within>
            <p class="row wraps"><b class="grow">{name.clone()}</b><a class="u num s" href=format!("/studio/products?group={id}")>{(texts.products)(group.products)}</a></p>
            <form class="row wraps" method="post" action="/fn/studio/group/change">
                <input type="hidden" name="id" value=id />
                <input class="in" name="name" maxlength="30" value=name.clone() aria-label=said(texts.name) />
                <button class="btn" name="act" value="rename" aria-label=said(texts.rename)>{texts.rename}</button>
                <button class="ib well" name="act" value="up" aria-label=said(texts.up)>"↑"</button>
                <button class="ib well" name="act" value="down" aria-label=said(texts.down)>"↓"</button>
                <button class="btn" name="act" value="window" title=texts.to_window_help aria-label=said(texts.to_window)>{texts.to_window}</button>
                <button class="ib well" name="act" value="remove" title=texts.remove_help aria-label=said(texts.remove)>{icon_of("i s", "trash")}</button>
            </form>
        </li>
    }
}

fn add(groups: &[ShelfGroup], kept: &Kept) -> impl IntoView + use<> {
    let texts = &caller().texts().studio.groups;
    let typed = kept.value("parent").unwrap_or_default().to_owned();
    let tops = groups.iter().filter(|group| group.parent.is_none()).map(|group| {
        let id = group.id.to_string();
        view! { <option value=id.clone() selected={id == typed}>{group.name.clone()}</option> }
    });
    let tops = tops.collect_view();
    let name = kept.value("new_name").unwrap_or_default().to_owned();
    view! {
        <form class="card fields" method="post" action="/fn/studio/group/add">
            <h2>{texts.add}</h2>
            <div class="f"><label for="f-parent">{texts.within}</label><select class="in" id="f-parent" name="parent"><option value="">{texts.top}</option>{tops}</select></div>
            <div class="f"><label for="f-new_name">{texts.name}</label><input class="in" id="f-new_name" name="new_name" maxlength="30" value=name aria-required="true" /></div>
            <div><button class="btn buy">{texts.add}</button></div>
        </form>
    }
}
