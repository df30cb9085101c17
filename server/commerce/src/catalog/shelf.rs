//! A shop's own list of its products.

use std::collections::HashMap;

use shared::{
    Duty, EditState, Locale, ProductId, ProductState, ShelfGroupId, ShopId,
    dto::{ProductsToDo, Shelf, ShelfGroup, ShelfQuery, ShelfRow, ShelfSku, ShelfTab},
};

use super::{
    Choice, Content, ProductDraft,
    cursor::After,
    groups, page_size,
    queries::{self, OnShelf, Shelved},
};
use crate::{
    Actor, Catalog, Error,
    clock::rfc3339,
    media,
    staff::{Deed, act, plain},
};

/// Every heap, in the order of the tabs.
const TABS: [ShelfTab; 7] = [
    ShelfTab::All,
    ShelfTab::OnSale,
    ShelfTab::Draft,
    ShelfTab::InReview,
    ShelfTab::Rejected,
    ShelfTab::Off,
    ShelfTab::Recycled,
];
/// From how many pieces on a SKU is not low, unless the shop says otherwise.
pub(super) const THRESHOLD: i32 = 10;
/// Longest question, in characters.
const MOST_CHARS: usize = 80;

impl Catalog<'_> {
    /// A shop's products in all states, the latest change first; for its members. `Invalid` (`cursor`, `q`).
    pub async fn shelf(&self, actor: Actor, shop: ShopId, query: ShelfQuery, locale: Locale) -> Result<Shelf, Error> {
        self.0.identity().require_duty(actor, shop, Duty::Products).await?;
        let db = self.shop().db.read();
        let threshold = queries::threshold(db, shop).await?.unwrap_or(THRESHOLD);
        let q = query.q.as_deref().map(str::trim).filter(|q| !q.is_empty()).map(str::to_lowercase);
        if q.as_ref().is_some_and(|q| q.chars().count() > MOST_CHARS) {
            return Err(Error::Invalid(vec!["q"]));
        }
        let groups = groups::listed(db, shop).await?;
        let limit = page_size(query.limit);
        let after = query.cursor.as_deref().map(After::read).transpose()?;
        let wanted = Shelved {
            shop,
            tab: query.tab,
            q,
            below: query.low.then_some(threshold),
            groups: within(&groups, &query),
            after: after.map(|after| (after.listed_at, after.id)),
            limit: u64::from(limit) + 1,
        };
        let mut rows = queries::shelf(db, wanted).await?;
        let size = usize::try_from(limit).unwrap_or_default();
        let more = rows.len() > size;
        rows.truncate(size);
        let last = rows.last().filter(|_| more);
        let next = last.map(|row| After { listed_at: row.changed_at, id: row.id }.write());
        let ids: Vec<_> = rows.iter().map(|row| row.id).collect();
        let mut skus: HashMap<ProductId, Vec<queries::ShelfStock>> = HashMap::new();
        for sku in queries::shelf_stock(db, &ids).await? {
            skus.entry(sku.product_id).or_default().push(sku);
        }
        let mut read = Vec::with_capacity(rows.len());
        for row in rows {
            let draft: ProductDraft =
                serde_json::from_value(row.draft.clone()).map_err(Error::failed("reading a draft"))?;
            read.push((row, draft));
        }
        let first = read.iter().filter_map(|(_, draft)| draft.content.pictures.first().copied());
        let pictures = media::pictures(self.0, db, first.collect::<Vec<_>>()).await?;
        let show = |(row, draft): (OnShelf, ProductDraft)| {
            let stock = skus.remove(&row.id).unwrap_or_default();
            let image = draft.content.pictures.first().and_then(|id| pictures.get(id));
            shown(&row, &draft, &stock, image.map(|picture| picture.view(locale)), locale)
        };
        let rows = read.into_iter().map(show).collect();
        let heaps = queries::heaps(db, shop).await?;
        let count = |tab: ShelfTab| (tab, heap(&heaps, tab));
        let low = queries::low(db, shop, threshold).await?;
        Ok(Shelf { rows, next, counts: TABS.into_iter().map(count).collect(), low, threshold, groups })
    }

    /// What a shop's products ask its people to do; for those who look after them.
    pub async fn products_to_do(&self, actor: Actor, shop: ShopId) -> Result<ProductsToDo, Error> {
        self.0.identity().require_duty(actor, shop, Duty::Products).await?;
        let db = self.shop().db.read();
        let threshold = queries::threshold(db, shop).await?.unwrap_or(THRESHOLD);
        let low = queries::low(db, shop, threshold).await?;
        Ok(ProductsToDo { low, rejected: heap(&queries::heaps(db, shop).await?, ShelfTab::Rejected) })
    }

    /// Sets from how many pieces on a SKU is not low, 0 to 10,000; for members of the shop. `Invalid` (`threshold`).
    pub async fn set_threshold(&self, actor: Actor, shop: ShopId, threshold: i32) -> Result<(), Error> {
        self.0.identity().require_duty(actor, shop, Duty::Products).await?;
        if !(0..=10_000).contains(&threshold) {
            return Err(Error::Invalid(vec!["threshold"]));
        }
        let deed = Deed::new(&self.shop().clock, actor);
        let set = self.shop().db.write::<_, Error, _>(move |tx| {
            Box::pin(async move {
                queries::set_threshold(tx, shop, threshold).await?;
                Ok(deed.record(tx, shop, act::THRESHOLD_SET, plain(&threshold.to_string())).await?)
            })
        });
        set.await
    }
}

