use std::{path::Path as FilePath, sync::Arc};

use bytes::Bytes;
use futures::TryStreamExt;
use object_store::{ObjectStoreExt, PutPayload, WriteMultipart, path::Path};
use shared::{BuyerId, ErrorCode, LocalText, MediaId, dto::Image};
use tokio::io::{AsyncReadExt, AsyncWriteExt};

use super::{
    MediaFile, Part, Reach, entity,
    picture::{Picture, pictures},
    picture_file::{self, Renditions},
    queries,
};
use crate::{
    Actor, Commerce, Error, Media,
    db::Tx,
    identity::{Limit, allow},
    video,
};

/// The name of a film.
pub(super) const CLIP: &str = "clip.mp4";
/// The name of its rendition for those who save data.
pub(super) const SMALL_CLIP: &str = "480.mp4";

/// A film to be imported.
#[derive(Debug, Clone)]
pub struct NewClip {
    /// MP4: H.264, AAC, fast start.
    pub bytes: Bytes,
    /// Pixels.
    pub width: i32,
    /// Pixels.
    pub height: i32,
    /// Length in milliseconds.
    pub duration_ms: i64,
}

impl Media<'_> {
    /// Checks and re-encodes a picture (JPEG, PNG, GIF, WebP that do not move; at most 12 MB and 40
    /// megapixels) into WebP at 160, 320, 640 and 1200 pixels wide, as far as it is that wide. For
    /// accounts, 60 an hour. `TooLarge`, `UnsupportedMedia`, `Unauthenticated`, `RateLimited`,
    /// `Invalid` (`alt`).
    pub async fn upload(&self, actor: Actor, bytes: Bytes, alt: &str) -> Result<Image, Error> {
        let sender = actor.require_account()?;
        if i64::try_from(bytes.len()).is_ok_and(|size| size > Self::MOST_PICTURE) {
            return Err(ErrorCode::TooLarge.into());
        }
        if alt.chars().count() > 200 || alt.chars().any(char::is_control) {
            return Err(Error::Invalid(vec!["alt"]));
        }
        allow(self.0, Limit::Upload, &sender.to_string()).await?;
        let rendered = self.render(bytes).await?;
        let alt = LocalText { zh: alt.trim().to_owned(), en: String::new() };
        let picture = self.keep(entity::PICTURE, rendered, alt, Some(sender)).await?;
        Ok(picture.view(shared::Locale::default()))
    }

    /// The same for the first picture of a clip, which is seen by who may see the clip.
    pub(crate) async fn upload_poster(&self, actor: Actor, bytes: Bytes) -> Result<MediaId, Error> {
        let sender = actor.require_account()?;
        if i64::try_from(bytes.len()).is_ok_and(|size| size > Self::MOST_PICTURE) {
            return Err(ErrorCode::TooLarge.into());
        }
        allow(self.0, Limit::Upload, &sender.to_string()).await?;
        let rendered = self.render(bytes).await?;
        Ok(self.keep(entity::POSTER, rendered, LocalText::default(), Some(sender)).await?.id)
    }

    /// Takes over a picture that was rendered before: width and WebP of each size; `System` only.
    /// `UnsupportedMedia` if one is no picture, or there is none.
    pub async fn import(&self, actor: Actor, mut files: Vec<(i32, Bytes)>, alt: LocalText) -> Result<MediaId, Error> {
        actor.require_system()?;
        files.sort_by_key(|(width, _)| *width);
        let (_, largest) = files.last().ok_or(ErrorCode::UnsupportedMedia)?;
        let (width, height) = picture_file::dimensions(largest)?;
        Ok(self.keep(entity::PICTURE, Renditions { width, height, files }, alt, None).await?.id)
    }

    /// Takes over a film; `System` only. `UnsupportedMedia` if it is no MP4.
    pub async fn import_clip(&self, actor: Actor, clip: NewClip) -> Result<MediaId, Error> {
        actor.require_system()?;
        if clip.bytes.get(4..8) != Some(b"ftyp") {
            return Err(ErrorCode::UnsupportedMedia.into());
        }
        let id = MediaId(self.shop().clock.new_id());
        self.put(id, CLIP, clip.bytes).await?;
        self.insert(entity::Model {
            id,
            kind: entity::FILM.into(),
            alt: LocalText::default(),
            width: clip.width,
            height: clip.height,
            widths: serde_json::json!([]),
            duration_ms: clip.duration_ms,
            uploaded_by: None,
            at: self.shop().clock.now(),
        })
        .await?;
        Ok(id)
    }

    /// The file `name` (`640.webp`, `clip.mp4`) of `id`, or a part of it; `NotFound`. For everyone: whoever has an
    /// address may show it. But what belongs to a clip is for everyone only while that is out.
    pub async fn file(&self, actor: Actor, id: MediaId, name: &str, part: Part) -> Result<MediaFile, Error> {
        let known = pictures(self.0, self.shop().db.read(), [id]).await?.remove(&id).ok_or(ErrorCode::NotFound)?;
        let content_type = content_type(&known, name).ok_or(ErrorCode::NotFound)?;
        let of_clip = known.is_film || known.is_poster;
        let reach = if of_clip { video::reach(self.0, actor, id).await? } else { Reach::ForEver };
        let files = Arc::clone(&self.shop().media.files);
        MediaFile::open(files, path(id, name), (content_type, reach), part).await.map_err(missing)
    }

    /// Checks a picture and draws it anew in all its sizes.
    pub(super) async fn render(&self, bytes: Bytes) -> Result<Renditions, Error> {
        // One at a time: a large picture takes a lot of memory while it is open.
        let turn = self.shop().media.studio.acquire().await.map_err(Error::failed("waiting for the picture studio"))?;
        let work = tokio::task::spawn_blocking(move || picture_file::render(&bytes));
        let rendered = work.await.map_err(Error::failed("rendering a picture"))?;
        drop(turn);
        rendered
    }

    /// Files first: a row without files would be a broken picture, files without a row are nothing.
    pub(super) async fn keep(
        &self,
        kind: &str,
        renditions: Renditions,
        alt: LocalText,
        sender: Option<BuyerId>,
    ) -> Result<Picture, Error> {
        let row = self.put_picture((MediaId(self.shop().clock.new_id()), kind), renditions, alt, sender).await?;
        self.insert(row.clone()).await?;
        Ok(row.into())
    }

    /// Stores the files of the picture `id`, whose row is still to be written; doing it again overwrites.
    pub(super) async fn put_picture(
        &self,
        (id, kind): (MediaId, &str),
        renditions: Renditions,
        alt: LocalText,
        sender: Option<BuyerId>,
    ) -> Result<entity::Model, Error> {
        let widths: Vec<_> = renditions.files.iter().map(|(width, _)| *width).collect();
        for (width, bytes) in renditions.files {
            self.put(id, &format!("{width}.webp"), bytes).await?;
        }
        Ok(entity::Model {
            id,
            kind: kind.into(),
            alt,
            width: renditions.width,
            height: renditions.height,
            widths: widths.into(),
            duration_ms: 0,
            uploaded_by: sender,
            at: self.shop().clock.now(),
        })
    }

    async fn insert(&self, row: entity::Model) -> Result<(), Error> {
        let inserted = self.shop().db.write::<_, Error, _>(move |tx| {
            let row = row.clone();
            Box::pin(async move { Ok(queries::insert(tx, row).await?) })
        });
        inserted.await
    }

    /// Stores a local file, part by part.
    pub(super) async fn put_file(&self, id: MediaId, name: &str, from: &FilePath) -> Result<(), Error> {
        let failed = "storing a film";
        let mut file = tokio::fs::File::open(from).await.map_err(Error::failed(failed))?;
        let upload = self.shop().media.files.put_multipart(&path(id, name)).await.map_err(Error::failed(failed))?;
        let mut writer = WriteMultipart::new(upload);
        let mut buffer = vec![0; 1024 * 1024];
        loop {
            let count = file.read(&mut buffer).await.map_err(Error::failed(failed))?;
            let Some(bytes) = buffer.get(..count).filter(|bytes| !bytes.is_empty()) else { break };
            writer.wait_for_capacity(4).await.map_err(Error::failed(failed))?;
            writer.write(bytes);
        }
        writer.finish().await.map(|_| ()).map_err(Error::failed(failed))
    }

    /// Fetches a stored file into a local one, part by part. `NotFound`.
    pub(super) async fn get_file(&self, id: MediaId, name: &str, to: &FilePath) -> Result<(), Error> {
        let found = self.shop().media.files.get(&path(id, name)).await.map_err(missing)?;
        let mut parts = found.into_stream();
        let mut file = tokio::fs::File::create(to).await.map_err(Error::failed("making a work file"))?;
        while let Some(part) = parts.try_next().await.map_err(Error::failed("reading a film"))? {
            file.write_all(&part).await.map_err(Error::failed("writing a work file"))?;
        }
        file.flush().await.map_err(Error::failed("writing a work file"))
    }

    async fn put(&self, id: MediaId, name: &str, bytes: Bytes) -> Result<(), Error> {
        let stored = self.shop().media.files.put(&path(id, name), PutPayload::from_bytes(bytes)).await;
        stored.map(|_| ()).map_err(Error::failed("storing a file"))
    }
}

