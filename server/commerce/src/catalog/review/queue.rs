//! The operator's desk: drafts that wait for their word.

use shared::{
    EditState, ErrorCode, Locale, ProductId,
    dto::{Page, Reason, ReasonFault, Waiting},
};

use super::{Place, sent_back, settings::require_operator};
use crate::{
    Actor, Catalog, Error,
    catalog::{ProductDraft, cursor::After, page_size, queries, shop::shop_record},
    clock::rfc3339,
    media,
    staff::Deed,
};

impl Catalog<'_> {
    /// Drafts in review, the longest waiting first; for operators. `Invalid` (`cursor`).
    pub async fn waiting(&self, actor: Actor, cursor: Option<String>, locale: Locale) -> Result<Page<Waiting>, Error> {
        require_operator(actor)?;
        let db = self.shop().db.read();
        let limit = usize::try_from(page_size(0)).unwrap_or_default();
        let after = cursor.as_deref().map(After::read).transpose()?.map(|after| (after.listed_at, after.id));
        let mut rows = queries::waiting(db, after, u64::from(page_size(0)) + 1).await?;
        let more = rows.len() > limit;
        rows.truncate(limit);
        let last = rows.last().filter(|_| more);
        let next = last.and_then(|(draft, row)| Some(After { listed_at: draft.submitted_at?, id: row.id }.write()));
        let mut items = Vec::with_capacity(rows.len());
        for (kept, row) in rows {
            let draft: ProductDraft = serde_json::from_value(kept.draft).map_err(Error::failed("reading a draft"))?;
            let first = draft.content.pictures.first().copied();
            let pictures = media::pictures(self.0, db, first).await?;
            items.push(Waiting {
                id: row.id,
                version: kept.version,
                shop_id: row.shop_id,
                shop: shop_record(self.0, db, row.shop_id).await?.row.name.get(locale).to_owned(),
                title: draft.title.get(locale).to_owned(),
                image: first.and_then(|id| pictures.get(&id)).map(|picture| picture.view(locale)),
                is_new: row.listed_at.is_none(),
                since: kept.submitted_at.map(rfc3339).unwrap_or_default(),
            });
        }
        Ok(Page { items, next })
    }

    /// The draft that was seen as `version` is good and goes online; for operators. `Conflict` if it is not that
    /// any more, `IllegalTransition` if it does not wait, `Invalid` (`category`) if its shop has given the category up.
    pub async fn approve(&self, actor: Actor, id: ProductId, version: i64) -> Result<(), Error> {
        require_operator(actor)?;
        let row = self.own(actor, id).await?;
        let kept = self.seen(id, version).await?;
        let draft = serde_json::from_value(kept.draft.clone()).map_err(Error::failed("reading a draft"))?;
        self.go_online(row, kept, draft, Place::Held, Deed::new(&self.shop().clock, actor)).await
    }

    /// Sends the draft that was seen as `version` back with what is wrong, by field; for operators. `Invalid`
    /// (`reasons`) without a reason or with one beyond 300 characters, else as `approve`.
    pub async fn reject(
        &self,
        actor: Actor,
        id: ProductId,
        version: i64,
        reasons: Vec<(String, String)>,
    ) -> Result<(), Error> {
        require_operator(actor)?;
        let reason = |(field, words): (String, String)| {
            let words = words.trim().to_owned();
            (!words.is_empty()).then_some(Reason { field, fault: ReasonFault::Operator, words })
        };
        let reasons: Vec<_> = reasons.into_iter().filter_map(reason).collect();
        let fits = |reason: &Reason| reason.words.chars().count() <= 300 && reason.field.len() <= 32;
        if reasons.is_empty() || reasons.len() > 20 || !reasons.iter().all(fits) {
            return Err(Error::Invalid(vec!["reasons"]));
        }
        let kept = self.seen(id, version).await?;
        let at = self.shop().clock.now();
        self.shop().db.write(move |tx| Box::pin(sent_back(tx, kept.clone(), reasons.clone(), at))).await
    }

    async fn seen(&self, id: ProductId, version: i64) -> Result<crate::catalog::entity::product_draft::Model, Error> {
        let kept = queries::draft(self.shop().db.read(), id).await?.ok_or(ErrorCode::NotFound)?;
        if kept.state != EditState::InReview {
            return Err(ErrorCode::IllegalTransition.into());
        }
        if kept.version != version {
            return Err(ErrorCode::Conflict.into());
        }
        Ok(kept)
    }
}
