use leptos::prelude::*;
use leptos_meta::Title;

use super::{Bar, Dock, Foot, Tab};
use crate::context::caller;

/// A page of the light half: head, body, places. `class` lands on `main`.
#[component]
pub fn Frame(
    /// The document's title, without the shop's name.
    #[prop(into)]
    title: String,
    /// The place it belongs to.
    tab: Tab,
    /// Of `main`.
    #[prop(default = "wrap")]
    class: &'static str,
    /// Shows the title in the phone's head.
    #[prop(default = true)]
    named: bool,
    /// Where back leads without history.
    #[prop(default = "/".to_owned(), into)]
    back: String,
    /// Whether the four places stay below; a page with a bar of its own there says no.
    #[prop(default = true)]
    dock: bool,
    /// The body of `main`.
    children: Children,
) -> impl IntoView {
    let head = named.then(|| title.clone());
    let document = format!("{title} · {}", caller().texts().common.shop);
    view! {
        <Title text=document />
        <Bar title=head.unwrap_or_default() back />
        <main class=class id="main" tabindex="-1">{children()}</main>
        <Foot />
        {dock.then(|| view! { <Dock tab /> })}
    }
    .into_any()
}
