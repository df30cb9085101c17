use sea_orm_migration::{prelude::*, schema::*};

#[derive(DeriveMigrationName)]
pub struct Step;

#[async_trait::async_trait]
impl MigrationTrait for Step {
    /// What others must hear of. `id` orders everything; `seq` is gapless per aggregate.
    async fn up(&self, schema: &SchemaManager) -> Result<(), DbErr> {
        let outbox = Table::create()
            .table("outbox")
            .col(big_pk_auto("id"))
            .col(uuid("aggregate"))
            .col(big_integer("seq"))
            .col(string_len("kind", 48))
            .col(text("payload"))
            .col(timestamp_with_time_zone("at"))
            .to_owned();
        schema.create_table(outbox).await?;
        let once = Index::create().name("outbox_once").table("outbox").col("aggregate").col("seq").unique().to_owned();
        schema.create_index(once).await
    }
}
