use chrono::{DateTime, Utc};
use sea_orm::{ConnectionTrait, DbBackend, DbErr, FromQueryResult, Statement};
use shared::{Currency, OrderState, ProductId, Scene, ShopId};

/// Lines that are alike as far as a fee is concerned.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct FeeLines {
    pub shop: ShopId,
    pub product: ProductId,
    /// Where they were sold.
    pub scene: Scene,
    pub currency: Currency,
    /// What each of them cost, minor units.
    pub amount: i64,
    /// How many there are.
    pub lines: i64,
    /// The fees of all of them, as they were predicted when ordered.
    pub fee: i64,
}

/// The lines of the orders that were paid since `since` and have not been refunded.
pub(crate) async fn fee_lines(db: &impl ConnectionTrait, since: DateTime<Utc>) -> Result<Vec<FeeLines>, DbErr> {
    #[derive(FromQueryResult)]
    struct Row {
        shop_id: ShopId,
        product_id: ProductId,
        scene: Option<String>,
        currency: Currency,
        amount_minor: i64,
        lines: i64,
        fee: i64,
    }
    let backend = db.get_database_backend();
    let (scene, first, second) = match backend {
        DbBackend::Sqlite => ("json_extract(source, '$.scene')", "?", "?"),
        _ => ("source->>'scene'", "$1", "$2"),
    };
    let sql = format!(
        "SELECT orders.shop_id, order_line.product_id, {scene} AS scene, orders.currency, order_line.amount_minor, \
         COUNT(*) AS lines, CAST(SUM(order_line.fee_minor) AS BIGINT) AS fee \
         FROM order_line JOIN orders ON orders.id = order_line.order_id \
         WHERE orders.paid_at >= {first} AND orders.state <> {second} \
         GROUP BY orders.shop_id, order_line.product_id, {scene}, orders.currency, order_line.amount_minor"
    );
    let values = [since.into(), OrderState::Refunded.into()];
    let rows = Row::find_by_statement(Statement::from_sql_and_values(backend, sql, values)).all(db).await?;
    let known = |name: Option<String>| Scene::ALL.into_iter().find(|scene| Some(scene.as_str()) == name.as_deref());
    let line = |row: Row| FeeLines {
        shop: row.shop_id,
        product: row.product_id,
        scene: known(row.scene).unwrap_or_default(),
        currency: row.currency,
        amount: row.amount_minor,
        lines: row.lines,
        fee: row.fee,
    };
    Ok(rows.into_iter().map(line).collect())
}
