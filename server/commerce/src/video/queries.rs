//! All SQL of the clips.

use chrono::{DateTime, Utc};
use sea_orm::{
    ColumnTrait, ConnectionTrait, DbErr, EntityTrait, ExprTrait, IntoActiveModel, PaginatorTrait, QueryFilter,
    QueryOrder, QuerySelect, TryInsertResult, sea_query::Expr,
};
use shared::{BuyerId, CreatorId, VideoId};

use super::entity::{card, comment, like, play, video};

pub async fn by_ids(db: &impl ConnectionTrait, ids: &[VideoId]) -> Result<Vec<video::Model>, DbErr> {
    video::Entity::find().filter(video::Column::Id.is_in(ids.iter().copied())).all(db).await
}

/// Published clips, newest first.
pub async fn feed(db: &impl ConnectionTrait, limit: u64) -> Result<Vec<VideoId>, DbErr> {
    let all = video::Entity::find().select_only().column(video::Column::Id).filter(video::Column::Removed.eq(false));
    all.order_by_desc(video::Column::PublishedAt)
        .order_by_desc(video::Column::Id)
        .limit(limit)
        .into_tuple()
        .all(db)
        .await
}

/// Published clips of a creator, newest first, after the given one.
pub async fn of_creator(
    db: &impl ConnectionTrait,
    creator: CreatorId,
    after: Option<(DateTime<Utc>, VideoId)>,
    limit: u64,
) -> Result<Vec<video::Model>, DbErr> {
    use video::Column::{CreatorId, Id, PublishedAt, Removed};
    let mut rows = video::Entity::find().filter(CreatorId.eq(creator)).filter(Removed.eq(false));
    if let Some((at, id)) = after {
        rows = rows.filter(PublishedAt.lt(at).or(PublishedAt.eq(at).and(Id.lt(id))));
    }
    rows.order_by_desc(PublishedAt).order_by_desc(Id).limit(limit).all(db).await
}

pub async fn count_of(db: &impl ConnectionTrait, creator: CreatorId) -> Result<u64, DbErr> {
    let rows =
        video::Entity::find().filter(video::Column::CreatorId.eq(creator)).filter(video::Column::Removed.eq(false));
    rows.count(db).await
}

/// The cards of `ids`, by the time they appear.
pub async fn cards(db: &impl ConnectionTrait, ids: &[VideoId]) -> Result<Vec<card::Model>, DbErr> {
    let rows = card::Entity::find().filter(card::Column::VideoId.is_in(ids.iter().copied()));
    rows.order_by_asc(card::Column::FromMs).all(db).await
}

/// Newest first.
pub async fn comments(db: &impl ConnectionTrait, id: VideoId, limit: u64) -> Result<Vec<comment::Model>, DbErr> {
    let rows = comment::Entity::find().filter(comment::Column::VideoId.eq(id));
    rows.order_by_desc(comment::Column::At).order_by_desc(comment::Column::Id).limit(limit).all(db).await
}

/// Which of `ids` the buyer likes.
pub async fn liked(db: &impl ConnectionTrait, ids: Vec<VideoId>, buyer: BuyerId) -> Result<Vec<VideoId>, DbErr> {
    let rows = like::Entity::find().select_only().column(like::Column::VideoId);
    rows.filter(like::Column::VideoId.is_in(ids)).filter(like::Column::BuyerId.eq(buyer)).into_tuple().all(db).await
}

pub async fn insert_video(db: &impl ConnectionTrait, row: video::Model) -> Result<(), DbErr> {
    video::Entity::insert(row.into_active_model()).exec_without_returning(db).await?;
    Ok(())
}

pub async fn insert_card(db: &impl ConnectionTrait, row: card::Model) -> Result<(), DbErr> {
    card::Entity::insert(row.into_active_model()).exec_without_returning(db).await?;
    Ok(())
}

pub async fn insert_comment(db: &impl ConnectionTrait, row: comment::Model) -> Result<(), DbErr> {
    comment::Entity::insert(row.into_active_model()).exec_without_returning(db).await?;
    Ok(())
}

/// `false` if they did already.
pub async fn insert_like(db: &impl ConnectionTrait, row: like::Model) -> Result<bool, DbErr> {
    let inserted = like::Entity::insert(row.into_active_model())
        .on_conflict_do_nothing_on([like::Column::VideoId, like::Column::BuyerId])
        .exec_without_returning(db)
        .await?;
    Ok(matches!(inserted, TryInsertResult::Inserted(1)))
}

/// `false` if they did not.
pub async fn delete_like(db: &impl ConnectionTrait, id: VideoId, buyer: BuyerId) -> Result<bool, DbErr> {
    Ok(like::Entity::delete_by_id((id, buyer)).exec(db).await?.rows_affected == 1)
}

/// `false` if it was counted before.
pub async fn insert_play(db: &impl ConnectionTrait, row: play::Model) -> Result<bool, DbErr> {
    let inserted = play::Entity::insert(row.into_active_model())
        .on_conflict_do_nothing_on([play::Column::VideoId, play::Column::BuyerId])
        .exec_without_returning(db)
        .await?;
    Ok(matches!(inserted, TryInsertResult::Inserted(1)))
}

/// Moves one of the counters.
pub async fn count(db: &impl ConnectionTrait, id: VideoId, counter: video::Column, by: i64) -> Result<(), DbErr> {
    let update = video::Entity::update_many().col_expr(counter, Expr::col(counter).add(by));
    update.filter(video::Column::Id.eq(id)).exec(db).await?;
    Ok(())
}

/// `false` if there is no such clip.
pub async fn remove(db: &impl ConnectionTrait, id: VideoId) -> Result<bool, DbErr> {
    let update = video::Entity::update_many().col_expr(video::Column::Removed, Expr::value(true));
    Ok(update.filter(video::Column::Id.eq(id)).exec(db).await?.rows_affected == 1)
}
