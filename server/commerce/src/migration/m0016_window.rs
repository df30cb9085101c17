use sea_orm_migration::{prelude::*, schema::*};

#[derive(DeriveMigrationName)]
pub struct Step;

#[async_trait::async_trait]
impl MigrationTrait for Step {
    /// What creators prepare before it is shown: drafts, what was done to them, and what was shown before.
    async fn up(&self, schema: &SchemaManager) -> Result<(), DbErr> {
        let look = Table::alter().table("creator").add_column(text("look").default("porcelain")).to_owned();
        schema.alter_table(look).await?;
        for table in [draft(), change(), version()] {
            schema.create_table(table).await?;
        }
        let due = Index::create().name("window_draft_due").table("window_draft").col("publish_at").to_owned();
        schema.create_index(due).await
    }
}

fn draft() -> TableCreateStatement {
    Table::create()
        .table("window_draft")
        .col(uuid("creator_id").primary_key())
        .col(json_binary("arrangement"))
        .col(big_integer("version"))
        .col(uuid_null("changed_by"))
        .col(timestamp_with_time_zone("changed_at"))
        .col(timestamp_with_time_zone_null("publish_at"))
        .col(uuid_null("publish_by"))
        .foreign_key(ForeignKey::create().from("window_draft", "creator_id").to("creator", "id"))
        .to_owned()
}

fn change() -> TableCreateStatement {
    Table::create()
        .table("window_change")
        .col(uuid("creator_id"))
        .col(big_integer("version"))
        .col(json_binary("op"))
        .col(json_binary("inverse"))
        .col(text("kind"))
        .col(boolean("undone"))
        .col(uuid_null("by"))
        .col(timestamp_with_time_zone("at"))
        .primary_key(Index::create().col("creator_id").col("version"))
        .foreign_key(ForeignKey::create().from("window_change", "creator_id").to("creator", "id"))
        .to_owned()
}

fn version() -> TableCreateStatement {
    Table::create()
        .table("window_version")
        .col(uuid("creator_id"))
        .col(big_integer("number"))
        .col(json_binary("arrangement"))
        .col(uuid_null("by"))
        .col(timestamp_with_time_zone("at"))
        .col(text("note"))
        .primary_key(Index::create().col("creator_id").col("number"))
        .foreign_key(ForeignKey::create().from("window_version", "creator_id").to("creator", "id"))
        .to_owned()
}
