use chrono::{DateTime, Utc};
use sea_orm::{
    ActiveValue::Set, ColumnTrait, ConnectionTrait, DbErr, EntityTrait, IntoActiveModel, QueryFilter, QueryOrder,
    QuerySelect,
};
use shared::{ApplicationId, DocumentId};

use super::super::entity::{document, document_access};

pub async fn insert_document(db: &impl ConnectionTrait, row: document::Model) -> Result<(), DbErr> {
    document::Entity::insert(row.into_active_model()).exec_without_returning(db).await?;
    Ok(())
}

pub async fn document(db: &impl ConnectionTrait, id: DocumentId) -> Result<Option<document::Model>, DbErr> {
    document::Entity::find_by_id(id).one(db).await
}

/// The papers of an application that nothing has replaced.
pub async fn documents(db: &impl ConnectionTrait, id: ApplicationId) -> Result<Vec<document::Model>, DbErr> {
    let own = document::Entity::find().filter(document::Column::ApplicationId.eq(id));
    own.filter(document::Column::ReplacedAt.is_null()).order_by_asc(document::Column::Id).all(db).await
}

pub async fn replace_document(db: &impl ConnectionTrait, id: DocumentId, at: DateTime<Utc>) -> Result<(), DbErr> {
    let change = document::ActiveModel { replaced_at: Set(Some(at)), ..Default::default() };
    document::Entity::update_many().set(change).filter(document::Column::Id.eq(id)).exec(db).await?;
    Ok(())
}

pub async fn delete_document(db: &impl ConnectionTrait, id: DocumentId) -> Result<(), DbErr> {
    document::Entity::delete_by_id(id).exec(db).await?;
    Ok(())
}

pub async fn insert_access(db: &impl ConnectionTrait, row: document_access::Model) -> Result<(), DbErr> {
    document_access::Entity::insert(row.into_active_model()).exec_without_returning(db).await?;
    Ok(())
}

/// Who looked at the papers of an application, latest first.
pub async fn accesses(
    db: &impl ConnectionTrait,
    id: ApplicationId,
    limit: u64,
) -> Result<Vec<document_access::Model>, DbErr> {
    let all = document_access::Entity::find().filter(document_access::Column::ApplicationId.eq(id));
    let all = all.order_by_desc(document_access::Column::At).order_by_desc(document_access::Column::Id);
    all.limit(limit).all(db).await
}
