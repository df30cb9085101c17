//! The accounts of the demo.

use std::collections::HashMap;

use anyhow::Context;
use commerce::{Actor, Commerce};
use shared::{Address, BuyerId, Email, Role, ShopId};

use super::{Made, catalog::Catalog};

/// The owners of the shops, by the handles of their creators.
pub type Owners = HashMap<String, Actor>;

/// Of every demo account; printed at the start of the demo.
pub const PASSWORD: &str = "vitrine-demo";

/// A viewer with an address, the owners of the shops, and the operator. Returns the viewer and
/// the owners by the handles of their creators; those have an address, too.
pub async fn accounts(commerce: &Commerce, catalog: &Catalog, made: &Made) -> anyhow::Result<(Actor, Owners)> {
    let viewer = Actor::Account(account(commerce, "viewer@demo.test", "林小满", false).await?);
    commerce.identity().save_address(viewer, None, home()?, true).await?;
    account(commerce, "operator@demo.test", "运营", true).await?;
    let mut owners = Owners::new();
    for creator in &catalog.creators {
        let Some(email) = &creator.email else { continue };
        let owner = account(commerce, email, &creator.name.zh, false).await?;
        let shop = made.shops.get(&creator.shop).with_context(|| format!("shop {}", creator.shop))?;
        commerce.identity().add_member(Actor::System, *shop, owner, Role::Owner).await?;
        let owner = Actor::Account(owner);
        commerce.identity().save_address(owner, None, workshop(&creator.name.zh)?, true).await?;
        owners.insert(creator.handle.clone(), owner);
    }
    Ok((viewer, owners))
}

/// The owner of a shop that the catalogue does not know.
pub async fn owner(commerce: &Commerce, email: &str, name: &str, shop: ShopId) -> anyhow::Result<Actor> {
    let owner = account(commerce, email, name, false).await?;
    commerce.identity().add_member(Actor::System, shop, owner, Role::Owner).await?;
    Ok(Actor::Account(owner))
}

/// Somebody who has applied for a showcase.
pub async fn applicant(commerce: &Commerce) -> anyhow::Result<BuyerId> {
    account(commerce, "apply@demo.test", "许青岚", false).await
}

async fn account(commerce: &Commerce, email: &str, name: &str, operator: bool) -> anyhow::Result<BuyerId> {
    let email = Email::try_from(email.to_owned())?;
    Ok(commerce.identity().create_account(Actor::System, email, PASSWORD, name, operator).await?)
}

/// Where the owners get their samples.
fn workshop(name: &str) -> anyhow::Result<Address> {
    Ok(Address {
        name: name.to_owned(),
        phone: "13900139000".to_owned().try_into()?,
        country: "CN".into(),
        province: "江西省".into(),
        city: "景德镇市".into(),
        district: "珠山区".into(),
        line1: "陶溪川大街 6 号".into(),
        postcode: "333000".into(),
    })
}

fn home() -> anyhow::Result<Address> {
    Ok(Address {
        name: "林小满".into(),
        phone: "13800138000".to_owned().try_into()?,
        country: "CN".into(),
        province: "浙江省".into(),
        city: "杭州市".into(),
        district: "西湖区".into(),
        line1: "龙井路 88 号 2 幢 301 室".into(),
        postcode: "310013".into(),
    })
}
