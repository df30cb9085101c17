//! From an upload to a picture: the work that follows the last byte.

use bytes::Bytes;
use shared::{ErrorCode, LocalText, MediaId, UploadFault, UploadPurpose};
use tempfile::TempDir;

use super::{
    entity, insert_row, picture_mixed,
    upload::{self, Claim},
};
use crate::{Actor, Error, Media};

impl Media<'_> {
    /// Makes the oldest complete picture that nobody works on one that is served, or says why it is none; `System`
    /// only. Returns whether there was one. The server calls it over and over on every node; where it is dropped or
    /// the process ends, another call takes the picture over within half a minute.
    pub async fn take_in_picture(&self, actor: Actor) -> Result<bool, Error> {
        actor.require_system()?;
        let Some(claim) = upload::claim(self.0, UploadPurpose::Picture).await? else { return Ok(false) };
        match self.taken_in(&claim).await {
            Ok(row) => {
                let (id, at) = (claim.id, self.shop().clock.now());
                let work = self.shop().db.write::<_, Error, _>(move |tx| {
                    let row = row.clone();
                    Box::pin(async move {
                        // Another process may have been as far.
                        if upload::accept(tx, id, at).await? { insert_row(tx, row).await } else { Ok(()) }
                    })
                });
                work.await?;
                claim.clean(self.0).await;
            }
            Err(Trouble::Fault(fault)) => upload::refuse(self.0, &claim, fault).await?,
            Err(Trouble::Failed(error)) => {
                claim.release(self.0).await?;
                return Err(error);
            }
        }
        Ok(true)
    }

    async fn taken_in(&self, claim: &Claim) -> Result<entity::Model, Trouble> {
        if claim.hopeless {
            return Err(Trouble::Fault(UploadFault::NotPicture));
        }
        let folder = TempDir::new().map_err(Error::failed("making a work folder"))?;
        let source = folder.path().join("source");
        claim.join(self.0, &source).await?;
        let bytes = tokio::fs::read(&source).await.map(Bytes::from).map_err(Error::failed("reading a picture"))?;
        claim.report(self.0, 300).await?;
        let rendered = self.render(bytes.clone()).await.map_err(|error| Trouble::of(error, &bytes))?;
        claim.report(self.0, 800).await?;
        // As the media of the same id: trying again overwrites.
        Ok(self
            .put_picture((MediaId(claim.id.0), entity::PICTURE), rendered, LocalText::default(), Some(claim.sender))
            .await?)
    }
}

/// Why a file did not become a picture.
enum Trouble {
    /// It cannot.
    Fault(UploadFault),
    /// Something of ours failed; it may be tried again.
    Failed(Error),
}

impl Trouble {
    /// What the refusal of `bytes` means to their sender.
    fn of(error: Error, bytes: &[u8]) -> Self {
        match error.code() {
            ErrorCode::TooLarge => Self::Fault(UploadFault::TooManyPixels),
            ErrorCode::UnsupportedMedia if picture_mixed::is_mixed(bytes) => Self::Fault(UploadFault::Mixed),
            ErrorCode::UnsupportedMedia => Self::Fault(UploadFault::NotPicture),
            _ => Self::Failed(error),
        }
    }
}

impl From<Error> for Trouble {
    fn from(error: Error) -> Self {
        Self::Failed(error)
    }
}
