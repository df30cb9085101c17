//! All SQL of the showcases.

use sea_orm::{
    ColumnTrait, Condition, ConnectionTrait, DbErr, EntityTrait, ExprTrait, IntoActiveModel, QueryFilter, QueryOrder,
    QuerySelect, TryInsertResult,
    sea_query::{Expr, OnConflict},
};
use shared::{BuyerId, CreatorId, GroupId, Handle, MediaId, ProductId, ShopId, WindowLook};

use super::entity::{creator, follow, group, item, item_group};

/// Rows in one statement: SQLite takes 32,766 values, a row has up to six.
const CHUNK: usize = 1_000;

pub async fn creator_of_shop(db: &impl ConnectionTrait, id: ShopId) -> Result<Option<creator::Model>, DbErr> {
    let found = creator::Entity::find().filter(creator::Column::ShopId.eq(id));
    found.order_by_asc(creator::Column::OpenedAt).one(db).await
}

pub async fn creator_by_handle(db: &impl ConnectionTrait, handle: &Handle) -> Result<Option<creator::Model>, DbErr> {
    creator::Entity::find().filter(creator::Column::Handle.eq(handle.clone())).one(db).await
}

pub async fn creators_by_id(db: &impl ConnectionTrait, ids: Vec<CreatorId>) -> Result<Vec<creator::Model>, DbErr> {
    creator::Entity::find().filter(creator::Column::Id.is_in(ids)).all(db).await
}

/// Most followed first.
pub async fn popular(db: &impl ConnectionTrait, limit: u64) -> Result<Vec<creator::Model>, DbErr> {
    let all = creator::Entity::find().order_by_desc(creator::Column::Followers).order_by_asc(creator::Column::Id);
    all.limit(limit).all(db).await
}

pub async fn insert_creator(db: &impl ConnectionTrait, row: creator::Model) -> Result<bool, DbErr> {
    let inserted = creator::Entity::insert(row.into_active_model())
        .on_conflict_do_nothing_on([creator::Column::Handle])
        .exec_without_returning(db)
        .await?;
    Ok(matches!(inserted, TryInsertResult::Inserted(1)))
}

pub async fn visible_items(db: &impl ConnectionTrait, id: CreatorId) -> Result<Vec<item::Model>, DbErr> {
    let items = item::Entity::find().filter(item::Column::CreatorId.eq(id)).filter(item::Column::Hidden.eq(false));
    items.order_by_asc(item::Column::Position).order_by_asc(item::Column::ProductId).all(db).await
}

/// Everything of a creator in order, the hidden included.
pub async fn items(db: &impl ConnectionTrait, id: CreatorId) -> Result<Vec<item::Model>, DbErr> {
    let items = item::Entity::find().filter(item::Column::CreatorId.eq(id));
    items.order_by_asc(item::Column::Position).order_by_asc(item::Column::ProductId).all(db).await
}

/// Sets a creator's wide picture and colours.
pub async fn dress(db: &impl ConnectionTrait, id: CreatorId, cover: MediaId, look: WindowLook) -> Result<(), DbErr> {
    let update = creator::Entity::update_many().col_expr(creator::Column::Cover, Expr::value(cover.0));
    let update = update.col_expr(creator::Column::Look, Expr::value(look));
    update.filter(creator::Column::Id.eq(id)).exec(db).await?;
    Ok(())
}

pub async fn delete_items(db: &impl ConnectionTrait, id: CreatorId, products: Vec<ProductId>) -> Result<(), DbErr> {
    for chunk in products.chunks(CHUNK) {
        let gone = item::Entity::delete_many().filter(item::Column::CreatorId.eq(id));
        gone.filter(item::Column::ProductId.is_in(chunk.iter().copied())).exec(db).await?;
    }
    Ok(())
}

pub async fn delete_groups(db: &impl ConnectionTrait, ids: Vec<GroupId>) -> Result<(), DbErr> {
    if !ids.is_empty() {
        group::Entity::delete_many().filter(group::Column::Id.is_in(ids)).exec(db).await?;
    }
    Ok(())
}

/// A new group, or the new name and place of one.
pub async fn put_group(db: &impl ConnectionTrait, row: group::Model) -> Result<(), DbErr> {
    let known =
        OnConflict::column(group::Column::Id).update_columns([group::Column::Name, group::Column::Position]).to_owned();
    group::Entity::insert(row.into_active_model()).on_conflict(known).exec_without_returning(db).await?;
    Ok(())
}

