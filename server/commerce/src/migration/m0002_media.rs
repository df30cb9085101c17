use sea_orm_migration::prelude::*;

#[derive(DeriveMigrationName)]
pub struct Step;

#[async_trait::async_trait]
impl MigrationTrait for Step {
    async fn up(&self, _schema: &SchemaManager) -> Result<(), DbErr> {
        Ok(())
    }
}
