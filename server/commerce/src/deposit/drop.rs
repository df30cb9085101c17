//! A shop gives a category up, and gets back what is asked no more.

use chrono::{DateTime, Utc};
use sea_orm::ConnectionTrait;
use shared::{CategoryId, Currency, DepositId, Duty, ErrorCode, LocalText, MessageId, Money, ShopId};

use super::{
    back::give_surplus,
    queries,
    standing::{Asked, Weighing, chosen, required, tell, weigh},
};
use crate::{
    Actor, Commerce, Deposits, Error, catalog, closing,
    db::Tx,
    staff::{Deed, act},
};

/// The act with everything fixed before its transaction.
#[derive(Clone)]
struct Parting {
    shop: ShopId,
    category: CategoryId,
    name: LocalText,
    /// The number of what a deposit is split into.
    part: DepositId,
    letters: (MessageId, MessageId),
    deed: Deed,
    at: DateTime<Utc>,
}

impl Deposits<'_> {
    /// Gives a category of a shop up; for the owner. The deposit is weighed anew and what is held beyond it goes back
    /// the way it came: how much. A top-up that waits to be paid is ended first. `NotFound` for a category it does not
    /// have, `Invalid` (`last`) for its only one, `Invalid` (`goods`) while something of it is on sale, a draft or
    /// about to be listed, or a table is being written; `ShopClosing`, `Conflict`, `Unavailable`.
    pub async fn drop_category(&self, actor: Actor, shop: ShopId, category: CategoryId) -> Result<Money, Error> {
        self.0.identity().require_duty(actor, shop, Duty::Shop).await?;
        let (db, clock) = (self.shop().db.read(), &self.shop().clock);
        require_free(self.0, db, shop, category).await?;
        if let Some(due) = queries::due_of(db, shop).await? {
            super::expire(self.0, due.id, true).await?;
        }
        let asked = Asked::now(self.0, db).await?;
        let deed = Deed::new(clock, actor);
        let parting = Parting {
            shop,
            category,
            name: asked.root(category).map(|root| root.name.clone()).unwrap_or_default(),
            part: DepositId(clock.new_id()),
            letters: (MessageId(clock.new_id()), MessageId(clock.new_id())),
            deed,
            at: deed.at,
        };
        let commerce = self.0.clone();
        self.shop()
            .db
            .write(move |tx| {
                let (commerce, parting) = (commerce.clone(), parting.clone());
                Box::pin(async move { dropped(&commerce, tx, parting).await })
            })
            .await
    }
}

/// Whether nothing keeps the shop from giving the category up.
async fn require_free(
    commerce: &Commerce,
    db: &impl ConnectionTrait,
    shop: ShopId,
    category: CategoryId,
) -> Result<(), Error> {
    closing::require_open(db, shop).await?;
    let held = chosen(db, shop).await?;
    if !held.contains(&category) {
        return Err(ErrorCode::NotFound.into());
    }
    if held.len() == 1 {
        return Err(Error::Invalid(vec!["last"]));
    }
    let busy = catalog::busy_goods(commerce, db, shop).await?.contains_key(&category);
    if busy || catalog::running_imports(db, shop).await? > 0 {
        return Err(Error::Invalid(vec!["goods"]));
    }
    Ok(())
}

async fn dropped(commerce: &Commerce, tx: &Tx, parting: Parting) -> Result<Money, Error> {
    let Parting { shop, category, name, part, letters, deed, at } = parting;
    // Whoever lists there at this moment comes first.
    catalog::hold_shop(tx, shop).await?;
    require_free(commerce, tx, shop, category).await?;
    if !queries::delete_category(tx, shop, category).await? {
        return Err(ErrorCode::NotFound.into());
    }
    let required = required(commerce, tx, shop).await?;
    let back = Money::new(give_surplus(tx, shop, required, part, at).await?, Currency::Cny);
    weigh(tx, Weighing { shop, required, letter: letters.0, at }).await?;
    tell(tx, shop, letters.1, "category.dropped", vec![name.zh.clone(), name.en.clone(), back.to_string()], at).await?;
    deed.record(tx, shop, act::CATEGORY_DROPPED, name).await?;
    Ok(back)
}
