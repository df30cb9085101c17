use leptos::prelude::*;
use shared::{
    ProductId, Scene,
    dto::{CreatorHome, ProductCard},
};

use crate::{
    context::caller,
    i18n::grouped,
    ui::{Loading, cents, icon, icon_of, picture, price, product_href, stock_words},
};

/// What a live room has to sell, in the host's order.
#[derive(Debug)]
pub struct Bag {
    /// The products, numbered from one.
    pub goods: Vec<ProductCard>,
    /// How many there are in all.
    pub total: i64,
    /// The one that is being explained.
    pub now: Option<ProductId>,
}

impl Bag {
    /// What is being explained.
    pub fn explained(&self) -> Option<&ProductCard> {
        self.goods.iter().find(|product| Some(product.id) == self.now)
    }
}

/// The bag's sheet: over the stage on a phone, beside it on a desktop. It is open where the address says `#bag`, so that
/// back closes it and no script is needed.
pub fn sheet(home: &CreatorHome, bag: &Bag) -> impl IntoView + use<> {
    let t = caller().texts().live;
    let rows = (1..).zip(&bag.goods).map(|(no, product)| row(no, product, Some(product.id) == bag.now)).collect_view();
    let left = bag.total.saturating_sub(i64::try_from(bag.goods.len()).unwrap_or(i64::MAX));
    let more = (left > 0).then(|| {
        let showcase = format!("/c/{}/showcase", home.creator.handle);
        view! { <a class="link" href=showcase>{(t.more)(&grouped(left))}{icon_of("i s", "right")}</a> }
    });
    let body = if bag.goods.is_empty() {
        view! { <div class="blank">{icon("bag")}<h3>{t.empty}</h3><p class="s dim">{t.empty_help}</p></div> }.into_any()
    } else {
        view! { <ol tabindex="0" aria-labelledby="in-bag">{rows}</ol> }.into_any()
    };
    view! {
        <section class="live-bag" id="bag" aria-labelledby="in-bag">
            <a class="grab" href="#" tabindex="-1" aria-hidden="true"></a>
            <header class="side-head">
                <h2 id="in-bag">{t.bag}" "<span class="dim num">{grouped(bag.total)}</span></h2>
                <a class="ib" href="#" aria-label=t.close_bag>{icon_of("i m", "close")}</a>
            </header>
            {body}
            {more}
        </section>
    }
}

fn row(no: usize, product: &ProductCard, now: bool) -> impl IntoView + use<> {
    let texts = caller().texts();
    let was = product.market_price.map(|was| view! { <s class="was xs">{cents(was)}</s> });
    let (class, words) = match (product.stock <= 0, now) {
        (true, _) => ("pill out", texts.common.sold_out),
        (false, true) => ("pill buy", texts.live.buy),
        (false, false) => ("pill", texts.live.look),
    };
    let href = product_href(product, Scene::Live);
    view! {
        <li class=now.then_some("on")>
            <a href=href data-sheet>
                <span class="no num">{no}</span>
                <span class="pic">{picture(&product.image, Some(String::new()), "68px", Loading::Lazy)}</span>
                <span class="stack">
                    {now.then(explaining)}
                    <b class="one">{product.title.clone()}</b>
                    <span class="xs dim one">{stock_words(product)}</span>
                    <span class="row base">{price(product.price)}{was}</span>
                </span>
                <span class=class>{words}</span>
            </a>
        </li>
    }
}

/// The mark of what is being explained; its bars move where motion is welcome.
pub fn explaining() -> impl IntoView {
    view! { <small class="explains"><i aria-hidden="true"><b></b><b></b><b></b></i>{caller().texts().live.explaining}</small> }
}
