use sea_orm_migration::{prelude::*, schema::*};

#[derive(DeriveMigrationName)]
pub struct Step;

#[async_trait::async_trait]
impl MigrationTrait for Step {
    /// What each member of a shop may do; whoever was one already owned it.
    async fn up(&self, schema: &SchemaManager) -> Result<(), DbErr> {
        let role = Table::alter().table("shop_member").add_column(text("role").default("owner")).to_owned();
        schema.alter_table(role).await
    }
}
