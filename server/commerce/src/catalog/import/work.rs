//! Writing an import batch by batch, by whichever process takes it; a batch is counted in the transaction that
//! writes it, so that nothing is written twice, whoever dies when.

use std::collections::{HashMap, HashSet};

use chrono::TimeDelta;
use shared::{ErrorCode, ImportId, ImportState, ShopId};

use super::{
    decode::{Decoded, Good, Known, Master, named, numbers},
    job::off_thread,
    write::{Batch, write},
};
use crate::{
    Actor, Catalog, Commerce, Error,
    catalog::{ProductDraft, entity::product_import, groups, queries, record::categories, review::Rules},
    deposit, identity, linked, media,
};

/// SKUs of a batch: large enough to be fast, small enough that buyers do not wait behind it.
const BATCH: usize = 500;
/// Ids that are looked up at once.
const PIECE: usize = 500;
/// Batches that one call writes at most, so that a process that stops does not have to wait for a whole file.
const BATCHES: usize = 24;
/// An import that was not heard of for so long is taken over by another process.
const LEASE: TimeDelta = TimeDelta::seconds(60);

impl Catalog<'_> {
    /// Goes on with an import that somebody wants written, if there is one; `System` only. Returns how many products
    /// were written; the server calls it again until that is none.
    pub async fn run_imports(&self, actor: Actor) -> Result<u64, Error> {
        actor.require_system()?;
        run(self.0, BATCHES).await
    }
}

/// The same with another number of batches.
pub async fn run(commerce: &Commerce, batches: usize) -> Result<u64, Error> {
    let (db, now) = (commerce.db(), commerce.clock().now());
    let Some(id) = queries::idle_import(db.read(), now).await? else { return Ok(0) };
    let leased = db.write(move |tx| Box::pin(queries::lease_import(tx, id, now, now + LEASE))).await?;
    if !leased {
        return Ok(0);
    }
    let worked = go_on(commerce, id, batches).await;
    db.write(move |tx| Box::pin(queries::release_import(tx, id))).await?;
    match worked {
        // Cancelled meanwhile, or another process was faster.
        Err(error) if matches!(error.code(), ErrorCode::Conflict) => Ok(0),
        worked => worked,
    }
}

async fn go_on(commerce: &Commerce, id: ImportId, batches: usize) -> Result<u64, Error> {
    let row = queries::import(commerce.db().read(), id).await?.ok_or(ErrorCode::NotFound)?;
    let known = known(commerce, row.shop_id, &row.file, row.list).await?;
    let product_import::Model { file, shop_id: shop, account_id, list, done, .. } = row;
    let actor = account_id.map_or(Actor::System, Actor::Account);
    let (decoded, _) = off_thread(file, known).await?;
    let rules = Rules::of_shop(commerce.db().read(), shop).await?;
    let mut place = usize::try_from(done).unwrap_or_default();
    let mut written = 0;
    for _ in 0..batches {
        let piece = next_batch(&decoded, place);
        if piece.is_empty() {
            let finished = commerce
                .db()
                .write(move |tx| Box::pin(queries::move_import(tx, id, ImportState::Running, ImportState::Done)));
            return if finished.await? { Ok(written + 1) } else { Err(ErrorCode::Conflict.into()) };
        }
        let batch = Batch { import: id, shop, list, actor, done: i32::try_from(place).unwrap_or(i32::MAX) };
        write(commerce, &rules, batch, piece, LEASE).await?;
        place += piece.len();
        written += u64::try_from(piece.len()).unwrap_or_default();
    }
    Ok(written)
}

/// The products from `place` on that make a batch: at least one.
fn next_batch(decoded: &Decoded, place: usize) -> &[Good] {
    let rest = decoded.good.get(place..).unwrap_or_default();
    let mut skus = 0;
    let fits = rest.iter().take_while(|good| {
        let is_first = skus == 0;
        skus += good.draft.skus.len().max(1);
        is_first || skus <= BATCH
    });
    let length = fits.count();
    rest.get(..length).unwrap_or_default()
}

/// What a file of the shop may refer to.
pub async fn known(commerce: &Commerce, shop: ShopId, text: &str, list: bool) -> Result<Known, Error> {
    let db = commerce.db().read();
    let all = categories(commerce, db).await?;
    let held = deposit::chosen(db, shop).await?;
    let leaf = |id| (all.code(id).to_owned(), (id, held.contains(&all.root(id))));
    let category = all.leaves().into_iter().map(leaf).collect();
    let freight = queries::freight_of_shop(db, shop).await?.into_iter().map(|row| row.id).collect();
    let mut named = named(text);
    let master = match linked::link_of(db, shop).await? {
        Some(link) => {
            Some(Master { platform: link.platform, numbers: linked::numbered(db, shop, numbers(text)).await? })
        }
        None => None,
    };
    named.products.extend(master.iter().flat_map(|master| master.numbers.values().copied()));
    let mut pictures = HashSet::new();
    let people = identity::people_of(db, shop).await?;
    for piece in named.pictures.chunks(PIECE) {
        pictures.extend(media::pictures_of(db, piece.to_vec(), &people).await?);
    }
    let mut drafts = HashMap::new();
    for piece in named.products.chunks(PIECE) {
        for (id, draft) in queries::drafts_among(db, shop, piece).await? {
            let draft: ProductDraft = serde_json::from_value(draft).map_err(Error::failed("reading a draft"))?;
            drafts.insert(id, draft);
        }
    }
    let groups = groups::paths(db, shop).await?.into_iter().map(|(id, path)| (path, id)).collect();
    Ok(Known { category, freight, drafts, pictures, list, groups, master })
}
