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
    pub const PLAN_OFFERED: &str = "plan.offered";
    pub const PLAN_CHANGED: &str = "plan.changed";
    pub const PLAN_ENDED: &str = "plan.ended";
    pub const PLAN_KEPT: &str = "plan.kept";
    pub const PLAN_NAMED: &str = "plan.named";
    pub const PLAN_DROPPED: &str = "plan.dropped";
    pub const SAMPLE_ACCEPTED: &str = "sample.accepted";
    pub const SAMPLE_DECLINED: &str = "sample.declined";
    pub const SAMPLE_SENT: &str = "sample.sent";
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
