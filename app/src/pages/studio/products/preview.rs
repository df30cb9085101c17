use leptos::prelude::*;
use shared::{ProductId, dto::ProductPage as Record};

use crate::{
    context::caller,
    pages::{
        load::{page, required},
        product::Shown,
    },
    ui::icon_of,
};

/// `/studio/products/{id}/preview`: the very page that viewers will see, with a word above it.
#[component]
pub fn PreviewPage() -> impl IntoView {
    let caller = caller();
    let id = required::<ProductId>("product");
    page(
        move |shop| async move { shop.catalog().preview(caller.actor, id?, caller.locale).await },
        move |record: Record| {
            let texts = &caller.texts().studio.products;
            let editor = format!("/studio/products/{}", record.product.card.id);
            view! {
                <aside class="notice" role="note"><span class="row wraps">{icon_of("i m", "alert")}{texts.preview_note}<a class="u" href=editor>{texts.to_editor}</a></span></aside>
                <Shown record />
            }
        },
    )
}
