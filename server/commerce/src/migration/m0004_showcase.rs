use sea_orm_migration::{prelude::*, schema::*};

#[derive(DeriveMigrationName)]
pub struct Step;

#[async_trait::async_trait]
impl MigrationTrait for Step {
    /// Creators, what they show in which order, and who follows them.
    async fn up(&self, schema: &SchemaManager) -> Result<(), DbErr> {
        for table in [creator(), group(), item(), item_group(), follow()] {
            schema.create_table(table).await?;
        }
        let by_shop = Index::create().name("creator_shop").table("creator").col("shop_id").to_owned();
        schema.create_index(by_shop).await?;
        let items_of_product =
            Index::create().name("showcase_item_product").table("showcase_item").col("product_id").to_owned();
        schema.create_index(items_of_product).await
    }
}

fn creator() -> TableCreateStatement {
    Table::create()
        .table("creator")
        .col(uuid("id").primary_key())
        .col(string_len("handle", 32).unique_key())
        .col(uuid_null("shop_id"))
        .col(json_binary("name"))
        .col(json_binary("bio"))
        .col(uuid("avatar"))
        .col(uuid("cover"))
        .col(boolean("verified"))
        .col(big_integer("followers"))
        .col(timestamp_with_time_zone("opened_at"))
        .foreign_key(ForeignKey::create().from("creator", "shop_id").to("shop", "id"))
        .to_owned()
}

fn group() -> TableCreateStatement {
    Table::create()
        .table("showcase_group")
        .col(uuid("id").primary_key())
        .col(uuid("creator_id"))
        .col(json_binary("name"))
        .col(integer("position"))
        .foreign_key(ForeignKey::create().from("showcase_group", "creator_id").to("creator", "id"))
        .to_owned()
}

fn item() -> TableCreateStatement {
    Table::create()
        .table("showcase_item")
        .col(uuid("creator_id"))
        .col(uuid("product_id"))
        .col(integer("position"))
        .col(integer_null("pinned"))
        .col(boolean("hidden"))
        .col(timestamp_with_time_zone("added_at"))
        .primary_key(Index::create().col("creator_id").col("product_id"))
        .foreign_key(ForeignKey::create().from("showcase_item", "creator_id").to("creator", "id"))
        .foreign_key(ForeignKey::create().from("showcase_item", "product_id").to("product", "id"))
        .to_owned()
}

/// A product may be in several groups.
fn item_group() -> TableCreateStatement {
    Table::create()
        .table("showcase_item_group")
        .col(uuid("group_id"))
        .col(uuid("product_id"))
        .primary_key(Index::create().col("group_id").col("product_id"))
        .foreign_key(ForeignKey::create().from("showcase_item_group", "group_id").to("showcase_group", "id"))
        .foreign_key(ForeignKey::create().from("showcase_item_group", "product_id").to("product", "id"))
        .to_owned()
}

fn follow() -> TableCreateStatement {
    Table::create()
        .table("follow")
        .col(uuid("creator_id"))
        .col(uuid("buyer_id"))
        .col(timestamp_with_time_zone("at"))
        .primary_key(Index::create().col("creator_id").col("buyer_id"))
        .foreign_key(ForeignKey::create().from("follow", "creator_id").to("creator", "id"))
        .to_owned()
}
