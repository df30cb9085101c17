use leptos::{prelude::*, server_fn::codec::GetUrl};

use super::Failure;

/// Pieces in the caller's cart, for the badge that cached pages leave empty.
#[server(prefix = "/fn", endpoint = "cart/pieces", input = GetUrl)]
pub async fn bag_pieces() -> Result<i32, Failure> {
    use super::fail;
    use crate::context::{caller, shop};

    let actor = caller().actor;
    if actor.buyer().is_none() {
        return Ok(0);
    }
    shop().map_err(fail)?.cart().pieces(actor).await.map_err(fail)
}
