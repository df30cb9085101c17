use std::path::Path as FilePath;

use bytes::Bytes;
use futures::{StreamExt, TryStreamExt};
use object_store::{ObjectStore, ObjectStoreExt, PutPayload, path::Path};
use shared::UploadId;
use tokio::io::AsyncWriteExt;
use uuid::Uuid;

use super::{entity::part, queries};
use crate::{Commerce, Error};

/// Where the parts of a file are: no address of the shop leads there.
fn folder(id: UploadId) -> Path {
    Path::from(format!("uploads/{id}"))
}

fn path(id: UploadId, part: Uuid) -> Path {
    Path::from(format!("uploads/{id}/{part}"))
}

/// Writes one part; durable when it returns.
pub(super) async fn put(commerce: &Commerce, id: UploadId, part: Uuid, bytes: Bytes) -> Result<(), Error> {
    let stored = commerce.0.media.files.put(&path(id, part), PutPayload::from_bytes(bytes)).await;
    stored.map(|_| ()).map_err(Error::failed("storing a part"))
}

/// Takes one part away again. What stays behind goes with the upload.
pub(super) async fn drop_part(commerce: &Commerce, id: UploadId, part: Uuid) {
    if let Err(error) = commerce.0.media.files.delete(&path(id, part)).await {
        tracing::debug!(%error, "a part stays until its upload expires");
    }
}

/// Takes away every part of a file, those too that the database does not know of.
pub(super) async fn drop_all(commerce: &Commerce, id: UploadId) -> Result<(), Error> {
    let files = &commerce.0.media.files;
    let parts: Vec<_> = files.list(Some(&folder(id))).map_ok(|meta| meta.location).collect().await;
    for part in parts {
        let part = part.map_err(Error::failed("listing parts"))?;
        match files.delete(&part).await {
            Ok(()) | Err(object_store::Error::NotFound { .. }) => {}
            Err(error) => return Err(Error::failed("deleting a part")(error)),
        }
    }
    Ok(())
}

/// Joins the parts of a file into a local one; part by part, so that no file is in memory whole.
pub(super) async fn join(commerce: &Commerce, id: UploadId, to: &FilePath) -> Result<(), Error> {
    let mut file = tokio::fs::File::create(to).await.map_err(Error::failed("making a work file"))?;
    let mut end = 0;
    for part::Model { start, id: part, size, .. } in queries::parts(commerce.db().read(), id).await? {
        let found = commerce.0.media.files.get(&path(id, part)).await.map_err(Error::failed("reading a part"))?;
        let bytes = found.bytes().await.map_err(Error::failed("reading a part"))?;
        if start != end || i64::try_from(bytes.len()) != Ok(size) {
            return Err(Error::failed("joining parts")("a part is not what the database says"));
        }
        end += size;
        file.write_all(&bytes).await.map_err(Error::failed("writing a work file"))?;
    }
    file.flush().await.map_err(Error::failed("writing a work file"))
}