/// The groups that are asked for: one with those within it; an empty list for products in none.
fn within(groups: &[ShelfGroup], query: &ShelfQuery) -> Option<Vec<ShelfGroupId>> {
    if query.ungrouped {
        return Some(Vec::new());
    }
    let asked = query.group?;
    // One that is not there any more has nothing in it; an empty list would mean something else.
    let inner = groups.iter().filter(|group| group.parent == Some(asked)).map(|group| group.id);
    Some(std::iter::once(asked).chain(inner).collect())
}

/// How many products lie in a heap.
fn heap(heaps: &[(ProductState, EditState, i64)], tab: ShelfTab) -> i64 {
    heaps.iter().filter(|(state, edit, _)| belongs(tab, *state, *edit)).map(|(_, _, number)| number).sum()
}

/// Whether a product lies in a heap; the query of the list says the same in SQL.
fn belongs(tab: ShelfTab, state: ProductState, edit: EditState) -> bool {
    use ProductState as P;
    match tab {
        ShelfTab::All => !matches!(state, P::Recycled | P::Deleted),
        ShelfTab::OnSale => state == P::OnSale,
        ShelfTab::Draft => state == P::Draft,
        ShelfTab::InReview => edit == EditState::InReview && !matches!(state, P::Recycled | P::Deleted),
        ShelfTab::Rejected => edit == EditState::Rejected && !matches!(state, P::Recycled | P::Deleted),
        ShelfTab::Off => matches!(state, P::Delisted | P::Banned | P::DepositShort),
        ShelfTab::Recycled => state == P::Recycled,
    }
}

fn shown(
    row: &OnShelf,
    draft: &ProductDraft,
    stock: &[queries::ShelfStock],
    image: Option<shared::dto::Image>,
    locale: Locale,
) -> ShelfRow {
    let content: Content = serde_json::from_value(row.content.clone()).unwrap_or_default();
    let online = stock.iter().map(|sku| ShelfSku {
        id: Some(sku.id),
        code: sku.code.clone(),
        name: name(&content.options, &serde_json::from_value(sku.choice.clone()).unwrap_or_default(), locale),
        price: shared::Money::new(sku.price_minor, sku.currency),
        stock: std::cmp::max(sku.on_hand - sku.held, 0),
        held: sku.held,
        received: sku.received,
    });
    let drawn = draft.skus.iter().map(|sku| ShelfSku {
        id: None,
        code: sku.code.clone(),
        name: name(&draft.content.options, &sku.choice, locale),
        price: sku.price,
        stock: sku.stock,
        held: 0,
        received: 0,
    });
    ShelfRow {
        id: row.id,
        title: draft.title.get(locale).to_owned(),
        image,
        state: row.state,
        edit: row.edit,
        listed: row.listed_at.is_some(),
        skus: if stock.is_empty() { drawn.collect() } else { online.collect() },
        sold: row.sold + stock.iter().map(|sku| i64::from(sku.sold)).sum::<i64>(),
        changed_at: rfc3339(row.changed_at),
        list_at: row.list_at.map(rfc3339),
        delist_at: row.delist_at.map(rfc3339),
    }
}

/// The chosen values in one line.
fn name(options: &[Choice], choice: &Vec<i32>, locale: Locale) -> String {
    let chosen = options.iter().zip(choice);
    let values = chosen.filter_map(|(option, index)| option.values.get(usize::try_from(*index).ok()?));
    values.map(|value| value.get(locale)).collect::<Vec<_>>().join(" · ")
}
