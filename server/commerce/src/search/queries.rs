//! All SQL of the search. Matching is the one thing the two databases do differently.

use sea_orm::{
    ActiveValue::{NotSet, Set},
    ColumnTrait, ConnectionTrait, DbBackend, DbErr, EntityTrait, QueryFilter, Statement,
    sea_query::OnConflict,
};
use uuid::Uuid;

use super::entity::{ActiveModel, Column, Entity};

pub async fn put(db: &impl ConnectionTrait, kind: &str, id: Uuid, words: String) -> Result<(), DbErr> {
    let row = ActiveModel { n: NotSet, kind: Set(kind.to_owned()), id: Set(id), words: Set(words) };
    let newest = OnConflict::column(Column::Id).update_column(Column::Words).to_owned();
    Entity::insert(row).on_conflict(newest).exec_without_returning(db).await?;
    Ok(())
}

/// Entries of things that have none yet.
pub async fn put_all(db: &impl ConnectionTrait, kind: &str, entries: Vec<(Uuid, String)>) -> Result<(), DbErr> {
    let row = |(id, words)| ActiveModel { n: NotSet, kind: Set(kind.to_owned()), id: Set(id), words: Set(words) };
    Entity::insert_many(entries.into_iter().map(row)).exec_without_returning(db).await?;
    Ok(())
}

pub async fn remove(db: &impl ConnectionTrait, id: Uuid) -> Result<(), DbErr> {
    Entity::delete_many().filter(Column::Id.eq(id)).exec(db).await?;
    Ok(())
}

/// Ids of `kind` that have every one (or any) of `words` at the beginning of a word, best first.
/// `words` are letters and digits only, so nothing in them means anything to a database.
pub async fn find(
    db: &impl ConnectionTrait,
    kind: &str,
    words: &[String],
    every: bool,
    limit: u32,
) -> Result<Vec<Uuid>, DbErr> {
    let backend = db.get_database_backend();
    let (sql, pattern) = if backend == DbBackend::Sqlite {
        let terms: Vec<_> = words.iter().map(|word| format!("\"{word}\"*")).collect();
        (
            "SELECT e.id FROM search_index i JOIN search_entry e ON e.n = i.rowid \
             WHERE search_index MATCH ? AND e.kind = ? ORDER BY bm25(search_index), e.n DESC LIMIT ?",
            terms.join(if every { " AND " } else { " OR " }),
        )
    } else {
        let terms: Vec<_> = words.iter().map(|word| format!("'{word}':*")).collect();
        (
            "SELECT id FROM search_entry WHERE lexemes @@ $1::tsquery AND kind = $2 \
             ORDER BY ts_rank(lexemes, $1::tsquery) DESC, n DESC LIMIT $3",
            terms.join(if every { " & " } else { " | " }),
        )
    };
    let values = [pattern.into(), kind.into(), i64::from(limit).into()];
    let rows = db.query_all_raw(Statement::from_sql_and_values(backend, sql, values)).await?;
    rows.iter().map(|row| row.try_get("", "id")).collect()
}
