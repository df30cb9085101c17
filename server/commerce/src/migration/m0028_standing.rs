use sea_orm_migration::{prelude::*, schema::*};

#[derive(DeriveMigrationName)]
pub struct Step;

#[async_trait::async_trait]
impl MigrationTrait for Step {
    /// What orders say of a product, counted ahead; which SKU a sample is of; a log that is read by person and by act.
    async fn up(&self, schema: &SchemaManager) -> Result<(), DbErr> {
        schema.create_table(standing()).await?;
        // What was asked for before there was a choice names none, and no piece is held for it.
        let sku = uuid_null("sku_id");
        schema.alter_table(Table::alter().table("sample").add_column(sku).to_owned()).await?;
        for (name, column) in [("activity_shop_account", "account_id"), ("activity_shop_act", "act")] {
            let index = Index::create().name(name).table("activity").col("shop_id").col(column).col("id").to_owned();
            schema.create_index(index).await?;
        }
        Ok(())
    }
}

fn standing() -> TableCreateStatement {
    Table::create()
        .table("product_standing")
        .col(uuid("product_id").primary_key())
        .col(big_integer("orders"))
        .col(big_integer("refunded"))
        .col(big_integer("sent"))
        .col(big_integer_null("ship_minutes"))
        .check(Expr::cust("0 <= refunded AND refunded <= orders AND 0 <= sent AND sent <= orders"))
        .foreign_key(ForeignKey::create().from("product_standing", "product_id").to("product", "id"))
        .to_owned()
}
