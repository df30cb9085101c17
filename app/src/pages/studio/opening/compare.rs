use leptos::prelude::*;
use shared::{Matter, OpeningMode};

use super::Desk;
use crate::context::caller;

/// What each way means for goods, orders, money and data: a table, on a phone one card per way.
pub fn compare(desk: &Desk) -> impl IntoView + use<> {
    let (texts, words) = (&caller().texts().studio.linked, desk.words);
    let heads = OpeningMode::ALL.iter().map(|mode| view! { <th scope="col">{(words.mode)(*mode)}</th> });
    let rows = Matter::ALL.iter().map(|matter| {
        let cells = OpeningMode::ALL.iter().map(|mode| {
            let away = mode.is_elsewhere(*matter);
            view! { <td data-name=(words.mode)(*mode)><span class="tag" class:warn=away>{(texts.owner)(*mode, *matter)}</span><span class="s">{(texts.tell)(*mode, *matter)}</span></td> }
        });
        view! { <tr><th scope="row">{(texts.matter)(*matter)}</th>{cells.collect_view()}</tr> }
    });
    view! {
        <section class="compare" aria-labelledby="compare">
            <h3 id="compare">{texts.compare}</h3>
            <p class="s dim">{texts.compare_help}</p>
            <table class="plain-table"><thead><tr><td></td>{heads.collect_view()}</tr></thead><tbody>{rows.collect_view()}</tbody></table>
        </section>
    }
}

/// Which shops can be linked, by way: the published list.
pub fn supported(desk: &Desk) -> impl IntoView + use<> {
    let (texts, words) = (&caller().texts().studio.linked, desk.words);
    let of = |mode: &OpeningMode| {
        let names: Vec<_> =
            desk.opening.platforms.iter().filter(|one| one.mode == *mode).map(|one| one.name.clone()).collect();
        (!names.is_empty()).then(|| view! { <li class="s">{(words.mode)(*mode)}": "<b>{names.join(" · ")}</b></li> })
    };
    let lines = OpeningMode::ALL.iter().map(of).collect_view();
    if desk.opening.platforms.is_empty() {
        return view! { <p class="s notice">{texts.none_supported}</p> }.into_any();
    }
    view! { <div class="supported"><p class="xs dim">{texts.supported}</p><ul>{lines}</ul></div> }.into_any()
}
