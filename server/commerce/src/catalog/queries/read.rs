//! What records are made of.

use sea_orm::{
    ColumnTrait, ConnectionTrait, DbErr, EntityTrait, ExprTrait, FromQueryResult, PaginatorTrait, QueryFilter,
    QueryOrder, QuerySelect, QueryTrait, sea_query::LockType,
};
use shared::{CategoryId, FreightId, ProductId, ProductState, ShopId};

use super::super::entity::{category, fee_rate, freight_template, product, product_draft, review, shop, sku, stock};

pub async fn products(db: &impl ConnectionTrait, ids: &[ProductId]) -> Result<Vec<product::Model>, DbErr> {
    product::Entity::find().filter(product::Column::Id.is_in(ids.iter().copied())).all(db).await
}

pub async fn product(db: &impl ConnectionTrait, id: ProductId) -> Result<Option<product::Model>, DbErr> {
    product::Entity::find_by_id(id).one(db).await
}

pub async fn draft(db: &impl ConnectionTrait, id: ProductId) -> Result<Option<product_draft::Model>, DbErr> {
    product_draft::Entity::find_by_id(id).one(db).await
}

/// The SKUs of `ids` that are still offered, in each product's order.
pub async fn skus(db: &impl ConnectionTrait, ids: &[ProductId]) -> Result<Vec<sku::Model>, DbErr> {
    let found = sku::Entity::find().filter(sku::Column::ProductId.is_in(ids.iter().copied()));
    found.filter(sku::Column::Position.gte(0)).order_by_asc(sku::Column::Position).all(db).await
}

/// All SKUs a product ever had.
pub async fn all_skus(db: &impl ConnectionTrait, id: ProductId) -> Result<Vec<sku::Model>, DbErr> {
    sku::Entity::find().filter(sku::Column::ProductId.eq(id)).all(db).await
}

pub async fn sku(db: &impl ConnectionTrait, id: shared::SkuId) -> Result<Option<sku::Model>, DbErr> {
    sku::Entity::find_by_id(id).one(db).await
}

/// Number and sum of a product's stars.
#[derive(Debug, FromQueryResult)]
pub struct Stars {
    pub product_id: ProductId,
    pub reviews: i64,
    pub stars: i64,
}

pub async fn stars(db: &impl ConnectionTrait, ids: &[ProductId]) -> Result<Vec<Stars>, DbErr> {
    let rows = review::Entity::find()
        .select_only()
        .column(review::Column::ProductId)
        .column_as(review::Column::Id.count(), "reviews")
        .column_as(review::Column::Stars.sum(), "stars")
        .filter(review::Column::ProductId.is_in(ids.iter().copied()))
        .group_by(review::Column::ProductId);
    rows.into_model().all(db).await
}

pub async fn reviews(db: &impl ConnectionTrait, id: ProductId, limit: u64) -> Result<Vec<review::Model>, DbErr> {
    let rows = review::Entity::find().filter(review::Column::ProductId.eq(id));
    rows.order_by_desc(review::Column::At).order_by_desc(review::Column::Id).limit(limit).all(db).await
}

pub async fn categories(db: &impl ConnectionTrait) -> Result<Vec<category::Model>, DbErr> {
    category::Entity::find().all(db).await
}

pub async fn fee_rates(db: &impl ConnectionTrait) -> Result<Vec<fee_rate::Model>, DbErr> {
    fee_rate::Entity::find().all(db).await
}

pub async fn shop(db: &impl ConnectionTrait, id: ShopId) -> Result<Option<shop::Model>, DbErr> {
    shop::Entity::find_by_id(id).one(db).await
}

/// The shop, and nobody changes whether it may list or sell before this transaction ends; any number may rely on that
/// at once.
pub async fn shop_shared(db: &impl ConnectionTrait, id: ShopId) -> Result<Option<shop::Model>, DbErr> {
    shop::Entity::find_by_id(id).lock_shared().one(db).await
}

/// Waits for all who rely on how the shop is, and keeps further ones until this transaction ends.
pub async fn hold_shop(db: &impl ConnectionTrait, id: ShopId) -> Result<(), DbErr> {
    // Rows that name the shop may come meanwhile.
    let held = shop::Entity::find_by_id(id).select_only().column(shop::Column::Id).lock(LockType::NoKeyUpdate);
    held.into_tuple::<ShopId>().one(db).await?;
    Ok(())
}

/// Whose a product is.
pub async fn shop_of(db: &impl ConnectionTrait, id: ProductId) -> Result<Option<ShopId>, DbErr> {
    let shop = product::Entity::find_by_id(id).select_only().column(product::Column::ShopId);
    shop.into_tuple().one(db).await
}

pub async fn freight(db: &impl ConnectionTrait, id: FreightId) -> Result<Option<freight_template::Model>, DbErr> {
    freight_template::Entity::find_by_id(id).one(db).await
}

/// Others of the same shop and category that are on sale, newest first.
pub async fn newest_alike(
    db: &impl ConnectionTrait,
    like: &product::Model,
    limit: u64,
) -> Result<Vec<ProductId>, DbErr> {
    use product::Column::{CategoryId, Id, ListedAt, ShopId, State};
    let rows = product::Entity::find().select_only().column(Id).filter(ShopId.eq(like.shop_id));
    let rows =
        rows.filter(CategoryId.eq(like.category_id)).filter(State.eq(ProductState::OnSale)).filter(Id.ne(like.id));
    rows.order_by_desc(ListedAt).order_by_desc(Id).limit(limit).into_tuple().all(db).await
}

