use leptos::prelude::*;

/// An icon of the sprite `/icons.svg`, decorative: what it stands for is said beside it or by a label.
pub fn icon(name: &'static str) -> impl IntoView {
    icon_of("i", name)
}

/// The same with classes: `i s`, `i m`, `i l`.
pub fn icon_of(class: &'static str, name: &'static str) -> impl IntoView {
    view! {
        <svg class=class aria-hidden="true">
            <use href=format!("/icons.svg#{name}")></use>
        </svg>
    }
}
