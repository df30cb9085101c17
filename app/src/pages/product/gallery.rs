use leptos::prelude::*;
use shared::dto::{Image, ProductDetail};

use crate::{
    context::caller,
    i18n::browse::Browse,
    ui::{Loading, picture},
};

const SIZES: &str = "(width >= 64rem) 600px, (width >= 48rem) 60vw, 100vw";

/// All pictures: swiped on the phone, with thumbnails on the desktop, enlarged by a tap.
pub fn gallery(product: &ProductDetail) -> impl IntoView + use<> {
    let texts = caller().texts().browse;
    let count = product.gallery.len();
    let shots = product.gallery.iter().enumerate().map(|(i, image)| shot(i, image, texts)).collect_view();
    let thumbs =
        (count > 1).then(|| product.gallery.iter().enumerate().map(|(i, image)| thumb(i, image, texts)).collect_view());
    view! {
        <div class="photos">
            <div class="thumbs">{thumbs}</div>
            <div class="rel">
                <div class="gallery" tabindex="0" role="group" aria-label=(texts.pictures)(count)>{shots}</div>
                {(count > 1).then(|| view! { <span class="count" data-count aria-hidden="true">"1 / "{count}</span> })}
            </div>
        </div>
    }
}

fn shot(i: usize, image: &Image, texts: &'static Browse) -> impl IntoView + use<> {
    let loading = match i {
        0 => Loading::First,
        _ => Loading::Lazy,
    };
    let label = format!("{}: {}", texts.zoom, image.alt);
    view! {
        <a class="pic" id=format!("p{}", i + 1) href=image.url(1600) data-zoom aria-label=label>
            {picture(image, None, SIZES, loading)}
        </a>
    }
}

fn thumb(i: usize, image: &Image, texts: &'static Browse) -> impl IntoView + use<> {
    view! {
        <a href=format!("#p{}", i + 1) data-thumb=i aria-current=(i == 0).then_some("true") aria-label=(texts.picture)(i + 1)>
            <div class="pic">{picture(image, Some(String::new()), "72px", Loading::Lazy)}</div>
        </a>
    }
}
