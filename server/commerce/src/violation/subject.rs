//! What a violation is recorded against: found, named, and whose it is.

use shared::{
    BuyerId, CreatorId, ErrorCode, LocalText, Locale, ProductId, ShopId, VideoId, ViolationTarget, dto::Accused,
};
use uuid::Uuid;

use crate::{Actor, Commerce, Error, Violations, catalog, identity, showcase, video};

/// What is accused, with who answers for it.
#[derive(Debug, Clone)]
pub struct Subject {
    pub name: LocalText,
    pub shop: Option<ShopId>,
    pub account: Option<BuyerId>,
}

/// Finds it; `NotFound`.
pub async fn subject(commerce: &Commerce, target: ViolationTarget, id: Uuid) -> Result<Subject, Error> {
    let db = commerce.db().read();
    let (name, shop) = match target {
        ViolationTarget::Account => {
            let (name, _) = identity::person(db, BuyerId(id)).await?.ok_or(ErrorCode::NotFound)?;
            let name = LocalText { zh: name, en: String::new() };
            return Ok(Subject { name, shop: None, account: Some(BuyerId(id)) });
        }
        ViolationTarget::Shop => (shop_name(commerce, ShopId(id)).await?, Some(ShopId(id))),
        ViolationTarget::Creator => creator(commerce, CreatorId(id)).await?,
        ViolationTarget::Product => {
            let (shop, title) = catalog::title_of(db, ProductId(id)).await?;
            (title, Some(shop))
        }
        ViolationTarget::Clip => {
            let (maker, caption) = video::creator_of(db, VideoId(id)).await?;
            (caption, creator(commerce, maker).await?.1)
        }
    };
    let account = match shop {
        Some(shop) => identity::owners(db, shop).await?.into_iter().next(),
        None => None,
    };
    Ok(Subject { name, shop, account })
}

async fn creator(commerce: &Commerce, id: CreatorId) -> Result<(LocalText, Option<ShopId>), Error> {
    let found = showcase::creators(commerce, commerce.db().read(), &[id]).await?.pop().ok_or(ErrorCode::NotFound)?;
    Ok((found.row.name.clone(), found.row.shop_id))
}

async fn shop_name(commerce: &Commerce, id: ShopId) -> Result<LocalText, Error> {
    let zh = catalog::shop_name(commerce, id, Locale::ZhCn).await?;
    Ok(LocalText { zh, en: catalog::shop_name(commerce, id, Locale::En).await? })
}

/// The page that viewers have of it.
pub async fn link(
    commerce: &Commerce,
    target: ViolationTarget,
    id: Uuid,
    shop: Option<ShopId>,
) -> Result<Option<String>, Error> {
    let db = commerce.db().read();
    let of_creator = |handle: &shared::Handle| format!("/c/{handle}");
    Ok(match (target, shop) {
        (ViolationTarget::Account, _) | (ViolationTarget::Shop, None) => None,
        (ViolationTarget::Product, _) => Some(format!("/p/{id}")),
        // What was taken off is nobody's to see but its shop's and the operator's.
        (ViolationTarget::Clip, _) if video::is_out(db, VideoId(id)).await? => Some(format!("/v/{id}")),
        (ViolationTarget::Clip, _) => Some(format!("/studio/clips/{id}")),
        (ViolationTarget::Creator, _) => {
            showcase::creators(commerce, db, &[CreatorId(id)]).await?.pop().map(|found| of_creator(&found.row.handle))
        }
        (ViolationTarget::Shop, Some(shop)) => {
            showcase::of_shop(db, shop).await?.map(|creator| of_creator(&creator.handle))
        }
    })
}

impl Violations<'_> {
    /// What a violation could be recorded against, with who answers for it; for operators. `NotFound`.
    pub async fn accused(
        &self,
        actor: Actor,
        target: ViolationTarget,
        id: Uuid,
        locale: Locale,
    ) -> Result<Accused, Error> {
        actor.require_operator()?;
        let found = subject(self.0, target, id).await?;
        let shop = match found.shop {
            Some(shop) => catalog::shop_name(self.0, shop, locale).await?,
            None => String::new(),
        };
        let person = match found.account {
            Some(account) => identity::name_of(self.0, account).await?,
            None => String::new(),
        };
        let name = found.name.get(locale).to_owned();
        Ok(Accused { target, id: id.to_string(), name, names: found.name, shop, person })
    }

    /// The same by the address that a browser shows: `/p/…`, `/v/…`, `/c/…`, with or without what stands before and
    /// behind; for operators. `Invalid` (`address`) for none of these, `NotFound`.
    pub async fn accused_at(&self, actor: Actor, address: &str, locale: Locale) -> Result<Accused, Error> {
        actor.require_operator()?;
        let address = address.trim().split(['?', '#']).next().unwrap_or_default();
        let mut parts = address.split('/').skip_while(|part| !matches!(*part, "p" | "v" | "c"));
        let (kind, name) = (parts.next().unwrap_or_default(), parts.next().unwrap_or_default());
        let wrong = || Error::Invalid(vec!["accused"]);
        let (target, id) = match kind {
            "p" => (ViolationTarget::Product, name.parse().map_err(|_| wrong())?),
            "v" => (ViolationTarget::Clip, name.parse().map_err(|_| wrong())?),
            "c" => {
                let handle = name.parse().map_err(|_| wrong())?;
                (ViolationTarget::Creator, showcase::id_of(self.0, self.shop().db.read(), &handle).await?.0)
            }
            _ => return Err(wrong()),
        };
        self.accused(actor, target, id, locale).await
    }
}
