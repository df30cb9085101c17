use sea_orm_migration::{prelude::*, schema::*, sea_orm::DbBackend};

#[derive(DeriveMigrationName)]
pub struct Step;

/// An index over `search_entry` that triggers keep in step, so that the shop writes one plain table
/// on either database.
const SQLITE: &str = "
CREATE VIRTUAL TABLE search_index USING fts5(words, content='search_entry', content_rowid='n', tokenize='unicode61 remove_diacritics 2');
CREATE TRIGGER search_entry_insert AFTER INSERT ON search_entry BEGIN
  INSERT INTO search_index(rowid, words) VALUES (new.n, new.words);
END;
CREATE TRIGGER search_entry_delete AFTER DELETE ON search_entry BEGIN
  INSERT INTO search_index(search_index, rowid, words) VALUES ('delete', old.n, old.words);
END;
CREATE TRIGGER search_entry_update AFTER UPDATE ON search_entry BEGIN
  INSERT INTO search_index(search_index, rowid, words) VALUES ('delete', old.n, old.words);
  INSERT INTO search_index(rowid, words) VALUES (new.n, new.words);
END;";

/// The words are segmented already: an array, so that no parser of the server's has a say.
const POSTGRES: &str = "
ALTER TABLE search_entry ADD COLUMN lexemes tsvector
  GENERATED ALWAYS AS (array_to_tsvector(string_to_array(words, ' '))) STORED;
CREATE INDEX search_entry_lexemes ON search_entry USING gin (lexemes);";

#[async_trait::async_trait]
impl MigrationTrait for Step {
    /// What can be found: the words of products, creators and clips.
    async fn up(&self, schema: &SchemaManager) -> Result<(), DbErr> {
        let entry = Table::create()
            .table("search_entry")
            .col(pk_auto("n"))
            .col(string_len("kind", 8))
            .col(uuid("id").unique_key())
            .col(text("words"))
            .to_owned();
        schema.create_table(entry).await?;
        let index = if schema.get_database_backend() == DbBackend::Sqlite { SQLITE } else { POSTGRES };
        schema.get_connection().execute_unprepared(index).await?;
        Ok(())
    }
}