pub async fn delete_memberships(db: &impl ConnectionTrait, all: Vec<(GroupId, ProductId)>) -> Result<(), DbErr> {
    let mut by_group: std::collections::HashMap<_, Vec<_>> = std::collections::HashMap::new();
    for (group, product) in all {
        by_group.entry(group).or_default().push(product);
    }
    for (id, products) in by_group {
        for chunk in products.chunks(CHUNK) {
            let gone = Condition::all()
                .add(item_group::Column::GroupId.eq(id))
                .add(item_group::Column::ProductId.is_in(chunk.iter().copied()));
            item_group::Entity::delete_many().filter(gone).exec(db).await?;
        }
    }
    Ok(())
}

pub async fn groups(db: &impl ConnectionTrait, id: CreatorId) -> Result<Vec<group::Model>, DbErr> {
    let groups = group::Entity::find().filter(group::Column::CreatorId.eq(id));
    groups.order_by_asc(group::Column::Position).all(db).await
}

/// Which products are in which group of a creator.
pub async fn memberships(db: &impl ConnectionTrait, id: CreatorId) -> Result<Vec<(GroupId, ProductId)>, DbErr> {
    let mut groups =
        group::Entity::find().select_only().column(group::Column::Id).filter(group::Column::CreatorId.eq(id));
    let members = item_group::Entity::find().select_only();
    let members = members.columns([item_group::Column::GroupId, item_group::Column::ProductId]);
    let groups = QuerySelect::query(&mut groups).take();
    members.filter(item_group::Column::GroupId.in_subquery(groups)).into_tuple().all(db).await
}

pub async fn insert_group(db: &impl ConnectionTrait, row: group::Model) -> Result<(), DbErr> {
    group::Entity::insert(row.into_active_model()).exec_without_returning(db).await?;
    Ok(())
}

pub async fn insert_items(db: &impl ConnectionTrait, rows: Vec<item::Model>) -> Result<(), DbErr> {
    for rows in rows.chunks(CHUNK) {
        let rows = rows.iter().cloned().map(IntoActiveModel::into_active_model);
        item::Entity::insert_many(rows).exec_without_returning(db).await?;
    }
    Ok(())
}

pub async fn insert_memberships(db: &impl ConnectionTrait, rows: Vec<item_group::Model>) -> Result<(), DbErr> {
    for rows in rows.chunks(CHUNK) {
        let rows = rows.iter().cloned().map(IntoActiveModel::into_active_model);
        item_group::Entity::insert_many(rows).exec_without_returning(db).await?;
    }
    Ok(())
}

pub async fn follows(db: &impl ConnectionTrait, creator: CreatorId, buyer: BuyerId) -> Result<bool, DbErr> {
    Ok(follow::Entity::find_by_id((creator, buyer)).one(db).await?.is_some())
}

/// Which of `creators` the buyer follows.
pub async fn followed(
    db: &impl ConnectionTrait,
    creators: Vec<CreatorId>,
    buyer: BuyerId,
) -> Result<Vec<CreatorId>, DbErr> {
    let rows = follow::Entity::find().select_only().column(follow::Column::CreatorId);
    let rows = rows.filter(follow::Column::CreatorId.is_in(creators)).filter(follow::Column::BuyerId.eq(buyer));
    rows.into_tuple().all(db).await
}

/// `false` if they did already.
pub async fn insert_follow(db: &impl ConnectionTrait, row: follow::Model) -> Result<bool, DbErr> {
    let inserted = follow::Entity::insert(row.into_active_model())
        .on_conflict_do_nothing_on([follow::Column::CreatorId, follow::Column::BuyerId])
        .exec_without_returning(db)
        .await?;
    Ok(matches!(inserted, TryInsertResult::Inserted(1)))
}

/// `false` if they did not.
pub async fn delete_follow(db: &impl ConnectionTrait, creator: CreatorId, buyer: BuyerId) -> Result<bool, DbErr> {
    Ok(follow::Entity::delete_by_id((creator, buyer)).exec(db).await?.rows_affected == 1)
}

pub async fn count_followers(db: &impl ConnectionTrait, id: CreatorId, by: i64) -> Result<(), DbErr> {
    let change = Expr::col(creator::Column::Followers).add(by);
    let update = creator::Entity::update_many().col_expr(creator::Column::Followers, change);
    update.filter(creator::Column::Id.eq(id)).exec(db).await?;
    Ok(())
}
