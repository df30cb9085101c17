//! All SQL of the clips.

use chrono::{DateTime, Utc};
use sea_orm::{
    ActiveValue::{Set, Unchanged},
    ColumnTrait, Condition, ConnectionTrait, DbBackend, DbErr, EntityTrait, ExprTrait, IntoActiveModel, PaginatorTrait,
    QueryFilter, QueryOrder, QuerySelect, TryInsertResult,
    sea_query::{Expr, OnConflict},
};
use shared::{BuyerId, CreatorId, LocalText, MediaId, ProductId, VideoId, VideoState};
use uuid::Uuid;

use super::entity::{card, comment, like, met, play, rule, video};

pub async fn by_ids(db: &impl ConnectionTrait, ids: &[VideoId]) -> Result<Vec<video::Model>, DbErr> {
    video::Entity::find().filter(video::Column::Id.is_in(ids.iter().copied())).all(db).await
}

/// What everybody may see.
fn public() -> Condition {
    let out = video::Column::State.eq(VideoState::Published);
    Condition::all().add(video::Column::Removed.eq(false)).add(out)
}

/// Published clips, newest first.
pub async fn feed(db: &impl ConnectionTrait, limit: u64) -> Result<Vec<VideoId>, DbErr> {
    let all = video::Entity::find().select_only().column(video::Column::Id).filter(public());
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
    use video::Column::{CreatorId, Id, PublishedAt};
    let mut rows = video::Entity::find().filter(CreatorId.eq(creator)).filter(public());
    if let Some((at, id)) = after {
        rows = rows.filter(PublishedAt.lt(at).or(PublishedAt.eq(at).and(Id.lt(id))));
    }
    rows.order_by_desc(PublishedAt).order_by_desc(Id).limit(limit).all(db).await
}

