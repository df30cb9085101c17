use leptos::prelude::*;
use leptos_meta::Title;
use shared::{
    Scene,
    dto::{CreatorHome, ProductCard},
};

use super::clip::{card, who};
use crate::{
    context::caller,
    ui::{Dock, Loading, Tab, picture, product_href},
};

/// A stage before the first clip: the creator's cover, still, with the card of a product.
pub fn still(home: &CreatorHome, product: Option<&ProductCard>) -> impl IntoView + use<> {
    let texts = caller().texts();
    let title = (texts.browse.home_of)(&home.creator.name);
    let card = product.map(|product| card(product, product_href(product, Scene::Video), None, true));
    view! {
        <Title text=format!("{title} · {}", texts.common.shop) />
        <div class="app">
            <Dock tab=Tab::Home class="nav" />
            <main class="stage immersive" id="main" tabindex="-1">
                <h1 class="sr">{title}</h1>
                <img class="ambient" src=home.cover.url(160) width="160" height="284" alt="" aria-hidden="true" />
                // Timed from the start: there is no film for the browser's own controls.
                <ul class="feed"><li><article class="clip timed" aria-label=home.creator.name.clone()>
                    <div class="frame">
                        {picture(&home.cover, Some(home.cover.alt.clone()), "(width >= 64rem) 480px, 100vw", Loading::First)}
                        <div class="over said">{card}{who(&home.creator, home.following)}</div>
                    </div>
                </article></li></ul>
            </main>
        </div>
    }
}
