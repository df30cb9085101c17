use leptos::prelude::*;
use shared::dto::{OrderCounts, Profile};

use crate::{
    context::caller,
    i18n::buy::Buy,
    pages::load::page,
    ui::{Frame, Tab, icon, icon_of},
};

/// `/me`
#[component]
pub fn MePage() -> impl IntoView {
    let caller = caller();
    page(
        async move |shop| {
            let profile = shop.identity().profile(caller.actor).await?;
            let counts = shop.order().counts(caller.actor).await?;
            Ok((profile, counts))
        },
        move |(profile, counts)| {
            let buy = caller.texts().buy;
            view! {
                <Frame title=buy.me tab=Tab::Me class="wrap narrow me" named=false>
                    {who(&profile, buy)}
                    {orders(counts, buy)}
                    {places(&profile, buy)}
                </Frame>
            }
        },
    )
}

fn who(profile: &Profile, buy: &'static Buy) -> impl IntoView + use<> {
    let name = if profile.signed_in && !profile.name.is_empty() { profile.name.clone() } else { buy.guest.to_owned() };
    let contact = profile.phone.clone().or_else(|| profile.email.clone());
    let line = if profile.signed_in { contact.unwrap_or_default() } else { buy.guest_help.to_owned() };
    let enter = (!profile.signed_in).then(|| view! { <a class="btn buy" href="/login">{buy.sign_in}</a> });
    view! {
        <section class="card row loose who">
            <span class="mono big">{icon("user")}</span>
            <div class="stack grow"><h1>{name}</h1><p class="s dim num">{line}</p></div>
            {enter}
        </section>
    }
}

fn orders(counts: OrderCounts, buy: &'static Buy) -> impl IntoView {
    use shared::dto::OrderTab as T;
    let all = [
        (T::ToPay, "to_pay", "wallet", counts.to_pay),
        (T::ToShip, "to_ship", "box", counts.to_ship),
        (T::ToReceive, "to_receive", "truck", counts.to_receive),
        (T::Done, "done", "check", 0),
    ];
    let all = all.into_iter().map(|(tab, name, mark, count)| {
        let badge = (count > 0).then(|| view! { <span class="badge">{count}</span> });
        view! { <a class="rel" href=format!("/orders?tab={name}")>{icon(mark)}<span>{(buy.tab)(tab)}</span>{badge}</a> }
    });
    view! {
        <section class="card">
            <header><h2>{buy.orders}</h2><a class="link" href="/orders">{buy.my_orders}{icon_of("i s", "right")}</a></header>
            <nav class="quick" aria-label=buy.orders>{all.collect_view()}</nav>
        </section>
    }
}

fn places(profile: &Profile, buy: &'static Buy) -> impl IntoView + use<> {
    let chev = || icon_of("i m chev end", "right");
    let leave = profile.signed_in.then(|| {
        view! {
            <form method="post" action="/fn/session/sign_out"><button class="btn fill">{buy.sign_out}</button></form>
        }
    });
    view! {
        <nav class="rows card-rows" aria-label=buy.me>
            <a href="/me/addresses">{icon_of("i m", "pin")}{buy.addresses}{chev()}</a>
            <a href="/orders/lookup">{icon_of("i m", "search")}{buy.lookup}{chev()}</a>
            <a href="/cart">{icon_of("i m", "bag")}{buy.cart}{chev()}</a>
            <a href="/studio">{icon_of("i m", "window")}{caller().texts().studio.shell.studio}{chev()}</a>
            <a href="#prefs">{icon_of("i m", "sun")}{buy.settings}{chev()}</a>
        </nav>
        {leave}
    }
}
