use sea_orm::DbErr;
use shared::{ErrorCode, UploadId};

use super::{queries, store};
use crate::{Commerce, Error};

/// Uploads of one sweep.
const BATCH: u64 = 16;

/// Uploads whose time is over.
pub(crate) async fn expired(commerce: &Commerce) -> Result<Vec<UploadId>, DbErr> {
    queries::expired(commerce.db().read(), commerce.clock().now(), BATCH).await
}

/// Forgets an upload and its bytes. Bytes first: a row without bytes is found again, bytes without a row
/// would stay for ever. `Conflict` if it was forgotten before or is being worked on.
pub(crate) async fn forget(commerce: &Commerce, id: UploadId) -> Result<(), Error> {
    store::drop_all(commerce, id).await?;
    let deleted =
        commerce.db().write::<_, Error, _>(move |tx| Box::pin(async move { Ok(queries::delete(tx, id).await?) }));
    if deleted.await? { Ok(()) } else { Err(ErrorCode::Conflict.into()) }
}
