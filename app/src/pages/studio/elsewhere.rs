//! What a page says to a shop that it does not apply to, because another shop is master of it.

use leptos::prelude::*;
use shared::dto::MyShop;

use super::{StudioFrame, StudioTab};
use crate::{context::caller, ui::icon_of};

/// The page, with the sentence `says` that names the other shop; `imports` leads to where the goods come in.
pub fn not_here(
    mine: MyShop,
    title: &'static str,
    tab: StudioTab,
    says: fn(&str) -> String,
    imports: bool,
) -> impl IntoView {
    let texts = &caller().texts().studio.linked;
    let words = says(&mine.master);
    let import = imports.then(|| view! { <a class="btn buy" href="/studio/products/import">{texts.to_import}</a> });
    view! {
        <StudioFrame title=title tab=tab shop=Some(mine)>
            <section class="blank card">
                {icon_of("i l", "link")}
                <h2>{texts.not_here}</h2>
                <p class="dim">{words}</p>
                <p class="row wraps">{import}<a class="btn" href="/studio">{texts.to_home}</a></p>
            </section>
        </StudioFrame>
    }
}
