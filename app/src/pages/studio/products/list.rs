use leptos::prelude::*;
use shared::dto::{MyShop, Shelf, ShelfGroup, ShelfQuery, ShelfTab};

use super::{TABS, row::row};
use crate::{
    api::answer::{Kept, kept},
    context::caller,
    i18n::studio::products::Products,
    pages::{
        load::{page, query},
        showcase::encode,
        studio::{StudioFrame, StudioTab, my_shop},
    },
    ui::icon_of,
    views::field::banner,
};

/// What was asked for, to come back to it.
#[derive(Debug, Clone, Default)]
pub struct Asked {
    tab: ShelfTab,
    q: String,
    low: bool,
    /// An id, or `none`.
    group: String,
    cursor: Option<String>,
}

impl Asked {
    /// The address of the same list; `first` for its first page.
    pub fn href(&self, first: bool) -> String {
        let name = TABS.iter().find(|(tab, _)| *tab == self.tab).map_or("", |(_, name)| *name);
        let mut pairs = Vec::new();
        if !name.is_empty() {
            pairs.push(format!("tab={name}"));
        }
        if !self.q.is_empty() {
            pairs.push(format!("q={}", encode(&self.q)));
        }
        if self.low {
            pairs.push("low=1".to_owned());
        }
        if !self.group.is_empty() {
            pairs.push(format!("group={}", encode(&self.group)));
        }
        pairs.extend(self.cursor.iter().filter(|_| !first).map(|cursor| format!("cursor={cursor}")));
        if pairs.is_empty() { "/studio/products".to_owned() } else { format!("/studio/products?{}", pairs.join("&")) }
    }
}

/// `/studio/products?tab=&q=&low=&cursor=`
#[component]
pub fn ProductsPage() -> impl IntoView {
    let caller = caller();
    let name: String = query("tab").unwrap_or_default();
    let asked = Asked {
        tab: TABS.iter().find(|(_, known)| *known == name).map(|(tab, _)| *tab).unwrap_or_default(),
        q: query("q").unwrap_or_default(),
        low: query::<String>("low").is_some(),
        group: query("group").unwrap_or_default(),
        cursor: query("cursor"),
    };
    let kept = kept().unwrap_or_default();
    let moved: Option<(usize, usize, usize)> =
        query("done").map(|done| (done, query("waiting").unwrap_or_default(), query("refused").unwrap_or_default()));
    let wanted = ShelfQuery {
        tab: asked.tab,
        q: Some(asked.q.clone()).filter(|q| !q.is_empty()),
        low: asked.low,
        group: asked.group.parse().ok(),
        ungrouped: asked.group == "none",
        cursor: asked.cursor.clone(),
        limit: 0,
    };
    page(
        async move |shop| {
            let Some(mine) = my_shop(&shop, caller).await? else { return Ok(None) };
            let shelf = shop.catalog().shelf(caller.actor, mine.id, wanted, caller.locale).await?;
            Ok(Some((mine, shelf)))
        },
        move |found: Option<(MyShop, Shelf)>| match found {
            Some((mine, shelf)) => shown(mine, shelf, asked, kept, moved).into_any(),
            None => no_shop().into_any(),
        },
    )
}

/// Says that there is no shop yet, and how to open one.
pub fn no_shop() -> impl IntoView {
    let studio = caller().texts().studio;
    let shell = &studio.shell;
    view! {
        <StudioFrame title=shell.products tab=StudioTab::Products shop=None>
            <section class="blank card"><h2>{shell.no_shop}</h2><p class="dim">{shell.no_shop_help}</p><a class="btn buy" href="/studio/open">{shell.open}</a></section>
        </StudioFrame>
    }
}

fn shown(mine: MyShop, shelf: Shelf, asked: Asked, kept: Kept, moved: Option<(usize, usize, usize)>) -> impl IntoView {
    let studio = caller().texts().studio;
    let texts = &studio.products;
    let back = asked.href(false);
    let rows =
        shelf.rows.iter().map(|product| row(product, &back, shelf.threshold, mine.mode.is_outside())).collect_view();
    let is_empty = shelf.rows.is_empty();
    let all = shelf.counts.iter().find(|(tab, _)| *tab == ShelfTab::All).map_or(0, |(_, number)| *number);
    let body = match (is_empty, all) {
        (false, _) => view! {
            <div class="card shelf-card">
                <table class="shelf">
                    <thead><tr><th><span class="sr">{texts.chosen}</span></th><th>{texts.product}</th><th>{texts.price_stock}</th><th class="r">{texts.sold}</th><th>{texts.changed}</th></tr></thead>
                    <tbody>{rows}</tbody>
                </table>
            </div>
            {bulk(&asked, &back, texts)}
            {sort(&shelf.groups)}
        }
        .into_any(),
        (true, 0) => view! {
            <section class="blank card">{icon_of("i l", "box")}<h2>{texts.empty}</h2><p class="dim">{texts.empty_help}</p>
                <p class="row wraps">{(!mine.mode.is_outside()).then(|| view! { <a class="btn buy" href="/studio/products/new">{texts.new}</a> })}<a class="btn" href="/studio/products/import">{texts.import}</a></p></section>
        }
        .into_any(),
        (true, _) => view! { <section class="blank card">{icon_of("i l", "search")}<p class="dim">{texts.none_found}</p></section> }.into_any(),
    };
    let next = shelf.next.clone().map(|cursor| {
        let href = Asked { cursor: Some(cursor), ..asked.clone() }.href(false);
        view! { <a class="btn older" href=href rel="next">{texts.more}</a> }
    });
    let told = moved.map(|(done, waiting, refused)| {
        view! { <p class="notice" role="status">{(texts.bulk_done)(done, waiting, refused)}</p> }
    });
    let outside = mine.mode.is_outside();
    let acts = move || {
        if outside {
            return view! { <a class="btn buy" href="/studio/products/import">{texts.files}</a> }.into_any();
        }
        view! {
            <a class="btn" href="/studio/products/import">{texts.files}</a>
            <a class="btn buy" href="/studio/products/new">{icon_of("i s", "plus")}{texts.new}</a>
        }
        .into_any()
    };
    let master = outside.then(|| view! { <p class="notice">{(studio.linked.goods_from)(&mine.master)}</p> });
    view! {
        <StudioFrame title=studio.shell.products tab=StudioTab::Products shop=Some(mine) acts=acts>
            {tabs(&shelf, &asked, texts)}
            {banner(kept.problem.as_ref())}
            {told}
            {master}
            {tools(&shelf, &asked, texts)}
            {body}
            {next}
        </StudioFrame>
    }
}

