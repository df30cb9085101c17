//! Two merchants and a creator between them.

mod choose;
mod plans;
mod sales;
mod samples;
mod who;

use shared::{BasisPoints, CreatorId, Handle, Locale, PlanId, PlanKind, ProductId, ShopId, WindowOp};

use super::{NewPlan, Selected, SelectionQuery};
use crate::{
    Actor, Commerce, Error,
    testing::{Shop, owner},
};

/// The shop that offers, and a creator of another shop who may sell for it.
pub struct Fair {
    pub shop: ShopId,
    pub merchant: Actor,
    pub maker: Actor,
    pub handle: Handle,
    pub creator: CreatorId,
    /// The creator's own shop.
    pub home: ShopId,
}

pub async fn fair(shop: &Shop) -> Fair {
    let (stall, other) = (shop.stall().await, shop.another_stall("maker").await);
    Fair {
        shop: stall.shop,
        merchant: owner(&shop.commerce, stall.shop).await,
        maker: owner(&shop.commerce, other.shop).await,
        handle: "maker".parse().unwrap(),
        creator: other.creator,
        home: other.shop,
    }
}

pub fn points(rate: i32) -> BasisPoints {
    BasisPoints::try_from(rate).unwrap()
}

pub fn new_plan(product: ProductId, kind: PlanKind, rate: i32, creators: &[&str]) -> NewPlan {
    let creators = creators.iter().map(|handle| handle.parse().unwrap()).collect();
    NewPlan { product, kind, rate: points(rate), creators }
}

impl Fair {
    pub async fn offer(
        &self,
        c: &Commerce,
        product: ProductId,
        kind: PlanKind,
        rate: i32,
        creators: &[&str],
    ) -> PlanId {
        c.affiliate().offer(self.merchant, new_plan(product, kind, rate, creators)).await.unwrap()
    }

    /// What the creator may choose from.
    pub async fn choice(&self, c: &Commerce) -> Vec<Selected> {
        let query = SelectionQuery { whose: super::Whose::Others, ..SelectionQuery::default() };
        c.affiliate().selection(self.maker, &self.handle, query, Locale::En).await.unwrap().items
    }

    /// The share the creator is offered for a product, in 1/10,000.
    pub async fn rate(&self, c: &Commerce, product: ProductId) -> Option<i32> {
        let choice = self.choice(c).await;
        choice.iter().find(|item| item.card.id == product).map(|item| item.commission.rate.get())
    }

    pub async fn take(&self, c: &Commerce, item: ProductId) -> Result<i64, Error> {
        c.showcase().change_window(self.maker, &self.handle, WindowOp::Add { item, before: None }).await
    }
}
