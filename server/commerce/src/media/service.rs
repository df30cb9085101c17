use bytes::Bytes;
use shared::{MediaId, dto::Image};

use crate::{Actor, Error, Media};

/// A file as it is served: immutable, because its name changes with its content.
#[derive(Debug, Clone)]
pub struct MediaFile {
    /// `image/webp` or `video/mp4`; nothing uploaded is ever served as anything else.
    pub content_type: &'static str,
    /// Length of the whole file, in bytes.
    pub size: u64,
    /// The asked range of it.
    pub bytes: Bytes,
}

impl Media<'_> {
    /// Checks and re-encodes a picture (JPEG, PNG, GIF, WebP; at most 12 MB and 40 megapixels) into
    /// WebP at 160, 320, 640 and 1200 pixels wide. `TooLarge`, `UnsupportedMedia`, `Unauthenticated`.
    pub async fn upload(&self, actor: Actor, bytes: Bytes, alt: &str) -> Result<Image, Error> {
        let _ = (actor, bytes, alt);
        todo!("goods")
    }

    /// The file `name` (`640.webp`, `clip.mp4`) of `id`, or the bytes `range` of it; `NotFound`.
    pub async fn file(&self, id: MediaId, name: &str, range: Option<std::ops::Range<u64>>) -> Result<MediaFile, Error> {
        let _ = (id, name, range);
        todo!("goods")
    }
}
