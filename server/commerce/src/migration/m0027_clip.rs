use sea_orm_migration::{prelude::*, schema::*};

#[derive(DeriveMigrationName)]
pub struct Step;

#[async_trait::async_trait]
impl MigrationTrait for Step {
    /// Clips that two people edit at once, whose films and posters are seen by who may see the clip, and whose cards
    /// are looked at again when their product changes and say who met them.
    async fn up(&self, schema: &SchemaManager) -> Result<(), DbErr> {
        for name in ["words_version", "cards_version"] {
            let column = Table::alter().table("video").add_column(big_integer(name).default(1)).to_owned();
            schema.alter_table(column).await?;
        }
        let look = Table::alter().table("video_card").add_column(timestamp_with_time_zone_null("look_at")).to_owned();
        schema.alter_table(look).await?;
        let told = Table::alter().table("video_card").add_column(boolean("told").default(false)).to_owned();
        schema.alter_table(told).await?;
        for (name, table, column) in [
            ("video_clip", "video", "clip"),
            ("video_poster", "video", "poster"),
            ("video_card_look", "video_card", "look_at"),
        ] {
            schema.create_index(Index::create().name(name).table(table).col(column).to_owned()).await?;
        }
        schema.create_table(met()).await?;
        let posters = "UPDATE media SET kind = 'poster' WHERE kind = 'image' AND id IN (SELECT poster FROM video)";
        schema.get_connection().execute_unprepared(posters).await?;
        Ok(())
    }
}

fn met() -> TableCreateStatement {
    Table::create()
        .table("video_card_met")
        .col(uuid("video_id"))
        .col(uuid("product_id"))
        .col(uuid("buyer_id"))
        .col(boolean("tapped"))
        .col(timestamp_with_time_zone("at"))
        .primary_key(Index::create().col("video_id").col("product_id").col("buyer_id"))
        .foreign_key(ForeignKey::create().from("video_card_met", "video_id").to("video", "id"))
        .to_owned()
}
