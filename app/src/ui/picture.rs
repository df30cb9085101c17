use leptos::prelude::*;
use shared::dto::Image;

/// When a picture is fetched.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Loading {
    /// Before everything else: the largest thing on the first screen, once per page.
    First,
    /// With the page.
    Eager,
    /// When it comes near.
    Lazy,
}

/// A picture in the renditions there are; `sizes` says how wide it is shown.
pub fn picture(image: &Image, alt: Option<String>, sizes: &'static str, loading: Loading) -> impl IntoView + use<> {
    view! {
        <img
            src=image.url(480)
            srcset=image.srcset()
            sizes=sizes
            width=image.width
            height=image.height
            alt=alt.unwrap_or_else(|| image.alt.clone())
            loading=(loading == Loading::Lazy).then_some("lazy")
            decoding=(loading != Loading::First).then_some("async")
            fetchpriority=(loading == Loading::First).then_some("high")
        />
    }
}

/// A round portrait; decorative, since the name stands beside it.
pub fn face(image: &Image, class: &'static str) -> impl IntoView + use<> {
    view! { <img class=class src=image.url(96) width="96" height="96" alt="" loading="lazy" decoding="async" /> }
}
