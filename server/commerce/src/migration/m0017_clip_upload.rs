use sea_orm::DbBackend;
use sea_orm_migration::{prelude::*, schema::*};

#[derive(DeriveMigrationName)]
pub struct Step;

#[async_trait::async_trait]
impl MigrationTrait for Step {
    /// Films that arrive in parts, and clips with a life before and after they are public.
    async fn up(&self, schema: &SchemaManager) -> Result<(), DbErr> {
        schema.create_table(upload()).await?;
        schema.create_table(part()).await?;
        for (name, columns) in [("upload_due", ["state", "expires_at"]), ("upload_shop", ["shop_id", "made_at"])] {
            let mut index = Index::create().name(name).table("upload").to_owned();
            for column in columns {
                index.col(column);
            }
            schema.create_index(index).await?;
        }
        // Whatever was there before was published at once.
        let state = Table::alter().table("video").add_column(text("state").default("published")).to_owned();
        schema.alter_table(state).await?;
        let later = Table::alter().table("video").add_column(timestamp_with_time_zone_null("publish_at")).to_owned();
        schema.alter_table(later).await?;
        let due = Index::create().name("video_due").table("video").col("state").col("publish_at").to_owned();
        schema.create_index(due).await?;
        // For the figures of a clip; most lines were met elsewhere and are not in it.
        let met_in = if schema.get_database_backend() == DbBackend::Sqlite {
            "CREATE INDEX order_line_video ON order_line (json_extract(source, '$.video_id')) \
             WHERE json_extract(source, '$.video_id') IS NOT NULL"
        } else {
            "CREATE INDEX order_line_video ON order_line ((source->>'video_id')) WHERE source->>'video_id' IS NOT NULL"
        };
        schema.get_connection().execute_unprepared(met_in).await?;
        Ok(())
    }
}

fn upload() -> TableCreateStatement {
    Table::create()
        .table("upload")
        .col(uuid("id").primary_key())
        .col(uuid("shop_id"))
        .col(uuid("account_id"))
        .col(string_len("purpose", 16))
        .col(text("name"))
        .col(big_integer("length"))
        .col(big_integer("received"))
        .col(text("state"))
        .col(integer("progress"))
        .col(text_null("fault"))
        .col(integer("tries"))
        .col(timestamp_with_time_zone_null("claimed_until"))
        .col(timestamp_with_time_zone("made_at"))
        .col(timestamp_with_time_zone("expires_at"))
        .check(Expr::cust("0 <= received AND received <= length"))
        .foreign_key(ForeignKey::create().from("upload", "shop_id").to("shop", "id"))
        .to_owned()
}

fn part() -> TableCreateStatement {
    Table::create()
        .table("upload_part")
        .col(uuid("upload_id"))
        .col(big_integer("start"))
        .col(uuid("id"))
        .col(big_integer("size"))
        .primary_key(Index::create().col("upload_id").col("start"))
        .foreign_key(ForeignKey::create().from("upload_part", "upload_id").to("upload", "id"))
        .to_owned()
}
