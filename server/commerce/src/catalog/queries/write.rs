//! What shops and imports change.

use sea_orm::{
    ActiveModelTrait, ColumnTrait, ConnectionTrait, DbErr, EntityTrait, ExprTrait, IntoActiveModel, QueryFilter,
    sea_query::{Expr, OnConflict},
};
use shared::{Money, ProductId, SkuId};

use super::super::entity::{category, fee_rate, freight_template, product, product_draft, review, shop, sku, stock};

macro_rules! inserts {
    ($($name:ident: $table:ident),+ $(,)?) => {$(
        pub async fn $name(db: &impl ConnectionTrait, row: $table::Model) -> Result<(), DbErr> {
            $table::Entity::insert(row.into_active_model()).exec_without_returning(db).await?;
            Ok(())
        }
    )+};
}

inserts! {
    insert_freight: freight_template,
    insert_shop: shop,
    insert_category: category,
    insert_fee_rate: fee_rate,
    insert_product: product,
    insert_sku: sku,
    insert_stock: stock,
    insert_review: review,
}

pub async fn save_draft(db: &impl ConnectionTrait, row: product_draft::Model) -> Result<(), DbErr> {
    use product_draft::Column::{ChangedAt, Draft, ProductId, Reasons, State, SubmittedAt, Typed, Version, Words};
    let newest = OnConflict::column(ProductId)
        .update_columns([Draft, ChangedAt, Reasons, State, SubmittedAt, Typed, Version, Words])
        .to_owned();
    product_draft::Entity::insert(row.into_active_model()).on_conflict(newest).exec_without_returning(db).await?;
    Ok(())
}

/// Replaces a draft, if nobody else did since it read as `version - 1`.
pub async fn replace_draft(db: &impl ConnectionTrait, row: product_draft::Model) -> Result<bool, DbErr> {
    use product_draft::Column::{ProductId, Version};
    let (id, before) = (row.product_id, row.version - 1);
    let change = product_draft::Entity::update_many().set(row.into_active_model().reset_all());
    let change = change.filter(ProductId.eq(id)).filter(Version.eq(before));
    Ok(change.exec(db).await?.rows_affected == 1)
}

/// Puts a product that viewers have never seen into another category.
pub async fn move_draft(db: &impl ConnectionTrait, id: ProductId, category: shared::CategoryId) -> Result<(), DbErr> {
    use product::Column::{CategoryId, Id, State};
    let change = product::Entity::update_many().col_expr(CategoryId, Expr::value(category));
    change.filter(Id.eq(id)).filter(State.eq(shared::ProductState::Draft)).exec(db).await?;
    Ok(())
}

/// Replaces the online copy, if nobody else did since it read as `version - 1`.
pub async fn replace_product(db: &impl ConnectionTrait, row: product::Model) -> Result<bool, DbErr> {
    let (id, before) = (row.id, row.version - 1);
    let change = product::Entity::update_many().set(row.into_active_model().reset_all());
    let change = change.filter(product::Column::Id.eq(id)).filter(product::Column::Version.eq(before));
    Ok(change.exec(db).await?.rows_affected == 1)
}

pub async fn replace_sku(db: &impl ConnectionTrait, row: sku::Model) -> Result<(), DbErr> {
    let id = row.id;
    let change = sku::Entity::update_many().set(row.into_active_model().reset_all()).filter(sku::Column::Id.eq(id));
    change.exec(db).await?;
    Ok(())
}

/// Counts a change of the product, so that caches and ETags notice.
pub async fn touch(db: &impl ConnectionTrait, id: ProductId) -> Result<(), DbErr> {
    let next = Expr::col(product::Column::Version).add(1);
    let change = product::Entity::update_many().col_expr(product::Column::Version, next);
    change.filter(product::Column::Id.eq(id)).exec(db).await?;
    Ok(())
}

/// Counts a change of everything that a shop has, so that caches and ETags notice.
pub async fn touch_all(db: &impl ConnectionTrait, shop: shared::ShopId) -> Result<(), DbErr> {
    let next = Expr::col(product::Column::Version).add(1);
    let change = product::Entity::update_many().col_expr(product::Column::Version, next);
    change.filter(product::Column::ShopId.eq(shop)).exec(db).await?;
    Ok(())
}

/// Sets what a shop may not do; `false` if that is how it was.
pub async fn restrict(
    db: &impl ConnectionTrait,
    id: shared::ShopId,
    no_listing: bool,
    suspended: bool,
) -> Result<bool, DbErr> {
    use shop::Column::{Id, NoListing, Suspended};
    let change = shop::Entity::update_many()
        .col_expr(NoListing, Expr::value(no_listing))
        .col_expr(Suspended, Expr::value(suspended));
    let other = NoListing.ne(no_listing).or(Suspended.ne(suspended));
    Ok(change.filter(Id.eq(id)).filter(other).exec(db).await?.rows_affected == 1)
}

/// Sets whether a shop sells no more.
pub async fn end_shop(db: &impl ConnectionTrait, id: shared::ShopId, ended: bool) -> Result<(), DbErr> {
    let change = shop::Entity::update_many().col_expr(shop::Column::Ended, Expr::value(ended));
    change.filter(shop::Column::Id.eq(id)).exec(db).await?;
    Ok(())
}

/// `false` if the price is not `seen` any more.
pub async fn set_price(db: &impl ConnectionTrait, id: SkuId, seen: Money, price: Money) -> Result<bool, DbErr> {
    use sku::Column::{Currency, Id, PriceMinor};
    let change = sku::Entity::update_many().col_expr(PriceMinor, Expr::value(price.minor)).filter(Id.eq(id));
    let change = change.filter(PriceMinor.eq(seen.minor)).filter(Currency.eq(seen.currency));
    Ok(change.exec(db).await?.rows_affected == 1)
}

/// Adds pieces to the warehouse, or takes out those nobody has claimed; `false` if there are fewer.
pub async fn receive(db: &impl ConnectionTrait, id: SkuId, bucket: &str, pieces: i32) -> Result<bool, DbErr> {
    use stock::Column::{Bucket, Held, OnHand, Received, SkuId};
    let left = Expr::col(OnHand).sub(Expr::col(Held));
    let change = stock::Entity::update_many()
        .col_expr(OnHand, Expr::col(OnHand).add(pieces))
        .col_expr(Received, Expr::col(Received).add(pieces))
        .filter(SkuId.eq(id))
        .filter(Bucket.eq(bucket))
        .filter(left.gte(-pieces));
    Ok(change.exec(db).await?.rows_affected == 1)
}

/// Adds `pieces` (below zero takes out) if nobody else changed the stock since `received` was seen and so many are left.
pub async fn receive_seen(
    db: &impl ConnectionTrait,
    id: SkuId,
    bucket: &str,
    received: i32,
    pieces: i32,
) -> Result<bool, DbErr> {
    use stock::Column::{Bucket, Held, OnHand, Received, SkuId};
    let left = Expr::col(OnHand).sub(Expr::col(Held));
    let change = stock::Entity::update_many()
        .col_expr(OnHand, Expr::col(OnHand).add(pieces))
        .col_expr(Received, Expr::col(Received).add(pieces))
        .filter(SkuId.eq(id))
        .filter(Bucket.eq(bucket))
        .filter(Received.eq(received))
        .filter(left.gte(-pieces));
    Ok(change.exec(db).await?.rows_affected == 1)
}
