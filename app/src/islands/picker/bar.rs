use leptos::{ev::MouseEvent, prelude::*, task::spawn_local};
use web_sys::Element;

use super::{PickTexts, Shared, outside::announce};
use crate::{islands::dom, ui::icon};

/// The bar at the bottom: shop, bag, add, buy.
pub fn buy_bar((product, state): Shared, t: PickTexts) -> impl IntoView {
    let none = {
        let product = product.clone();
        move || state.with(|s| s.busy || product.stock(&s.choice) <= 0)
    };
    let line = {
        let product = product.clone();
        move |key: &str| {
            let (choice, n) = state.with_untracked(|s| (s.choice.clone(), s.pieces));
            let sku = product.sku(&choice).map(|sku| sku.id.as_str()).unwrap_or_default();
            format!("{key}={sku}&quantity={n}&scene={}&video={}", product.scene, product.video)
        }
    };
    let add = {
        let (line, added) = (line.clone(), t.added);
        move |event: MouseEvent| {
            event.prevent_default();
            let (body, added) = (line("sku_id"), added.clone());
            state.update(|s| s.busy = true);
            spawn_local(async move {
                match dom::send("/fn/cart/add", body).await {
                    Ok(pieces) => {
                        dom::set_badges(pieces.parse().unwrap_or_default());
                        dom::toast(&added);
                    }
                    Err(words) => dom::toast(&words),
                }
                state.update(|s| s.busy = false);
            });
        }
    };
    let buy = move |event: MouseEvent| {
        event.prevent_default();
        let query = line("sku");
        if announce(&event_target::<Element>(&event), &query) {
            _ = window().location().assign(&format!("/checkout?{query}"));
        }
    };
    view! {
        <div class="buybar">
            <a class="mini-act" href=product.showcase.clone()>{icon("store")}{t.shop}</a>
            <a class="mini-act" href="/cart">{icon("bag")}{t.bag}<span class="badge" data-bag hidden></span></a>
            <div class="pair">
                <button class="btn soft" name="then" value="add" data-testid="sheet-add" disabled=none.clone() on:click=add>{t.add}</button>
                <button class="btn buy" name="then" value="buy" data-testid="sheet-buy" disabled=none on:click=buy>{t.buy}</button>
            </div>
        </div>
    }
}
