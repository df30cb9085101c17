//! What comes into a shop's file after it has opened: the papers of further categories. A shop that was imported
//! gets an empty file when the first thing comes into it.

use bytes::Bytes;
use chrono::{DateTime, Utc};
use sea_orm::{ConnectionTrait, DbErr};
use shared::{
    ApplicationId, ApplicationState, BuyerId, CategoryId, DocumentId, DocumentKind, ErrorCode, ShopId,
    dto::DocumentFile,
};

use super::{
    draft,
    entity::{application, document},
    file, queries,
    vault::Vault,
    view::document_file,
};
use crate::{
    Commerce, Error,
    db::Tx,
    identity::{Limit, allow},
};

/// The file of a shop, to be used if there is none.
pub(crate) type File = application::Model;

/// A paper that came later.
#[derive(Debug)]
pub(crate) struct LaterPaper {
    /// When it came.
    pub at: DateTime<Utc>,
    /// What may be known of it without reading it.
    pub view: DocumentFile,
}

/// An empty file of `shop`. It is nobody's application, so that its owner may still open another shop.
pub(crate) fn blank_file(commerce: &Commerce, shop: ShopId, owner: BuyerId) -> File {
    let blank = draft::blank(commerce, owner);
    application::Model { live: None, state: ApplicationState::Open, shop_id: shop, ..blank }
}

/// The file of a shop; `fresh` if it has none.
pub(crate) async fn file_of(tx: &Tx, fresh: File) -> Result<ApplicationId, Error> {
    let shop = fresh.shop_id;
    queries::insert_file(tx, fresh).await?;
    Ok(queries::of_shop(tx, shop).await?.ok_or(ErrorCode::Conflict)?.id)
}

/// The qualification that a shop has handed in for `category`, if it has.
pub(crate) async fn paper_of(
    db: &impl ConnectionTrait,
    shop: ShopId,
    category: CategoryId,
) -> Result<Option<LaterPaper>, DbErr> {
    let Some(file) = queries::of_shop(db, shop).await? else { return Ok(None) };
    let is_it = |row: &document::Model| (row.kind, row.category_id) == (DocumentKind::Paper, Some(category));
    let found = queries::documents(db, file.id).await?.into_iter().rfind(is_it);
    Ok(found.map(|row| LaterPaper { at: row.at, view: document_file(&row) }))
}

/// Takes the qualification for `category` into the file of a shop, checked and sealed as every paper; the one before
/// it is kept out of sight. `TooLarge`, `UnsupportedMedia`, `RateLimited`.
pub(crate) async fn paper_later(
    commerce: &Commerce,
    account: BuyerId,
    shop: ShopId,
    category: CategoryId,
    bytes: Bytes,
) -> Result<DocumentId, Error> {
    allow(commerce, Limit::Upload, &account.to_string()).await?;
    let checked = file::checked(commerce, bytes).await?;
    let files = &commerce.0.media;
    let id = DocumentId(commerce.clock().new_id());
    let sealed = Vault::of(&commerce.config().secret)?.seal(id.0, &checked.bytes)?;
    files.put_sealed(id.0, sealed.into()).await?;
    let fresh = blank_file(commerce, shop, account);
    let row = document::Model {
        id,
        application_id: fresh.id,
        kind: DocumentKind::Paper,
        category_id: Some(category),
        pdf: checked.pdf,
        size: i64::try_from(checked.bytes.len()).unwrap_or(i64::MAX),
        at: commerce.clock().now(),
        replaced_at: None,
    };
    let kept = commerce.db().write(move |tx| Box::pin(keep(tx, fresh.clone(), row.clone()))).await;
    if kept.is_err() {
        files.forget_sealed(id.0).await?;
    }
    kept.map(|()| id)
}

async fn keep(tx: &Tx, fresh: File, row: document::Model) -> Result<(), Error> {
    let application_id = file_of(tx, fresh).await?;
    for old in queries::documents(tx, application_id).await? {
        if (old.kind, old.category_id) == (row.kind, row.category_id) {
            queries::replace_document(tx, old.id, row.at).await?;
        }
    }
    Ok(queries::insert_document(tx, document::Model { application_id, ..row }).await?)
}
