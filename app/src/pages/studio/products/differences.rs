use leptos::prelude::*;
use shared::dto::{AttributeChoice, Difference, Reason, ReasonFault};

use super::categories;
use crate::{context::caller, ui::icon_of};

/// The table of what the draft changes; `None` if it changes nothing.
pub fn differences(found: &[Difference]) -> Option<AnyView> {
    if found.is_empty() {
        return None;
    }
    let texts = &caller().texts().studio.products;
    let rows = found.iter().map(|one| {
        let name = (texts.field)(&one.field);
        let name = one.sku.as_ref().map_or_else(|| name.to_owned(), |sku| format!("{sku} · {name}"));
        let (tone, effect) = if one.at_once { ("tag good", texts.at_once) } else { ("tag warn", texts.after_review) };
        let online = one.online.clone().unwrap_or_else(|| texts.nothing.to_owned());
        let draft = one.draft.clone().unwrap_or_else(|| texts.nothing.to_owned());
        view! {
            <tr>
                <th scope="row">{name}</th>
                <td class="dim" data-name=texts.online><del>{online}</del></td>
                <td data-name=texts.draft><ins>{draft}</ins></td>
                <td data-name=texts.effect><span class=tone>{effect}</span></td>
            </tr>
        }
    });
    let table = view! {
        <details class="card diff" open>
            <summary><b>{(texts.differences)(found.len())}</b></summary>
            <table class="plain-table">
                <thead><tr><th><span class="sr">{texts.product}</span></th><th>{texts.online}</th><th>{texts.draft}</th><th>{texts.effect}</th></tr></thead>
                <tbody>{rows.collect_view()}</tbody>
            </table>
        </details>
    };
    Some(table.into_any())
}

/// Why a draft was sent back, by field; an attribute is called by its name in `names`.
pub fn reasons(all: &[Reason], names: &[AttributeChoice]) -> AnyView {
    let texts = &caller().texts().studio.products;
    let rows = all.iter().map(|reason| {
        let named = names.iter().find(|one| one.key == reason.words).map(|one| one.name.as_str());
        let is_key = matches!(reason.fault, ReasonFault::MissingAttribute | ReasonFault::WrongAttribute);
        let words = named.filter(|_| is_key).unwrap_or(&reason.words);
        let add = (reason.fault == ReasonFault::CategoryNotHeld).then(categories::add);
        view! { <li><b>{(texts.field)(&reason.field)}</b>" · "{(texts.reason)(reason.fault, words)}" "{add}</li> }
    });
    view! {
        <section class="notice bad" id="reasons" role="alert" tabindex="-1">
            <p class="row">{icon_of("i m", "alert")}{texts.rejected_note}</p>
            <ul class="marks">{rows.collect_view()}</ul>
        </section>
    }
    .into_any()
}
