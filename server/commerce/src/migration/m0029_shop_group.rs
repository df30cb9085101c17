use sea_orm_migration::{prelude::*, schema::*};

#[derive(DeriveMigrationName)]
pub struct Step;

#[async_trait::async_trait]
impl MigrationTrait for Step {
    /// A shop's own groups of its products.
    async fn up(&self, schema: &SchemaManager) -> Result<(), DbErr> {
        schema.create_table(group()).await?;
        schema.create_table(member()).await?;
        for (name, table, column) in [
            ("shop_group_shop", "shop_group", "shop_id"),
            ("shop_group_product_group", "shop_group_product", "group_id"),
        ] {
            schema.create_index(Index::create().name(name).table(table).col(column).to_owned()).await?;
        }
        Ok(())
    }
}

fn group() -> TableCreateStatement {
    Table::create()
        .table("shop_group")
        .col(uuid("id").primary_key())
        .col(uuid("shop_id"))
        .col(uuid_null("parent_id"))
        .col(string_len("name", 30))
        .col(integer("position"))
        .foreign_key(ForeignKey::create().from("shop_group", "shop_id").to("shop", "id"))
        .to_owned()
}

/// A product is in one group at most.
fn member() -> TableCreateStatement {
    Table::create()
        .table("shop_group_product")
        .col(uuid("product_id").primary_key())
        .col(uuid("group_id"))
        .foreign_key(ForeignKey::create().from("shop_group_product", "product_id").to("product", "id"))
        .foreign_key(ForeignKey::create().from("shop_group_product", "group_id").to("shop_group", "id"))
        .to_owned()
}
