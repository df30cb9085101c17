use sea_orm_migration::{prelude::*, schema::*};

#[derive(DeriveMigrationName)]
pub struct Step;

#[async_trait::async_trait]
impl MigrationTrait for Step {
    /// Commission plans, what creators were promised when they linked, and samples.
    async fn up(&self, schema: &SchemaManager) -> Result<(), DbErr> {
        for table in [promoted(), plan(), named(), link(), sample()] {
            schema.create_table(table).await?;
        }
        for (name, table, columns) in [
            ("commission_plan_product", "commission_plan", ["product_id", "starts_at"]),
            ("commission_plan_shop", "commission_plan", ["shop_id", "made_at"]),
            ("commission_plan_kind", "commission_plan", ["kind", "made_at"]),
            ("commission_named_creator", "commission_named", ["creator_id", "plan_id"]),
            ("commission_link_product", "commission_link", ["product_id", "creator_id"]),
            ("sample_shop", "sample", ["shop_id", "asked_at"]),
            ("sample_creator", "sample", ["creator_id", "asked_at"]),
        ] {
            let mut index = Index::create().name(name).table(table).to_owned();
            for column in columns {
                index.col(column);
            }
            schema.create_index(index).await?;
        }
        // What creators show of others already keeps the share that its product paid until now.
        let known = "INSERT INTO commission_link (creator_id, product_id, plan_id, rate, linked_at) \
                     SELECT item.creator_id, item.product_id, NULL, product.commission, item.added_at \
                     FROM showcase_item item JOIN product ON product.id = item.product_id \
                     JOIN creator ON creator.id = item.creator_id \
                     WHERE creator.shop_id IS NULL OR creator.shop_id <> product.shop_id";
        schema.get_connection().execute_unprepared(known).await?;
        Ok(())
    }
}

/// One row per product that ever had a plan: whoever changes its plans changes it first, so that two at once wait for
/// each other.
fn promoted() -> TableCreateStatement {
    Table::create()
        .table("commission_product")
        .col(uuid("product_id").primary_key())
        .col(big_integer("changes"))
        .foreign_key(ForeignKey::create().from("commission_product", "product_id").to("product", "id"))
        .to_owned()
}

fn plan() -> TableCreateStatement {
    Table::create()
        .table("commission_plan")
        .col(uuid("id").primary_key())
        .col(uuid("product_id"))
        .col(uuid("shop_id"))
        .col(text("kind"))
        .col(integer("rate"))
        .col(integer_null("next_rate"))
        .col(timestamp_with_time_zone_null("next_at"))
        .col(timestamp_with_time_zone("starts_at"))
        .col(timestamp_with_time_zone_null("ends_at"))
        .col(timestamp_with_time_zone("made_at"))
        .check(Expr::cust("rate BETWEEN 0 AND 9000 AND (next_rate IS NULL OR next_rate BETWEEN 0 AND rate)"))
        .check(Expr::cust("(next_rate IS NULL) = (next_at IS NULL)"))
        .foreign_key(ForeignKey::create().from("commission_plan", "product_id").to("product", "id"))
        .foreign_key(ForeignKey::create().from("commission_plan", "shop_id").to("shop", "id"))
        .to_owned()
}

fn named() -> TableCreateStatement {
    Table::create()
        .table("commission_named")
        .col(uuid("plan_id"))
        .col(uuid("creator_id"))
        .col(timestamp_with_time_zone("since"))
        .col(timestamp_with_time_zone_null("until"))
        .primary_key(Index::create().col("plan_id").col("creator_id"))
        .foreign_key(ForeignKey::create().from("commission_named", "plan_id").to("commission_plan", "id"))
        .foreign_key(ForeignKey::create().from("commission_named", "creator_id").to("creator", "id"))
        .to_owned()
}

fn link() -> TableCreateStatement {
    Table::create()
        .table("commission_link")
        .col(uuid("creator_id"))
        .col(uuid("product_id"))
        .col(uuid_null("plan_id"))
        .col(integer("rate"))
        .col(timestamp_with_time_zone("linked_at"))
        .primary_key(Index::create().col("creator_id").col("product_id"))
        .foreign_key(ForeignKey::create().from("commission_link", "creator_id").to("creator", "id"))
        .foreign_key(ForeignKey::create().from("commission_link", "product_id").to("product", "id"))
        .foreign_key(ForeignKey::create().from("commission_link", "plan_id").to("commission_plan", "id"))
        .to_owned()
}

fn sample() -> TableCreateStatement {
    Table::create()
        .table("sample")
        .col(uuid("id").primary_key())
        .col(uuid("product_id"))
        .col(uuid("shop_id"))
        .col(uuid("creator_id"))
        .col(uuid("account_id"))
        .col(text("state"))
        .col(json_binary("address"))
        .col(text("note"))
        .col(text("reason"))
        .col(text("parcel"))
        .col(timestamp_with_time_zone("asked_at"))
        .col(timestamp_with_time_zone("changed_at"))
        .foreign_key(ForeignKey::create().from("sample", "product_id").to("product", "id"))
        .foreign_key(ForeignKey::create().from("sample", "shop_id").to("shop", "id"))
        .foreign_key(ForeignKey::create().from("sample", "creator_id").to("creator", "id"))
        .to_owned()
}
