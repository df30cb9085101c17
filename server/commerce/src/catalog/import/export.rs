use shared::{Duty, Locale, ProductId, ShopId};

use super::encode;
use crate::{
    Actor, Catalog, Error,
    catalog::{ProductDraft, groups, queries, record::categories},
    linked,
};

/// Products of one piece of an export.
const PIECE: u64 = 200;

impl Catalog<'_> {
    /// A piece of the table of a shop's products after `after`, from its head on, and where the next piece starts:
    /// whoever asks writes one before they ask for the next. For its members.
    pub async fn export(
        &self,
        actor: Actor,
        shop: ShopId,
        after: Option<ProductId>,
        _: Locale,
    ) -> Result<(Vec<u8>, Option<ProductId>), Error> {
        self.0.identity().require_duty(actor, shop, Duty::Products).await?;
        let db = self.shop().db.read();
        let all = categories(self.0, db).await?;
        let mut bytes = if after.is_none() { encode::head()? } else { Vec::new() };
        let rows = queries::drafts_of_shop(db, shop, after, PIECE).await?;
        let full = u64::try_from(rows.len()).unwrap_or_default() == PIECE;
        let next = rows.last().filter(|_| full).map(|(id, _)| *id);
        let ids: Vec<_> = rows.iter().map(|(id, _)| *id).collect();
        let places = linked::places(db, &ids).await?;
        let (paths, groups) = (groups::paths(db, shop).await?, queries::groups_of(db, &ids).await?);
        let path = |id: &ProductId| groups.get(id).and_then(|group| paths.get(group)).map(String::as_str);
        for (id, draft) in rows {
            let draft: ProductDraft = serde_json::from_value(draft).map_err(Error::failed("reading a draft"))?;
            bytes.extend(encode::product(&id.to_string(), &draft, (places.get(&id), path(&id)), &all)?);
        }
        Ok((bytes, next))
    }
}
