use sea_orm::ActiveValue::Set;
use shared::{BuyerId, Quantity};

use super::{entity::ActiveModel, queries, service::MAX_LINES};
use crate::{Error, db::Tx};

/// Moves the guest's lines to the account they signed in with: the same SKU adds up, at most to the
/// limit of a line. What the cart has no room for stays with the guest.
pub(crate) async fn merge(tx: &Tx, guest: BuyerId, account: BuyerId) -> Result<(), Error> {
    let theirs = queries::of_buyer(tx, account).await?;
    let mut room = MAX_LINES.saturating_sub(theirs.len());
    for line in queries::of_buyer(tx, guest).await? {
        if let Some(there) = theirs.iter().find(|there| there.sku_id == line.sku_id) {
            let sum = (there.quantity.get() + line.quantity.get()).min(Quantity::MAX);
            let change = ActiveModel {
                quantity: Set(sum.try_into()?),
                source: Set(line.source),
                changed_at: Set(there.changed_at.max(line.changed_at)),
                ..Default::default()
            };
            queries::update(tx, account, there.id, change).await?;
            queries::remove(tx, guest, line.id).await?;
        } else if room > 0 {
            room -= 1;
            let change = ActiveModel { buyer_id: Set(account), ..Default::default() };
            queries::update(tx, guest, line.id, change).await?;
        }
    }
    Ok(())
}
