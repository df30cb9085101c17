use sea_orm_migration::{prelude::*, schema::*, sea_orm::DbBackend};

#[derive(DeriveMigrationName)]
pub struct Step;

#[async_trait::async_trait]
impl MigrationTrait for Step {
    /// What the operator says of categories, each from some moment on, and who said so. `category_paper` is not read
    /// any more: what it held is a term.
    async fn up(&self, schema: &SchemaManager) -> Result<(), DbErr> {
        for (table, column) in [
            ("category", integer("position").default(0).to_owned()),
            ("category", big_integer("revision").default(0).to_owned()),
            ("agreement", uuid_null("published_by")),
            ("agreement", timestamp_with_time_zone_null("published_at")),
        ] {
            schema.alter_table(Table::alter().table(table).add_column(column).to_owned()).await?;
        }
        for table in [category_term(), term_change()] {
            schema.create_table(table).await?;
        }
        let history = Index::create().name("term_change_at").table("term_change").col("at").to_owned();
        schema.create_index(history).await?;
        let of_category =
            Index::create().name("term_change_category").table("term_change").col("category_id").to_owned();
        schema.create_index(of_category).await?;
        let db = schema.get_connection();
        // Of one category and scene no two rates begin at once, and only one has no end: with the transaction that
        // ends a rate where the next begins, no two are ever in force.
        db.execute_unprepared(
            "CREATE UNIQUE INDEX fee_rate_start ON fee_rate (category_id, (COALESCE(scene, '')), valid_from)",
        )
        .await?;
        db.execute_unprepared(
            "CREATE UNIQUE INDEX fee_rate_open ON fee_rate (category_id, (COALESCE(scene, ''))) WHERE valid_to IS NULL",
        )
        .await?;
        // The first moment of the epoch, as each database writes it.
        let (paper, epoch) = match db.get_database_backend() {
            DbBackend::Sqlite => ("json_object('paper', json(name))", "'1970-01-01T00:00:00+00:00'"),
            _ => ("jsonb_build_object('paper', name)", "to_timestamp(0)"),
        };
        db.execute_unprepared(&format!(
            "INSERT INTO category_term (category_id, term, valid_from, value) \
             SELECT category_id, 'paper', {epoch}, {paper} FROM category_paper"
        ))
        .await?;
        Ok(())
    }
}

/// A term is in force until the next one of its kind begins, so two never overlap.
fn category_term() -> TableCreateStatement {
    Table::create()
        .table("category_term")
        .col(uuid("category_id"))
        .col(text("term"))
        .col(timestamp_with_time_zone("valid_from"))
        .col(json_binary("value"))
        .primary_key(Index::create().col("category_id").col("term").col("valid_from"))
        .foreign_key(ForeignKey::create().from("category_term", "category_id").to("category", "id"))
        .to_owned()
}

/// Only `withdrawn_at` and `withdrawn_by` ever change.
fn term_change() -> TableCreateStatement {
    Table::create()
        .table("term_change")
        .col(uuid("id").primary_key())
        .col(uuid("category_id"))
        .col(big_integer("revision"))
        .col(text("term"))
        .col(text_null("scene"))
        .col(json_binary_null("was"))
        .col(json_binary("becomes"))
        .col(timestamp_with_time_zone("valid_from"))
        .col(uuid_null("account_id"))
        .col(timestamp_with_time_zone("at"))
        .col(timestamp_with_time_zone_null("withdrawn_at"))
        .col(uuid_null("withdrawn_by"))
        .foreign_key(ForeignKey::create().from("term_change", "category_id").to("category", "id"))
        .to_owned()
}
