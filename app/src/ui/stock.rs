use shared::{ProductState, dto::ProductCard};

use crate::{context::caller, i18n::compact};

/// From so few pieces on, what is left is said rather than what was sold.
const FEW: i32 = 20;

/// The one line that a small card says about a product besides its price.
pub fn stock_words(product: &ProductCard) -> String {
    let texts = caller().texts();
    if product.state != ProductState::OnSale {
        // Its page says why, and shows what is like it.
        texts.browse.off_sale.to_owned()
    } else if product.stock <= 0 {
        texts.common.sold_out.to_owned()
    } else if product.stock < FEW {
        (texts.browse.only_left)(product.stock)
    } else {
        (texts.browse.bought_by)(&compact(product.sold, caller().locale))
    }
}