fn tabs(shelf: &Shelf, asked: &Asked, texts: &'static Products) -> impl IntoView + use<> {
    let all = shelf.counts.iter().map(|(tab, number)| {
        let here = *tab == asked.tab && !asked.low;
        let href = Asked { tab: *tab, q: asked.q.clone(), ..Asked::default() }.href(true);
        view! { <a href=href aria-current=here.then_some("page")>{(texts.tab)(*tab)}<span class="num">{*number}</span></a> }
    });
    view! { <nav class="heaps" aria-label=texts.tabs>{all.collect_view()}</nav> }
}

fn tools(shelf: &Shelf, asked: &Asked, texts: &'static Products) -> impl IntoView + use<> {
    let name = TABS.iter().find(|(tab, _)| *tab == asked.tab).map_or("", |(_, name)| *name);
    let low = Asked { low: !asked.low, ..Asked::default() }.href(true);
    view! {
        <div class="tools">
            {by_group(&shelf.groups, asked)}
            <form class="seek" role="search" action="/studio/products">
                {icon_of("i m", "search")}
                <input type="hidden" name="tab" value=name />
                <input class="field" type="search" name="q" maxlength="80" value=asked.q.clone() aria-label=texts.search placeholder=texts.search />
            </form>
            <a class="btn" href=low aria-current=asked.low.then_some("true")>{icon_of("i s", "alert")}{(texts.low_only)(shelf.low)}</a>
            <form class="row threshold" method="post" action="/fn/studio/shelf/threshold">
                <label class="xs dim" for="threshold">{texts.threshold}</label>
                <input class="in cell" id="threshold" name="threshold" inputmode="numeric" value=shelf.threshold.to_string() />
                <button class="btn">{texts.set}</button>
            </form>
        </div>
    }
}

/// Which group is shown, and the way to change them.
fn by_group(groups: &[ShelfGroup], asked: &Asked) -> impl IntoView + use<> {
    let texts = &caller().texts().studio.groups;
    let here = asked.group.clone();
    let options = options(groups, &here);
    view! {
        <form class="row by-group" action="/studio/products">
            <label class="sr" for="by-group">{texts.filter}</label>
            <select class="in" id="by-group" name="group"><option value="">{texts.all}</option><option value="none" selected={here == "none"}>{texts.ungrouped}</option>{options}</select>
            <button class="btn">{texts.show}</button>
            <a class="btn" href="/studio/products/groups">{texts.title}</a>
        </form>
    }
}

/// Groups to choose from, those within others set in.
fn options(groups: &[ShelfGroup], here: &str) -> Vec<AnyView> {
    let option = |group: &ShelfGroup| {
        let id = group.id.to_string();
        let name = if group.parent.is_some() { format!("\u{2003}{}", group.name) } else { group.name.clone() };
        view! { <option value=id.clone() selected={id == here}>{name}</option> }.into_any()
    };
    groups.iter().map(option).collect()
}

/// Puts what is ticked into a group; the boxes are sent along by the button that asks for it.
fn sort(groups: &[ShelfGroup]) -> Option<AnyView> {
    let texts = &caller().texts().studio.groups;
    (!groups.is_empty()).then(|| {
        let options = options(groups, "");
        view! {
            <div class="row wraps sort-into">
                <label class="sr" for="sort-into">{texts.sort_into}</label>
                <select class="in" id="sort-into" name="group" form="bulk"><option value="">{texts.none_of_them}</option>{options}</select>
                <button class="btn" form="bulk" formaction="/fn/studio/group/sort">{texts.sort_into}</button>
            </div>
        }
        .into_any()
    })
}

/// Acts on what is ticked in the table; the boxes belong to this form wherever they stand.
fn bulk(asked: &Asked, back: &str, texts: &'static Products) -> impl IntoView + use<> {
    use shared::ProductEvent as P;
    let events: &[(&str, P)] = match asked.tab {
        ShelfTab::Recycled => &[("restore", P::Restore), ("purge", P::Purge)],
        _ => &[("list", P::List), ("delist", P::Delist), ("recycle", P::Recycle)],
    };
    let buttons = events.iter().map(|(name, event)| {
        view! { <button class="btn" name="event" value=*name>{(texts.event)(*event)}</button> }
    });
    view! {
        <form id="bulk" class="bulkbar row wraps" method="post" action="/fn/studio/product/bulk">
            <input type="hidden" name="back" value=back.to_owned() />
            <b class="s">{texts.chosen}</b>
            {buttons.collect_view()}
        </form>
    }
}
