//! The SQL of how products stand.

use chrono::{DateTime, Utc};
use sea_orm::{
    ColumnTrait, ConnectionTrait, DbBackend, DbErr, EntityTrait, FromQueryResult, IntoActiveModel, QueryFilter,
    Statement, sea_query::OnConflict,
};
use shared::{OrderState, ProductId};

use super::entity::standing::{Column, Entity, Model};

pub async fn standings(db: &impl ConnectionTrait, products: &[ProductId]) -> Result<Vec<Model>, DbErr> {
    if products.is_empty() {
        return Ok(Vec::new());
    }
    Entity::find().filter(Column::ProductId.is_in(products.iter().copied())).all(db).await
}

pub async fn all_standings(db: &impl ConnectionTrait) -> Result<Vec<Model>, DbErr> {
    Entity::find().all(db).await
}

pub async fn put_standings(db: &impl ConnectionTrait, rows: Vec<Model>) -> Result<(), DbErr> {
    let newest = OnConflict::column(Column::ProductId)
        .update_columns([Column::Orders, Column::Refunded, Column::Sent, Column::ShipMinutes])
        .to_owned();
    let rows = rows.into_iter().map(IntoActiveModel::into_active_model);
    Entity::insert_many(rows).on_conflict(newest).exec_without_returning(db).await?;
    Ok(())
}

pub async fn forget_standings(db: &impl ConnectionTrait, products: Vec<ProductId>) -> Result<(), DbErr> {
    Entity::delete_many().filter(Column::ProductId.is_in(products)).exec(db).await?;
    Ok(())
}

/// Counts how products stand by the orders that were paid since `since`. An order counts once for each product in it;
/// the time is the middle one of all that left, the lower of two.
pub async fn count_standings(db: &impl ConnectionTrait, since: DateTime<Utc>) -> Result<Vec<Model>, DbErr> {
    #[derive(FromQueryResult)]
    struct Row {
        product_id: ProductId,
        orders: i64,
        refunded: i64,
        sent: Option<i64>,
        ship_minutes: Option<i64>,
    }
    let backend = db.get_database_backend();
    let (minutes, first, second) = match backend {
        DbBackend::Sqlite => {
            ("(CAST(strftime('%s', shipped_at) AS INTEGER) - CAST(strftime('%s', paid_at) AS INTEGER)) / 60", "?", "?")
        }
        _ => ("CAST(EXTRACT(EPOCH FROM shipped_at - paid_at) AS BIGINT) / 60", "$1", "$2"),
    };
    let sql = format!(
        "WITH bought AS (SELECT DISTINCT order_line.product_id, orders.id, orders.state, {minutes} AS minutes \
         FROM order_line JOIN orders ON orders.id = order_line.order_id WHERE orders.paid_at >= {first}), \
         counted AS (SELECT product_id, COUNT(*) AS orders, \
         CAST(SUM(CASE WHEN state = {second} THEN 1 ELSE 0 END) AS BIGINT) AS refunded FROM bought GROUP BY product_id), \
         sent AS (SELECT product_id, minutes, ROW_NUMBER() OVER (PARTITION BY product_id ORDER BY minutes) AS nth, \
         COUNT(*) OVER (PARTITION BY product_id) AS total FROM bought WHERE minutes IS NOT NULL) \
         SELECT counted.product_id, counted.orders, counted.refunded, sent.total AS sent, \
         sent.minutes AS ship_minutes FROM counted LEFT JOIN sent \
         ON sent.product_id = counted.product_id AND sent.nth = (sent.total + 1) / 2"
    );
    let values = [since.into(), OrderState::Refunded.into()];
    let rows = Row::find_by_statement(Statement::from_sql_and_values(backend, sql, values)).all(db).await?;
    let row = |Row { product_id, orders, refunded, sent, ship_minutes }| Model {
        product_id,
        orders,
        refunded,
        sent: sent.unwrap_or_default(),
        ship_minutes,
    };
    Ok(rows.into_iter().map(row).collect())
}
