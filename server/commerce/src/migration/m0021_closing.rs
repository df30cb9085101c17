use sea_orm::{FromQueryResult, Statement};
use sea_orm_migration::{prelude::*, schema::*};

#[derive(DeriveMigrationName)]
pub struct Step;

#[async_trait::async_trait]
impl MigrationTrait for Step {
    /// The categories of shops and what becomes of their deposits; closings.
    async fn up(&self, schema: &SchemaManager) -> Result<(), DbErr> {
        for (table, column) in [
            ("deposit", text("kind").default("opening").to_owned()),
            ("deposit", uuid_null("due_of")),
            ("deposit", timestamp_with_time_zone_null("due_at")),
            ("refund", uuid_null("deposit_id")),
        ] {
            schema.alter_table(Table::alter().table(table).add_column(column).to_owned()).await?;
        }
        for table in [shop_category(), category_request(), shop_standing(), closing_policy(), closing()] {
            schema.create_table(table).await?;
        }
        let due_of = Index::create().name("deposit_due_of").table("deposit").col("due_of").unique().to_owned();
        schema.create_index(due_of).await?;
        for (name, table, columns) in [
            ("deposit_due", "deposit", vec!["due_at"]),
            ("category_request_shop", "category_request", vec!["shop_id"]),
            ("category_request_queue", "category_request", vec!["state", "at"]),
            ("shop_standing_sweep", "shop_standing", vec!["sweep"]),
            ("closing_shop", "closing", vec!["shop_id"]),
            ("closing_due", "closing", vec!["due_at"]),
            ("orders_shop", "orders", vec!["shop_id", "state"]),
        ] {
            let mut index = Index::create().name(name).table(table).to_owned();
            for column in columns {
                index.col(column);
            }
            schema.create_index(index).await?;
        }
        choose(schema).await
    }
}

/// What shops chose when they opened is what they sell now.
async fn choose(schema: &SchemaManager<'_>) -> Result<(), DbErr> {
    #[derive(FromQueryResult)]
    struct Opened {
        shop_id: uuid::Uuid,
        form: serde_json::Value,
        created_at: chrono::DateTime<chrono::Utc>,
    }
    let connection = schema.get_connection();
    let open = "SELECT shop_id, form, created_at FROM application WHERE state = 'open'";
    let open = Opened::find_by_statement(Statement::from_string(schema.get_database_backend(), open));
    for Opened { shop_id, form, created_at } in open.all(connection).await? {
        let chosen = form.get("categories").cloned().unwrap_or_default();
        for category in serde_json::from_value::<Vec<uuid::Uuid>>(chosen).unwrap_or_default() {
            let mut row = Query::insert();
            row.into_table("shop_category").columns(["shop_id", "category_id", "since"]);
            row.values([shop_id.into(), category.into(), created_at.into()])
                .map_err(|error| DbErr::Migration(error.to_string()))?;
            connection.execute(&row).await?;
        }
    }
    Ok(())
}

fn shop_category() -> TableCreateStatement {
    Table::create()
        .table("shop_category")
        .col(uuid("shop_id"))
        .col(uuid("category_id"))
        .col(timestamp_with_time_zone("since"))
        .primary_key(Index::create().col("shop_id").col("category_id"))
        .foreign_key(ForeignKey::create().from("shop_category", "shop_id").to("shop", "id"))
        .foreign_key(ForeignKey::create().from("shop_category", "category_id").to("category", "id"))
        .to_owned()
}

/// `live` names shop and category as long as nothing was decided: one wish of a kind at a time.
fn category_request() -> TableCreateStatement {
    Table::create()
        .table("category_request")
        .col(uuid("id").primary_key())
        .col(uuid("shop_id"))
        .col(uuid("category_id"))
        .col(string_len_null("live", 80).unique_key())
        .col(text("state"))
        .col(big_integer("version"))
        .col(uuid("account_id"))
        .col(timestamp_with_time_zone("at"))
        .col(text_null("reason"))
        .col(text("words"))
        .col(uuid_null("reviewer"))
        .col(timestamp_with_time_zone_null("decided_at"))
        .foreign_key(ForeignKey::create().from("category_request", "shop_id").to("shop", "id"))
        .foreign_key(ForeignKey::create().from("category_request", "category_id").to("category", "id"))
        .to_owned()
}

fn shop_standing() -> TableCreateStatement {
    Table::create()
        .table("shop_standing")
        .col(uuid("shop_id").primary_key())
        .col(boolean("short"))
        .col(big_integer("required_minor"))
        .col(boolean("sweep"))
        .col(timestamp_with_time_zone("since"))
        .foreign_key(ForeignKey::create().from("shop_standing", "shop_id").to("shop", "id"))
        .to_owned()
}

fn closing_policy() -> TableCreateStatement {
    Table::create()
        .table("closing_policy")
        .col(uuid("id").primary_key())
        .col(integer("announce_days"))
        .col(integer("after_sale_days"))
        .col(timestamp_with_time_zone("valid_from"))
        .check(Expr::cust("announce_days >= 0 AND after_sale_days >= 0"))
        .to_owned()
}

/// `live` is the shop until the closing is withdrawn: one at a time.
fn closing() -> TableCreateStatement {
    Table::create()
        .table("closing")
        .col(uuid("id").primary_key())
        .col(uuid("shop_id"))
        .col(uuid_null("live").unique_key())
        .col(text("state"))
        .col(uuid_null("account_id"))
        .col(timestamp_with_time_zone("announced_at"))
        .col(timestamp_with_time_zone("ends_at"))
        .col(timestamp_with_time_zone_null("due_at"))
        .col(timestamp_with_time_zone_null("closed_at"))
        .foreign_key(ForeignKey::create().from("closing", "shop_id").to("shop", "id"))
        .to_owned()
}
