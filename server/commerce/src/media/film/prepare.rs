//! From the bytes somebody sent to files that play.

use std::{
    fs::File,
    path::{Path, PathBuf},
};

use bytes::Bytes;
use shared::{ErrorCode, LocalText, MediaId, UploadFault};
use tempfile::TempDir;
use tokio::sync::watch;

use super::{
    check::{Checked, check},
    faststart,
    ffmpeg::Ffmpeg,
};
use crate::{
    Commerce, Error,
    media::{
        entity, picture_file,
        service::{CLIP, SMALL_CLIP},
        upload::Claim,
    },
};

/// Shortest side of the film that everybody gets, pixels.
const SIDE: u32 = 720;
/// Shortest side of the one for those who save data, pixels.
const SMALL_SIDE: u32 = 480;
/// Where the poster is taken unless somebody chooses, milliseconds.
const POSTER_AT: i64 = 500;

/// Why a film did not become a clip.
#[derive(Debug)]
pub(crate) enum Trouble {
    /// It cannot.
    Fault(UploadFault),
    /// Something of ours failed; it may be tried again.
    Failed(Error),
}

impl From<UploadFault> for Trouble {
    fn from(fault: UploadFault) -> Self {
        Self::Fault(fault)
    }
}

impl From<Error> for Trouble {
    fn from(error: Error) -> Self {
        Self::Failed(error)
    }
}

/// A film whose files are in the store, and whose row is still to be written.
#[derive(Debug, Clone)]
pub(crate) struct Film {
    /// To be inserted where the clip is made.
    pub row: entity::Model,
    /// Its first picture; none where nothing here can take one.
    pub poster: Option<MediaId>,
}

/// Checks what `claim` holds and stores it as the media of the same id: trying again overwrites. `done`
/// hears of the progress, in thousandths.
pub(crate) async fn prepare(commerce: &Commerce, claim: &Claim, done: &watch::Sender<i32>) -> Result<Film, Trouble> {
    let folder = TempDir::new().map_err(Error::failed("making a work folder"))?;
    let source = folder.path().join("source");
    claim.join(commerce, &source).await?;
    done.send_replace(40);
    let film = examine(source.clone(), claim.length).await?;
    done.send_replace(80);
    let id = MediaId(claim.id.0);
    let (duration, side) = (film.video.duration_ms, film.video.width.min(film.video.height));
    let duration_ms = i64::try_from(duration).map_err(|_| UploadFault::Broken)?;
    let mut sizes = vec![side.min(SIDE)];
    let mut poster = None;
    let media = commerce.media();
    if let Some(ffmpeg) = &commerce.0.media.ffmpeg {
        let whole = folder.path().join(CLIP);
        let how =
            if film.plays_everywhere() && side <= SIDE { COPIED.map(str::to_owned).to_vec() } else { encoded(SIDE) };
        run(ffmpeg, &source, &how, &whole, duration, (80..520, done)).await?;
        media.put_file(id, CLIP, &whole).await?;
        if side > SMALL_SIDE {
            let small = folder.path().join(SMALL_CLIP);
            run(ffmpeg, &whole, &encoded(SMALL_SIDE), &small, duration, (520..920, done)).await?;
            media.put_file(id, SMALL_CLIP, &small).await?;
            sizes.insert(0, SMALL_SIDE);
        }
        poster = Some(still(commerce, ffmpeg, &whole, POSTER_AT.min(duration_ms / 2)).await?);
    } else {
        if !film.plays_everywhere() {
            return Err(UploadFault::Codec.into());
        }
        let whole = if film.fast_start() { source } else { moved(source, film.clone(), folder.path()).await? };
        media.put_file(id, CLIP, &whole).await?;
    }
    done.send_replace(980);
    let pixels = |side: u32| i32::try_from(side).map_err(|_| UploadFault::Broken);
    let row = entity::Model {
        id,
        kind: entity::FILM.into(),
        alt: LocalText::default(),
        width: pixels(film.video.width)?,
        height: pixels(film.video.height)?,
        widths: serde_json::json!(sizes),
        duration_ms,
        uploaded_by: Some(claim.sender),
        at: commerce.clock().now(),
    };
    Ok(Film { row, poster })
}

