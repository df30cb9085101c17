//! Which items a visitor sees, in which order.

use std::{
    cmp::Reverse,
    collections::{HashMap, HashSet},
};

use shared::{
    Locale, ProductId,
    dto::{Group, ShowcaseQuery, Sort},
};

use super::cache::{Arrangement, Item};
use crate::{
    Error,
    catalog::{Glance, page_size},
};

/// What one page shows.
pub(super) struct Chosen {
    pub pinned: Vec<Glance>,
    pub items: Vec<Glance>,
    pub next: Option<String>,
    pub total: i64,
}

/// Chooses from `glances`, the products on sale in the creator's order. `Invalid` (`q`, `cursor`).
pub(super) fn choose(arranged: &Arrangement, glances: Vec<Glance>, query: &ShowcaseQuery) -> Result<Chosen, Error> {
    let words: Vec<_> = query.q.iter().flat_map(|q| q.split_whitespace()).map(str::to_lowercase).collect();
    if query.q.as_ref().is_some_and(|q| q.chars().count() > 80) {
        return Err(Error::Invalid(vec!["q"]));
    }
    let items: HashMap<ProductId, &Item> = arranged.items.iter().map(|item| (item.product, item)).collect();
    let item = |glance: &Glance| items.get(&glance.id()).copied();
    let mut matching: Vec<_> = glances
        .into_iter()
        .filter(|glance| query.group.is_none_or(|group| item(glance).is_some_and(|item| item.groups.contains(&group))))
        .filter(|glance| query.min.is_none_or(|min| glance.price() >= min))
        .filter(|glance| query.max.is_none_or(|max| glance.price() <= max))
        .filter(|glance| words.is_empty() || glance.says(&words))
        .collect();
    let total = i64::try_from(matching.len()).unwrap_or(i64::MAX);
    sort(&mut matching, query.sort, item);
    let plain = query.sort == Sort::Arranged
        && query.group.is_none()
        && query.min.is_none()
        && query.max.is_none()
        && words.is_empty();
    let mut pinned = Vec::new();
    if plain {
        (pinned, matching) =
            matching.into_iter().partition(|glance| item(glance).is_some_and(|item| item.pinned.is_some()));
        pinned.sort_by_key(|glance| item(glance).and_then(|item| item.pinned));
    }
    let from = match query.cursor.as_deref() {
        Some(cursor) => start(&matching, cursor)?,
        None => 0,
    };
    if from > 0 {
        pinned.clear();
    }
    let size = usize::try_from(page_size(query.limit)).unwrap_or(24);
    let more = matching.len() > from + size;
    let items: Vec<_> = matching.into_iter().skip(from).take(size).collect();
    let next = items.last().filter(|_| more).map(|last| format!("{}.{}", from + items.len(), last.id().0.simple()));
    Ok(Chosen { pinned, items, next, total })
}

/// Sold-out products are last in every order.
fn sort<'a>(glances: &mut [Glance], by: Sort, item: impl Fn(&Glance) -> Option<&'a Item>) {
    match by {
        Sort::Arranged => glances.sort_by_key(Glance::sold_out),
        Sort::Sold => glances.sort_by_key(|glance| (glance.sold_out(), Reverse(glance.sold()))),
        Sort::Newest => glances.sort_by_key(|glance| {
            let added = item(glance).map(|item| item.added_at);
            (glance.sold_out(), Reverse(glance.listed_at()), Reverse(added))
        }),
        Sort::PriceUp => glances.sort_by_key(|glance| (glance.sold_out(), glance.price())),
        Sort::PriceDown => glances.sort_by_key(|glance| (glance.sold_out(), Reverse(glance.price()))),
    }
}

/// Right after the product the last page ended with, wherever it is now; where it was if it is gone.
fn start(matching: &[Glance], cursor: &str) -> Result<usize, Error> {
    let parsed = cursor
        .split_once('.')
        .and_then(|(from, id)| Some((from.parse::<usize>().ok()?, id.parse::<ProductId>().ok()?)));
    let (from, last) = parsed.ok_or(Error::Invalid(vec!["cursor"]))?;
    Ok(matching.iter().position(|glance| glance.id() == last).map_or(from.min(matching.len()), |at| at + 1))
}

/// The groups that have something to show.
pub(super) fn groups(arranged: &Arrangement, glances: &[Glance], locale: Locale) -> Vec<Group> {
    let on_sale: HashSet<_> = glances.iter().map(Glance::id).collect();
    let shown: Vec<_> = arranged.items.iter().filter(|item| on_sale.contains(&item.product)).collect();
    let group = |row: &super::entity::group::Model| Group {
        id: row.id,
        name: row.name.get(locale).to_owned(),
        products: i64::try_from(shown.iter().filter(|item| item.groups.contains(&row.id)).count()).unwrap_or(i64::MAX),
    };
    arranged.groups.iter().map(group).filter(|group| group.products > 0).collect()
}
