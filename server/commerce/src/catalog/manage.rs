//! What the people of a shop do with its products.

use shared::{Duty, EditState, ErrorCode, ProductEvent, ProductId, ProductState, ShopId};

use super::{
    ProductDraft, entity::product, listing::require_listing, mode::require_goods_here, publish, queries,
    record::categories, review::Place,
};
use crate::{
    Actor, Catalog, Error,
    db::Tx,
    linked, search,
    staff::{Deed, act},
};

impl Catalog<'_> {
    /// Starts a product; for members of its shop. It may be incomplete until it is published. `MasterElsewhere` where the
    /// goods come from another shop.
    pub async fn create_draft(&self, actor: Actor, shop: ShopId, draft: ProductDraft) -> Result<ProductId, Error> {
        self.0.identity().require_duty(actor, shop, Duty::Products).await?;
        require_goods_here(self.shop().db.read(), shop).await?;
        self.check_category(&draft).await?;
        if !categories(self.0, self.shop().db.read()).await?.takes(draft.category) {
            return Err(Error::Invalid(vec!["category"]));
        }
        let row = publish::blank(ProductId(self.shop().clock.new_id()), shop, &draft);
        let (id, deed) = (row.id, Deed::new(&self.shop().clock, actor));
        self.shop().db.write(move |tx| Box::pin(insert_draft(tx, row.clone(), draft.clone(), deed))).await?;
        Ok(id)
    }

    /// Replaces the draft, whatever it was; the online copy stays as it is. For members of its shop.
    pub async fn save_draft(&self, actor: Actor, id: ProductId, draft: ProductDraft) -> Result<(), Error> {
        self.edit(actor, id, None, draft, Vec::new()).await
    }

    /// The draft, for members of its shop.
    pub async fn draft(&self, actor: Actor, id: ProductId) -> Result<ProductDraft, Error> {
        self.own(actor, id).await?;
        let row = queries::draft(self.shop().db.read(), id).await?.ok_or(ErrorCode::NotFound)?;
        serde_json::from_value(row.draft).map_err(Error::failed("reading a draft"))
    }

    /// Where a product is at its master, if that is another shop; for members of its shop.
    pub async fn master_of(&self, actor: Actor, id: ProductId) -> Result<Option<linked::Place>, Error> {
        self.own(actor, id).await?;
        linked::place(self.shop().db.read(), id).await
    }

    /// Brings the draft online and lists it. The system and operators do it by their own word; for members of its
    /// shop it is `submit`, and `Invalid` (`review`) if the rules sent it back. `Invalid` with the faulty fields,
    /// `DepositShort` and `ShopClosing` for a shop that may not list now,
    /// `IllegalTransition`, `Conflict` if the product changed meanwhile.
    pub async fn publish(&self, actor: Actor, id: ProductId) -> Result<(), Error> {
        if !matches!(actor, Actor::System | Actor::Operator(_)) {
            return match self.submit(actor, id).await? {
                EditState::Rejected => Err(Error::Invalid(vec!["review"])),
                _ => Ok(()),
            };
        }
        let row = self.own(actor, id).await?;
        if row.state != ProductState::OnSale {
            require_listing(self.shop().db.read(), row.shop_id).await?;
        }
        let kept = queries::draft(self.shop().db.read(), id).await?.ok_or(ErrorCode::NotFound)?;
        let draft = serde_json::from_value(kept.draft.clone()).map_err(Error::failed("reading a draft"))?;
        let row = product::Model { list_at: None, ..row };
        self.go_online(row, kept, draft, Place::Any, Deed::new(&self.shop().clock, actor)).await
    }

    /// Moves a product through its life: `Delist`, `Recycle`, `Restore`, `Purge` for members of its
    /// shop, `Ban` and `Release` for operators, who alone move what they took off; `List` goes through `publish`. `IllegalTransition`.
    pub async fn change_state(&self, actor: Actor, id: ProductId, event: ProductEvent) -> Result<(), Error> {
        let row = self.own(actor, id).await?;
        let is_operator = matches!(actor, Actor::System | Actor::Operator(_));
        match event {
            ProductEvent::List => return self.publish(actor, id).await,
            ProductEvent::Ban | ProductEvent::Release if !is_operator => return Err(ErrorCode::Forbidden.into()),
            // Out of the recycle bin it would come back as if nobody had taken it off.
            _ if row.state == ProductState::Banned && !is_operator => return Err(ErrorCode::Forbidden.into()),
            // What the deposit takes off and brings back is nobody's to say.
            ProductEvent::FallShort | ProductEvent::TopUp => return Err(ErrorCode::Forbidden.into()),
            _ => {}
        }
        let state = row.state.transition(event)?;
        // A time that was set for it belongs to the life it had.
        let next = product::Model { state, list_at: None, delist_at: None, version: row.version + 1, ..row };
        let deed = Deed::new(&self.shop().clock, actor);
        self.shop().db.write(move |tx| Box::pin(change_state(tx, next.clone(), event, deed))).await
    }

    pub(super) async fn own(&self, actor: Actor, id: ProductId) -> Result<product::Model, Error> {
        let row = queries::product(self.shop().db.read(), id).await?.ok_or(ErrorCode::NotFound)?;
        self.0.identity().require_duty(actor, row.shop_id, Duty::Products).await?;
        Ok(row)
    }

    pub(super) async fn check_category(&self, draft: &ProductDraft) -> Result<(), Error> {
        let known = categories(self.0, self.shop().db.read()).await?.contains(draft.category);
        if known { Ok(()) } else { Err(Error::Invalid(vec!["category"])) }
    }
}

async fn insert_draft(tx: &Tx, mut row: product::Model, draft: ProductDraft, deed: Deed) -> Result<(), Error> {
    let (id, shop, title) = (row.id, row.shop_id, row.title.clone());
    row.content = serde_json::json!({ "pictures": [] });
    queries::insert_product(tx, row).await?;
    queries::save_draft(tx, publish::draft_row(id, &draft, EditState::Editing, deed.at)?).await?;
    Ok(deed.record(tx, shop, act::PRODUCT_CREATED, title).await?)
}

/// What is off sale is not found; publishing it again brings it back.
async fn change_state(tx: &Tx, next: product::Model, event: ProductEvent, deed: Deed) -> Result<(), Error> {
    let id = next.id;
    let act = match event {
        ProductEvent::List | ProductEvent::TopUp => act::PRODUCT_LISTED,
        ProductEvent::Delist | ProductEvent::FallShort => act::PRODUCT_DELISTED,
        ProductEvent::Recycle => act::PRODUCT_RECYCLED,
        ProductEvent::Restore => act::PRODUCT_RESTORED,
        ProductEvent::Purge => act::PRODUCT_PURGED,
        ProductEvent::Ban => act::PRODUCT_BANNED,
        ProductEvent::Release => act::PRODUCT_RELEASED,
    };
    deed.record(tx, next.shop_id, act, next.title.clone()).await?;
    search::remove(tx, id.0).await?;
    if event == ProductEvent::Purge {
        linked::forget(tx, id).await?;
    }
    if !queries::replace_product(tx, next).await? {
        return Err(ErrorCode::Conflict.into());
    }
    publish::changed(tx, id, deed.at).await
}
