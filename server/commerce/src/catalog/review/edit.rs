//! The editor's door: a draft with everything that stands beside it, and the way to change it.

use std::{collections::HashMap, sync::Arc};

use shared::{
    EditEvent, EditState, ErrorCode, LocalText, Locale, MediaId, ProductId, ProductState, ShopId, SkuId,
    dto::{Difference, Image, Reason},
};

use crate::{
    Actor, Catalog, Error,
    catalog::{
        ProductDraft,
        differences::{differences, online},
        publish, queries,
        record::categories,
    },
    clock::rfc3339,
    db::Tx,
    linked,
    media::{self, Picture},
    staff::{Deed, act},
};

/// A draft as its editor shows it.
#[derive(Debug, Clone)]
pub struct DraftView {
    /// The product.
    pub id: ProductId,
    /// Whose it is.
    pub shop: ShopId,
    /// What it says.
    pub draft: ProductDraft,
    /// What was typed and fits no field: field and text.
    pub typed: Vec<(String, String)>,
    /// Counts its changes; a later save must have seen it.
    pub version: i64,
    /// Where it stands.
    pub edit: EditState,
    /// Where the online copy stands.
    pub state: ProductState,
    /// Whether there is an online copy.
    pub listed: bool,
    /// Why it was sent back.
    pub reasons: Vec<Reason>,
    /// What keeps it from being submitted, by the names of fields.
    pub faults: Vec<&'static str>,
    /// Where it is not what is online; empty without an online copy.
    pub differences: Vec<Difference>,
    /// The SKUs that are online, by their code.
    pub skus: HashMap<String, OnlineSku>,
    /// Where it is at its master, if that is another shop.
    pub master: Option<linked::Place>,
    /// The pictures it names.
    pub pictures: HashMap<MediaId, Image>,
    /// What they show, in every language.
    pub alts: HashMap<MediaId, LocalText>,
    /// Goes on sale by itself, RFC 3339.
    pub list_at: Option<String>,
    /// Goes off sale by itself, RFC 3339.
    pub delist_at: Option<String>,
    /// When it was last changed, RFC 3339.
    pub changed_at: String,
}

/// A SKU that is online.
#[derive(Debug, Clone, Copy)]
pub struct OnlineSku {
    /// Its id.
    pub id: SkuId,
    /// Pieces that can still be bought.
    pub left: i32,
    /// Pieces of unpaid orders.
    pub held: i32,
}