pub async fn count_of(db: &impl ConnectionTrait, creator: CreatorId) -> Result<u64, DbErr> {
    video::Entity::find().filter(video::Column::CreatorId.eq(creator)).filter(public()).count(db).await
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

/// A clip that is being changed: nobody else changes it meanwhile.
pub async fn locked(db: &impl ConnectionTrait, id: VideoId) -> Result<Option<video::Model>, DbErr> {
    let row = video::Entity::find_by_id(id).filter(video::Column::Removed.eq(false));
    // SQLite has one writer anyway.
    if db.get_database_backend() == DbBackend::Sqlite { row.one(db).await } else { row.lock_exclusive().one(db).await }
}

/// Every clip of a creator that is not taken away, newest first.
pub async fn all_of(db: &impl ConnectionTrait, creator: CreatorId, limit: u64) -> Result<Vec<video::Model>, DbErr> {
    let rows = video::Entity::find().filter(video::Column::CreatorId.eq(creator));
    let rows = rows.filter(video::Column::Removed.eq(false));
    rows.order_by_desc(video::Column::PublishedAt).order_by_desc(video::Column::Id).limit(limit).all(db).await
}

/// Clips whose time to go out has come.
pub async fn due(db: &impl ConnectionTrait, now: DateTime<Utc>, limit: u64) -> Result<Vec<VideoId>, DbErr> {
    let rows = video::Entity::find().select_only().column(video::Column::Id);
    let rows = rows.filter(video::Column::State.eq(VideoState::Scheduled)).filter(video::Column::Removed.eq(false));
    rows.filter(video::Column::PublishAt.lte(now)).limit(limit).into_tuple().all(db).await
}

/// Clips of a creator that are out, go out by themselves, or wait for the operator's word to do so.
pub async fn out(
    db: &impl ConnectionTrait,
    creator: CreatorId,
    limit: u64,
) -> Result<Vec<(VideoId, VideoState)>, DbErr> {
    let rows = video::Entity::find().select_only().columns([video::Column::Id, video::Column::State]);
    let rows = rows.filter(video::Column::CreatorId.eq(creator));
    let rows =
        rows.filter(video::Column::State.is_in([VideoState::Published, VideoState::Scheduled, VideoState::InReview]));
    rows.order_by_asc(video::Column::Id).limit(limit).into_tuple().all(db).await
}

/// Moves a clip from `from` to what `next` says of its way to viewers; `false` if it was not there.
pub async fn set_state(db: &impl ConnectionTrait, from: VideoState, next: video::Model) -> Result<bool, DbErr> {
    let change = video::ActiveModel {
        state: Set(next.state),
        publish_at: Set(next.publish_at),
        published_at: Set(next.published_at),
        passed: Set(next.passed),
        round: Set(next.round),
        reasons: Set(next.reasons),
        queued_at: Set(next.queued_at),
        ..Default::default()
    };
    let update = video::Entity::update_many().set(change).filter(video::Column::Id.eq(next.id));
    Ok(update.filter(video::Column::State.eq(from)).exec(db).await?.rows_affected == 1)
}

/// What waits for the operator, the longest waiting first.
pub async fn waiting(db: &impl ConnectionTrait, limit: u64) -> Result<Vec<video::Model>, DbErr> {
    let rows = video::Entity::find().filter(video::Column::State.eq(VideoState::InReview));
    let rows = rows.filter(video::Column::Removed.eq(false));
    rows.order_by_asc(video::Column::QueuedAt).order_by_asc(video::Column::Id).limit(limit).all(db).await
}

pub async fn count_waiting(db: &impl ConnectionTrait) -> Result<u64, DbErr> {
    let rows = video::Entity::find().filter(video::Column::State.eq(VideoState::InReview));
    rows.filter(video::Column::Removed.eq(false)).count(db).await
}

/// Whether clips need the operator's word; without a row they do not.
pub async fn needs_review(db: &impl ConnectionTrait) -> Result<bool, DbErr> {
    Ok(rule::Entity::find_by_id(Uuid::nil()).one(db).await?.is_some_and(|rule| rule.review))
}

pub async fn set_rule(db: &impl ConnectionTrait, review: bool) -> Result<(), DbErr> {
    let row = rule::Model { id: Uuid::nil(), review };
    let newest = OnConflict::column(rule::Column::Id).update_column(rule::Column::Review).to_owned();
    rule::Entity::insert(row.into_active_model()).on_conflict(newest).exec_without_returning(db).await?;
    Ok(())
}

/// Sets the words, which are of this version then.
pub async fn set_caption(
    db: &impl ConnectionTrait,
    id: VideoId,
    caption: LocalText,
    version: i64,
) -> Result<(), DbErr> {
    let (caption, words_version) = (Set(caption), Set(version));
    let row = video::ActiveModel { id: Unchanged(id), caption, words_version, ..Default::default() };
    video::Entity::update(row).exec(db).await?;
    Ok(())
}

pub async fn set_poster(db: &impl ConnectionTrait, id: VideoId, poster: MediaId) -> Result<(), DbErr> {
    let row = video::ActiveModel { id: Unchanged(id), poster: Set(poster), ..Default::default() };
    video::Entity::update(row).exec(db).await?;
    Ok(())
}

/// The cards are of another version now.
pub async fn count_cards_change(db: &impl ConnectionTrait, id: VideoId) -> Result<(), DbErr> {
    count(db, id, video::Column::CardsVersion, 1).await
}

/// Clips whose film or poster this is, those taken away included.
pub async fn showing(db: &impl ConnectionTrait, media: MediaId) -> Result<Vec<video::Model>, DbErr> {
    let here = video::Column::Clip.eq(media).or(video::Column::Poster.eq(media));
    video::Entity::find().filter(here).all(db).await
}

/// The cards of a product are to be looked at again.
pub async fn look_again(db: &impl ConnectionTrait, product: ProductId, at: DateTime<Utc>) -> Result<(), DbErr> {
    let update = card::Entity::update_many().col_expr(card::Column::LookAt, Expr::value(at));
    update.filter(card::Column::ProductId.eq(product)).exec(db).await?;
    Ok(())
}

/// The cards of a clip that goes out are to be looked at.
pub async fn look_at_all(db: &impl ConnectionTrait, id: VideoId, at: DateTime<Utc>) -> Result<(), DbErr> {
    let update = card::Entity::update_many().col_expr(card::Column::LookAt, Expr::value(at));
    update.filter(card::Column::VideoId.eq(id)).exec(db).await?;
    Ok(())
}

/// Cards that are to be looked at.
pub async fn unlooked(db: &impl ConnectionTrait, limit: u64) -> Result<Vec<card::Model>, DbErr> {
    let rows = card::Entity::find().filter(card::Column::LookAt.is_not_null());
    rows.order_by_asc(card::Column::LookAt).limit(limit).all(db).await
}

/// A card was looked at, and its people know if it is dead; `false` if it changed since it was read.
pub async fn looked(db: &impl ConnectionTrait, seen: &card::Model, told: bool) -> Result<bool, DbErr> {
    let update = card::Entity::update_many()
        .col_expr(card::Column::LookAt, Expr::value(None::<DateTime<Utc>>))
        .col_expr(card::Column::Told, Expr::value(told))
        .filter(card::Column::VideoId.eq(seen.video_id))
        .filter(card::Column::ProductId.eq(seen.product_id))
        .filter(card::Column::LookAt.eq(seen.look_at));
    Ok(update.exec(db).await?.rows_affected == 1)
}

/// Counts that a buyer met a card, and whether they tapped it.
pub async fn insert_met(db: &impl ConnectionTrait, row: met::Model) -> Result<(), DbErr> {
    let mut again = OnConflict::columns([met::Column::VideoId, met::Column::ProductId, met::Column::BuyerId]);
    // Who tapped it once has tapped it.
    let again = if row.tapped { again.update_column(met::Column::Tapped) } else { again.do_nothing() };
    let inserted = met::Entity::insert(row.into_active_model()).on_conflict(again.to_owned());
    match inserted.exec_without_returning(db).await {
        Ok(_) | Err(DbErr::RecordNotInserted) => Ok(()),
        Err(error) => Err(error),
    }
}

/// How many buyers met each card of `ids`, and how many tapped it.
pub async fn met(db: &impl ConnectionTrait, ids: &[VideoId]) -> Result<Vec<(VideoId, ProductId, i64, i64)>, DbErr> {
    let rows = met::Entity::find().select_only().columns([met::Column::VideoId, met::Column::ProductId]);
    let rows = rows.expr(Expr::cust("COUNT(*)")).expr(Expr::cust("SUM(CASE WHEN tapped THEN 1 ELSE 0 END)"));
    let rows = rows.filter(met::Column::VideoId.is_in(ids.iter().copied()));
    rows.group_by(met::Column::VideoId).group_by(met::Column::ProductId).into_tuple().all(db).await
}

/// Takes every card of a clip off.
pub async fn clear_cards(db: &impl ConnectionTrait, id: VideoId) -> Result<(), DbErr> {
    card::Entity::delete_many().filter(card::Column::VideoId.eq(id)).exec(db).await?;
    Ok(())
}

/// Takes one card off; `false` if there is none.
pub async fn delete_card(db: &impl ConnectionTrait, id: VideoId, product: ProductId) -> Result<bool, DbErr> {
    Ok(card::Entity::delete_by_id((id, product)).exec(db).await?.rows_affected == 1)
}

/// Takes a draft away that nobody outside ever saw.
pub async fn delete(db: &impl ConnectionTrait, id: VideoId) -> Result<bool, DbErr> {
    clear_cards(db, id).await?;
    met::Entity::delete_many().filter(met::Column::VideoId.eq(id)).exec(db).await?;
    let row = video::Entity::delete_many().filter(video::Column::Id.eq(id)).filter(video::Column::Plays.eq(0));
    let row = row.filter(video::Column::Likes.eq(0)).filter(video::Column::Comments.eq(0));
    let unseen = [VideoState::Draft, VideoState::Rejected];
    Ok(row.filter(video::Column::State.is_in(unseen)).exec(db).await?.rows_affected == 1)
}
