//! The accounts of the demo.

use anyhow::Context;
use commerce::{Actor, Commerce};
use shared::{Address, BuyerId, Email, Role};

use super::{Made, catalog::Catalog};

/// Of every demo account; printed at the start of the demo.
pub const PASSWORD: &str = "vitrine-demo";

/// A viewer with an address, the owners of the shops, and the operator. Returns the viewer.
pub async fn accounts(commerce: &Commerce, catalog: &Catalog, made: &Made) -> anyhow::Result<Actor> {
    let viewer = Actor::Account(account(commerce, "viewer@demo.test", "林小满", false).await?);
    commerce.identity().save_address(viewer, None, home()?, true).await?;
    account(commerce, "operator@demo.test", "运营", true).await?;
    for creator in &catalog.creators {
        let Some(email) = &creator.email else { continue };
        let owner = account(commerce, email, &creator.name.zh, false).await?;
        let shop = made.shops.get(&creator.shop).with_context(|| format!("shop {}", creator.shop))?;
        commerce.identity().add_member(Actor::System, *shop, owner, Role::Owner).await?;
    }
    Ok(viewer)
}

/// Somebody who has applied for a showcase.
pub async fn applicant(commerce: &Commerce) -> anyhow::Result<BuyerId> {
    account(commerce, "apply@demo.test", "许青岚", false).await
}

async fn account(commerce: &Commerce, email: &str, name: &str, operator: bool) -> anyhow::Result<BuyerId> {
    let email = Email::try_from(email.to_owned())?;
    Ok(commerce.identity().create_account(Actor::System, email, PASSWORD, name, operator).await?)
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
