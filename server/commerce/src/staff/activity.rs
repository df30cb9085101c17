//! What the people of a shop did: written in the transaction of the act itself.

use chrono::{DateTime, Utc};
use sea_orm::{ConnectionTrait, DbErr};
use shared::{ActivityId, LocalText, ShopId};

use super::{entity::activity, queries};
use crate::{Actor, Clock};

/// The acts, by their names in the database.
pub(crate) mod act {
    pub const STAFF_INVITED: &str = "staff.invited";
    pub const STAFF_UNINVITED: &str = "staff.uninvited";
    pub const STAFF_JOINED: &str = "staff.joined";
    pub const STAFF_CHANGED: &str = "staff.changed";
    pub const STAFF_LEFT: &str = "staff.left";
    pub const PRODUCT_CREATED: &str = "product.created";
    pub const PRODUCT_EDITED: &str = "product.edited";
    pub const PRODUCT_SUBMITTED: &str = "product.submitted";
    pub const PRODUCT_LISTED: &str = "product.listed";
    pub const PRODUCT_DELISTED: &str = "product.delisted";
    pub const PRODUCT_RECYCLED: &str = "product.recycled";
    pub const PRODUCT_RESTORED: &str = "product.restored";
    pub const PRODUCT_PURGED: &str = "product.purged";
    pub const PRODUCT_BANNED: &str = "product.banned";
    pub const PRODUCT_RELEASED: &str = "product.released";
    pub const PRODUCT_SCHEDULED: &str = "product.scheduled";
    pub const PRICE_CHANGED: &str = "product.price_changed";
    pub const STOCK_CHANGED: &str = "product.stock_changed";
    pub const PRODUCTS_IMPORTED: &str = "products.imported";
    pub const IMPORT_CANCELLED: &str = "products.import_cancelled";
    pub const GROUP_ADDED: &str = "group.added";
    pub const GROUP_REMOVED: &str = "group.removed";
    pub const PRODUCTS_GROUPED: &str = "products.grouped";
    pub const WINDOW_PUBLISHED: &str = "window.published";
    pub const WINDOW_SCHEDULED: &str = "window.scheduled";
    pub const WINDOW_CALLED_OFF: &str = "window.called_off";
    pub const WINDOW_RESTORED: &str = "window.restored";
    pub const ORDER_SHIPPED: &str = "order.shipped";
    pub const VIOLATION_APPEALED: &str = "violation.appealed";
    pub const VIOLATION_APPEAL_WITHDRAWN: &str = "violation.appeal_withdrawn";
    pub const CATEGORY_ASKED: &str = "category.asked";
    pub const CATEGORY_DROPPED: &str = "category.dropped";
    pub const CLOSING_ANNOUNCED: &str = "closing.announced";
    pub const CLOSING_WITHDRAWN: &str = "closing.withdrawn";
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

/// An act about to be done: by whom and when, fixed before its transaction, so that a retry repeats itself.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Deed {
    id: ActivityId,
    actor: Actor,
    pub at: DateTime<Utc>,
}

impl Deed {
    pub fn new(clock: &Clock, actor: Actor) -> Self {
        Self { id: ActivityId(clock.new_id()), actor, at: clock.now() }
    }

    /// Notes in the log of `shop` that `act` was done to what `subject` names, in the transaction that does it.
    /// What the shop does by itself is nobody's act and not noted.
    pub async fn record(
        self,
        tx: &impl ConnectionTrait,
        shop: ShopId,
        act: &str,
        subject: LocalText,
    ) -> Result<(), DbErr> {
        let Self { id, actor, at } = self;
        if matches!(actor, Actor::System) {
            return Ok(());
        }
        let row = activity::Model { id, shop_id: shop, account_id: actor.buyer(), act: act.to_owned(), subject, at };
        queries::insert_activity(tx, row).await
    }
}

/// The same words in every language: a name is a name.
pub(crate) fn plain(words: &str) -> LocalText {
    LocalText { zh: words.to_owned(), en: String::new() }
}
