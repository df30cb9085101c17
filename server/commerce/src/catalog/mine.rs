use shared::{Duty, Locale, ShopId, dto::MyShop};

use super::shop::shop_record;
use crate::{Actor, Catalog, Commerce, Error, violation};

impl Catalog<'_> {
    /// The shops whose people the caller is one of, the oldest first; `Unauthenticated`.
    pub async fn my_shops(&self, actor: Actor, locale: Locale) -> Result<Vec<MyShop>, Error> {
        let mut shops = Vec::new();
        for (id, role) in self.0.identity().memberships(actor).await? {
            let shop = shop_record(self.0, self.shop().db.read(), id).await?;
            let logo = shop.logo.view(locale);
            let name = shop.row.name.get(locale).to_owned();
            let db = self.shop().db.read();
            let violations = if role.may(Duty::Shop) { violation::open_of_shop(db, id).await? } else { 0 };
            let master = shop.link.as_ref().map(|link| link.platform.name.get(locale).to_owned()).unwrap_or_default();
            let (handle, mode) = (shop.handle.clone(), shop.row.mode);
            shops.push(MyShop { id, name, handle, logo, role, mode, master, violations });
        }
        Ok(shops)
    }
}

/// The name of a shop; `NotFound`.
pub(crate) async fn shop_name(commerce: &Commerce, id: ShopId, locale: Locale) -> Result<String, Error> {
    Ok(shop_record(commerce, commerce.db().read(), id).await?.row.name.get(locale).to_owned())
}
