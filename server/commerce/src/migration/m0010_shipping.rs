use sea_orm_migration::{prelude::*, schema::*};

#[derive(DeriveMigrationName)]
pub struct Step;

#[async_trait::async_trait]
impl MigrationTrait for Step {
    /// Parcels, what is in them and what happened to them.
    async fn up(&self, schema: &SchemaManager) -> Result<(), DbErr> {
        for table in [shipment(), shipment_item(), trace_event()] {
            schema.create_table(table).await?;
        }
        let order = Index::create().name("shipment_order").table("shipment").col("order_id").to_owned();
        schema.create_index(order).await?;
        schema.create_index(Index::create().name("shipment_due").table("shipment").col("due_at").to_owned()).await
    }
}

fn shipment() -> TableCreateStatement {
    Table::create()
        .table("shipment")
        .col(uuid("id").primary_key())
        .col(uuid("order_id"))
        .col(json("carrier"))
        .col(string_len("waybill", 64).unique_key())
        .col(string_len("state", 24))
        .col(big_integer("version"))
        .col(json("destination"))
        .col(timestamp_with_time_zone("shipped_at"))
        .col(timestamp_with_time_zone("expected_at"))
        .col(timestamp_with_time_zone_null("due_at"))
        .foreign_key(ForeignKey::create().from("shipment", "order_id").to("orders", "id"))
        .to_owned()
}

fn shipment_item() -> TableCreateStatement {
    Table::create()
        .table("shipment_item")
        .col(uuid("shipment_id"))
        .col(uuid("line_id"))
        .col(integer("quantity"))
        .primary_key(Index::create().col("shipment_id").col("line_id"))
        .check(Expr::cust("quantity > 0"))
        .foreign_key(ForeignKey::create().from("shipment_item", "shipment_id").to("shipment", "id"))
        .foreign_key(ForeignKey::create().from("shipment_item", "line_id").to("order_line", "id"))
        .to_owned()
}

/// The carrier's numbering is the key, so that a step reported twice is kept once.
fn trace_event() -> TableCreateStatement {
    Table::create()
        .table("trace_event")
        .col(uuid("shipment_id"))
        .col(integer("seq"))
        .col(timestamp_with_time_zone("at"))
        .col(json("place"))
        .col(string_len("state", 24))
        .col(json("text"))
        .primary_key(Index::create().col("shipment_id").col("seq"))
        .foreign_key(ForeignKey::create().from("trace_event", "shipment_id").to("shipment", "id"))
        .to_owned()
}
