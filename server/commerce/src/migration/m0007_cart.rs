use sea_orm_migration::{prelude::*, schema::*};

#[derive(DeriveMigrationName)]
pub struct Step;

#[async_trait::async_trait]
impl MigrationTrait for Step {
    /// What buyers have set aside: one line per buyer and SKU.
    async fn up(&self, schema: &SchemaManager) -> Result<(), DbErr> {
        let line = Table::create()
            .table("cart_line")
            .col(uuid("id").primary_key())
            .col(uuid("buyer_id"))
            .col(uuid("sku_id"))
            .col(integer("quantity"))
            .col(boolean("selected"))
            .col(big_integer("price_minor"))
            .col(char_len("currency", 3))
            .col(json_binary("source"))
            .col(timestamp_with_time_zone("added_at"))
            .col(timestamp_with_time_zone("changed_at"))
            .check(Expr::cust("quantity > 0"))
            .to_owned();
        schema.create_table(line).await?;
        let once =
            Index::create().name("cart_line_once").table("cart_line").col("buyer_id").col("sku_id").unique().to_owned();
        schema.create_index(once).await
    }
}
