use chrono::TimeDelta;
use shared::{Duty, ShopId, dto::Sales};

use super::queries;
use crate::{Actor, Error, Orders};

impl Orders<'_> {
    /// What a shop sold in the last 24 hours and in those before, in the instance's main currency, and how many orders
    /// wait to be sent; for its people who see orders.
    pub async fn sales(&self, actor: Actor, shop: ShopId) -> Result<Sales, Error> {
        self.0.identity().require_duty(actor, shop, Duty::Orders).await?;
        let (db, now, day) = (self.shop().db.read(), self.shop().clock.now(), TimeDelta::days(1));
        Ok(Sales {
            to_ship: queries::to_ship(db, shop).await?,
            now: queries::sold(db, shop, now - day..now).await?,
            before: queries::sold(db, shop, now - day - day..now - day).await?,
        })
    }
}
