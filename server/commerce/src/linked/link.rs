//! The shop elsewhere that a shop is linked to.

use chrono::{DateTime, Utc};
use sea_orm::ConnectionTrait;
use shared::{ErrorCode, Locale, PlatformId, ShopId, dto::ShopLink};

use super::{Platform, entity::shop_link, fits, queries};
use crate::{Actor, Error, Linked, catalog, db::Tx};

/// A link to be.
#[derive(Debug, Clone)]
pub struct NewLink {
    /// Which kind of shop it is.
    pub platform: PlatformId,
    /// What it is called there.
    pub name: String,
    /// Its number there.
    pub number: String,
    /// Where it is found there; may be empty.
    pub address: String,
}

/// A link with its platform.
#[derive(Debug, Clone)]
pub(crate) struct Link {
    pub platform: Platform,
    pub name: String,
    pub number: String,
    /// Empty if it was not told, or leads where the platform is no more.
    pub address: String,
}

impl Link {
    pub fn view(&self, locale: Locale) -> ShopLink {
        ShopLink {
            platform: self.platform.name.get(locale).to_owned(),
            name: self.name.clone(),
            number: self.number.clone(),
            address: self.address.clone(),
        }
    }
}

/// The shop elsewhere that `shop` is linked to.
pub(crate) async fn link_of(db: &impl ConnectionTrait, shop: ShopId) -> Result<Option<Link>, Error> {
    let Some((row, platform)) = queries::link(db, shop).await? else { return Ok(None) };
    let platform: Platform = platform.ok_or(ErrorCode::NotFound)?.into();
    let address = if fits(&platform, &row.address) { row.address } else { String::new() };
    Ok(Some(Link { platform, name: row.name, number: row.number, address }))
}

/// Links `shop` in the transaction that founds it.
pub(crate) async fn insert(tx: &Tx, shop: ShopId, new: NewLink, at: DateTime<Utc>) -> Result<(), Error> {
    let NewLink { platform, name, number, address } = new;
    let row = shop_link::Model { shop_id: shop, platform_id: platform, name, number, address, at };
    Ok(queries::insert_link(tx, row).await?)
}

impl Linked<'_> {
    /// Links a shop that was imported, which takes the platform's way of opening; `System` only. `NotFound`, `Invalid`
    /// (`address`).
    pub async fn link_shop(&self, actor: Actor, shop: ShopId, new: NewLink) -> Result<(), Error> {
        actor.require_system()?;
        let found = queries::platform(self.shop().db.read(), new.platform).await?.ok_or(ErrorCode::NotFound)?;
        let (mode, platform) = (found.mode, Platform::from(found));
        if !new.address.is_empty() && !fits(&platform, &new.address) {
            return Err(Error::Invalid(vec!["address"]));
        }
        let at = self.shop().clock.now();
        let linked = self.shop().db.write::<_, Error, _>(move |tx| {
            let new = new.clone();
            Box::pin(async move {
                catalog::set_mode(tx, shop, mode, at).await?;
                insert(tx, shop, new, at).await
            })
        });
        linked.await?;
        self.shop().catalog.invalidate("catalog.shop_changed", shop.0).await;
        Ok(())
    }
}
