//! Who changed the tables, when, and to what.

use shared::{CategoryId, Locale, Term, dto::TermChange};

use crate::{
    Actor, Catalog, Error,
    catalog::{entity::term_change, queries, record::categories},
    clock::rfc3339,
    identity,
};

/// Entries that are shown.
const SHOWN: u64 = 100;

impl Catalog<'_> {
    /// The history of some terms, of one category or all, the newest first, the last 100; operators only.
    pub async fn term_history(
        &self,
        actor: Actor,
        category: Option<CategoryId>,
        terms: &[Term],
        locale: Locale,
    ) -> Result<Vec<TermChange>, Error> {
        actor.require_operator()?;
        let (db, now) = (self.shop().db.read(), self.shop().clock.now());
        let rows = queries::changes(db, category, terms, SHOWN).await?;
        let all = categories(self.0, db).await?;
        let names = identity::names(self.0, rows.iter().filter_map(|row| row.account_id).collect()).await?;
        // The newest come first: a moment that was seen already has been said anew since.
        let mut said = std::collections::HashSet::new();
        let mut entries = Vec::new();
        for row in rows {
            let moment = (row.category_id, row.term, row.scene.map(|scene| scene.as_str()), row.valid_from);
            let withdrawn = row.withdrawn_at.is_some();
            let stands = !withdrawn && said.insert(moment);
            let planned = stands && row.valid_from > now && !matches!(row.term, Term::Added | Term::Order);
            let term_change::Model { id, category_id, term, scene, was, becomes, valid_from, account_id, at, .. } = row;
            entries.push(TermChange {
                id,
                path: all.path(category_id, locale),
                category: category_id,
                term,
                scene,
                was: was.and_then(|was| serde_json::from_value(was).ok()),
                becomes: serde_json::from_value(becomes).map_err(Error::failed("reading the history"))?,
                from: rfc3339(valid_from),
                at: rfc3339(at),
                who: account_id.and_then(|id| names.get(&id).cloned()).unwrap_or_default(),
                planned,
                withdrawn,
            });
        }
        Ok(entries)
    }
}
