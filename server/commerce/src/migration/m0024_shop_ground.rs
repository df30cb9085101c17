use sea_orm_migration::{prelude::*, schema::*};

#[derive(DeriveMigrationName)]
pub struct Step;

#[async_trait::async_trait]
impl MigrationTrait for Step {
    /// Whether a shop sells no more, in its own row: whoever orders or lists holds that row. What part of a deposit went
    /// back.
    async fn up(&self, schema: &SchemaManager) -> Result<(), DbErr> {
        let ended = Table::alter().table("shop").add_column(boolean("ended").default(false)).to_owned();
        schema.alter_table(ended).await?;
        let over = "UPDATE shop SET ended = TRUE WHERE id IN \
                    (SELECT live FROM closing WHERE live IS NOT NULL AND state IN ('winding', 'closed', 'settled'))";
        schema.get_connection().execute_unprepared(over).await?;
        // A part of a deposit that went back by itself.
        let split_of = Table::alter().table("deposit").add_column(uuid_null("split_of")).to_owned();
        schema.alter_table(split_of).await
    }
}
