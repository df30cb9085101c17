//! The tables as the operator reads them.

use shared::{
    Currency, Locale, Money,
    dto::{CategoryDesk, FeeRate, FeeTable},
};

use crate::{
    Actor, Catalog, Error,
    catalog::{
        categories::{Categories, Node},
        queries,
        record::categories_at,
    },
    clock::rfc3339,
};

impl Catalog<'_> {
    /// The tree as it is now, parents before their children; operators only.
    pub async fn category_table(&self, actor: Actor, locale: Locale) -> Result<Vec<CategoryDesk>, Error> {
        actor.require_operator()?;
        let all = categories_at(self.shop().db.read(), self.shop().clock.now()).await?;
        Ok(desks(&all, locale))
    }

    /// The technical service fees that are in force or will be, with the tree they belong to; operators only.
    pub async fn fee_table(&self, actor: Actor, locale: Locale) -> Result<FeeTable, Error> {
        actor.require_operator()?;
        let (db, now) = (self.shop().db.read(), self.shop().clock.now());
        let all = categories_at(db, now).await?;
        let mut rates = queries::fee_rates(db).await?;
        rates.retain(|rate| rate.valid_to.is_none_or(|end| end > now));
        rates.sort_by_key(|rate| (rate.scene.map(|scene| scene.as_str()), rate.valid_from));
        let rates = rates.into_iter().map(|row| FeeRate {
            category: row.category_id,
            scene: row.scene,
            rate: row.rate,
            from: rfc3339(row.valid_from),
            to: row.valid_to.map(rfc3339),
            runs: row.valid_from <= now,
        });
        Ok(FeeTable { categories: desks(&all, locale), rates: rates.collect() })
    }
}

fn desks(all: &Categories, locale: Locale) -> Vec<CategoryDesk> {
    let desk = |(node, depth): (&Node, i32)| CategoryDesk {
        id: node.row.id,
        parent: node.row.parent_id,
        depth,
        code: node.row.code.clone(),
        name: node.row.name.clone(),
        path: all.path(node.row.id, locale),
        closed: node.closed,
        attributes: node.attributes.clone(),
        confirm_days: node.row.confirm_days,
        seven_day_return: node.row.seven_day_return,
        paper: node.paper.clone(),
        deposit: Money::new(node.row.deposit_minor, Currency::Cny),
        revision: node.row.revision,
        is_parent: all.is_parent(node.row.id),
    };
    all.tree().into_iter().map(desk).collect()
}
