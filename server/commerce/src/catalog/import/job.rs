//! What a shop's people do with an import: send a file, look at what was found, want it or not.

use serde::{Deserialize, Serialize};
use shared::{
    Duty, ErrorCode, ImportEvent, ImportId, ImportState, ShopId,
    dto::{ImportView, RowFault},
};

use super::{
    decode::{Known, decode},
    work::known,
};
use crate::{
    Actor, Catalog, Error,
    catalog::{entity::product_import, queries},
    clock::rfc3339,
    db::Tx,
    staff::{Deed, act, plain},
};

/// Largest file, in bytes.
pub const MOST_BYTES: usize = 8 * 1024 * 1024;
/// Imports that are shown.
const SHOWN: u64 = 10;

/// What the check of a file found.
#[derive(Debug, Default, Serialize, Deserialize)]
pub struct Check {
    pub skus: i32,
    pub new: i32,
    pub faults: Vec<RowFault>,
    pub fault_count: i32,
}

impl Catalog<'_> {
    /// Reads and checks a table of products (UTF-8 with or without a byte order mark, at most 8 MB and 20,000 lines);
    /// nothing is written but the import itself. With `list` what is good will be submitted too. For members of the
    /// shop. `TooLarge`, `Invalid` (`file`) for what is no text.
    pub async fn check_import(
        &self,
        actor: Actor,
        shop: ShopId,
        name: &str,
        bytes: &[u8],
        list: bool,
    ) -> Result<ImportView, Error> {
        self.0.identity().require_duty(actor, shop, Duty::Products).await?;
        if bytes.len() > MOST_BYTES {
            return Err(ErrorCode::TooLarge.into());
        }
        let text = std::str::from_utf8(bytes).map_err(|_| Error::Invalid(vec!["file"]))?;
        let text = text.strip_prefix('\u{feff}').unwrap_or(text).to_owned();
        if text.trim().is_empty() || text.contains('\0') {
            return Err(Error::Invalid(vec!["file"]));
        }
        if text.lines().count() > super::decode::MOST_LINES * 4 {
            return Err(ErrorCode::TooLarge.into());
        }
        let known = known(self.0, shop, &text, list).await?;
        let (decoded, text) = off_thread(text, known).await?;
        let count = |number: usize| i32::try_from(number).unwrap_or(i32::MAX);
        let skus = decoded.good.iter().map(|good| good.draft.skus.len()).sum();
        let check = Check {
            skus: count(skus),
            new: count(decoded.good.iter().filter(|good| good.id.is_none()).count()),
            faults: decoded.faults,
            fault_count: decoded.fault_count,
        };
        let row = product_import::Model {
            id: ImportId(self.shop().clock.new_id()),
            shop_id: shop,
            account_id: actor.buyer(),
            name: name.chars().filter(|c| !c.is_control()).take(120).collect(),
            file: text,
            list,
            state: ImportState::Checked,
            check_result: serde_json::to_value(&check).map_err(Error::failed("writing an import"))?,
            products: count(decoded.good.len()),
            done: 0,
            done_skus: 0,
            waiting: 0,
            leased_until: None,
            at: self.shop().clock.now(),
        };
        let view = view(row.clone());
        self.shop().db.write(move |tx| Box::pin(queries::insert_import(tx, row.clone()))).await?;
        Ok(view)
    }

    /// The newest imports of a shop, for its members.
    pub async fn imports(&self, actor: Actor, shop: ShopId) -> Result<Vec<ImportView>, Error> {
        self.0.identity().require_duty(actor, shop, Duty::Products).await?;
        let rows = queries::imports(self.shop().db.read(), shop, SHOWN).await?;
        Ok(rows.into_iter().map(view).collect())
    }

    /// One import, for members of its shop.
    pub async fn import(&self, actor: Actor, id: ImportId) -> Result<ImportView, Error> {
        Ok(view(self.own_import(actor, id).await?))
    }

    /// Has what was found good written by the next process that is free; for members of its shop.
    /// `IllegalTransition`, `Invalid` (`file`) if nothing is good.
    pub async fn apply_import(&self, actor: Actor, id: ImportId) -> Result<(), Error> {
        let row = self.own_import(actor, id).await?;
        if row.products == 0 {
            return Err(Error::Invalid(vec!["file"]));
        }
        self.move_import(row, ImportEvent::Apply, Deed::new(&self.shop().clock, actor)).await
    }

    /// Stops an import before the next batch; what was written stays. For members of its shop. `IllegalTransition`.
    pub async fn cancel_import(&self, actor: Actor, id: ImportId) -> Result<(), Error> {
        let row = self.own_import(actor, id).await?;
        self.move_import(row, ImportEvent::Cancel, Deed::new(&self.shop().clock, actor)).await
    }

    async fn move_import(&self, row: product_import::Model, event: ImportEvent, deed: Deed) -> Result<(), Error> {
        let (from, next) = (row.state, row.state.transition(event)?);
        let noted = (row.shop_id, row.name);
        self.shop().db.write(move |tx| Box::pin(moved(tx, row.id, (from, next), noted.clone(), deed))).await
    }

    async fn own_import(&self, actor: Actor, id: ImportId) -> Result<product_import::Model, Error> {
        let row = queries::import(self.shop().db.read(), id).await?.ok_or(ErrorCode::NotFound)?;
        self.0.identity().require_duty(actor, row.shop_id, Duty::Products).await?;
        Ok(row)
    }
}

/// A large file takes a moment: not on a thread that others wait for. Gives the text back.
pub async fn off_thread(text: String, known: Known) -> Result<(super::decode::Decoded, String), Error> {
    let work = tokio::task::spawn_blocking(move || (decode(&text, &known), text));
    work.await.map_err(Error::failed("reading a table"))
}

async fn moved(
    tx: &Tx,
    id: ImportId,
    (from, to): (ImportState, ImportState),
    (shop, name): (ShopId, String),
    deed: Deed,
) -> Result<(), Error> {
    if !queries::move_import(tx, id, from, to).await? {
        return Err(ErrorCode::Conflict.into());
    }
    let act = if to == ImportState::Cancelled { act::IMPORT_CANCELLED } else { act::PRODUCTS_IMPORTED };
    Ok(deed.record(tx, shop, act, plain(&name)).await?)
}

fn view(row: product_import::Model) -> ImportView {
    let check: Check = serde_json::from_value(row.check_result).unwrap_or_default();
    ImportView {
        id: row.id,
        name: row.name,
        state: row.state,
        products: row.products,
        skus: check.skus,
        new: check.new,
        done: row.done,
        done_skus: row.done_skus,
        waiting: row.waiting,
        list: row.list,
        faults: check.faults,
        fault_count: check.fault_count,
        at: rfc3339(row.at),
    }
}