impl Catalog<'_> {
    /// A draft for its editor; for members of its shop and operators.
    pub async fn draft_view(&self, actor: Actor, id: ProductId, locale: Locale) -> Result<DraftView, Error> {
        let row = self.own(actor, id).await?;
        let db = self.shop().db.read();
        let kept = queries::draft(db, id).await?.ok_or(ErrorCode::NotFound)?;
        let draft: ProductDraft = serde_json::from_value(kept.draft).map_err(Error::failed("reading a draft"))?;
        let listed = row.listed_at.is_some();
        let rows = queries::skus(db, &[id]).await?;
        let live: HashMap<_, _> =
            queries::of_products(db, &[id]).await?.into_iter().map(|live| (live.sku_id, live)).collect();
        let all = categories(self.0, db).await?;
        let differences = if listed { differences(&online(&row, &rows)?, &draft, &all, locale) } else { Vec::new() };
        let pictures = media::pictures(self.0, db, draft.content.all_pictures().collect::<Vec<_>>()).await?;
        let alts = &draft.content.alts;
        let alt = |(id, picture): (&MediaId, &Arc<Picture>)| {
            (*id, alts.get(id).cloned().unwrap_or_else(|| picture.alt.clone()))
        };
        let online_sku = |sku: &crate::catalog::entity::sku::Model| {
            let live = live.get(&sku.id)?;
            Some((sku.code.clone(), OnlineSku { id: sku.id, left: live.left(), held: live.held }))
        };
        Ok(DraftView {
            id,
            shop: row.shop_id,
            faults: draft.faults(),
            typed: serde_json::from_value(kept.typed).unwrap_or_default(),
            version: kept.version,
            edit: kept.state,
            state: row.state,
            listed,
            reasons: serde_json::from_value(kept.reasons).unwrap_or_default(),
            differences,
            skus: rows.iter().filter_map(online_sku).collect(),
            master: linked::place(db, id).await?,
            alts: pictures.iter().map(alt).collect(),
            pictures: pictures
                .into_iter()
                .map(|(id, picture)| (id, picture.described(alts.get(&id), locale)))
                .collect(),
            list_at: row.list_at.map(rfc3339),
            delist_at: row.delist_at.map(rfc3339),
            changed_at: rfc3339(kept.changed_at),
            draft,
        })
    }

    /// Replaces the draft by what an editor sent: `typed` is what fits no field and is kept as it is, `seen` the
    /// version that was edited. A draft in review comes back from there. For members of its shop. `Conflict` if
    /// somebody else saved meanwhile, `Invalid` (`category`), `MasterElsewhere` where it changes what another shop is
    /// master of.
    pub async fn edit(
        &self,
        actor: Actor,
        id: ProductId,
        seen: Option<i64>,
        mut draft: ProductDraft,
        typed: Vec<(String, String)>,
    ) -> Result<(), Error> {
        let shop = self.own(actor, id).await?.shop_id;
        self.check_category(&draft).await?;
        let master = linked::place(self.shop().db.read(), id).await?.map(|place| place.pictures);
        self.tidy_alts(&mut draft).await?;
        let deed = Deed::new(&self.shop().clock, actor);
        let typed = serde_json::to_value(typed).map_err(Error::failed("writing a draft"))?;
        self.shop()
            .db
            .write(move |tx| Box::pin(edit(tx, (shop, id), (seen, master), (draft.clone(), typed.clone()), deed)))
            .await
    }

    /// A text that is the picture's own anyway is no change, and one of a picture that is gone says nothing.
    async fn tidy_alts(&self, draft: &mut ProductDraft) -> Result<(), Error> {
        let wanted: Vec<_> = draft.content.all_pictures().collect();
        let pictures = media::pictures(self.0, self.shop().db.read(), wanted).await?;
        draft.content.alts.retain(|id, alt| pictures.get(id).is_some_and(|picture| picture.alt != *alt));
        Ok(())
    }
}

async fn edit(
    tx: &Tx,
    (shop, id): (ShopId, ProductId),
    (seen, master): (Option<i64>, Option<bool>),
    (draft, typed): (ProductDraft, serde_json::Value),
    deed: Deed,
) -> Result<(), Error> {
    let mut row = queries::draft(tx, id).await?.ok_or(ErrorCode::NotFound)?;
    if seen.is_some_and(|seen| seen != row.version) {
        return Err(ErrorCode::Conflict.into());
    }
    let before: Option<ProductDraft> = serde_json::from_value(row.draft).ok();
    if let (Some(pictures), Some(before)) = (master, &before)
        && draft != draft.clone().mastered_by(before, pictures)
    {
        return Err(ErrorCode::MasterElsewhere.into());
    }
    if before.as_ref() == Some(&draft) && row.typed == typed {
        return Ok(());
    }
    if before.is_some_and(|before| before.category != draft.category) {
        queries::move_draft(tx, id, draft.category).await?;
    }
    row.draft = serde_json::to_value(&draft).map_err(Error::failed("writing a draft"))?;
    row.words = publish::words(&draft);
    row.state = row.state.transition(EditEvent::Change)?;
    row.submitted_at = None;
    (row.typed, row.changed_at, row.version) = (typed, deed.at, row.version + 1);
    deed.record(tx, shop, act::PRODUCT_EDITED, draft.title).await?;
    if queries::replace_draft(tx, row).await? { Ok(()) } else { Err(ErrorCode::Conflict.into()) }
}