/// The type of `name` if it is one of the files there are; nothing else ever reaches the store.
fn content_type(known: &Picture, name: &str) -> Option<&'static str> {
    if known.is_film {
        let small = known.widths.len() > 1 && name == SMALL_CLIP;
        return (name == CLIP || small).then_some("video/mp4");
    }
    known.widths.iter().any(|width| name == format!("{width}.webp")).then_some("image/webp")
}

/// Makes a picture the first one of a clip; within the transaction that makes it so.
pub(crate) async fn as_poster(tx: &Tx, id: MediaId) -> Result<(), Error> {
    Ok(queries::make_poster(tx, id).await?)
}

/// Forgets what was known of a picture.
pub(crate) async fn forget(commerce: &Commerce, id: MediaId) {
    commerce.0.media.pictures.invalidate(&id).await;
}

/// Makes files known that are in the store already; within the transaction that needs them.
pub(crate) async fn insert_row(tx: &Tx, row: entity::Model) -> Result<(), Error> {
    Ok(queries::insert(tx, row).await?)
}

fn path(id: MediaId, name: &str) -> Path {
    Path::from(format!("{id}/{name}"))
}

fn missing(error: object_store::Error) -> Error {
    match error {
        object_store::Error::NotFound { .. } => ErrorCode::NotFound.into(),
        error => Error::failed("reading a file")(error),
    }
}
