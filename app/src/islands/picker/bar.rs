use leptos::{ev::MouseEvent, prelude::*, task::spawn_local};
use web_sys::Element;

use super::{PickProduct, PickTexts, outside::announce};
use crate::{islands::dom, ui::icon};

/// The bar at the bottom: shop, bag, add, buy.
pub fn buy_bar(
    choice: RwSignal<Vec<i32>>,
    pieces: RwSignal<i32>,
    product: StoredValue<PickProduct>,
    texts: StoredValue<PickTexts>,
) -> impl IntoView {
    let busy = RwSignal::new(false);
    let none = move || product.with_value(|p| p.closed || choice.with(|c| p.sku(c).is_none_or(|sku| sku.stock <= 0)));
    let line = move || {
        product.with_value(|p| {
            let sku = choice.with_untracked(|c| p.sku(c).map(|sku| sku.id.clone())).unwrap_or_default();
            (sku, pieces.get_untracked(), p.scene.clone(), p.video.clone())
        })
    };
    let add = move |event: MouseEvent| {
        event.prevent_default();
        let (sku, n, scene, video) = line();
        busy.set(true);
        spawn_local(async move {
            let body = format!("sku_id={sku}&quantity={n}&scene={scene}&video={video}");
            match dom::send("/fn/cart/add", body).await {
                Ok(pieces) => {
                    dom::set_badges(pieces.parse().unwrap_or_default());
                    dom::toast(&texts.with_value(|t| t.added.clone()));
                }
                Err(words) => dom::toast(&words),
            }
            busy.set(false);
        });
    };
    let buy = move |event: MouseEvent| {
        event.prevent_default();
        let (sku, n, scene, video) = line();
        let query = format!("sku={sku}&quantity={n}&scene={scene}&video={video}");
        if announce(&event_target::<Element>(&event), &query) {
            _ = window().location().assign(&format!("/checkout?{query}"));
        }
    };
    let showcase = product.with_value(|p| p.showcase.clone());
    let t = texts.with_value(Clone::clone);
    view! {
        <div class="buybar">
            <a class="mini-act" href=showcase>{icon("store")}{t.shop}</a>
            <a class="mini-act" href="/cart">{icon("bag")}{t.bag}<span class="badge" data-bag hidden></span></a>
            <div class="pair">
                <button class="btn soft" name="then" value="add" data-testid="sheet-add" disabled=move || none() || busy.get() on:click=add>{t.add}</button>
                <button class="btn buy" name="then" value="buy" data-testid="sheet-buy" disabled=none on:click=buy>{t.buy}</button>
            </div>
        </div>
    }
}
