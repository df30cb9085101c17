use sea_orm_migration::{prelude::*, schema::*};

#[derive(DeriveMigrationName)]
pub struct Step;

#[async_trait::async_trait]
impl MigrationTrait for Step {
    /// Payments, what they pay, refunds, the provider's messages; and the books of the sandbox provider.
    async fn up(&self, schema: &SchemaManager) -> Result<(), DbErr> {
        for table in [payment(), payment_order(), refund(), notification()] {
            schema.create_table(table).await?;
        }
        for table in [sandbox_key(), sandbox_trade(), sandbox_refund()] {
            schema.create_table(table).await?;
        }
        for (name, table, column) in [
            ("payment_order_order", "payment_order", "order_id"),
            ("payment_due", "payment", "due_at"),
            ("refund_due", "refund", "due_at"),
            ("refund_payment", "refund", "payment_id"),
        ] {
            schema.create_index(Index::create().name(name).table(table).col(column).to_owned()).await?;
        }
        let once = Index::create()
            .name("payment_once")
            .table("payment")
            .col("buyer_id")
            .col("idempotency_key")
            .unique()
            .to_owned();
        schema.create_index(once).await
    }
}

fn payment() -> TableCreateStatement {
    Table::create()
        .table("payment")
        .col(uuid("id").primary_key())
        .col(uuid("buyer_id"))
        .col(string_len("idempotency_key", 64))
        .col(string_len("method", 16))
        .col(string_len("state", 16))
        .col(big_integer("amount_minor"))
        .col(char_len("currency", 3))
        .col(timestamp_with_time_zone("created_at"))
        .col(timestamp_with_time_zone("pay_by"))
        .col(string_null("code_url"))
        .col(string_len_null("transaction_id", 64))
        .col(timestamp_with_time_zone_null("paid_at"))
        .col(timestamp_with_time_zone_null("due_at"))
        .col(integer("polls"))
        .check(Expr::cust("amount_minor > 0"))
        .to_owned()
}

fn payment_order() -> TableCreateStatement {
    Table::create()
        .table("payment_order")
        .col(uuid("payment_id"))
        .col(uuid("order_id"))
        .col(big_integer("amount_minor"))
        .primary_key(Index::create().col("payment_id").col("order_id"))
        .foreign_key(ForeignKey::create().from("payment_order", "payment_id").to("payment", "id"))
        .foreign_key(ForeignKey::create().from("payment_order", "order_id").to("orders", "id"))
        .to_owned()
}

fn refund() -> TableCreateStatement {
    Table::create()
        .table("refund")
        .col(uuid("id").primary_key())
        .col(uuid("payment_id"))
        .col(uuid_null("order_id"))
        .col(string_len("reason", 32))
        .col(string_len("state", 16))
        .col(big_integer("amount_minor"))
        .col(char_len("currency", 3))
        .col(timestamp_with_time_zone("created_at"))
        .col(timestamp_with_time_zone_null("due_at"))
        .col(timestamp_with_time_zone_null("ended_at"))
        .col(integer("polls"))
        .check(Expr::cust("amount_minor > 0"))
        .foreign_key(ForeignKey::create().from("refund", "payment_id").to("payment", "id"))
        .to_owned()
}

/// The provider's id is the key: that one insert decides whether a message is new.
fn notification() -> TableCreateStatement {
    Table::create()
        .table("notification")
        .col(string_len("id", 96).primary_key())
        .col(string_len("kind", 32))
        .col(uuid_null("payment_id"))
        .col(big_integer("amount_minor"))
        .col(string_len("outcome", 24))
        .col(timestamp_with_time_zone("at"))
        .to_owned()
}

fn sandbox_key() -> TableCreateStatement {
    Table::create()
        .table("sandbox_key")
        .col(integer("id").primary_key())
        .col(string_len("serial", 64))
        .col(text("pkcs8"))
        .to_owned()
}

fn sandbox_trade() -> TableCreateStatement {
    Table::create()
        .table("sandbox_trade")
        .col(string_len("out_trade_no", 64).primary_key())
        .col(string_len("state", 16))
        .col(big_integer("total"))
        .col(char_len("currency", 3))
        .col(string_len_null("transaction_id", 64))
        .col(timestamp_with_time_zone_null("success_time"))
        .to_owned()
}

fn sandbox_refund() -> TableCreateStatement {
    Table::create()
        .table("sandbox_refund")
        .col(string_len("out_refund_no", 64).primary_key())
        .col(string_len("out_trade_no", 64))
        .col(big_integer("refund"))
        .col(char_len("currency", 3))
        .col(timestamp_with_time_zone("success_time"))
        .to_owned()
}
