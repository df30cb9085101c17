use sea_orm::{
    ActiveModelTrait, ColumnTrait, ConnectionTrait, DbErr, EntityTrait, IntoActiveModel, PaginatorTrait, QueryFilter,
    QueryOrder, QuerySelect, Select,
};
use shared::{CreatorId, ProductId, SampleId, SampleState, ShopId, SkuId};

use super::super::entity::sample;

/// Those that are not over.
const OPEN: [SampleState; 3] = [SampleState::Requested, SampleState::Accepted, SampleState::Sent];

pub async fn sample(db: &impl ConnectionTrait, id: SampleId) -> Result<Option<sample::Model>, DbErr> {
    sample::Entity::find_by_id(id).one(db).await
}

pub async fn insert_sample(db: &impl ConnectionTrait, row: sample::Model) -> Result<(), DbErr> {
    sample::Entity::insert(row.into_active_model()).exec_without_returning(db).await?;
    Ok(())
}

/// Replaces a request that was in the state `from`; `false` if it is not any more.
pub async fn move_sample(db: &impl ConnectionTrait, row: sample::Model, from: SampleState) -> Result<bool, DbErr> {
    let id = row.id;
    let update = sample::Entity::update_many().set(row.into_active_model().reset_all());
    let update = update.filter(sample::Column::Id.eq(id)).filter(sample::Column::State.eq(from));
    Ok(update.exec(db).await?.rows_affected == 1)
}

/// Pieces of each SKU that merchants have agreed to send and have not sent.
pub async fn held(db: &impl ConnectionTrait) -> Result<Vec<(SkuId, i64)>, DbErr> {
    let rows = sample::Entity::find().select_only().column(sample::Column::SkuId);
    let rows = rows.column_as(sample::Column::Id.count(), "pieces").filter(sample::Column::SkuId.is_not_null());
    let rows = rows.filter(sample::Column::State.eq(SampleState::Accepted)).group_by(sample::Column::SkuId);
    rows.into_tuple().all(db).await
}

fn of_creator(creator: CreatorId) -> Select<sample::Entity> {
    sample::Entity::find().filter(sample::Column::CreatorId.eq(creator))
}

/// The open requests of a creator, and the product of each.
pub async fn open_for(db: &impl ConnectionTrait, creator: CreatorId) -> Result<Vec<(ProductId, SampleState)>, DbErr> {
    let rows = of_creator(creator).filter(sample::Column::State.is_in(OPEN)).select_only();
    rows.columns([sample::Column::ProductId, sample::Column::State]).into_tuple().all(db).await
}

pub async fn count_open(db: &impl ConnectionTrait, creator: CreatorId) -> Result<u64, DbErr> {
    of_creator(creator).filter(sample::Column::State.is_in(OPEN)).count(db).await
}

/// Newest first.
pub async fn samples_of_creator(
    db: &impl ConnectionTrait,
    creator: CreatorId,
    limit: u64,
) -> Result<Vec<sample::Model>, DbErr> {
    let rows = of_creator(creator).order_by_desc(sample::Column::AskedAt).order_by_desc(sample::Column::Id);
    rows.limit(limit).all(db).await
}

/// Those with something left to do first, the oldest of them first; then the others, newest first.
pub async fn samples_of_shop(db: &impl ConnectionTrait, shop: ShopId, limit: u64) -> Result<Vec<sample::Model>, DbErr> {
    let all = || sample::Entity::find().filter(sample::Column::ShopId.eq(shop));
    let todo = [SampleState::Requested, SampleState::Accepted];
    let open = all().filter(sample::Column::State.is_in(todo)).order_by_asc(sample::Column::AskedAt);
    let mut rows = open.limit(limit).all(db).await?;
    let past = all().filter(sample::Column::State.is_not_in(todo)).order_by_desc(sample::Column::ChangedAt);
    rows.extend(past.limit(limit).all(db).await?);
    Ok(rows)
}

/// Requests that a shop has not answered.
pub async fn waiting(db: &impl ConnectionTrait, shop: ShopId) -> Result<u64, DbErr> {
    let rows = sample::Entity::find().filter(sample::Column::ShopId.eq(shop));
    rows.filter(sample::Column::State.eq(SampleState::Requested)).count(db).await
}
