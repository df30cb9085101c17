//! Drafts on their way, and the rules for them.

use sea_orm::{
    ColumnTrait, ConnectionTrait, DbErr, EntityTrait, ExprTrait, IntoActiveModel, QueryFilter, QueryOrder, QuerySelect,
    sea_query::OnConflict,
};
use shared::{EditState, ProductId, ShopId};
use uuid::Uuid;

use super::super::entity::{banned_word, freight_template, product, product_draft, product_rule, shop};

pub async fn product_rules(db: &impl ConnectionTrait) -> Result<Vec<product_rule::Model>, DbErr> {
    product_rule::Entity::find().order_by_asc(product_rule::Column::CategoryId).all(db).await
}

/// Takes the rule of a category out; `false` if there is none.
pub async fn delete_product_rule(db: &impl ConnectionTrait, category: Uuid) -> Result<bool, DbErr> {
    Ok(product_rule::Entity::delete_by_id(category).exec(db).await?.rows_affected == 1)
}

pub async fn save_product_rule(db: &impl ConnectionTrait, row: product_rule::Model) -> Result<(), DbErr> {
    use product_rule::Column::{CategoryId, FloorMinor, Required, Review};
    let newest = OnConflict::column(CategoryId).update_columns([FloorMinor, Required, Review]).to_owned();
    product_rule::Entity::insert(row.into_active_model()).on_conflict(newest).exec_without_returning(db).await?;
    Ok(())
}

pub async fn banned_words(db: &impl ConnectionTrait) -> Result<Vec<String>, DbErr> {
    let rows = banned_word::Entity::find().order_by_asc(banned_word::Column::Word).all(db).await?;
    Ok(rows.into_iter().map(|row| row.word).collect())
}

pub async fn replace_banned_words(db: &impl ConnectionTrait, words: Vec<String>) -> Result<(), DbErr> {
    banned_word::Entity::delete_many().exec(db).await?;
    if words.is_empty() {
        return Ok(());
    }
    let rows = words.into_iter().map(|word| banned_word::Model { word }.into_active_model());
    banned_word::Entity::insert_many(rows).exec_without_returning(db).await?;
    Ok(())
}

/// Drafts that wait for the operator, the longest first, after `after`.
pub async fn waiting(
    db: &impl ConnectionTrait,
    after: Option<(chrono::DateTime<chrono::Utc>, ProductId)>,
    limit: u64,
) -> Result<Vec<(product_draft::Model, product::Model)>, DbErr> {
    use product_draft::Column::{ProductId, State, SubmittedAt};
    let mut rows = product_draft::Entity::find().filter(State.eq(EditState::InReview));
    if let Some((at, id)) = after {
        rows = rows.filter(SubmittedAt.gt(at).or(SubmittedAt.eq(at).and(ProductId.gt(id))));
    }
    let drafts = rows.order_by_asc(SubmittedAt).order_by_asc(ProductId).limit(limit).all(db).await?;
    let ids: Vec<_> = drafts.iter().map(|draft| draft.product_id).collect();
    let products = product::Entity::find().filter(product::Column::Id.is_in(ids)).all(db).await?;
    let of = |draft: product_draft::Model| {
        let product = products.iter().find(|product| product.id == draft.product_id)?.clone();
        Some((draft, product))
    };
    Ok(drafts.into_iter().filter_map(of).collect())
}

/// The shop's own delivery prices and those its products name.
pub async fn freight_of_shop(db: &impl ConnectionTrait, id: ShopId) -> Result<Vec<freight_template::Model>, DbErr> {
    let own = shop::Entity::find_by_id(id).one(db).await?.map(|shop| shop.freight_id);
    let named = product::Entity::find().select_only().column(product::Column::FreightId).distinct();
    let named = named.filter(product::Column::ShopId.eq(id)).filter(product::Column::FreightId.is_not_null());
    let mut ids: Vec<shared::FreightId> = named.into_tuple().all(db).await?;
    ids.extend(own);
    let rows = freight_template::Entity::find().filter(freight_template::Column::Id.is_in(ids));
    rows.order_by_asc(freight_template::Column::Id).all(db).await
}
