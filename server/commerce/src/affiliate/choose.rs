//! The choice that a creator has: own goods, and what other merchants offer them.

use std::cmp::Reverse;

use chrono::{DateTime, Utc};
use shared::{BasisPoints, Handle, Locale, PlanKind, ProductId};

use super::{
    earn::{Holding, best_plans},
    queries,
    view::{Commission, Selected, Selection},
};
use crate::{
    Actor, Affiliates, Error,
    catalog::{self, Glance},
    clock::rfc3339,
    order::{self, Standing},
    showcase,
};

/// Offers of others that are looked through, the latest.
const MOST_OFFERS: u64 = 2_000;
/// Own goods that are looked through, the latest.
const MOST_OWN: u64 = 500;
/// Goods on a page.
const PAGE: usize = 24;
/// Longest question, in characters.
const MOST_CHARS: usize = 80;

/// Whose goods to show.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum Whose {
    /// Everything there is for the creator.
    #[default]
    All,
    /// What other merchants offer.
    Others,
    /// What plans offer that name the creator.
    Named,
    /// The goods of the creator's shop.
    Own,
}

/// The order of a selection; what is sold out comes last in each.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum SelectionSort {
    /// Offered or listed last first.
    #[default]
    Newest,
    /// The highest share first.
    Rate,
    /// What brings most for a piece first.
    Earns,
    /// The lowest price first.
    Cheapest,
    /// The most sold first.
    Sold,
    /// The best reviewed first.
    Score,
}

/// What to choose from.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct SelectionQuery {
    /// Whose goods.
    pub whose: Whose,
    /// Words in the title or subtitle.
    pub q: String,
    /// At least this share.
    pub rate_from: Option<BasisPoints>,
    /// Lowest price from, minor units.
    pub price_from: Option<i64>,
    /// Lowest price up to, minor units.
    pub price_to: Option<i64>,
    /// At least so many pieces left.
    pub stock_from: Option<i64>,
    /// Leaves within so many hours: as half of the orders did, or as it is promised where too few were sent.
    pub ship_within: Option<i32>,
    /// Reviews of at least this mean × 100 of 5; leaves out what nobody has reviewed.
    pub score_from: Option<i32>,
    /// At most this share of its orders went back; leaves out what was ordered too seldom to say.
    pub refunds_to: Option<BasisPoints>,
    /// The order.
    pub sort: SelectionSort,
    /// Goods of the pages before.
    pub from: usize,
}

/// A product and by what it is the creator's to show.
struct Entry {
    glance: Glance,
    standing: Standing,
    /// `None` for own goods.
    holding: Option<Holding>,
}

