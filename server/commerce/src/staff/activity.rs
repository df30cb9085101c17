//! What the people of a shop did: written in the transaction of the act itself.

use chrono::{DateTime, Utc};
use sea_orm::{ConnectionTrait, DbErr};
use shared::{ActivityId, LocalText, ShopId};

use super::{entity::activity, queries};
use crate::{Actor, Clock};

/// The acts, by their names in the database.
macro_rules! acts {
    ($($NAME:ident = $name:literal,)+) => {
        pub(crate) mod act {
            $(pub const $NAME: &str = $name;)+
        }

        /// The name of every act that a log may say.
        pub const ACTS: &[&str] = &[$($name),+];
    };
}

acts! {
    STAFF_INVITED = "staff.invited",
    STAFF_UNINVITED = "staff.uninvited",
    STAFF_JOINED = "staff.joined",
    STAFF_CHANGED = "staff.changed",
    STAFF_LEFT = "staff.left",
    PRODUCT_CREATED = "product.created",
    PRODUCT_EDITED = "product.edited",
    PRODUCT_SUBMITTED = "product.submitted",
    PRODUCT_LISTED = "product.listed",
    PRODUCT_DELISTED = "product.delisted",
    PRODUCT_RECYCLED = "product.recycled",
    PRODUCT_RESTORED = "product.restored",
    PRODUCT_PURGED = "product.purged",
    PRODUCT_BANNED = "product.banned",
    PRODUCT_RELEASED = "product.released",
    PRODUCT_SCHEDULED = "product.scheduled",
    PRICE_CHANGED = "product.price_changed",
    STOCK_CHANGED = "product.stock_changed",
    THRESHOLD_SET = "product.threshold",
    PICTURE_UPLOADED = "product.picture",
    PRODUCTS_IMPORTED = "products.imported",
    IMPORT_CANCELLED = "products.import_cancelled",
    GROUP_ADDED = "group.added",
    GROUP_RENAMED = "group.renamed",
    GROUP_REMOVED = "group.removed",
    PRODUCTS_GROUPED = "products.grouped",
    WINDOW_PUBLISHED = "window.published",
    WINDOW_SCHEDULED = "window.scheduled",
    WINDOW_CALLED_OFF = "window.called_off",
    WINDOW_RESTORED = "window.restored",
    CLIP_UPLOADED = "clip.uploaded",
    CLIP_EDITED = "clip.edited",
    CLIP_CARDS = "clip.cards",
    CLIP_PUBLISHED = "clip.published",
    CLIP_SCHEDULED = "clip.scheduled",
    CLIP_SUBMITTED = "clip.submitted",
    CLIP_RECALLED = "clip.recalled",
    CLIP_UNLISTED = "clip.unlisted",
    CLIP_DISCARDED = "clip.discarded",
    ORDER_SHIPPED = "order.shipped",
    ORDER_REFUNDED = "order.refunded",
    ORDER_OVERSOLD = "order.oversold",
    PLAN_OFFERED = "plan.offered",
    PLAN_CHANGED = "plan.changed",
    PLAN_ENDED = "plan.ended",
    PLAN_KEPT = "plan.kept",
    PLAN_NAMED = "plan.named",
    PLAN_DROPPED = "plan.dropped",
    SAMPLE_REQUESTED = "sample.requested",
    SAMPLE_RECEIVED = "sample.received",
    SAMPLE_WITHDRAWN = "sample.withdrawn",
    SAMPLE_ACCEPTED = "sample.accepted",
    SAMPLE_DECLINED = "sample.declined",
    SAMPLE_SENT = "sample.sent",
    CATEGORY_ASKED = "category.asked",
    CATEGORY_HANDED_IN = "category.handed_in",
    CATEGORY_WITHDRAWN = "category.withdrawn",
    CATEGORY_DROPPED = "category.dropped",
    DEPOSIT_ASKED = "deposit.asked",
    CLOSING_ANNOUNCED = "closing.announced",
    CLOSING_WITHDRAWN = "closing.withdrawn",
    VIOLATION_PAPER = "violation.paper",
    VIOLATION_APPEALED = "violation.appealed",
    VIOLATION_APPEAL_WITHDRAWN = "violation.appeal_withdrawn",
}

/// What acts are done to, in the order that a log offers them.
pub const SUBJECTS: &[&str] =
    &["staff", "product", "window", "clip", "order", "plan", "sample", "category", "deposit", "closing", "violation"];

/// What an act is done to: the part of its name before the dot; many products, and a shop's groups of them, are products.
pub fn subject_of(act: &str) -> &str {
    let part = act.split_once('.').map_or(act, |(part, _)| part);
    if matches!(part, "products" | "group") { "product" } else { part }
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
