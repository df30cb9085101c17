//! Tables of products on their way in and out.

use chrono::{DateTime, Utc};
use sea_orm::{
    ColumnTrait, ConnectionTrait, DbErr, EntityTrait, ExprTrait, IntoActiveModel, JsonValue, PaginatorTrait,
    QueryFilter, QueryOrder, QuerySelect, sea_query::Expr,
};
use shared::{ImportId, ImportState, ProductId, ProductState, ShopId};

use super::super::entity::{product, product_draft, product_import, sku, stock};

pub async fn insert_import(db: &impl ConnectionTrait, row: product_import::Model) -> Result<(), DbErr> {
    product_import::Entity::insert(row.into_active_model()).exec_without_returning(db).await?;
    Ok(())
}

pub async fn import(db: &impl ConnectionTrait, id: ImportId) -> Result<Option<product_import::Model>, DbErr> {
    product_import::Entity::find_by_id(id).one(db).await
}

/// The newest imports of a shop.
pub async fn imports(db: &impl ConnectionTrait, shop: ShopId, limit: u64) -> Result<Vec<product_import::Model>, DbErr> {
    use product_import::Column::{At, Id, ShopId};
    let rows = product_import::Entity::find().filter(ShopId.eq(shop));
    rows.order_by_desc(At).order_by_desc(Id).limit(limit).all(db).await
}

/// Moves an import from one state to another; `false` if it is not there any more. What has ended needs no file.
pub async fn move_import(
    db: &impl ConnectionTrait,
    id: ImportId,
    from: ImportState,
    to: ImportState,
) -> Result<bool, DbErr> {
    use product_import::Column::{File, Id, LeasedUntil, State};
    let none: Option<DateTime<Utc>> = None;
    let mut change = product_import::Entity::update_many()
        .col_expr(State, Expr::value(to.as_str()))
        .col_expr(LeasedUntil, Expr::value(none));
    if to.is_final() {
        change = change.col_expr(File, Expr::value(""));
    }
    Ok(change.filter(Id.eq(id)).filter(State.eq(from)).exec(db).await?.rows_affected == 1)
}

/// How many imports of a shop are running.
pub async fn running_imports(db: &impl ConnectionTrait, shop: ShopId) -> Result<u64, DbErr> {
    use product_import::Column::{ShopId, State};
    product_import::Entity::find().filter(ShopId.eq(shop)).filter(State.eq(ImportState::Running)).count(db).await
}

/// An import that nobody works on.
pub async fn idle_import(db: &impl ConnectionTrait, now: DateTime<Utc>) -> Result<Option<ImportId>, DbErr> {
    use product_import::Column::{At, Id, LeasedUntil, State};
    let rows = product_import::Entity::find().select_only().column(Id).filter(State.eq(ImportState::Running));
    let rows = rows.filter(LeasedUntil.is_null().or(LeasedUntil.lt(now))).order_by_asc(At).limit(1);
    rows.into_tuple().one(db).await
}

/// `true` for the one who may work on it until `until`.
pub async fn lease_import(
    db: &impl ConnectionTrait,
    id: ImportId,
    now: DateTime<Utc>,
    until: DateTime<Utc>,
) -> Result<bool, DbErr> {
    use product_import::Column::{Id, LeasedUntil, State};
    let change = product_import::Entity::update_many().col_expr(LeasedUntil, Expr::value(until));
    let change = change.filter(Id.eq(id)).filter(State.eq(ImportState::Running));
    Ok(change.filter(LeasedUntil.is_null().or(LeasedUntil.lt(now))).exec(db).await?.rows_affected == 1)
}

pub async fn release_import(db: &impl ConnectionTrait, id: ImportId) -> Result<(), DbErr> {
    use product_import::Column::{Id, LeasedUntil};
    let none: Option<DateTime<Utc>> = None;
    let change = product_import::Entity::update_many().col_expr(LeasedUntil, Expr::value(none));
    change.filter(Id.eq(id)).exec(db).await?;
    Ok(())
}

/// Counts a batch of `products` with `skus` that begins at `done`; `false` if it was counted or nobody wants it any more.
pub async fn count_batch(
    db: &impl ConnectionTrait,
    id: ImportId,
    done: i32,
    (products, skus, waiting): (i32, i32, i32),
    until: DateTime<Utc>,
) -> Result<bool, DbErr> {
    use product_import::Column::{Done, DoneSkus, Id, LeasedUntil, State, Waiting};
    let change = product_import::Entity::update_many()
        .col_expr(Done, Expr::col(Done).add(products))
        .col_expr(DoneSkus, Expr::col(DoneSkus).add(skus))
        .col_expr(Waiting, Expr::col(Waiting).add(waiting))
        .col_expr(LeasedUntil, Expr::value(until))
        .filter(Id.eq(id))
        .filter(State.eq(ImportState::Running))
        .filter(Done.eq(done));
    Ok(change.exec(db).await?.rows_affected == 1)
}

macro_rules! inserts_all {
    ($($name:ident: $table:ident),+ $(,)?) => {$(
        pub async fn $name(db: &impl ConnectionTrait, rows: Vec<$table::Model>) -> Result<(), DbErr> {
            if rows.is_empty() {
                return Ok(());
            }
            let rows = rows.into_iter().map(IntoActiveModel::into_active_model);
            $table::Entity::insert_many(rows).exec_without_returning(db).await?;
            Ok(())
        }
    )+};
}

inserts_all! {
    insert_products: product,
    insert_drafts: product_draft,
    insert_skus: sku,
    insert_stocks: stock,
}

/// The drafts among `ids` that belong to `shop`.
pub async fn drafts_among(
    db: &impl ConnectionTrait,
    shop: ShopId,
    ids: &[ProductId],
) -> Result<Vec<(ProductId, JsonValue)>, DbErr> {
    let own = product::Entity::find().select_only().column(product::Column::Id);
    let own = own.filter(product::Column::ShopId.eq(shop)).filter(product::Column::Id.is_in(ids.iter().copied()));
    let own: Vec<ProductId> = own.filter(product::Column::State.ne(ProductState::Deleted)).into_tuple().all(db).await?;
    use product_draft::Column::{Draft, ProductId as Id};
    let rows = product_draft::Entity::find().select_only().columns([Id, Draft]).filter(Id.is_in(own));
    rows.into_tuple().all(db).await
}

/// Drafts of a shop that are not deleted, by their ids.
pub async fn drafts_of_shop(
    db: &impl ConnectionTrait,
    shop: ShopId,
    after: Option<ProductId>,
    limit: u64,
) -> Result<Vec<(ProductId, JsonValue)>, DbErr> {
    let mut rows = super::shelf::with_draft()
        .select_only()
        .column(product::Column::Id)
        .column(product_draft::Column::Draft)
        .filter(product::Column::ShopId.eq(shop))
        .filter(product::Column::State.ne(ProductState::Deleted));
    if let Some(after) = after {
        rows = rows.filter(product::Column::Id.gt(after));
    }
    rows.order_by_asc(product::Column::Id).limit(limit).into_tuple().all(db).await
}
