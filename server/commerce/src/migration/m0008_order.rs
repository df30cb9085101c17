use sea_orm_migration::{prelude::*, schema::*};

#[derive(DeriveMigrationName)]
pub struct Step;

#[async_trait::async_trait]
impl MigrationTrait for Step {
    /// Orders, their lines, the keys they were placed with, and the locks of purchase limits.
    async fn up(&self, schema: &SchemaManager) -> Result<(), DbErr> {
        for table in [placement(), orders(), order_line(), purchase_guard()] {
            schema.create_table(table).await?;
        }
        // Ids grow with time, so this serves the list of a buyer, newest first.
        let buyer = Index::create().name("orders_buyer").table("orders").col("buyer_id").col("id").to_owned();
        schema.create_index(buyer).await?;
        let due = Index::create().name("orders_due").table("orders").col("state").col("due_at").to_owned();
        schema.create_index(due).await?;
        let lines = Index::create().name("order_line_order").table("order_line").col("order_id").to_owned();
        schema.create_index(lines).await
    }
}

fn placement() -> TableCreateStatement {
    Table::create()
        .table("placement")
        .col(uuid("buyer_id"))
        .col(string_len("idempotency_key", 64))
        .col(string_len("fingerprint", 64))
        .col(json("orders"))
        .col(timestamp_with_time_zone("at"))
        .primary_key(Index::create().col("buyer_id").col("idempotency_key"))
        .to_owned()
}

/// `orders`, because `order` is a keyword.
fn orders() -> TableCreateStatement {
    Table::create()
        .table("orders")
        .col(uuid("id").primary_key())
        .col(string_len("number", 24).unique_key())
        .col(uuid("buyer_id"))
        .col(uuid("shop_id"))
        .col(json("shop_name"))
        .col(string_len("handle", 64))
        .col(string_len("state", 24))
        .col(big_integer("version"))
        .col(char_len("currency", 3))
        .col(big_integer("goods_minor"))
        .col(big_integer("freight_minor"))
        .col(big_integer("discount_minor"))
        .col(big_integer("total_minor"))
        .col(json("address"))
        .col(text("note"))
        .col(text("words"))
        .col(integer("ship_within_hours"))
        .col(integer("confirm_days"))
        .col(timestamp_with_time_zone("placed_at"))
        .col(timestamp_with_time_zone("pay_by"))
        .col(timestamp_with_time_zone_null("due_at"))
        .col(timestamp_with_time_zone_null("paid_at"))
        .col(timestamp_with_time_zone_null("ship_by"))
        .col(timestamp_with_time_zone_null("shipped_at"))
        .col(timestamp_with_time_zone_null("confirm_by"))
        .col(timestamp_with_time_zone_null("completed_at"))
        .col(timestamp_with_time_zone_null("ended_at"))
        .col(string_len_null("ended_by", 16))
        .col(uuid_null("payment_id"))
        .check(Expr::cust("total_minor = goods_minor + freight_minor - discount_minor"))
        .to_owned()
}

fn order_line() -> TableCreateStatement {
    Table::create()
        .table("order_line")
        .col(uuid("id").primary_key())
        .col(uuid("order_id"))
        .col(integer("position"))
        .col(uuid("product_id"))
        .col(uuid("sku_id"))
        .col(json("title"))
        .col(json("attributes"))
        .col(uuid("picture"))
        .col(big_integer("price_minor"))
        .col(integer("quantity"))
        .col(big_integer("amount_minor"))
        .col(integer("fee_rate"))
        .col(big_integer("fee_minor"))
        .col(integer("commission_rate"))
        .col(big_integer("commission_minor"))
        .col(integer("shipped"))
        .col(json("source"))
        .check(Expr::cust("quantity > 0 AND shipped >= 0 AND shipped <= quantity"))
        .foreign_key(ForeignKey::create().from("order_line", "order_id").to("orders", "id"))
        .to_owned()
}

/// One row per buyer and limited product. Its lock makes two orders of one buyer wait for each other.
fn purchase_guard() -> TableCreateStatement {
    Table::create()
        .table("purchase_guard")
        .col(uuid("buyer_id"))
        .col(uuid("product_id"))
        .col(big_integer("version"))
        .primary_key(Index::create().col("buyer_id").col("product_id"))
        .to_owned()
}
