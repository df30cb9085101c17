use leptos::prelude::*;
use shared::{
    Role, ShopId,
    dto::{Invitation, Member},
};

use crate::{
    api::answer::Kept,
    context::caller,
    ui::icon_of,
    views::field::{Field, error_of, field, is_first},
};

/// Everyone with their place; the owner may change all but their own.
pub fn people(shop: ShopId, members: Vec<Member>) -> impl IntoView {
    let texts = &caller().texts().studio.staff;
    let rows = members.into_iter().map(|member| {
        let shell = &caller().texts().studio.shell;
        let me = member.me.then(|| view! { <span class="tag">{texts.me}</span> });
        let acts = (member.role != Role::Owner).then(|| acts(shop, &member));
        view! {
            <li class="row wraps">
                <span class="stack grow"><span class="row base"><b>{member.name.clone()}</b>{me}</span><span class="xs dim num">{member.contact.clone()}</span></span>
                <span class="stack"><b class="s">{(shell.role)(member.role)}</b><span class="xs dim">{(texts.duties)(member.role)}</span></span>
                {acts}
            </li>
        }
    });
    let rows = rows.collect_view();
    view! { <section class="card" aria-labelledby="people"><header><h2 id="people">{texts.people}</h2></header><ul class="lines">{rows}</ul></section> }
}

fn acts(shop: ShopId, member: &Member) -> impl IntoView + use<> {
    let texts = &caller().texts().studio.staff;
    let account = member.account.to_string();
    let label = format!("{}: {}", texts.role, member.name);
    view! {
        <div class="row wraps acts">
            <form class="row" method="post" action="/fn/staff/role">
                <input type="hidden" name="shop" value=shop.to_string() />
                <input type="hidden" name="account" value=account.clone() />
                <select class="in" name="role" aria-label=label>{roles(member.role)}</select>
                <button class="btn">{texts.change}</button>
            </form>
            <details class="sure below">
                <summary class="btn">{icon_of("i s", "trash")}{texts.remove}</summary>
                <form class="ask-sure" method="post" action="/fn/staff/remove">
                    <input type="hidden" name="shop" value=shop.to_string() />
                    <input type="hidden" name="account" value=account />
                    <p class="s">{texts.remove_sure}</p>
                    <button class="btn soft fill">{texts.remove}</button>
                </form>
            </details>
        </div>
    }
}

/// The places that can be given; there is one owner.
fn roles(chosen: Role) -> impl IntoView {
    let shell = &caller().texts().studio.shell;
    let places = Role::ALL.into_iter().filter(|role| *role != Role::Owner);
    let option =
        |role: Role| view! { <option value=role.as_str() selected=role == chosen>{(shell.role)(role)}</option> };
    places.map(option).collect_view()
}

/// Offers that nobody has taken yet.
pub fn offers(shop: ShopId, offers: Vec<Invitation>) -> impl IntoView {
    let texts = &caller().texts().studio.staff;
    (!offers.is_empty()).then(|| {
        let rows = offers.into_iter().map(|offer| {
            let until = (texts.until)(offer.expires_at.get(..10).unwrap_or_default());
            let role = (caller().texts().studio.shell.role)(offer.role);
            view! {
                <li class="row wraps">
                    <span class="stack grow"><b>{offer.note}</b><span class="xs dim">{role}" · "<span class="num">{until}</span></span></span>
                    <form method="post" action="/fn/staff/uninvite">
                        <input type="hidden" name="shop" value=shop.to_string() />
                        <input type="hidden" name="id" value=offer.id.to_string() />
                        <button class="btn">{texts.take_back}</button>
                    </form>
                </li>
            }
        });
        let rows = rows.collect_view();
        view! { <section class="card" aria-labelledby="offers"><header><h2 id="offers">{texts.offers}</h2></header><ul class="lines">{rows}</ul></section> }
    })
}

/// The form for a new offer and, right after it, its link.
pub fn invite(shop: ShopId, kept: &Kept) -> impl IntoView + use<> {
    let texts = &caller().texts().studio.staff;
    let problem = kept.problem.as_ref();
    let chosen = Role::ALL.into_iter().find(|role| kept.value("role") == Some(role.as_str())).unwrap_or(Role::Operator);
    let note = field(Field {
        name: "whom",
        label: texts.note.to_owned(),
        value: kept.value("whom").unwrap_or_default().to_owned(),
        most: 40,
        error: error_of(problem, "whom"),
        focus: is_first(problem, "whom"),
        ..Field::default()
    });
    let link = kept.value("url").map(|url| {
        view! {
            <div class="notice stack" id="link" role="status">
                <b>{texts.link}</b>
                <input class="in" readonly aria-label=texts.link value=url.to_owned() />
                <p class="s">{texts.link_help}</p>
                <button class="btn" type="button" data-share=url.to_owned() data-done=caller().texts().common.copied>{texts.copy}</button>
            </div>
        }
    });
    view! {
        <section class="card" aria-labelledby="invite">
            <header><h2 id="invite">{texts.invite}</h2></header>
            {link}
            <p class="s dim">{texts.invite_help}</p>
            <form class="fields" method="post" action="/fn/staff/invite">
                <input type="hidden" name="shop" value=shop.to_string() />
                {note}
                <div class="f"><label for="f-role">{texts.role}</label><select class="in" id="f-role" name="role">{roles(chosen)}</select></div>
                <button class="btn buy">{texts.make_link}</button>
            </form>
        </section>
    }
}
