//! All SQL of the media.

use sea_orm::{
    ColumnTrait, ConnectionTrait, DbErr, EntityTrait, ExprTrait, IntoActiveModel, QueryFilter, QuerySelect,
    sea_query::Expr,
};
use shared::{BuyerId, MediaId};

use super::entity::{Column, Entity, Model, PICTURE, POSTER};

pub async fn by_ids(db: &impl ConnectionTrait, ids: Vec<MediaId>) -> Result<Vec<Model>, DbErr> {
    Entity::find().filter(Column::Id.is_in(ids)).all(db).await
}

/// Which of `ids` are pictures that the instance itself or one of `people` brought.
pub async fn pictures_of(
    db: &impl ConnectionTrait,
    ids: Vec<MediaId>,
    people: &[BuyerId],
) -> Result<Vec<MediaId>, DbErr> {
    let theirs = Column::UploadedBy.is_null().or(Column::UploadedBy.is_in(people.iter().copied()));
    let found = Entity::find().select_only().column(Column::Id).filter(Column::Id.is_in(ids));
    found.filter(Column::Kind.eq(PICTURE)).filter(theirs).into_tuple().all(db).await
}

/// Makes a picture the first one of a clip.
pub async fn make_poster(db: &impl ConnectionTrait, id: MediaId) -> Result<(), DbErr> {
    let update = Entity::update_many().col_expr(Column::Kind, Expr::value(POSTER)).filter(Column::Id.eq(id));
    update.filter(Column::Kind.eq(PICTURE)).exec(db).await?;
    Ok(())
}

pub async fn insert(db: &impl ConnectionTrait, row: Model) -> Result<(), DbErr> {
    Entity::insert(row.into_active_model()).exec_without_returning(db).await?;
    Ok(())
}
