use sea_orm_migration::{prelude::*, schema::*};

#[derive(DeriveMigrationName)]
pub struct Step;

#[async_trait::async_trait]
impl MigrationTrait for Step {
    /// Shops, categories with their rates, products and the stock of their SKUs.
    async fn up(&self, schema: &SchemaManager) -> Result<(), DbErr> {
        for table in
            [freight_template(), shop(), category(), fee_rate(), product(), product_draft(), sku(), stock(), review()]
        {
            schema.create_table(table).await?;
        }
        for (name, table, columns) in [
            ("fee_rate_category", "fee_rate", vec!["category_id"]),
            ("product_listed", "product", vec!["state", "listed_at", "id"]),
            ("product_shop", "product", vec!["shop_id", "state"]),
            ("product_category", "product", vec!["category_id", "state"]),
            ("review_product", "review", vec!["product_id", "at"]),
        ] {
            let mut index = Index::create().name(name).table(table).to_owned();
            for column in columns {
                index.col(column);
            }
            schema.create_index(index).await?;
        }
        let code = Index::create().name("sku_code").table("sku").col("product_id").col("code").unique().to_owned();
        schema.create_index(code).await
    }
}

fn freight_template() -> TableCreateStatement {
    Table::create().table("freight_template").col(uuid("id").primary_key()).col(json_binary("template")).to_owned()
}

fn shop() -> TableCreateStatement {
    Table::create()
        .table("shop")
        .col(uuid("id").primary_key())
        .col(json_binary("name"))
        .col(uuid_null("logo"))
        .col(integer("score_pct"))
        .col(string("phone"))
        .col(uuid("freight_id"))
        .foreign_key(ForeignKey::create().from("shop", "freight_id").to("freight_template", "id"))
        .to_owned()
}

fn category() -> TableCreateStatement {
    Table::create()
        .table("category")
        .col(uuid("id").primary_key())
        .col(uuid_null("parent_id"))
        .col(string_len("code", 64).unique_key())
        .col(json_binary("name"))
        .col(json_binary("attributes"))
        .col(big_integer("deposit_minor"))
        .col(integer("confirm_days"))
        .col(boolean("seven_day_return"))
        .foreign_key(ForeignKey::create().from("category", "parent_id").to("category", "id"))
        .to_owned()
}

fn fee_rate() -> TableCreateStatement {
    Table::create()
        .table("fee_rate")
        .col(uuid("id").primary_key())
        .col(uuid("category_id"))
        .col(text_null("scene"))
        .col(integer("rate"))
        .col(timestamp_with_time_zone("valid_from"))
        .col(timestamp_with_time_zone_null("valid_to"))
        .foreign_key(ForeignKey::create().from("fee_rate", "category_id").to("category", "id"))
        .to_owned()
}

fn product() -> TableCreateStatement {
    Table::create()
        .table("product")
        .col(uuid("id").primary_key())
        .col(uuid("shop_id"))
        .col(uuid("category_id"))
        .col(text("state"))
        .col(json_binary("title"))
        .col(json_binary("subtitle"))
        .col(json_binary("content"))
        .col(integer("ship_within_hours"))
        .col(uuid_null("freight_id"))
        .col(integer("commission"))
        .col(big_integer("sold"))
        .col(big_integer("version"))
        .col(timestamp_with_time_zone_null("listed_at"))
        .foreign_key(ForeignKey::create().from("product", "shop_id").to("shop", "id"))
        .foreign_key(ForeignKey::create().from("product", "category_id").to("category", "id"))
        .foreign_key(ForeignKey::create().from("product", "freight_id").to("freight_template", "id"))
        .to_owned()
}

fn product_draft() -> TableCreateStatement {
    Table::create()
        .table("product_draft")
        .col(uuid("product_id").primary_key())
        .col(json_binary("draft"))
        .col(timestamp_with_time_zone("changed_at"))
        .foreign_key(ForeignKey::create().from("product_draft", "product_id").to("product", "id"))
        .to_owned()
}

fn sku() -> TableCreateStatement {
    Table::create()
        .table("sku")
        .col(uuid("id").primary_key())
        .col(uuid("product_id"))
        .col(string_len("code", 64))
        .col(integer("position"))
        .col(json_binary("choice"))
        .col(big_integer("price_minor"))
        .col(big_integer_null("market_price_minor"))
        .col(char_len("currency", 3))
        .col(integer("weight_g"))
        .col(integer_null("picture"))
        .check(Expr::cust("price_minor > 0"))
        .foreign_key(ForeignKey::create().from("sku", "product_id").to("product", "id"))
        .to_owned()
}

/// The check is the last line of defence: even a wrong statement cannot sell a piece that is not there.
fn stock() -> TableCreateStatement {
    Table::create()
        .table("stock")
        .col(uuid("sku_id"))
        .col(string_len("bucket", 16))
        .col(integer("on_hand"))
        .col(integer("held"))
        .col(integer("sold"))
        .col(integer("received"))
        .primary_key(Index::create().col("sku_id").col("bucket"))
        .check(Expr::cust("held >= 0 AND held <= on_hand AND sold >= 0 AND received = on_hand + sold"))
        .foreign_key(ForeignKey::create().from("stock", "sku_id").to("sku", "id"))
        .to_owned()
}

fn review() -> TableCreateStatement {
    Table::create()
        .table("review")
        .col(uuid("id").primary_key())
        .col(uuid("product_id"))
        .col(string("name"))
        .col(integer("stars"))
        .col(json_binary("text"))
        .col(json_binary("sku"))
        .col(timestamp_with_time_zone("at"))
        .foreign_key(ForeignKey::create().from("review", "product_id").to("product", "id"))
        .to_owned()
}
