//! All SQL of the staff.

use std::ops::Range;

use chrono::{DateTime, Utc};
use sea_orm::{
    ColumnTrait, ConnectionTrait, DbErr, EntityTrait, IntoActiveModel, PaginatorTrait, QueryFilter, QueryOrder,
    QuerySelect,
};
use shared::{ActivityId, BuyerId, InvitationId, ShopId};

use super::entity::{activity, invitation};

pub async fn insert_invitation(db: &impl ConnectionTrait, row: invitation::Model) -> Result<(), DbErr> {
    invitation::Entity::insert(row.into_active_model()).exec_without_returning(db).await?;
    Ok(())
}

pub async fn invitation(db: &impl ConnectionTrait, hash: &str) -> Result<Option<invitation::Model>, DbErr> {
    invitation::Entity::find().filter(invitation::Column::TokenHash.eq(hash)).one(db).await
}

/// The open ones, the newest first.
pub async fn invitations(
    db: &impl ConnectionTrait,
    shop: ShopId,
    now: DateTime<Utc>,
) -> Result<Vec<invitation::Model>, DbErr> {
    let open = invitation::Entity::find().filter(invitation::Column::ShopId.eq(shop));
    open.filter(invitation::Column::ExpiresAt.gt(now)).order_by_desc(invitation::Column::Id).all(db).await
}

pub async fn count_invitations(db: &impl ConnectionTrait, shop: ShopId, now: DateTime<Utc>) -> Result<u64, DbErr> {
    let open = invitation::Entity::find().filter(invitation::Column::ShopId.eq(shop));
    open.filter(invitation::Column::ExpiresAt.gt(now)).count(db).await
}

/// Uses an invitation up; `false` if somebody else did.
pub async fn take_invitation(db: &impl ConnectionTrait, id: InvitationId) -> Result<bool, DbErr> {
    Ok(invitation::Entity::delete_by_id(id).exec(db).await?.rows_affected == 1)
}

/// The invitation `id` of `shop`, taken back; `None` if there is none.
pub async fn withdraw(
    db: &impl ConnectionTrait,
    shop: ShopId,
    id: InvitationId,
) -> Result<Option<invitation::Model>, DbErr> {
    let found = invitation::Entity::find_by_id(id).filter(invitation::Column::ShopId.eq(shop)).one(db).await?;
    match found {
        Some(row) if take_invitation(db, id).await? => Ok(Some(row)),
        _ => Ok(None),
    }
}

pub async fn insert_activity(db: &impl ConnectionTrait, row: activity::Model) -> Result<(), DbErr> {
    activity::Entity::insert(row.into_active_model()).exec_without_returning(db).await?;
    Ok(())
}

/// Which part of a log.
#[derive(Debug, Default)]
pub struct Part {
    pub who: Option<BuyerId>,
    pub acts: Option<Vec<&'static str>>,
    pub day: Option<Range<DateTime<Utc>>>,
    pub before: Option<ActivityId>,
}

/// The newest first.
pub async fn activity(
    db: &impl ConnectionTrait,
    shop: ShopId,
    part: Part,
    limit: u64,
) -> Result<Vec<activity::Model>, DbErr> {
    let mut rows = activity::Entity::find().filter(activity::Column::ShopId.eq(shop));
    if let Some(who) = part.who {
        rows = rows.filter(activity::Column::AccountId.eq(who));
    }
    if let Some(acts) = part.acts {
        rows = rows.filter(activity::Column::Act.is_in(acts));
    }
    if let Some(day) = part.day {
        rows = rows.filter(activity::Column::At.gte(day.start)).filter(activity::Column::At.lt(day.end));
    }
    if let Some(before) = part.before {
        rows = rows.filter(activity::Column::Id.lt(before));
    }
    rows.order_by_desc(activity::Column::Id).limit(limit).all(db).await
}

/// The accounts that a shop's log names.
pub async fn doers(db: &impl ConnectionTrait, shop: ShopId) -> Result<Vec<BuyerId>, DbErr> {
    let rows = activity::Entity::find().select_only().column(activity::Column::AccountId).distinct();
    let rows = rows.filter(activity::Column::ShopId.eq(shop)).filter(activity::Column::AccountId.is_not_null());
    rows.into_tuple().all(db).await
}
