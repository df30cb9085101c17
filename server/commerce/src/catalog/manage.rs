//! What the people of a shop do with its products.

use shared::{Duty, ErrorCode, ProductEvent, ProductId, ShopId};

use super::{
    ProductDraft,
    entity::product,
    publish::{self, Publication},
    queries,
    record::categories,
};
use crate::{Actor, Catalog, Error, db::Tx, search};

impl Catalog<'_> {
    /// Starts a product; for members of its shop. It may be incomplete until it is published.
    pub async fn create_draft(&self, actor: Actor, shop: ShopId, draft: ProductDraft) -> Result<ProductId, Error> {
        self.0.identity().require_duty(actor, shop, Duty::Products).await?;
        self.check_category(&draft).await?;
        let row = publish::blank(ProductId(self.shop().clock.new_id()), shop, &draft);
        let (id, at) = (row.id, self.shop().clock.now());
        self.shop().db.write(move |tx| Box::pin(insert_draft(tx, row.clone(), draft.clone(), at))).await?;
        Ok(id)
    }

    /// Replaces the draft; the online copy stays as it is. For members of its shop.
    pub async fn save_draft(&self, actor: Actor, id: ProductId, draft: ProductDraft) -> Result<(), Error> {
        self.own(actor, id).await?;
        self.check_category(&draft).await?;
        let at = self.shop().clock.now();
        self.shop().db.write(move |tx| Box::pin(save_draft(tx, id, draft.clone(), at))).await
    }

    /// The draft, for members of its shop.
    pub async fn draft(&self, actor: Actor, id: ProductId) -> Result<ProductDraft, Error> {
        self.own(actor, id).await?;
        let row = queries::draft(self.shop().db.read(), id).await?.ok_or(ErrorCode::NotFound)?;
        serde_json::from_value(row.draft).map_err(Error::failed("reading a draft"))
    }

    /// Brings the draft online and lists it; for members of its shop. `Invalid` with the faulty
    /// fields, `IllegalTransition`, `Conflict` if the product changed meanwhile.
    pub async fn publish(&self, actor: Actor, id: ProductId) -> Result<(), Error> {
        let row = self.own(actor, id).await?;
        let draft = self.draft(actor, id).await?;
        let at = self.shop().clock.now();
        // What is on sale stays on sale with its new copy.
        let state = match row.state {
            shared::ProductState::OnSale => row.state,
            state => state.transition(ProductEvent::List)?,
        };
        if row.state == shared::ProductState::Banned && !matches!(actor, Actor::System | Actor::Operator(_)) {
            return Err(ErrorCode::Forbidden.into());
        }
        let listed_at = row.listed_at.or(Some(at));
        let next = product::Model { state, listed_at, version: row.version + 1, ..row };
        let publication = Publication::new(self.0, next, draft, at)?;
        self.shop().db.write(move |tx| Box::pin(replace(tx, publication.clone()))).await
    }

    /// Moves a product through its life: `Delist`, `Recycle`, `Restore`, `Purge` for members of its
    /// shop, `Ban` for operators; `List` goes through `publish`. `IllegalTransition`.
    pub async fn change_state(&self, actor: Actor, id: ProductId, event: ProductEvent) -> Result<(), Error> {
        let row = self.own(actor, id).await?;
        match event {
            ProductEvent::List => return self.publish(actor, id).await,
            ProductEvent::Ban if !matches!(actor, Actor::System | Actor::Operator(_)) => {
                return Err(ErrorCode::Forbidden.into());
            }
            _ => {}
        }
        let state = row.state.transition(event)?;
        let next = product::Model { state, version: row.version + 1, ..row };
        let at = self.shop().clock.now();
        self.shop().db.write(move |tx| Box::pin(change_state(tx, next.clone(), at))).await
    }

    async fn own(&self, actor: Actor, id: ProductId) -> Result<product::Model, Error> {
        let row = queries::product(self.shop().db.read(), id).await?.ok_or(ErrorCode::NotFound)?;
        self.0.identity().require_duty(actor, row.shop_id, Duty::Products).await?;
        Ok(row)
    }

    async fn check_category(&self, draft: &ProductDraft) -> Result<(), Error> {
        let known = categories(self.0, self.shop().db.read()).await?.contains(draft.category);
        if known { Ok(()) } else { Err(Error::Invalid(vec!["category"])) }
    }
}

type At = chrono::DateTime<chrono::Utc>;

async fn insert_draft(tx: &Tx, mut row: product::Model, draft: ProductDraft, at: At) -> Result<(), Error> {
    let id = row.id;
    row.content = serde_json::json!({ "pictures": [] });
    queries::insert_product(tx, row).await?;
    publish::save_draft(tx, id, &draft, at).await
}

async fn save_draft(tx: &Tx, id: ProductId, draft: ProductDraft, at: At) -> Result<(), Error> {
    publish::save_draft(tx, id, &draft, at).await
}

async fn replace(tx: &Tx, publication: Publication) -> Result<(), Error> {
    if !queries::replace_product(tx, publication.row.clone()).await? {
        return Err(ErrorCode::Conflict.into());
    }
    publish::put_online(tx, publication).await
}

/// What is off sale is not found; publishing it again brings it back.
async fn change_state(tx: &Tx, next: product::Model, at: At) -> Result<(), Error> {
    let id = next.id;
    search::remove(tx, id.0).await?;
    if !queries::replace_product(tx, next).await? {
        return Err(ErrorCode::Conflict.into());
    }
    publish::changed(tx, id, at).await
}
