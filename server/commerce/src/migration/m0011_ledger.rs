use sea_orm_migration::{prelude::*, schema::*};

#[derive(DeriveMigrationName)]
pub struct Step;

#[async_trait::async_trait]
impl MigrationTrait for Step {
    /// The ledger. Its key makes a posting that is tried twice fail instead of counting twice.
    async fn up(&self, schema: &SchemaManager) -> Result<(), DbErr> {
        let entry = Table::create()
            .table("ledger_entry")
            .col(uuid("reference"))
            .col(string_len("event", 32))
            .col(string_len("account", 32))
            .col(uuid_null("owner"))
            .col(big_integer("minor"))
            .col(char_len("currency", 3))
            .col(timestamp_with_time_zone("at"))
            .primary_key(Index::create().col("reference").col("event").col("account"))
            .to_owned();
        schema.create_table(entry).await?;
        let owner =
            Index::create().name("ledger_entry_owner").table("ledger_entry").col("owner").col("account").to_owned();
        schema.create_index(owner).await
    }
}
