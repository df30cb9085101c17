use leptos::prelude::*;

/// The shop's mark and name.
pub fn logo() -> impl IntoView {
    view! {
        <a class="logo" href="/">
            <svg viewBox="0 0 28 32" aria-hidden="true">
                <path fill="none" stroke="currentColor" stroke-width="2.4" stroke-linejoin="round" d="M3 29V13.5a11 11 0 0 1 22 0V29z"></path>
                <path fill="none" stroke="currentColor" stroke-width="2.4" d="M3 22h22"></path>
                <circle class="dotmark" cx="14" cy="16" r="3.6"></circle>
            </svg>
            "Vitrine"
        </a>
    }
}

/// The mark of a checked creator or shop.
pub fn verified(label: &'static str) -> impl IntoView {
    view! {
        <svg class="verified" viewBox="0 0 16 16" role="img" aria-label=label>
            <use href="/icons.svg#verified"></use>
        </svg>
    }
}
