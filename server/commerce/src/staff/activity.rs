//! What the people of a shop did: written in the transaction of the act itself.

use chrono::{DateTime, Utc};
use sea_orm::{ConnectionTrait, DbErr};
use shared::{ActivityId, LocalText, ShopId};

use super::{entity::activity, queries};
use crate::Actor;

/// The acts, by their names in the database.
pub(crate) mod act {
    pub const STAFF_INVITED: &str = "staff.invited";
    pub const STAFF_UNINVITED: &str = "staff.uninvited";
    pub const STAFF_JOINED: &str = "staff.joined";
    pub const STAFF_CHANGED: &str = "staff.changed";
    pub const STAFF_LEFT: &str = "staff.left";
    pub const CATEGORY_ASKED: &str = "category.asked";
    pub const CLOSING_ANNOUNCED: &str = "closing.announced";
    pub const CLOSING_WITHDRAWN: &str = "closing.withdrawn";
}

/// Notes that `actor` did `act` to what `subject` names. `id` is fixed before the transaction, so that
/// a retry repeats itself.
pub(crate) async fn record(
    db: &impl ConnectionTrait,
    id: ActivityId,
    shop_id: ShopId,
    actor: Actor,
    act: &str,
    subject: LocalText,
    at: DateTime<Utc>,
) -> Result<(), DbErr> {
    let row = activity::Model { id, shop_id, account_id: actor.buyer(), act: act.to_owned(), subject, at };
    queries::insert_activity(db, row).await
}
