use leptos::prelude::*;
use shared::dto::SavedAddress;

use crate::{
    api::{
        AddressForm,
        answer::{Kept, kept},
    },
    context::caller,
    i18n::buy::Buy,
    islands::CheckoutAlive,
    pages::load::{page, query},
    present::address::{fields, typed},
    ui::{Frame, Tab, icon_of},
    views::{address, field::banner},
};

/// The most that the shop keeps.
const MOST: usize = 20;

/// `/me/addresses`, with `?new=1` or `?edit=id` the form.
#[component]
pub fn AddressesPage() -> impl IntoView {
    let caller = caller();
    let buy = caller.texts().buy;
    let kept = kept().unwrap_or_default();
    let edit: Option<String> = query("edit");
    let new = query::<String>("new").is_some();
    let abroad = query::<String>("abroad").is_some();
    page(
        async move |shop| shop.identity().addresses(caller.actor).await,
        move |book| {
            let edited = edit.as_deref().and_then(|id| book.iter().find(|saved| saved.id.to_string() == id));
            let is_form = new || edited.is_some();
            let body = if is_form { form(edited, &kept, abroad, buy).into_any() } else { list(&book, buy).into_any() };
            let title = match (is_form, edited) {
                (true, Some(_)) => buy.edit_address,
                (true, None) => buy.new_address,
                (false, _) => buy.addresses,
            };
            let back = if is_form { "/me/addresses" } else { "/me" };
            view! {
                <Frame title tab=Tab::Me class="wrap slim" back=back>
                    <h1 class="page-title">{title}</h1>
                    {banner(kept.problem.as_ref())}
                    {body}
                </Frame>
            }
        },
    )
}

fn list(book: &[SavedAddress], buy: &'static Buy) -> impl IntoView + use<> {
    let all = book.iter().map(|saved| {
        let id = saved.id.to_string();
        let mark = saved.is_default.then(|| view! { <span class="tag hot">{buy.default}</span> });
        view! {
            <li class="card saved">
                <div class="stack">
                    <span class="row base"><b>{saved.address.name.clone()}</b><span class="s dim num">{saved.address.phone.masked()}</span>{mark}</span>
                    <span class="s">{saved.address.one_line()}</span>
                </div>
                <div class="row wraps">
                    <a class="btn" href=format!("/me/addresses?edit={id}")>{icon_of("i s", "edit")}{buy.edit}</a>
                    <details class="sure">
                        <summary class="btn">{icon_of("i s", "trash")}{buy.remove}</summary>
                        <form class="ask-sure" method="post" action="/fn/address/remove">
                            <input type="hidden" name="id" value=id />
                            <p class="s">{buy.remove_sure}</p>
                            <button class="btn soft fill">{buy.remove}</button>
                        </form>
                    </details>
                </div>
            </li>
        }
    });
    let all = all.collect_view();
    let empty = book.is_empty().then(|| view! { <p class="dim">{buy.no_addresses}</p> });
    let add = if book.len() < MOST {
        view! { <a class="btn buy big fill" href="/me/addresses?new=1">{icon_of("i m", "plus")}{buy.new_address}</a> }
            .into_any()
    } else {
        view! { <p class="s dim">{buy.address_full}</p> }.into_any()
    };
    view! { {empty}<ul class="stack saved-list">{all}</ul>{add} }
}

fn form(edited: Option<&SavedAddress>, kept: &Kept, abroad: bool, buy: &'static Buy) -> impl IntoView + use<> {
    let locale = caller().locale;
    let mut values = match (kept.problem.is_some(), edited) {
        (false, Some(saved)) => typed(&saved.address),
        _ => AddressForm::default(),
    };
    if kept.problem.is_some() {
        let text = |name: &str| kept.value(name).unwrap_or_default().to_owned();
        values = AddressForm {
            name: text("name"),
            phone: text("phone"),
            country: text("country"),
            province: text("province"),
            city: text("city"),
            district: text("district"),
            line1: text("line1"),
            postcode: text("postcode"),
        };
    }
    let abroad = abroad || !matches!(values.country.as_str(), "" | "CN");
    if abroad && values.country == "CN" {
        values.country.clear();
    }
    let id = edited.map(|saved| saved.id.to_string());
    let start = id.as_ref().map_or_else(|| "/me/addresses?new=1".to_owned(), |id| format!("/me/addresses?edit={id}"));
    let switch = if abroad { start } else { format!("{start}&abroad=1") };
    let fields = fields(&values, locale, abroad, false, switch);
    let is_default = edited.is_some_and(|saved| saved.is_default);
    view! {
        <form class="card" method="post" action="/fn/address/save" data-checkout>
            {id.map(|id| view! { <input type="hidden" name="id" value=id /> })}
            {address::fields(&fields, kept.problem.as_ref())}
            <label class="check s"><input class="box" type="checkbox" name="is_default" value="1" checked=is_default />{buy.make_default}</label>
            <button class="btn buy big fill">{buy.save}</button>
        </form>
        <CheckoutAlive />
    }
}
