use sea_orm_migration::{prelude::*, schema::*};

#[derive(DeriveMigrationName)]
pub struct Step;

#[async_trait::async_trait]
impl MigrationTrait for Step {
    /// The way of a draft through its review, the rules for it, sales that begin and end by themselves, imports.
    async fn up(&self, schema: &SchemaManager) -> Result<(), DbErr> {
        // One column per statement: SQLite knows no other way.
        for (table, column) in [
            ("product_draft", text("state").default("editing").to_owned()),
            ("product_draft", big_integer("version").default(1).to_owned()),
            ("product_draft", text("words").default("").to_owned()),
            ("product_draft", json_binary("typed").default("[]").to_owned()),
            ("product_draft", json_binary("reasons").default("[]").to_owned()),
            ("product_draft", timestamp_with_time_zone_null("submitted_at")),
            ("product", timestamp_with_time_zone_null("list_at")),
            ("product", timestamp_with_time_zone_null("delist_at")),
            ("product", boolean("low_told").default(false).to_owned()),
        ] {
            schema.alter_table(Table::alter().table(table).add_column(column).to_owned()).await?;
        }
        let db = schema.get_connection();
        // What is on sale was made of its draft; everything is found by its title.
        db.execute_unprepared(
            "UPDATE product_draft SET state = 'passed' WHERE product_id IN (SELECT id FROM product WHERE state <> 'draft')",
        )
        .await?;
        db.execute_unprepared(
            "UPDATE product_draft SET words = \
             lower((SELECT CAST(title AS text) FROM product WHERE product.id = product_draft.product_id))",
        )
        .await?;
        for table in [product_rule(), banned_word(), stock_alert(), product_import()] {
            schema.create_table(table).await?;
        }
        for (name, table, columns) in [
            ("product_draft_queue", "product_draft", vec!["state", "submitted_at"]),
            ("product_list_at", "product", vec!["list_at"]),
            ("product_delist_at", "product", vec!["delist_at"]),
            ("product_import_shop", "product_import", vec!["shop_id", "at"]),
            ("product_import_state", "product_import", vec!["state", "leased_until"]),
        ] {
            let mut index = Index::create().name(name).table(table).to_owned();
            for column in columns {
                index.col(column);
            }
            schema.create_index(index).await?;
        }
        Ok(())
    }
}

/// By category; the nil id stands for all of them.
fn product_rule() -> TableCreateStatement {
    Table::create()
        .table("product_rule")
        .col(uuid("category_id").primary_key())
        .col(text("review"))
        .col(big_integer_null("floor_minor"))
        .col(json_binary("required"))
        .to_owned()
}

fn banned_word() -> TableCreateStatement {
    Table::create().table("banned_word").col(text("word").primary_key()).to_owned()
}

/// From how many pieces on a shop is not told of a SKU; the default without a row.
fn stock_alert() -> TableCreateStatement {
    Table::create()
        .table("stock_alert")
        .col(uuid("shop_id").primary_key())
        .col(integer("threshold"))
        .foreign_key(ForeignKey::create().from("stock_alert", "shop_id").to("shop", "id"))
        .to_owned()
}

/// The file stays with its job until that ends, so that whichever process is there can go on with it.
fn product_import() -> TableCreateStatement {
    Table::create()
        .table("product_import")
        .col(uuid("id").primary_key())
        .col(uuid("shop_id"))
        .col(uuid_null("account_id"))
        .col(text("name"))
        .col(text("file"))
        .col(boolean("list"))
        .col(text("state"))
        .col(json_binary("check_result"))
        .col(integer("products"))
        .col(integer("done"))
        .col(integer("done_skus"))
        .col(integer("waiting"))
        .col(timestamp_with_time_zone_null("leased_until"))
        .col(timestamp_with_time_zone("at"))
        .foreign_key(ForeignKey::create().from("product_import", "shop_id").to("shop", "id"))
        .to_owned()
}
