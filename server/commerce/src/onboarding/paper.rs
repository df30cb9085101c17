//! Papers on their way to a reviewer.

use bytes::Bytes;
use shared::{DocumentId, DocumentKind, ErrorCode};

use super::{entity::document_access, queries, vault::Vault};
use crate::{Actor, Error, Onboarding};

/// The content of a paper.
#[derive(Debug, Clone)]
pub struct Paper {
    /// What it is.
    pub kind: DocumentKind,
    /// `image/webp` or `application/pdf`.
    pub content_type: &'static str,
    /// It.
    pub bytes: Bytes,
}

impl Onboarding<'_> {
    /// A paper, for operators; the reading is logged before the first byte leaves. `NotFound` for everybody else
    /// and for what is not there.
    pub async fn paper(&self, actor: Actor, id: DocumentId) -> Result<Paper, Error> {
        // Whoever may not read papers learns nothing about which there are.
        actor.require_operator().map_err(|_| ErrorCode::NotFound)?;
        let row = queries::document(self.shop().db.read(), id).await?.ok_or(ErrorCode::NotFound)?;
        let access = document_access::Model {
            id: self.shop().clock.new_id(),
            application_id: row.application_id,
            document_id: Some(id),
            reader: actor.buyer(),
            at: self.shop().clock.now(),
        };
        let logged = self.shop().db.write::<_, Error, _>(move |tx| {
            let access = access.clone();
            Box::pin(async move { Ok(queries::insert_access(tx, access).await?) })
        });
        logged.await?;
        let sealed = self.shop().media.get_sealed(id.0).await?;
        let bytes = Vault::of(&self.shop().config.secret)?.open(id.0, &sealed)?;
        let content_type = if row.pdf { "application/pdf" } else { "image/webp" };
        Ok(Paper { kind: row.kind, content_type, bytes: bytes.into() })
    }
}
