//! What a sale in a creator's content brings them.

use std::collections::HashMap;

use chrono::{DateTime, Utc};
use sea_orm::ConnectionTrait;
use shared::{BasisPoints, CreatorId, PlanId, PlanKind, ProductId, Scene, ShopId};

use super::{
    entity::{link, plan},
    queries,
};
use crate::{Commerce, Error, catalog, db::Tx, showcase};

/// Something sold in a creator's content.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Sale {
    pub creator: CreatorId,
    pub product: ProductId,
    /// Whose product it is.
    pub shop: ShopId,
    /// What the shop's own content earns with it.
    pub own: BasisPoints,
}

/// What a creator is promised for taking a product into their window.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Promise {
    pub creator: CreatorId,
    pub product: ProductId,
    pub plan: PlanId,
    pub rate: BasisPoints,
}

/// The rate of each sale at `at`, in the order asked: the product's own in its shop's content; nothing for creators who
/// have not taken the product in, whoever is named as the source; else the best plan that holds for them, which keeps
/// what it promised until its notice has run, or what was promised before there were plans. No query unless somebody
/// else's goods are sold, and then one.
pub(crate) async fn earned(
    commerce: &Commerce,
    db: &impl ConnectionTrait,
    sales: &[Sale],
    at: DateTime<Utc>,
) -> Result<Vec<BasisPoints>, Error> {
    let creators: Vec<_> = unique(sales.iter().map(|sale| sale.creator));
    let known = showcase::creators(commerce, db, &creators).await?;
    let shop_of: HashMap<_, _> = known.iter().map(|creator| (creator.row.id, creator.row.shop_id)).collect();
    let own = |sale: &Sale| shop_of.get(&sale.creator) == Some(&Some(sale.shop));
    let foreign: Vec<_> =
        sales.iter().filter(|sale| shop_of.contains_key(&sale.creator) && !own(sale)).copied().collect();
    let mut brings: HashMap<_, BasisPoints> = HashMap::new();
    if !foreign.is_empty() {
        let creators = unique(foreign.iter().map(|sale| sale.creator));
        let products = unique(foreign.iter().map(|sale| sale.product));
        for (link, plan) in queries::taken_in(db, &creators, &products, at).await? {
            let offered = plan.and_then(|plan| plan.rate_at(at));
            let kept = Some(link.rate).filter(|_| link.plan_id.is_none());
            let rate = brings.entry((link.creator_id, link.product_id)).or_default();
            *rate = offered.max(kept).unwrap_or_default().max(*rate);
        }
    }
    let rate = |sale: &Sale| {
        if own(sale) {
            return sale.own;
        }
        brings.get(&(sale.creator, sale.product)).copied().unwrap_or_default()
    };
    Ok(sales.iter().map(rate).collect())
}

fn unique<T: Ord>(ids: impl Iterator<Item = T>) -> Vec<T> {
    let mut ids: Vec<_> = ids.collect();
    ids.sort_unstable();
    ids.dedup();
    ids
}

/// The best plan that holds for a creator.
#[derive(Debug, Clone)]
pub(super) struct Holding {
    pub plan: plan::Model,
    pub rate: BasisPoints,
    /// When it ends for them, if that is known.
    pub until: Option<DateTime<Utc>>,
}

type Best = HashMap<(CreatorId, ProductId), Holding>;

/// The best plan of each product for each creator at `at`.
pub(super) async fn best_plans(
    db: &impl ConnectionTrait,
    creators: &[CreatorId],
    products: &[ProductId],
    at: DateTime<Utc>,
) -> Result<Best, Error> {
    let plans = queries::valid(db, products, at).await?;
    let personal: Vec<_> = plans.iter().filter(|plan| plan.kind != PlanKind::Ordinary).map(|plan| plan.id).collect();
    let named = queries::named(db, &personal, creators, at).await?;
    let mut best = Best::new();
    for plan in plans {
        let Some(rate) = plan.rate_at(at) else { continue };
        for creator in creators {
            let name = named.iter().find(|name| name.plan_id == plan.id && name.creator_id == *creator);
            let key = (*creator, plan.product_id);
            if (plan.kind == PlanKind::Ordinary || name.is_some())
                && best.get(&key).is_none_or(|known| known.rate < rate)
            {
                let until = [plan.ends_at, name.and_then(|name| name.until)].into_iter().flatten().min();
                best.insert(key, Holding { plan: plan.clone(), rate, until });
            }
        }
    }
    Ok(best)
}

/// What a creator would be promised for `product`; `None` if no plan holds for them.
pub(crate) async fn linkable(
    db: &impl ConnectionTrait,
    creator: CreatorId,
    product: ProductId,
    at: DateTime<Utc>,
) -> Result<Option<Promise>, Error> {
    let mut best = best_plans(db, &[creator], &[product], at).await?;
    let found = best.remove(&(creator, product));
    Ok(found.map(|found| Promise { creator, product, plan: found.plan.id, rate: found.rate }))
}

/// Writes down what was promised, in the transaction of the link. What was promised before there were plans stays.
pub(crate) async fn keep_promise(tx: &Tx, promise: Promise, at: DateTime<Utc>) -> Result<(), Error> {
    let Promise { creator, product, plan, rate } = promise;
    let known = queries::link(tx, creator, product).await?;
    if known.is_some_and(|link| link.plan_id.is_none()) {
        return Ok(());
    }
    let row = link::Model { creator_id: creator, product_id: product, plan_id: Some(plan), rate, linked_at: at };
    Ok(queries::put_link(tx, row).await?)
}

/// What linking a product costs and brings.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Terms {
    pub fee: BasisPoints,
    pub commission: BasisPoints,
    /// To be kept with the link; `None` for the shop's own goods, where nothing is offered, and for what they have
    /// taken in already.
    pub promise: Option<Promise>,
}

/// The terms of a product that `creator` links in `scene` at `at`; `NotFound`.
pub(crate) async fn terms(
    commerce: &Commerce,
    db: &impl ConnectionTrait,
    creator: CreatorId,
    product: ProductId,
    scene: Scene,
    at: DateTime<Utc>,
) -> Result<Terms, Error> {
    let (shop, fee, own) = catalog::terms(commerce, db, product, scene, at).await?;
    let known = showcase::creators(commerce, db, &[creator]).await?.pop();
    if known.is_some_and(|known| known.row.shop_id == Some(shop)) {
        return Ok(Terms { fee, commission: own, promise: None });
    }
    let offered = linkable(db, creator, product, at).await?;
    let known = queries::link(db, creator, product).await?;
    let kept = known.as_ref().filter(|link| link.plan_id.is_none()).map(|link| link.rate);
    let commission = offered.map(|promise| promise.rate).max(kept).unwrap_or_default();
    Ok(Terms { fee, commission, promise: offered.filter(|_| known.is_none()) })
}
