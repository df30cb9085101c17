use bytes::Bytes;

use super::picture_file;
use crate::{Commerce, Error};

/// Widest a paper is kept, in pixels: small print stays legible.
const WIDEST: u32 = 2400;

/// A picture of a paper, checked and encoded anew as WebP; it is not kept here and has no public address.
/// `TooLarge`, `UnsupportedMedia`.
pub(crate) async fn reencoded(commerce: &Commerce, bytes: Bytes) -> Result<Bytes, Error> {
    // One at a time: a large picture takes a lot of memory while it is open.
    let turn = commerce.0.media.studio.acquire().await.map_err(Error::failed("waiting for the picture studio"))?;
    let work = tokio::task::spawn_blocking(move || picture_file::copy(&bytes, WIDEST));
    let copied = work.await.map_err(Error::failed("encoding a paper"))?;
    drop(turn);
    copied
}
