use sea_orm_migration::prelude::*;

#[derive(DeriveMigrationName)]
pub struct Step;

#[async_trait::async_trait]
impl MigrationTrait for Step {
    /// What a shop sold lately, without looking at all orders.
    async fn up(&self, schema: &SchemaManager) -> Result<(), DbErr> {
        for (name, column) in [("orders_shop_paid", "paid_at"), ("orders_shop_state", "state")] {
            schema
                .create_index(Index::create().name(name).table("orders").col("shop_id").col(column).to_owned())
                .await?;
        }
        Ok(())
    }
}
