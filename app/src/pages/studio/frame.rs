use commerce::{Commerce, Error};
use leptos::prelude::*;
use leptos_meta::{Stylesheet, Title};
use shared::dto::MyShop;

use crate::{
    context::{Caller, caller},
    ui::{face, icon, logo},
};

/// The places of the back office.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum StudioTab {
    /// What is to be done.
    Home,
    /// The showcase.
    Window,
    /// What is for sale.
    Products,
    /// Short videos.
    Clips,
    /// What there is to show.
    Selection,
    /// What is offered to creators.
    Promotion,
    /// Opening a shop.
    Open,
    /// Who works here.
    People,
    /// Deposit, categories and the end of the shop.
    Deposit,
    /// The operator's queue of applications.
    Applications,
    /// The operator's queues of products and clips.
    Review,
    /// What is held against the shop.
    Violations,
    /// The operator's look at people, and what is held against them.
    Users,
    /// The operator's tables.
    Tables,
}

/// The shop the caller works for, their first; `None` if they have none yet. `Unauthenticated` leads to the sign-in.
pub async fn my_shop(shop: &Commerce, caller: Caller) -> Result<Option<MyShop>, Error> {
    Ok(shop.catalog().my_shops(caller.actor, caller.locale).await?.into_iter().next())
}

/// A page of the back office: the rail with its places, a head with the page's title and acts, the body.
#[component]
pub fn StudioFrame(
    /// The page's heading and, with the shop's name, the document's title.
    #[prop(into)]
    title: String,
    /// The place it belongs to.
    tab: StudioTab,
    /// The shop being worked on; `None` before there is one, and on the operator's desk.
    shop: Option<MyShop>,
    /// What stands at the end of the head: the page's one decisive act last.
    #[prop(optional, into)]
    acts: ViewFn,
    /// A bench (window, product) has a narrow rail and the whole width.
    #[prop(default = false)]
    bench: bool,
    /// The body of `main`.
    children: Children,
) -> impl IntoView {
    let texts = caller().texts();
    let shell = &texts.studio.shell;
    let class = if bench { "studio compact" } else { "studio" };
    view! {
        <Title text=format!("{title} · {}", shell.studio) />
        <Stylesheet id="studio-style" href="/studio.css" />
        <div class=class>
            {rail(tab, shop)}
            <div class="bench">
                <header class="top"><h1>{title}</h1><span class="end row">{acts.run()}</span></header>
                <main id="main" tabindex="-1">{children()}</main>
            </div>
        </div>
    }
    .into_any()
}

fn rail(tab: StudioTab, shop: Option<MyShop>) -> impl IntoView {
    let shell = &caller().texts().studio.shell;
    let operator = matches!(caller().actor, commerce::Actor::Operator(_));
    let place = |this: StudioTab, href: &'static str, mark: &'static str, name: &'static str| {
        let here = (this == tab).then_some("page");
        view! { <a href=href aria-current=here title=name>{icon(mark)}<span>{name}</span></a> }
    };
    let money = shop.as_ref().is_some_and(|shop| shop.role.may(shared::Duty::Money));
    let owner = shop.as_ref().is_some_and(|shop| shop.role.may(shared::Duty::Shop));
    let open = shop.as_ref().map(|shop| shop.violations).unwrap_or_default();
    let own = shop.is_some().then(|| {
        view! {
            {place(StudioTab::Window, "/studio/window", "window", shell.window)}
            {place(StudioTab::Products, "/studio/products", "box", shell.products)}
            {place(StudioTab::Clips, "/studio/clips", "play", caller().texts().studio.clips.clips)}
            {place(StudioTab::Selection, "/studio/selection", "search", caller().texts().studio.affiliate.selection)}
            {place(StudioTab::Promotion, "/studio/promotion", "share", caller().texts().studio.affiliate.promotion)}
        }
    });
    let who = shop.map(|shop| {
        let role = (shell.role)(shop.role);
        view! { <p class="shop">{face(&shop.logo, "face")}<span class="stack"><b class="one">{shop.name}</b><small>{role}</small></span></p> }
    });
    let violations = owner.then(|| {
        let texts = &caller().texts().studio.violations;
        let here = (tab == StudioTab::Violations).then_some("page");
        // On a phone it takes a place only when there is something to say.
        let count = (open > 0).then(|| view! { <b class="count" aria-hidden="true">{open}</b><span class="sr">{(texts.count)(open)}</span> });
        view! { <a class:quiet={open == 0} href="/studio/violations" aria-current=here title=texts.mine>{icon("alert")}<span>{texts.title}</span>{count}</a> }
    });
    view! {
        <aside class="rail">
            <div class="brand">{logo()}</div>
            {who}
            <nav aria-label=shell.nav>
                {place(StudioTab::Home, "/studio", "home", shell.home)}
                {own}
                {place(StudioTab::Open, "/studio/open", "store", shell.open)}
                {owner.then(|| place(StudioTab::People, "/studio/staff", "user", shell.people))}
                {money.then(|| place(StudioTab::Deposit, "/studio/deposit", "wallet", shell.deposit))}
                {violations}
                {operator.then(|| place(StudioTab::Applications, "/console/applications", "shield", shell.applications))}
                {operator.then(|| place(StudioTab::Review, "/console/products", "check", caller().texts().studio.clip_review.both))}
                {operator.then(|| place(StudioTab::Users, "/console/users", "user", caller().texts().studio.violations.users))}
                {operator.then(|| place(StudioTab::Tables, "/console/categories", "updown", caller().texts().studio.tables.tables))}
            </nav>
            <nav class="foot" aria-label=shell.leave><a href="/me" title=shell.leave>{icon("left")}<span>{shell.leave}</span></a></nav>
        </aside>
    }
}
