//! Doors for imports and set-up: the system only.

use chrono::{DateTime, Utc};
use shared::{CategoryId, FreightId, FreightTemplate, LocalText, OpeningMode, ProductId, ProductState, ShopId};

use super::{
    NewCategory, NewProduct, NewShop,
    entity::{category, fee_rate, freight_template, review, shop},
    publish, queries,
};
use crate::{Actor, Catalog, Error, db::Tx, outbox};

/// A review to be imported.
#[derive(Debug, Clone)]
pub struct NewReview {
    /// What it is about.
    pub product: ProductId,
    /// Shortened name of the buyer.
    pub name: String,
    /// 1 to 5.
    pub stars: i32,
    /// Their words.
    pub text: LocalText,
    /// What they bought.
    pub sku: LocalText,
    /// When.
    pub at: DateTime<Utc>,
}

impl Catalog<'_> {
    /// Adds a freight template; `System` only.
    pub async fn add_freight(&self, actor: Actor, template: FreightTemplate) -> Result<FreightId, Error> {
        actor.require_system()?;
        let row = freight_template::Model { id: FreightId(self.shop().clock.new_id()), template };
        let id = row.id;
        self.shop().db.write(move |tx| Box::pin(queries::insert_freight(tx, row.clone()))).await?;
        Ok(id)
    }

    /// Adds a direct shop; `System` only.
    pub async fn add_shop(&self, actor: Actor, new: NewShop) -> Result<ShopId, Error> {
        actor.require_system()?;
        let NewShop { name, logo, score_pct, phone, freight } = new;
        let row = shop::Model {
            id: ShopId(self.shop().clock.new_id()),
            name,
            logo,
            score_pct,
            phone,
            freight_id: freight,
            no_listing: false,
            suspended: false,
            ended: false,
            mode: OpeningMode::Direct,
        };
        let id = row.id;
        self.shop().db.write(move |tx| Box::pin(queries::insert_shop(tx, row.clone()))).await?;
        Ok(id)
    }

    /// Adds a category with its rates; `System` only.
    pub async fn add_category(&self, actor: Actor, new: NewCategory) -> Result<CategoryId, Error> {
        actor.require_system()?;
        let (clock, id) = (&self.shop().clock, CategoryId(self.shop().clock.new_id()));
        let row = category::Model {
            id,
            parent_id: new.parent,
            code: new.code,
            name: new.name,
            attributes: serde_json::to_value(new.attributes).map_err(Error::failed("writing a category"))?,
            deposit_minor: new.deposit_minor,
            confirm_days: new.confirm_days,
            seven_day_return: new.seven_day_return,
            position: 0,
            revision: 0,
        };
        let rate = |(scene, rate)| fee_rate::Model {
            id: clock.new_id(),
            category_id: id,
            scene,
            rate,
            valid_from: DateTime::UNIX_EPOCH,
            valid_to: None,
        };
        let (rates, at): (Vec<_>, _) = (new.fees.into_iter().map(rate).collect(), clock.now());
        self.shop().db.write(move |tx| Box::pin(insert_category(tx, row.clone(), rates.clone(), at))).await?;
        self.shop().catalog.invalidate("catalog.categories_changed", id.0).await;
        Ok(id)
    }

    /// Adds a product and lists it at once; `System` only. `Invalid` with the faulty fields.
    pub async fn add_product(&self, actor: Actor, new: NewProduct) -> Result<ProductId, Error> {
        actor.require_system()?;
        let id = ProductId(self.shop().clock.new_id());
        let now = self.shop().clock.now();
        let mut row = publish::blank(id, new.shop, &new.draft);
        row.sold = new.sold;
        row.state = ProductState::OnSale;
        row.listed_at = Some(new.listed_at.unwrap_or(now));
        let publication = publish::Publication::new(self.0, row, new.draft, now)?;
        self.shop().db.write(move |tx| Box::pin(publish::insert_listed(tx, publication.clone()))).await?;
        Ok(id)
    }

    /// Adds a review; `System` only.
    pub async fn add_review(&self, actor: Actor, new: NewReview) -> Result<(), Error> {
        actor.require_system()?;
        let NewReview { product, name, stars, text, sku, at } = new;
        let row = review::Model {
            id: self.shop().clock.new_id(),
            product_id: product,
            name,
            stars: stars.clamp(1, 5),
            text,
            sku,
            at,
        };
        self.shop().db.write(move |tx| Box::pin(insert_review(tx, row.clone()))).await
    }
}

async fn insert_category(
    tx: &Tx,
    row: category::Model,
    rates: Vec<fee_rate::Model>,
    at: DateTime<Utc>,
) -> Result<(), Error> {
    let id = row.id;
    queries::insert_category(tx, row).await?;
    for rate in rates {
        queries::insert_fee_rate(tx, rate).await?;
    }
    outbox::append(tx, id.0, "catalog.categories_changed", &id, at).await?;
    Ok(())
}

async fn insert_review(tx: &Tx, row: review::Model) -> Result<(), Error> {
    let (product, at) = (row.product_id, row.at);
    queries::insert_review(tx, row).await?;
    queries::touch(tx, product).await?;
    publish::changed(tx, product, at).await
}
