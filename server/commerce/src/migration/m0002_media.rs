use sea_orm_migration::{prelude::*, schema::*};

#[derive(DeriveMigrationName)]
pub struct Step;

#[async_trait::async_trait]
impl MigrationTrait for Step {
    /// What is known of pictures and clips; their bytes are in the object store.
    async fn up(&self, schema: &SchemaManager) -> Result<(), DbErr> {
        let media = Table::create()
            .table("media")
            .col(uuid("id").primary_key())
            .col(string_len("kind", 8))
            .col(json_binary("alt"))
            .col(integer("width"))
            .col(integer("height"))
            .col(json_binary("widths"))
            .col(big_integer("duration_ms"))
            .col(uuid_null("uploaded_by"))
            .col(timestamp_with_time_zone("at"))
            .to_owned();
        schema.create_table(media).await?;
        let by_uploader = Index::create().name("media_uploader").table("media").col("uploaded_by").col("at").to_owned();
        schema.create_index(by_uploader).await
    }
}