impl Affiliates<'_> {
    /// What the creator called `handle` may show, as `query` asks, for those who arrange their window. Of very many,
    /// the latest 2,000 offers and 500 own goods. `NotFound`, `Unauthenticated`, `Forbidden`, `Invalid` (`q`).
    pub async fn selection(
        &self,
        actor: Actor,
        handle: &Handle,
        query: SelectionQuery,
        locale: Locale,
    ) -> Result<Selection, Error> {
        let creator = self.0.showcase().window_of(actor, handle).await?;
        if query.q.chars().count() > MOST_CHARS {
            return Err(Error::Invalid(vec!["q"]));
        }
        let (db, at) = (self.shop().db.read(), self.shop().clock.now());
        let own = match creator.shop_id {
            Some(shop) if matches!(query.whose, Whose::All | Whose::Own) => {
                catalog::newest_of_shop(db, shop, MOST_OWN).await?
            }
            _ => Vec::new(),
        };
        let offers = match query.whose {
            Whose::Own => Vec::new(),
            _ => queries::offered_to(db, creator.id, creator.shop_id, at, MOST_OFFERS).await?,
        };
        let mut others: Vec<_> = offers.iter().map(|plan| plan.product_id).collect();
        others.sort_unstable();
        others.dedup();
        let mut best = best_plans(db, &[creator.id], &others, at).await?;
        let all: Vec<ProductId> = own.into_iter().chain(others).collect();
        let glances = catalog::glances(self.0, db, &all).await?.into_iter().filter(Glance::on_sale);
        let standings = order::standings(db, &all).await?;
        let entries = glances.map(|glance| {
            let holding = best.remove(&(creator.id, glance.id()));
            let standing = standings.get(&glance.id()).copied().unwrap_or_default();
            Entry { glance, standing, holding }
        });
        let words: Vec<_> = query.q.split_whitespace().map(str::to_lowercase).collect();
        let mut entries: Vec<_> = entries.filter(|entry| entry.is_asked(&query, &words)).collect();
        entries.sort_by_cached_key(|entry| (entry.glance.sold_out(), entry.place(query.sort), entry.glance.id()));

        let total = entries.len();
        let until = query.from.saturating_add(PAGE);
        let drafted = showcase::drafted(db, &creator).await?;
        let samples = queries::open_for(db, creator.id).await?;
        let linked = queries::linked_by(db, creator.id).await?;
        let mut items = Vec::new();
        for entry in entries.into_iter().skip(query.from).take(PAGE) {
            let card = entry.glance.card(self.0, db, locale).await?;
            let id = card.id;
            let link = linked.iter().find(|link| link.product_id == id);
            items.push(Selected {
                commission: Commission {
                    rate: entry.rate(),
                    kind: entry.holding.as_ref().map(|holding| holding.plan.kind),
                    earns: entry.rate().of(card.price)?,
                    falls: entry.falls(at),
                    ends: entry.holding.as_ref().and_then(|holding| holding.until).map(rfc3339),
                    linked: link.map(|link| link.rate),
                },
                ship_within_hours: entry.glance.ship_within_hours(),
                ships_in: entry.standing.ships_in,
                refunds: entry.standing.refunds,
                score: entry.glance.score(),
                in_window: drafted.contains(&id),
                sample: samples.iter().find(|(of, _)| *of == id).map(|(_, state)| *state),
                card,
            });
        }
        Ok(Selection { items, total, next: (until < total).then_some(until) })
    }
}

impl Entry {
    fn rate(&self) -> BasisPoints {
        self.holding.as_ref().map_or(self.glance.commission(), |holding| holding.rate)
    }

    fn ships_in(&self) -> i32 {
        self.standing.ships_in.unwrap_or_else(|| self.glance.ship_within_hours())
    }

    fn falls(&self, at: DateTime<Utc>) -> Option<(BasisPoints, String)> {
        let (rate, from) = self.holding.as_ref()?.plan.falls(at)?;
        Some((rate, rfc3339(from)))
    }

    fn is_asked(&self, query: &SelectionQuery, words: &[String]) -> bool {
        let (glance, price) = (&self.glance, self.glance.price());
        let named = self.holding.as_ref().is_some_and(|holding| holding.plan.kind != PlanKind::Ordinary);
        (query.whose != Whose::Named || named)
            && glance.says(words)
            && query.rate_from.is_none_or(|least| self.rate() >= least)
            && query.price_from.is_none_or(|least| price >= least)
            && query.price_to.is_none_or(|most| price <= most)
            && query.stock_from.is_none_or(|least| glance.left() >= least)
            && query.ship_within.is_none_or(|most| self.ships_in() <= most)
            && query.refunds_to.is_none_or(|most| self.standing.refunds.is_some_and(|share| share <= most))
            && query.score_from.is_none_or(|least| glance.score().is_some_and(|(score, _)| score >= least))
    }

    /// Its place in the order: less comes first.
    fn place(&self, sort: SelectionSort) -> Reverse<i64> {
        let glance = &self.glance;
        Reverse(match sort {
            SelectionSort::Newest => {
                let offered = self.holding.as_ref().map(|holding| holding.plan.made_at);
                offered.or(glance.listed_at()).map_or(0, |at| at.timestamp_millis())
            }
            SelectionSort::Rate => i64::from(self.rate().get()),
            SelectionSort::Earns => i64::from(self.rate().get()).saturating_mul(glance.price()),
            SelectionSort::Cheapest => -glance.price(),
            SelectionSort::Sold => glance.sold(),
            SelectionSort::Score => glance.score().map_or(0, |(score, _)| i64::from(score)),
        })
    }
}
