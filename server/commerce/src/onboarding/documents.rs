//! Papers on their way in.

use bytes::Bytes;
use shared::{BuyerId, CategoryId, DocumentId, DocumentKind};

use super::{
    draft,
    entity::{application, document},
    file, queries,
    vault::Vault,
};
use crate::{
    Actor, Error, Onboarding,
    db::Tx,
    identity::{Limit, allow},
};

impl Onboarding<'_> {
    /// Takes a paper for the caller's application: JPEG, PNG, GIF, WebP (encoded anew) or PDF by content, at most
    /// 10 MB. It is sealed before it is stored and takes the place of one of the same kind. `Unauthenticated`,
    /// `TooLarge`, `UnsupportedMedia`, `RateLimited`, `Invalid` (`category`), `IllegalTransition`.
    pub async fn upload(
        &self,
        actor: Actor,
        kind: DocumentKind,
        category: Option<CategoryId>,
        bytes: Bytes,
    ) -> Result<DocumentId, Error> {
        let account = actor.require_account()?;
        if (kind == DocumentKind::Paper) != category.is_some() {
            return Err(Error::Invalid(vec!["category"]));
        }
        allow(self.0, Limit::Upload, &account.to_string()).await?;
        let checked = file::checked(self.0, bytes).await?;
        let (clock, files) = (&self.shop().clock, &self.shop().media);
        let id = DocumentId(clock.new_id());
        let sealed = Vault::of(&self.shop().config.secret)?.seal(id.0, &checked.bytes)?;
        // The file first: a row without its file would be a paper nobody can read.
        files.put_sealed(id.0, sealed.into()).await?;
        let fresh = draft::blank(self.0, account);
        let row = document::Model {
            id,
            application_id: fresh.id,
            kind,
            category_id: category,
            pdf: checked.pdf,
            size: i64::try_from(checked.bytes.len()).unwrap_or(i64::MAX),
            at: clock.now(),
            replaced_at: None,
        };
        let kept = self.shop().db.write(move |tx| Box::pin(keep(tx, account, fresh.clone(), row.clone())));
        match kept.await {
            Ok(unused) => {
                for old in unused {
                    files.forget_sealed(old.0).await?;
                }
                Ok(id)
            }
            Err(error) => {
                files.forget_sealed(id.0).await?;
                Err(error)
            }
        }
    }
}

/// Puts the paper into its place; returns those that no round has seen and that are gone for good.
async fn keep(
    tx: &Tx,
    account: BuyerId,
    fresh: application::Model,
    row: document::Model,
) -> Result<Vec<DocumentId>, Error> {
    let application = draft::editable(tx, account, fresh).await?;
    let mut unused = Vec::new();
    for old in queries::documents(tx, application.id).await? {
        if (old.kind, old.category_id) != (row.kind, row.category_id) {
            continue;
        }
        if application.submitted_at.is_some_and(|submitted| old.at <= submitted) {
            queries::replace_document(tx, old.id, row.at).await?;
        } else {
            queries::delete_document(tx, old.id).await?;
            unused.push(old.id);
        }
    }
    queries::insert_document(tx, document::Model { application_id: application.id, ..row }).await?;
    draft::touch(tx, &application, Default::default()).await?;
    Ok(unused)
}
