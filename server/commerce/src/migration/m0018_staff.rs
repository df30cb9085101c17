use sea_orm_migration::{prelude::*, schema::*};

#[derive(DeriveMigrationName)]
pub struct Step;

#[async_trait::async_trait]
impl MigrationTrait for Step {
    /// Offers to join a shop, and what its people did.
    async fn up(&self, schema: &SchemaManager) -> Result<(), DbErr> {
        schema.create_table(invitation()).await?;
        schema.create_table(activity()).await?;
        for (name, table) in [("shop_invitation_shop", "shop_invitation"), ("activity_shop", "activity")] {
            let index = Index::create().name(name).table(table).col("shop_id").col("id").to_owned();
            schema.create_index(index).await?;
        }
        Ok(())
    }
}

fn invitation() -> TableCreateStatement {
    Table::create()
        .table("shop_invitation")
        .col(uuid("id").primary_key())
        .col(uuid("shop_id"))
        .col(text("role"))
        .col(string_len("note", 80))
        .col(string_len("token_hash", 64).unique_key())
        .col(timestamp_with_time_zone("expires_at"))
        .foreign_key(ForeignKey::create().from("shop_invitation", "shop_id").to("shop", "id"))
        .to_owned()
}

/// Append-only; the id is made from the time, so it is also the order.
fn activity() -> TableCreateStatement {
    Table::create()
        .table("activity")
        .col(uuid("id").primary_key())
        .col(uuid("shop_id"))
        .col(uuid_null("account_id"))
        .col(string_len("act", 48))
        .col(json_binary("subject"))
        .col(timestamp_with_time_zone("at"))
        .foreign_key(ForeignKey::create().from("activity", "shop_id").to("shop", "id"))
        .to_owned()
}
