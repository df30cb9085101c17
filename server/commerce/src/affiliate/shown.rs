//! What a merchant sees of their plans.

use std::collections::HashMap;

use shared::{Duty, Locale, PlanKind, ProductId, ShopId};

use super::{
    entity::{named, plan},
    queries,
    view::{Named, PlanView, Promotion},
};
use crate::{Actor, Affiliates, Error, catalog, clock::rfc3339, showcase};

/// Plans of a list.
const SHOWN: u64 = 200;

impl Affiliates<'_> {
    /// A shop's plans that have not ended, newest first, the latest 200, and what it could offer; for those of its
    /// people who look after products.
    pub async fn promotion(&self, actor: Actor, shop: ShopId, locale: Locale) -> Result<Promotion, Error> {
        self.0.identity().require_duty(actor, shop, Duty::Products).await?;
        let (db, at) = (self.shop().db.read(), self.shop().clock.now());
        let rows = queries::of_shop(db, shop, at, SHOWN).await?;
        let mut products: Vec<ProductId> = rows.iter().map(|row| row.product_id).collect();
        products.sort_unstable();
        products.dedup();
        let cards = catalog::cards(self.0, db, &products, locale).await?;
        let cards: HashMap<_, _> = cards.into_iter().map(|card| (card.id, card)).collect();
        let links: HashMap<_, _> = queries::links_of_product(db, &products).await?.into_iter().collect();
        let personal = rows.iter().filter(|row| row.kind != PlanKind::Ordinary).map(|row| row.id);
        let names = queries::named_of(db, &personal.collect::<Vec<_>>(), at).await?;
        let mut ids: Vec<_> = names.iter().map(|name| name.creator_id).collect();
        ids.sort_unstable();
        ids.dedup();
        let creators = showcase::cards(self.0, db, ids, locale).await?;
        let named = |name: &named::Model| {
            let creator = creators.iter().find(|creator| creator.id == name.creator_id)?;
            let (handle, called) = (creator.handle.clone(), creator.name.clone());
            Some(Named { id: creator.id, handle, name: called, until: name.until.map(rfc3339) })
        };
        let view = |row: plan::Model| PlanView {
            id: row.id,
            product: cards.get(&row.product_id).cloned(),
            kind: row.kind,
            rate: row.rate_at(at).unwrap_or(row.rate),
            falls: row.falls(at).map(|(rate, from)| (rate, rfc3339(from))),
            starts: Some(row.starts_at).filter(|start| *start > at).map(rfc3339),
            ends: row.ends_at.map(rfc3339),
            creators: names.iter().filter(|name| name.plan_id == row.id).filter_map(named).collect(),
            links: links.get(&row.product_id).copied().unwrap_or_default(),
        };
        Ok(Promotion {
            plans: rows.into_iter().map(view).collect(),
            goods: catalog::on_sale_of(self.0, db, shop, locale).await?,
            notice_days: self.shop().config.commission_notice.num_days(),
            waiting: queries::waiting(db, shop).await?,
        })
    }
}
