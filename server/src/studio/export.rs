use app::context::Caller;
use axum::{
    Extension,
    body::Body,
    extract::State,
    http::header::{CACHE_CONTROL, CONTENT_DISPOSITION, CONTENT_TYPE, X_CONTENT_TYPE_OPTIONS},
    response::{IntoResponse, Response},
};
use bytes::Bytes;
use commerce::{Commerce, Error};
use futures::{StreamExt, stream};
use shared::{ErrorCode, ProductId, ShopId};

use crate::api::Failure;

/// `GET /studio/products.csv`: every product of the caller's shop, sent piece by piece as it is read.
pub async fn csv(State(commerce): State<Commerce>, Extension(caller): Extension<Caller>) -> Result<Response, Failure> {
    let failure = Failure::to(caller.locale);
    let shops = commerce.catalog().my_shops(caller.actor, caller.locale).await.map_err(&failure)?;
    let shop = shops.first().ok_or(Error::Refused(ErrorCode::NotFound)).map_err(&failure)?.id;
    // The first piece decides whether there is a file at all.
    let (first, next) = commerce.catalog().export(caller.actor, shop, None, caller.locale).await.map_err(&failure)?;
    let rest = stream::unfold(next, move |next| {
        let commerce = commerce.clone();
        async move {
            let piece = piece(&commerce, caller, shop, next?).await;
            let next = piece.as_ref().map_or(None, |(_, next)| *next);
            Some((piece.map(|(bytes, _)| bytes), next))
        }
    });
    // Fused: a body may be asked once more after its end.
    let body = stream::iter([Ok(Bytes::from(first))]).chain(rest).fuse();
    let headers = [
        (CONTENT_TYPE, "text/csv; charset=utf-8"),
        (CONTENT_DISPOSITION, "attachment; filename=\"products.csv\""),
        (CACHE_CONTROL, "no-store"),
        (X_CONTENT_TYPE_OPTIONS, "nosniff"),
    ];
    Ok((headers, Body::from_stream(body)).into_response())
}

async fn piece(
    commerce: &Commerce,
    caller: Caller,
    shop: ShopId,
    after: ProductId,
) -> Result<(Bytes, Option<ProductId>), Error> {
    let (bytes, next) = commerce.catalog().export(caller.actor, shop, Some(after), caller.locale).await?;
    Ok((bytes.into(), next))
}
