//! From an upload to a draft: the work that follows the last byte.

use std::time::Duration;

use chrono::{DateTime, Utc};
use shared::{CreatorId, LocalText, MediaId, UploadFault, UploadPurpose, VideoId, VideoState};
use tokio::{sync::watch, time::interval};
use uuid::Uuid;

use super::{entity::video, queries};
use crate::{
    Actor, Commerce, Error, Videos,
    db::Tx,
    media::{
        self,
        film::{Film, Trouble},
        upload::{self, Claim},
    },
    showcase,
};

/// How often a process says that it still works.
const HEARTBEAT: Duration = Duration::from_secs(1);

impl Videos<'_> {
    /// Makes the oldest complete upload that nobody works on a draft, or says why it is none; `System`
    /// only. Returns whether there was one. The server calls it over and over on every node; where it is
    /// dropped or the process ends, another call takes the upload over within half a minute.
    pub async fn take_in(&self, actor: Actor) -> Result<bool, Error> {
        actor.require_system()?;
        let Some(claim) = upload::claim(self.0, UploadPurpose::Clip).await? else { return Ok(false) };
        if claim.hopeless {
            upload::refuse(self.0, &claim, UploadFault::Unplayable).await?;
            return Ok(true);
        }
        match work(self.0, &claim).await {
            Ok(film) => draft(self.0, &claim, film).await?,
            Err(Trouble::Fault(fault)) => upload::refuse(self.0, &claim, fault).await?,
            Err(Trouble::Failed(error)) => {
                claim.release(self.0).await?;
                return Err(error);
            }
        }
        Ok(true)
    }
}

/// Prepares the film, and says every second how far it is.
async fn work(commerce: &Commerce, claim: &Claim) -> Result<Film, Trouble> {
    let (done, seen) = watch::channel(0);
    let speak = async {
        let mut beat = interval(HEARTBEAT);
        loop {
            beat.tick().await;
            let progress = *seen.borrow();
            if let Err(error) = claim.report(commerce, progress).await {
                tracing::warn!(error = &error as &dyn std::error::Error, "progress of a film");
            }
        }
    };
    tokio::select! {
        film = media::film::prepare(commerce, claim, &done) => film,
        () = speak => Err(UploadFault::Unplayable.into()),
    }
}

async fn draft(commerce: &Commerce, claim: &Claim, film: Film) -> Result<(), Error> {
    let creator = showcase::of_shop(commerce.db().read(), claim.shop).await?;
    let Some(creator) = creator else {
        // A shop without a face shows nothing; there is none to be told.
        return upload::refuse(commerce, claim, UploadFault::Unplayable).await;
    };
    let at = commerce.clock().now();
    let row = blank(VideoId(claim.id.0), creator.id, &film, &claim.name, at);
    let work = (claim.id, film, row);
    commerce.db().write(move |tx| Box::pin(insert(tx, work.clone(), at))).await?;
    claim.clean(commerce).await;
    Ok(())
}

async fn insert(
    tx: &Tx,
    (upload, film, row): (shared::UploadId, Film, video::Model),
    at: DateTime<Utc>,
) -> Result<(), Error> {
    // Another process may have been as far.
    if !upload::accept(tx, upload, at).await? {
        return Ok(());
    }
    media::insert_row(tx, film.row).await?;
    Ok(queries::insert_video(tx, row).await?)
}

/// A draft that is called what its file was called, until somebody finds words for it.
fn blank(id: VideoId, creator_id: CreatorId, film: &Film, name: &str, at: DateTime<Utc>) -> video::Model {
    let stem = name.rsplit_once('.').map_or(name, |(stem, _)| stem);
    video::Model {
        id,
        creator_id,
        caption: LocalText { zh: stem.to_owned(), en: String::new() },
        clip: film.row.id,
        poster: film.poster.unwrap_or(NO_POSTER),
        duration_ms: film.row.duration_ms,
        state: VideoState::Draft,
        publish_at: None,
        removed: false,
        likes: 0,
        comments: 0,
        plays: 0,
        published_at: at,
        passed: false,
        round: 0,
        reasons: serde_json::json!([]),
        queued_at: None,
        words_version: 1,
        cards_version: 1,
    }
}

/// Stands for the poster that a clip does not have yet; no file has this name.
pub(super) const NO_POSTER: MediaId = MediaId(Uuid::nil());
