//! Who is told of what.

use shared::{BuyerId, CreatorId, Duty, LocalText, MessageId, ShopId};

use crate::{Affiliates, Error, identity, inbox::Letter, showcase};

impl Affiliates<'_> {
    /// Letters about the product called `title` to those who arrange the windows of `creators`. Its parts are the name
    /// in both languages, then `more`.
    pub(super) async fn letters(
        &self,
        creators: &[CreatorId],
        kind: &'static str,
        title: &LocalText,
        more: Vec<String>,
    ) -> Result<Vec<Letter>, Error> {
        let mut letters = Vec::new();
        for creator in showcase::creators(self.0, self.shop().db.read(), creators).await? {
            let Some(shop) = creator.row.shop_id else { continue };
            for to in self.people(shop, Duty::Window).await? {
                letters.push(self.letter(to, kind, title, more.clone(), "/studio/selection"));
            }
        }
        Ok(letters)
    }

    /// The accounts that do `duty` in a shop.
    pub(super) async fn people(&self, shop: ShopId, duty: Duty) -> Result<Vec<BuyerId>, Error> {
        let members = identity::members(self.0, shop).await?;
        Ok(members.into_iter().filter(|(_, role)| role.may(duty)).map(|(account, _)| account.id).collect())
    }

    pub(super) fn letter(
        &self,
        to: BuyerId,
        kind: &'static str,
        title: &LocalText,
        more: Vec<String>,
        link: &str,
    ) -> Letter {
        let mut parts = vec![title.zh.clone(), title.en.clone()];
        parts.extend(more);
        Letter { id: MessageId(self.shop().clock.new_id()), to, kind, parts, link: link.to_owned() }
    }
}
