//! What other rooms' tests may ask of the catalogue.

use shared::{ProductId, SkuId};

use super::queries;
use crate::Commerce;

pub async fn first_sku(commerce: &Commerce, product: ProductId) -> SkuId {
    queries::skus(commerce.db().read(), &[product]).await.unwrap()[0].id
}

/// `(on_hand, held, sold)`.
pub async fn stock(commerce: &Commerce, sku: SkuId) -> (i32, i32, i32) {
    let live = queries::of_skus(commerce.db().read(), &[sku], false).await.unwrap();
    (live[0].on_hand, live[0].held, live[0].sold)
}
