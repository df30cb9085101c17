//! Whether what is held for a shop is what its categories ask.

use std::{
    collections::{BTreeMap, HashMap},
    sync::atomic::Ordering,
};

use chrono::{DateTime, Utc};
use sea_orm::{ConnectionTrait, DbErr};
use shared::{CategoryId, Currency, DepositState, ErrorCode, MessageId, Money, ShopId};

use super::{entity::standing, queries};
use crate::{
    Actor, Commerce, Deposits, Error,
    catalog::{self, Root},
    closing,
    db::Tx,
    identity, inbox,
    onboarding::{self, Policy},
};

/// What every category asks at this moment, and how that adds up.
pub struct Asked {
    pub policy: Policy,
    pub roots: Vec<Root>,
}

impl Asked {
    /// By the operator's tables of now.
    pub async fn now(commerce: &Commerce, db: &impl ConnectionTrait) -> Result<Self, Error> {
        let policy = onboarding::policy(db, commerce.clock().now()).await?;
        Ok(Self { policy, roots: catalog::roots(commerce, db).await? })
    }

    /// What `chosen` come to, minor units; nothing for a shop without categories.
    pub fn of(&self, chosen: &[CategoryId]) -> Result<i64, Error> {
        if chosen.is_empty() {
            return Ok(0);
        }
        let minor = self.roots.iter().filter(|root| chosen.contains(&root.id)).map(|root| root.deposit_minor);
        self.policy.deposit(minor)
    }

    pub fn root(&self, id: CategoryId) -> Option<&Root> {
        self.roots.iter().find(|root| root.id == id)
    }
}

/// Where a shop may sell, by the categories at the root.
pub(crate) async fn chosen(db: &impl ConnectionTrait, shop: ShopId) -> Result<Vec<CategoryId>, DbErr> {
    Ok(queries::categories(db, shop).await?.into_iter().map(|row| row.category_id).collect())
}

/// Where every shop may sell that has not closed.
pub(crate) async fn chosen_by_all(db: &impl ConnectionTrait) -> Result<BTreeMap<ShopId, Vec<CategoryId>>, DbErr> {
    let over = closing::over(db).await?;
    let mut shops = BTreeMap::<ShopId, Vec<CategoryId>>::new();
    for row in queries::all_categories(db).await?.into_iter().filter(|row| !over.contains(&row.shop_id)) {
        shops.entry(row.shop_id).or_default().push(row.category_id);
    }
    Ok(shops)
}

/// Lets a shop that opens sell what it chose.
pub(crate) async fn choose(
    db: &impl ConnectionTrait,
    shop: ShopId,
    categories: &[CategoryId],
    at: DateTime<Utc>,
) -> Result<(), DbErr> {
    for category in categories {
        queries::add_category(db, shop, *category, at).await?;
    }
    Ok(())
}

/// What the categories of a shop ask now, minor units.
pub async fn required(commerce: &Commerce, db: &impl ConnectionTrait, shop: ShopId) -> Result<i64, Error> {
    Asked::now(commerce, db).await?.of(&chosen(db, shop).await?)
}

/// `DepositShort` while less is held for a shop than asked: nothing may be listed.
pub(crate) async fn require_enough(db: &impl ConnectionTrait, shop: ShopId) -> Result<(), Error> {
    match queries::standing(db, shop).await? {
        Some(row) if row.short => Err(ErrorCode::DepositShort.into()),
        _ => Ok(()),
    }
}

/// A shop to be weighed, with everything fixed before the transaction.
#[derive(Debug, Clone, Copy)]
pub struct Weighing {
    pub shop: ShopId,
    /// What is asked, minor units.
    pub required: i64,
    pub letter: MessageId,
    pub at: DateTime<Utc>,
}

/// Holds what a shop has against what is asked. If that turns the scales, its owner hears of it and its goods are
/// due to be taken off, or brought back.
pub async fn weigh(tx: &Tx, weighing: Weighing) -> Result<(), Error> {
    let Weighing { shop, required, letter, at } = weighing;
    // Whoever lists at this moment comes first, or their goods would stay on sale.
    catalog::hold_shop(tx, shop).await?;
    let before = queries::standing_locked(tx, shop).await?;
    let held = queries::total(tx, shop, DepositState::Paid).await?;
    let short = held < required;
    let (was, swept, since) = before.as_ref().map_or((false, true, at), |row| (row.short, !row.sweep, row.since));
    if before.as_ref().is_some_and(|row| row.short == short && row.required_minor == required) {
        return Ok(());
    }
    let turned = was != short;
    let since = if turned { at } else { since };
    let row = standing::Model { shop_id: shop, short, required_minor: required, sweep: turned || !swept, since };
    queries::put_standing(tx, row).await?;
    if turned {
        let missing = Money::new(required.saturating_sub(held).max(0), Currency::Cny).to_string();
        let kind = if short { "deposit.short" } else { "deposit.enough" };
        tell(tx, shop, letter, kind, vec![missing], at).await?;
    }
    Ok(())
}

/// Writes to the owner of a shop about its deposit.
pub async fn tell(
    tx: &Tx,
    shop: ShopId,
    id: MessageId,
    kind: &'static str,
    parts: Vec<String>,
    at: DateTime<Utc>,
) -> Result<(), Error> {
    let Some(to) = identity::owner_of(tx, shop).await? else { return Ok(()) };
    Ok(inbox::send(tx, inbox::Letter { id, to, kind, parts, link: "/studio/deposit".to_owned() }, at).await?)
}

impl Deposits<'_> {
    /// Lets a shop sell in a category at the root by the instance's own word, without a wish; `System` only.
    pub async fn grant(&self, actor: Actor, shop: ShopId, category: CategoryId) -> Result<(), Error> {
        actor.require_system()?;
        let at = self.shop().clock.now();
        self.shop().db.write(move |tx| Box::pin(queries::add_category(tx, shop, category, at))).await?;
        Ok(())
    }

    /// Weighs every open shop against what is asked now, after the operator's tables have changed: how many changed
    /// their standing. Operators only.
    pub async fn check_all(&self, actor: Actor) -> Result<u64, Error> {
        actor.require_operator()?;
        check_all(self.0).await
    }
}

/// The same once a minute: a table may take effect at any time.
pub(crate) async fn check_minutely(commerce: &Commerce) -> Result<u64, Error> {
    let minute = commerce.clock().now().timestamp() / 60;
    if commerce.0.weighed.swap(minute, Ordering::Relaxed) == minute {
        return Ok(0);
    }
    check_all(commerce).await
}

async fn check_all(commerce: &Commerce) -> Result<u64, Error> {
    let (db, at) = (commerce.db().read(), commerce.clock().now());
    let asked = Asked::now(commerce, db).await?;
    let held: HashMap<_, _> = queries::held(db).await?.into_iter().collect();
    let known: HashMap<_, _> = queries::standings(db).await?.into_iter().map(|row| (row.shop_id, row)).collect();
    let mut changed = 0;
    for (shop, chosen) in chosen_by_all(db).await? {
        let required = asked.of(&chosen)?;
        let short = held.get(&shop).copied().unwrap_or_default() < required;
        if known.get(&shop).is_some_and(|row| row.short == short && row.required_minor == required) {
            continue;
        }
        let letter = MessageId(commerce.clock().new_id());
        let weighing = Weighing { shop, required, letter, at };
        commerce.db().write(move |tx| Box::pin(weigh(tx, weighing))).await?;
        changed += 1;
    }
    Ok(changed)
}
