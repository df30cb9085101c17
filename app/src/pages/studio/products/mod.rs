//! `/studio/products…`: a shop's products, their editor and their files; `/console/products`: the operator's queue.

mod categories;
mod create;
mod differences;
mod editor;
mod groups;
mod import;
mod list;
mod preview;
mod review;
mod row;

pub use create::NewProductPage;
pub use editor::EditorPage;
pub use groups::GroupsPage;
pub use import::ImportPage;
pub use list::{ProductsPage, no_shop};
pub use preview::PreviewPage;
pub use review::ReviewPage;

use shared::{
    BasisPoints, EditState, Money, ProductState,
    dto::{Image, ShelfTab},
};

use crate::{
    context::caller,
    ui::{Loading, icon_of, picture},
};
use leptos::prelude::*;

/// The heaps by their names in addresses.
const TABS: [(ShelfTab, &str); 7] = [
    (ShelfTab::All, ""),
    (ShelfTab::OnSale, "on_sale"),
    (ShelfTab::Draft, "draft"),
    (ShelfTab::InReview, "in_review"),
    (ShelfTab::Rejected, "rejected"),
    (ShelfTab::Off, "off"),
    (ShelfTab::Recycled, "recycled"),
];

/// Where the online copy and the draft stand, in words; colour only repeats them.
fn states(state: ProductState, edit: EditState, listed: bool) -> impl IntoView {
    let texts = caller().texts();
    let tone = match state {
        ProductState::OnSale => "tag good",
        ProductState::Banned => "tag hot",
        ProductState::DepositShort => "tag warn",
        _ => "tag",
    };
    let products = &texts.studio.products;
    let draft = match (edit, listed) {
        (EditState::Editing, true) => Some(("tag warn", products.differs)),
        (EditState::InReview, _) => Some(("tag warn", (products.edit_state)(edit))),
        (EditState::Rejected, _) => Some(("tag hot", (products.edit_state)(edit))),
        (EditState::Editing, false) | (EditState::Passed, _) => None,
    };
    view! {
        <span class=tone>{texts.common.product_state(state)}</span>
        {draft.map(|(tone, words)| view! { <span class=tone>{words}</span> })}
    }
}

/// A small square picture; a sign where there is none.
pub fn thumb(image: Option<&Image>) -> impl IntoView + use<> {
    match image {
        Some(image) => {
            view! { <span class="pic thumb">{picture(image, Some(String::new()), "48px", Loading::Lazy)}</span> }
                .into_any()
        }
        None => view! { <span class="pic thumb none">{icon_of("i m", "box")}</span> }.into_any(),
    }
}

/// An amount as people type it: `168.00`.
fn plain(money: Money) -> String {
    money.decimal().to_string()
}

/// `1.50%`
pub fn rate(points: BasisPoints) -> String {
    format!("{}.{:02}%", points.get() / 100, points.get() % 100)
}
