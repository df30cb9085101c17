use leptos::prelude::*;

use super::Desk;
use crate::{ui::icon_of, views::field::error};

/// Every agreement to be read; those that are not signed yet with a box.
pub fn form(desk: &Desk) -> impl IntoView + use<> {
    let texts = desk.texts;
    let all = &desk.opening.agreements;
    let rows = all.iter().map(|agreement| {
        let id = agreement.id.to_string();
        let paragraphs = agreement.text.split("\n\n").map(|text| view! { <p>{text.to_owned()}</p> }).collect_view();
        let print = agreement.hash.get(..16).unwrap_or_default().to_owned();
        let foot = match &agreement.signed_at {
            Some(at) => {
                view! { <p class="s good row">{icon_of("i s", "check")}{texts.signed}" · "<span class="num dim">{desk.when.moment(at)}</span></p> }.into_any()
            }
            None => {
                view! { <label class="check"><input class="box" type="checkbox" name="agreements[]" value=id required />{texts.agree}</label> }.into_any()
            }
        };
        view! {
            <li class="agreement">
                <details>
                    <summary><b>{agreement.title.clone()}</b><span class="xs dim">{(texts.version)(agreement.version)}" · SHA-256 "<code>{print}</code></span></summary>
                    <div class="prose s">{paragraphs}</div>
                </details>
                {foot}
            </li>
        }
    });
    let rows = rows.collect_view();
    let open = all.iter().any(|agreement| agreement.signed_at.is_none());
    let none = all.is_empty().then(|| view! { <p class="dim">{texts.no_agreements}</p> });
    let sign = open.then(|| view! { <div><button class="btn plain">{texts.sign}</button></div> });
    view! {
        <form class="fields" method="post" action="/fn/opening/sign">
            <p class="s dim">{texts.read_sign}</p>
            {none}
            <ul class="agreements">{rows}</ul>
            {error(None, desk.fault("agreements", ""))}
            {sign}
        </form>
    }
}
