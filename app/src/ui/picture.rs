use html_escape::encode_double_quoted_attribute;
use leptos::{prelude::*, tachys::html::InertElement};
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
    let alt = alt.as_deref().unwrap_or(&image.alt);
    let when = match loading {
        Loading::First => r#" fetchpriority="high""#,
        Loading::Eager => r#" decoding="async""#,
        Loading::Lazy => r#" decoding="async" loading="lazy""#,
    };
    InertElement::new(format!(
        r#"<img src="{}" srcset="{}" sizes="{sizes}" width="{}" height="{}" alt="{}"{when}>"#,
        image.url(480),
        image.srcset(),
        image.width,
        image.height,
        encode_double_quoted_attribute(alt),
    ))
}

/// A round portrait; decorative, since the name stands beside it.
pub fn face(image: &Image, class: &'static str) -> impl IntoView + use<> {
    view! { <img class=class src=image.url(96) width="96" height="96" alt="" loading="lazy" decoding="async" /> }
}
