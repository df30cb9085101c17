use sea_orm_migration::{prelude::*, schema::*};

#[derive(DeriveMigrationName)]
pub struct Step;

#[async_trait::async_trait]
impl MigrationTrait for Step {
    /// How each shop gets its goods, the shops elsewhere that are linked, and which product there a product is.
    /// Whatever was here is a shop of its own.
    async fn up(&self, schema: &SchemaManager) -> Result<(), DbErr> {
        let mode = Table::alter().table("shop").add_column(text("mode").default("direct").to_owned()).to_owned();
        schema.alter_table(mode).await?;
        for table in [platform(), link(), product()] {
            schema.create_table(table).await?;
        }
        for (name, table, column) in [("shop_mode", "shop", "mode"), ("shop_link_platform", "shop_link", "platform_id")]
        {
            schema.create_index(Index::create().name(name).table(table).col(column).to_owned()).await?;
        }
        let mut once = Index::create().name("product_link_number").table("product_link").to_owned();
        schema.create_index(once.col("shop_id").col("number").unique().to_owned()).await
    }
}

fn platform() -> TableCreateStatement {
    Table::create()
        .table("platform")
        .col(uuid("id").primary_key())
        .col(text("mode"))
        .col(json_binary("name"))
        .col(json_binary("hosts"))
        .col(boolean("open"))
        .col(big_integer("version"))
        .col(timestamp_with_time_zone("changed_at"))
        .col(uuid_null("changed_by"))
        .to_owned()
}

fn link() -> TableCreateStatement {
    Table::create()
        .table("shop_link")
        .col(uuid("shop_id").primary_key())
        .col(uuid("platform_id"))
        .col(string_len("name", 200))
        .col(string_len("number", 200))
        .col(text("address"))
        .col(timestamp_with_time_zone("at"))
        .foreign_key(ForeignKey::create().from("shop_link", "shop_id").to("shop", "id"))
        .foreign_key(ForeignKey::create().from("shop_link", "platform_id").to("platform", "id"))
        .to_owned()
}

fn product() -> TableCreateStatement {
    Table::create()
        .table("product_link")
        .col(uuid("product_id").primary_key())
        .col(uuid("shop_id"))
        .col(string_len("number", 100))
        .col(text("address"))
        .col(boolean("pictures"))
        .col(timestamp_with_time_zone("at"))
        .foreign_key(ForeignKey::create().from("product_link", "product_id").to("product", "id"))
        .foreign_key(ForeignKey::create().from("product_link", "shop_id").to("shop_link", "shop_id"))
        .to_owned()
}