/// The picture at `at_ms` of the film `clip`, stored like any other. `UnsupportedMedia` where nothing here
/// can take one, `NotFound`.
pub(crate) async fn frame(commerce: &Commerce, clip: MediaId, at_ms: i64) -> Result<MediaId, Error> {
    let ffmpeg = commerce.0.media.ffmpeg.as_ref().ok_or(ErrorCode::UnsupportedMedia)?;
    let folder = TempDir::new().map_err(Error::failed("making a work folder"))?;
    let film = folder.path().join(CLIP);
    commerce.media().get_file(clip, CLIP, &film).await?;
    still(commerce, ffmpeg, &film, at_ms).await.map_err(|trouble| match trouble {
        Trouble::Fault(_) => ErrorCode::UnsupportedMedia.into(),
        Trouble::Failed(error) => error,
    })
}

async fn still(commerce: &Commerce, ffmpeg: &Ffmpeg, film: &Path, at_ms: i64) -> Result<MediaId, Trouble> {
    let picture = film.with_extension("png");
    ffmpeg.frame(film, at_ms, &picture).await?;
    let bytes = tokio::fs::read(&picture).await.map_err(|_| UploadFault::Unplayable)?;
    let work = tokio::task::spawn_blocking(move || picture_file::render(&Bytes::from(bytes)));
    let rendered = work.await.map_err(Error::failed("rendering a poster"))?.map_err(|_| UploadFault::Unplayable)?;
    Ok(commerce.media().keep(entity::POSTER, rendered, LocalText::default(), None).await?.id)
}

async fn examine(source: PathBuf, size: i64) -> Result<Checked, Trouble> {
    let work = tokio::task::spawn_blocking(move || {
        let mut file = File::open(source).map_err(|_| UploadFault::Unplayable)?;
        check(&mut file, u64::try_from(size).map_err(|_| UploadFault::Broken)?)
    });
    Ok(work.await.map_err(Error::failed("reading a film"))??)
}

async fn moved(source: PathBuf, film: Checked, folder: &Path) -> Result<PathBuf, Trouble> {
    let to = folder.join(CLIP);
    let work = tokio::task::spawn_blocking(move || {
        let mut file = File::open(source).map_err(|_| UploadFault::Unplayable)?;
        faststart::rewrite(&mut file, &film, &to).map(|()| to)
    });
    Ok(work.await.map_err(Error::failed("moving an index"))??)
}

/// Only the container is made anew: what plays everywhere stays as its maker encoded it.
const COPIED: [&str; 2] = ["-c", "copy"];

/// H.264 and AAC whose shortest side is at most `side`, for every phone.
fn encoded(side: u32) -> Vec<String> {
    let scale = format!("scale='if(gt(iw,ih),-2,min({side},iw))':'if(gt(iw,ih),min({side},ih),-2)',format=yuv420p");
    let rest =
        "-c:v libx264 -profile:v high -preset veryfast -crf 24 -maxrate 3M -bufsize 6M -g 60 -c:a aac -b:a 128k -ac 2";
    ["-vf", &scale].into_iter().chain(rest.split(' ')).map(str::to_owned).collect()
}

/// Runs one step and tells its part of the progress.
async fn run(
    ffmpeg: &Ffmpeg,
    from: &Path,
    how: &[String],
    to: &Path,
    duration_ms: u64,
    (part, done): (std::ops::Range<u64>, &watch::Sender<i32>),
) -> Result<(), UploadFault> {
    let (tell, mut told) = watch::channel(0);
    let listen = async {
        while told.changed().await.is_ok() {
            let ms = *told.borrow_and_update();
            let at = part.start + (part.end - part.start) * ms.min(duration_ms) / duration_ms.max(1);
            done.send_replace(i32::try_from(at).unwrap_or_default());
        }
    };
    let how: Vec<_> = how.iter().map(String::as_str).collect();
    let work = async {
        let made = ffmpeg.film(from, &how, to, &tell).await;
        // Ends the listening.
        drop(tell);
        made
    };
    tokio::join!(work, listen).0
}
