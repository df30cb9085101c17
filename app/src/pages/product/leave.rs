use leptos::prelude::*;
use shared::{ProductState, dto::ProductDetail};

use crate::{context::caller, ui::icon_of};

/// The way to where it is bought, for what another shop sells: one plain link that says where it leads.
pub fn leave(product: &ProductDetail) -> impl IntoView + use<> {
    let texts = caller().texts().browse;
    let sold_by = product.sold_by.as_ref().filter(|_| product.card.state == ProductState::OnSale)?;
    let Some(address) = sold_by.address.clone() else {
        return Some(
            view! { <section class="sec leave"><p class="s dim">{(texts.sold_at)(&sold_by.platform)}</p></section> }
                .into_any(),
        );
    };
    let (label, words) = ((texts.buy_at)(&sold_by.platform), (texts.leaves)(&sold_by.platform, &sold_by.host));
    Some(
        view! {
            <section class="sec leave">
                <a class="btn buy big" href=address target="_blank" rel="noopener noreferrer nofollow sponsored" referrerpolicy="no-referrer" aria-describedby="leaves">{label}{icon_of("i m", "link")}<span class="sr">{texts.opens_new}</span></a>
                <p class="s dim" id="leaves">{words}</p>
            </section>
        }
        .into_any(),
    )
}
