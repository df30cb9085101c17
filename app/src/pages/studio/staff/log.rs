use leptos::prelude::*;
use shared::dto::{Activity, Page};

use crate::{
    context::{caller, shop},
    ui::ago,
};

/// What was done, the newest first.
pub fn log(page: Page<Activity>) -> impl IntoView {
    let texts = caller().texts();
    let staff = &texts.studio.staff;
    let now = shop().map(|shop| shop.clock().now()).unwrap_or_default();
    let empty = page.items.is_empty().then(|| view! { <p class="dim">{staff.log_empty}</p> });
    let rows = page.items.into_iter().map(|entry| {
        let who = if entry.who.is_empty() { staff.nobody.to_owned() } else { entry.who };
        let when = ago(&entry.at, now, texts.browse);
        view! {
            <li class="row base wraps"><span class="grow"><b>{who}</b>" "{(staff.act)(&entry.act)}" "<b>{entry.subject}</b></span><time class="xs dim num" datetime=entry.at>{when}</time></li>
        }
    });
    let rows = rows.collect_view();
    let older = page.next.map(|cursor| {
        view! { <a class="btn" href=format!("/studio/staff?cursor={cursor}#log")>{staff.older}</a> }
    });
    view! {
        <section class="card" aria-labelledby="log"><header><h2 id="log">{staff.log}</h2></header>{empty}<ul class="lines">{rows}</ul>{older}</section>
    }
}
