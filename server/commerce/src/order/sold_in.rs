use std::collections::HashMap;

use sea_orm::{ConnectionTrait, DbBackend, DbErr, FromQueryResult, Statement};
use shared::{Currency, Money, VideoId};

/// Paid orders with something that was met in the clips `ids`, and what those lines cost; clips that sold
/// nothing are left out. Refunds are not taken off: it says what a clip sold.
pub(crate) async fn sold_in(
    db: &impl ConnectionTrait,
    ids: &[VideoId],
) -> Result<HashMap<VideoId, (i64, Money)>, DbErr> {
    #[derive(FromQueryResult)]
    struct Row {
        video: String,
        orders: i64,
        amount: i64,
    }
    if ids.is_empty() {
        return Ok(HashMap::new());
    }
    let backend = db.get_database_backend();
    // The words of the index `order_line_video`.
    let (video, mark): (_, fn(usize) -> String) = match backend {
        DbBackend::Sqlite => ("json_extract(source, '$.video_id')", |_| "?".to_owned()),
        _ => ("source->>'video_id'", |nth| format!("${nth}")),
    };
    let currency = Currency::default();
    let marks = (1..=ids.len()).map(mark).collect::<Vec<_>>().join(", ");
    let last = mark(ids.len() + 1);
    let sql = format!(
        "SELECT {video} AS video, COUNT(DISTINCT order_id) AS orders, CAST(SUM(amount_minor) AS BIGINT) AS amount \
         FROM order_line JOIN orders ON orders.id = order_line.order_id \
         WHERE {video} IN ({marks}) AND orders.paid_at IS NOT NULL AND orders.currency = {last} GROUP BY {video}"
    );
    let values = ids.iter().map(|id| id.to_string().into()).chain([currency.into()]);
    let rows = Row::find_by_statement(Statement::from_sql_and_values(backend, sql, values)).all(db).await?;
    let sold = |row: Row| Some((row.video.parse().ok()?, (row.orders, Money::new(row.amount, currency))));
    Ok(rows.into_iter().filter_map(sold).collect())
}
