use sea_orm_migration::{prelude::*, schema::*};

#[derive(DeriveMigrationName)]
pub struct Step;

#[async_trait::async_trait]
impl MigrationTrait for Step {
    /// Clips, their timed product cards, and what viewers do with them.
    async fn up(&self, schema: &SchemaManager) -> Result<(), DbErr> {
        for table in [video(), card(), by_buyer("video_like"), by_buyer("video_play"), comment()] {
            schema.create_table(table).await?;
        }
        for (name, table, columns) in [
            ("video_feed", "video", ["removed", "published_at"]),
            ("video_creator", "video", ["creator_id", "published_at"]),
            ("video_card_product", "video_card", ["product_id", "video_id"]),
            ("video_comment_video", "video_comment", ["video_id", "at"]),
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

fn video() -> TableCreateStatement {
    Table::create()
        .table("video")
        .col(uuid("id").primary_key())
        .col(uuid("creator_id"))
        .col(json_binary("caption"))
        .col(uuid("clip"))
        .col(uuid("poster"))
        .col(big_integer("duration_ms"))
        .col(boolean("removed"))
        .col(big_integer("likes"))
        .col(big_integer("comments"))
        .col(big_integer("plays"))
        .col(timestamp_with_time_zone("published_at"))
        .foreign_key(ForeignKey::create().from("video", "creator_id").to("creator", "id"))
        .to_owned()
}

fn card() -> TableCreateStatement {
    Table::create()
        .table("video_card")
        .col(uuid("video_id"))
        .col(uuid("product_id"))
        .col(big_integer("from_ms"))
        .col(big_integer("to_ms"))
        .col(integer("fee"))
        .col(integer("commission"))
        .primary_key(Index::create().col("video_id").col("product_id"))
        .check(Expr::cust("from_ms >= 0 AND from_ms < to_ms"))
        .foreign_key(ForeignKey::create().from("video_card", "video_id").to("video", "id"))
        .foreign_key(ForeignKey::create().from("video_card", "product_id").to("product", "id"))
        .to_owned()
}

/// Something a buyer does to a clip once.
fn by_buyer(table: &'static str) -> TableCreateStatement {
    Table::create()
        .table(table)
        .col(uuid("video_id"))
        .col(uuid("buyer_id"))
        .col(timestamp_with_time_zone("at"))
        .primary_key(Index::create().col("video_id").col("buyer_id"))
        .foreign_key(ForeignKey::create().from(table, "video_id").to("video", "id"))
        .to_owned()
}

fn comment() -> TableCreateStatement {
    Table::create()
        .table("video_comment")
        .col(uuid("id").primary_key())
        .col(uuid("video_id"))
        .col(uuid_null("buyer_id"))
        .col(json_binary("name"))
        .col(json_binary("text"))
        .col(big_integer("likes"))
        .col(timestamp_with_time_zone("at"))
        .foreign_key(ForeignKey::create().from("video_comment", "video_id").to("video", "id"))
        .to_owned()
}
