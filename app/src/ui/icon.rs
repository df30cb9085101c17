use leptos::{prelude::*, tachys::html::InertElement};

/// An icon of the sprite `/icons.svg`, decorative: what it stands for is said beside it or by a label.
pub fn icon(name: &'static str) -> impl IntoView {
    icon_of("i", name)
}

/// The same with classes: `i s`, `i m`, `i l`.
pub fn icon_of(class: &'static str, name: &'static str) -> impl IntoView {
    // A finished text, as pictures and prices are: a page has dozens of them, and views are dearer.
    let parts = ["<svg class=\"", class, "\" aria-hidden=\"true\"><use href=\"/icons.svg#", name, "\"></use></svg>"];
    InertElement::new(parts.concat())
}
