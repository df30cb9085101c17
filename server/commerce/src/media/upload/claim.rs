//! Complete files wait for work; one process at a time takes one, and says every few seconds that it
//! still works. Where it stops saying so, another takes over.

use std::path::Path;

use chrono::TimeDelta;
use sea_orm::ConnectionTrait;
use shared::{BuyerId, ShopId, UploadEvent, UploadFault, UploadId, UploadPurpose, UploadState, dto::UploadView};

use super::{queries, service::view, store};
use crate::{Commerce, Error, db::Tx};

/// Without a word for so long, the work counts as given up.
const SILENCE: TimeDelta = TimeDelta::seconds(30);
/// A file that ended the process so often is not tried again.
const MOST_TRIES: i32 = 3;
/// Why a file was refused is kept for so long.
const KEPT: TimeDelta = TimeDelta::days(7);
/// Files that a list shows.
pub(super) const SHOWN: u64 = 50;

/// A complete file that this process works on.
#[derive(Debug, Clone)]
pub(crate) struct Claim {
    pub id: UploadId,
    pub shop: ShopId,
    pub sender: BuyerId,
    pub name: String,
    pub length: i64,
    /// It has ended the process before: do not try again.
    pub hopeless: bool,
}

/// The oldest complete file for this purpose that nobody works on.
pub(crate) async fn claim(commerce: &Commerce, purpose: UploadPurpose) -> Result<Option<Claim>, Error> {
    let now = commerce.clock().now();
    for id in queries::unclaimed(commerce.db().read(), purpose, now, 4).await? {
        let taken = commerce.db().write::<_, Error, _>(move |tx| {
            Box::pin(async move { Ok(queries::claim(tx, id, now, now + SILENCE).await?) })
        });
        if taken.await?
            && let Some(row) = queries::by_id(commerce.db().read(), id).await?
        {
            return Ok(Some(Claim {
                id,
                shop: row.shop_id,
                sender: row.account_id,
                name: row.name,
                length: row.length,
                hopeless: row.tries > MOST_TRIES,
            }));
        }
    }
    Ok(None)
}

impl Claim {
    /// Joins the file's parts into `to`.
    pub async fn join(&self, commerce: &Commerce, to: &Path) -> Result<(), Error> {
        store::join(commerce, self.id, to).await
    }

    /// Says how far the work is, in thousandths, and that it goes on.
    pub async fn report(&self, commerce: &Commerce, progress: i32) -> Result<(), Error> {
        let until = commerce.clock().now() + SILENCE;
        self.note(commerce, progress, Some(until)).await
    }

    /// Gives the work back: another process may take it at once.
    pub async fn release(&self, commerce: &Commerce) -> Result<(), Error> {
        self.note(commerce, 0, None).await
    }

    async fn note(
        &self,
        commerce: &Commerce,
        progress: i32,
        until: Option<chrono::DateTime<chrono::Utc>>,
    ) -> Result<(), Error> {
        let id = self.id;
        let noted = commerce.db().write::<_, Error, _>(move |tx| {
            Box::pin(async move { Ok(queries::report(tx, id, progress, until).await?) })
        });
        noted.await
    }

    /// Takes the parts away once nobody needs them; what stays goes when the upload expires.
    pub async fn clean(&self, commerce: &Commerce) {
        if let Err(error) = store::drop_all(commerce, self.id).await {
            tracing::warn!(error = &error as &dyn std::error::Error, "parts stay until their upload expires");
        }
    }
}

/// The file has become what it was sent for; within the transaction that makes it so. `false` if it had
/// been before.
pub(crate) async fn accept(tx: &Tx, id: UploadId, now: chrono::DateTime<chrono::Utc>) -> Result<bool, Error> {
    let state = UploadState::Checking.transition(UploadEvent::Accept)?;
    Ok(queries::finish(tx, id, state, None, now + KEPT).await?)
}

/// The file is not taken.
pub(crate) async fn refuse(commerce: &Commerce, claim: &Claim, fault: UploadFault) -> Result<(), Error> {
    let (id, at) = (claim.id, commerce.clock().now());
    let state = UploadState::Checking.transition(UploadEvent::Refuse)?;
    let refused = commerce.db().write::<_, Error, _>(move |tx| {
        Box::pin(async move { Ok(queries::finish(tx, id, state, Some(fault), at + KEPT).await?) })
    });
    refused.await?;
    claim.clean(commerce).await;
    Ok(())
}

/// What a shop has on its way for this purpose or was refused, newest first.
pub(crate) async fn of_shop(
    db: &impl ConnectionTrait,
    shop: ShopId,
    purpose: UploadPurpose,
) -> Result<Vec<UploadView>, Error> {
    Ok(queries::of_shop(db, shop, purpose, SHOWN).await?.iter().map(view).collect())
}
