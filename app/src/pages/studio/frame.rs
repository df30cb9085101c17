use commerce::{Commerce, Error};
use leptos::prelude::*;
use leptos_meta::{Stylesheet, Title};
use shared::dto::MyShop;

use super::places::rail;
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
            {side(tab, shop)}
            <div class="bench">
                <header class="top"><h1>{title}</h1><span class="end row">{acts.run()}</span></header>
                <main id="main" tabindex="-1">{children()}</main>
            </div>
        </div>
    }
    .into_any()
}

fn side(tab: StudioTab, shop: Option<MyShop>) -> impl IntoView {
    let shell = &caller().texts().studio.shell;
    let places = rail(tab, shop.as_ref());
    let who = shop.map(|shop| {
        let role = (shell.role)(shop.role);
        view! { <p class="shop">{face(&shop.logo, "face")}<span class="stack"><b class="one">{shop.name}</b><small>{role}</small></span></p> }
    });
    view! {
        <aside class="rail">
            <div class="brand">{logo()}</div>
            {who}
            {places}
            <nav class="foot" aria-label=shell.leave><a href="/me" title=shell.leave>{icon("left")}<span>{shell.leave}</span></a></nav>
        </aside>
    }
}
