use sea_orm::{DbErr, FromQueryResult, Statement};
use sea_orm_migration::MigratorTrait;

use super::Migrator;
use crate::{Db, db::connect_writer};

/// How a database stands to this release.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Schema {
    /// Nothing is in it.
    Empty,
    /// An older release made it.
    Behind {
        /// Steps that are missing.
        steps: usize,
    },
    /// It is what this release knows.
    Current,
}

/// How the database at `url` stands; `DbErr` if it cannot be reached or a newer release made it.
pub async fn schema(url: &str) -> Result<Schema, DbErr> {
    let connection = connect_writer(url).await?;
    let done = Migrator::get_applied_migrations(&connection).await?.len();
    let steps = Migrator::get_pending_migrations(&connection).await?.len();
    connection.close().await?;
    Ok(match (done, steps) {
        (0, _) => Schema::Empty,
        (_, 0) => Schema::Current,
        (_, steps) => Schema::Behind { steps },
    })
}

/// Whether the database answers and has exactly the steps of this release.
pub async fn is_current(db: &Db) -> Result<bool, DbErr> {
    #[derive(FromQueryResult)]
    struct Count {
        steps: i64,
    }
    let count =
        Statement::from_string(db.read().get_database_backend(), "SELECT COUNT(*) AS steps FROM seaql_migrations");
    let count = Count::find_by_statement(count).one(db.read()).await?;
    Ok(count.is_some_and(|count| usize::try_from(count.steps) == Ok(Migrator::migrations().len())))
}
