//! A merchant offers a product to creators.

use shared::{BasisPoints, CreatorId, Duty, ErrorCode, Handle, LocalText, PlanId, PlanKind, ProductId, ShopId};

use super::{
    entity::{named, plan},
    queries,
    terms::{self, MOST},
};
use crate::{
    Actor, Affiliates, Error, catalog,
    db::Tx,
    inbox::{self, Letter},
    outbox, showcase,
    staff::{Deed, act},
};

/// Targeted plans of one product.
const MOST_TARGETED: usize = 10;

/// A plan to be.
#[derive(Debug, Clone)]
pub struct NewPlan {
    /// What is to be sold.
    pub product: ProductId,
    /// For whom.
    pub kind: PlanKind,
    /// The creator's share of what is paid for the goods.
    pub rate: BasisPoints,
    /// Whom it names; empty for an ordinary one.
    pub creators: Vec<Handle>,
}

/// All that a transaction needs, fixed before it starts.
#[derive(Clone)]
struct Work {
    row: plan::Model,
    names: Vec<CreatorId>,
    letters: Vec<Letter>,
    deed: Deed,
    title: LocalText,
}

impl Affiliates<'_> {
    /// Offers a product for commission; for the people of its shop who look after products. It starts at once, or as
    /// soon as the plans that exclude it have ended. `NotFound`; `Invalid` (`rate`: over 90 %; `creators`: none, too
    /// many, unknown or the shop's own; `plan`: another plan without an end excludes it, or a targeted one has no
    /// ordinary one beside it); `LimitExceeded` beyond 10 targeted ones; `SoldElsewhere`.
    pub async fn offer(&self, actor: Actor, new: NewPlan) -> Result<PlanId, Error> {
        let (shop, title) = self.own_product(actor, new.product).await?;
        catalog::require_sales_here(self.shop().db.read(), shop).await?;
        if new.rate.get() > MOST {
            return Err(Error::Invalid(vec!["rate"]));
        }
        let names = self.named(shop, new.kind, &new.creators).await?;
        let (clock, deed) = (&self.shop().clock, Deed::new(&self.shop().clock, actor));
        let at = deed.at;
        let row = plan::Model {
            id: PlanId(clock.new_id()),
            product_id: new.product,
            shop_id: shop,
            kind: new.kind,
            rate: new.rate,
            next_rate: None,
            next_at: None,
            starts_at: at,
            ends_at: None,
            made_at: at,
        };
        let id = row.id;
        let letters = self.letters(&names, "commission.named", &title, vec![percent(new.rate)]).await?;
        let work = Work { row, names, letters, deed, title };
        self.shop().db.write(move |tx| Box::pin(insert(tx, work.clone()))).await?;
        Ok(id)
    }

    /// The shop and the name of a product that the actor may offer; somebody else's is none.
    pub(super) async fn own_product(&self, actor: Actor, id: ProductId) -> Result<(ShopId, LocalText), Error> {
        let found = catalog::glances(self.0, self.shop().db.read(), &[id]).await?.pop().ok_or(ErrorCode::NotFound)?;
        let may = self.0.identity().require_duty(actor, found.shop_id(), Duty::Products).await;
        may.map_err(|_| ErrorCode::NotFound)?;
        Ok((found.shop_id(), found.title().clone()))
    }

    /// The creators called `handles`, if a plan of `kind` may name them all.
    pub(super) async fn named(
        &self,
        shop: ShopId,
        kind: PlanKind,
        handles: &[Handle],
    ) -> Result<Vec<CreatorId>, Error> {
        let wrong = || Error::Invalid(vec!["creators"]);
        let mut ids = Vec::new();
        for handle in handles {
            let found = showcase::by_handle(self.shop().db.read(), handle).await?.ok_or_else(wrong)?;
            if found.shop_id == Some(shop) {
                return Err(wrong());
            }
            if !ids.contains(&found.id) {
                ids.push(found.id);
            }
        }
        let good = ids.len() <= kind.most_named() && (kind == PlanKind::Ordinary || !ids.is_empty());
        if good { Ok(ids) } else { Err(wrong()) }
    }
}

async fn insert(tx: &Tx, work: Work) -> Result<(), Error> {
    let Work { mut row, names, letters, deed, title } = work;
    let at = deed.at;
    queries::lock(tx, row.product_id).await?;
    let others = queries::plans_of(tx, row.product_id, at).await?;
    row.starts_at = terms::start(row.kind, &others, at).ok_or(Error::Invalid(vec!["plan"]))?;
    let targeted = others.iter().filter(|other| other.kind == PlanKind::Targeted).count();
    if row.kind == PlanKind::Targeted && targeted >= MOST_TARGETED {
        return Err(ErrorCode::LimitExceeded.into());
    }
    let (id, shop, product) = (row.id, row.shop_id, row.product_id);
    queries::insert_plan(tx, row).await?;
    for creator_id in names {
        queries::put_named(tx, named::Model { plan_id: id, creator_id, since: at, until: None }).await?;
    }
    for letter in letters {
        inbox::send(tx, letter, at).await?;
    }
    deed.record(tx, shop, act::PLAN_OFFERED, title).await?;
    let payload = serde_json::json!({ "plan_id": id, "product_id": product, "shop_id": shop });
    outbox::append(tx, id.0, "affiliate.plan_offered", &payload, at).await?;
    Ok(())
}

/// A rate in a message: `12.50%`.
pub(super) fn percent(rate: BasisPoints) -> String {
    format!("{}.{:02}%", rate.get() / 100, rate.get() % 100)
}