/// How many of `ids` are on sale.
pub async fn on_sale_among(db: &impl ConnectionTrait, ids: &[ProductId]) -> Result<usize, DbErr> {
    let found = product::Entity::find().filter(product::Column::Id.is_in(ids.iter().copied()));
    let found = found.filter(product::Column::State.eq(ProductState::OnSale)).count(db).await?;
    Ok(usize::try_from(found).unwrap_or(usize::MAX))
}

pub async fn newest_of_shop(db: &impl ConnectionTrait, id: ShopId, limit: u64) -> Result<Vec<ProductId>, DbErr> {
    let on_sale =
        product::Entity::find().select_only().column(product::Column::Id).filter(product::Column::ShopId.eq(id));
    let on_sale = on_sale.filter(product::Column::State.eq(ProductState::OnSale));
    on_sale
        .order_by_desc(product::Column::ListedAt)
        .order_by_desc(product::Column::Id)
        .limit(limit)
        .into_tuple()
        .all(db)
        .await
}

/// Products of a shop in some states, the oldest first.
pub async fn of_shop_in(
    db: &impl ConnectionTrait,
    id: ShopId,
    states: Vec<ProductState>,
    limit: u64,
) -> Result<Vec<product::Model>, DbErr> {
    let own = product::Entity::find().filter(product::Column::ShopId.eq(id));
    own.filter(product::Column::State.is_in(states)).order_by_asc(product::Column::Id).limit(limit).all(db).await
}

/// How many goods of a shop are on sale or would come back to it, are drafts, or have a time to be listed, by category.
pub async fn busy_goods(db: &impl ConnectionTrait, id: ShopId) -> Result<Vec<(CategoryId, i64)>, DbErr> {
    use product::Column;
    let busy = [ProductState::Draft, ProductState::OnSale, ProductState::DepositShort];
    let timed = Column::State.eq(ProductState::Delisted).and(Column::ListAt.is_not_null());
    let own = product::Entity::find().select_only().column(Column::CategoryId).column_as(Column::Id.count(), "number");
    let own = own.filter(Column::ShopId.eq(id)).filter(Column::State.is_in(busy).or(timed));
    own.group_by(Column::CategoryId).into_tuple().all(db).await
}

/// Products on sale and pieces sold of a shop.
pub async fn shop_totals(db: &impl ConnectionTrait, id: ShopId) -> Result<(i64, i64), DbErr> {
    let products = product::Entity::find()
        .select_only()
        .column_as(product::Column::Id.count(), "products")
        .column_as(whole(product::Column::Sold.sum()), "sold")
        .filter(product::Column::ShopId.eq(id))
        .filter(product::Column::State.eq(ProductState::OnSale));
    let (products, before) = products.into_tuple::<(i64, Option<i64>)>().one(db).await?.unwrap_or_default();
    let of_shop =
        product::Entity::find().select_only().column(product::Column::Id).filter(product::Column::ShopId.eq(id));
    let skus = sku::Entity::find().select_only().column(sku::Column::Id);
    let skus = skus.filter(sku::Column::ProductId.in_subquery(QuerySelect::query(&mut of_shop.clone()).take()));
    let sold = stock::Entity::find().select_only().column_as(whole(stock::Column::Sold.sum()), "sold");
    let sold = sold.filter(stock::Column::SkuId.in_subquery(QuerySelect::query(&mut skus.clone()).take()));
    let here = sold.into_tuple::<Option<i64>>().one(db).await?.flatten();
    Ok((products, before.unwrap_or_default() + here.unwrap_or_default()))
}

/// PostgreSQL sums 64-bit integers into a decimal.
fn whole(sum: sea_orm::sea_query::SimpleExpr) -> sea_orm::sea_query::SimpleExpr {
    sum.cast_as("bigint")
}

/// Which products to list.
pub struct Listing {
    pub categories: Option<Vec<CategoryId>>,
    pub among: Option<Vec<ProductId>>,
    /// Only those after this one: when it was listed, and its id.
    pub after: Option<(chrono::DateTime<chrono::Utc>, ProductId)>,
    pub limit: u64,
}

/// Products on sale, newest first, with what a cursor needs.
pub async fn listed(
    db: &impl ConnectionTrait,
    listing: Listing,
) -> Result<Vec<(ProductId, Option<chrono::DateTime<chrono::Utc>>)>, DbErr> {
    use product::Column::{CategoryId, Id, ListedAt, State};
    let mut rows = product::Entity::find().select_only().columns([Id, ListedAt]).filter(State.eq(ProductState::OnSale));
    let silent = shop::Entity::find().select_only().column(shop::Column::Id);
    let silent = silent.filter(shop::Column::Suspended.eq(true).or(shop::Column::Ended.eq(true)));
    rows = rows.filter(product::Column::ShopId.not_in_subquery(silent.into_query()));
    if let Some(categories) = listing.categories {
        rows = rows.filter(CategoryId.is_in(categories));
    }
    if let Some(among) = listing.among {
        rows = rows.filter(Id.is_in(among));
    }
    if let Some((at, id)) = listing.after {
        rows = rows.filter(ListedAt.lt(at).or(ListedAt.eq(at).and(Id.lt(id))));
    }
    rows.order_by_desc(ListedAt).order_by_desc(Id).limit(listing.limit).into_tuple().all(db).await
}
