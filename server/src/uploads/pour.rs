use std::time::Duration;

use bytes::{Bytes, BytesMut};
use commerce::{Actor, Commerce, Error, Media};
use futures::{Stream, StreamExt};
use shared::UploadId;
use tokio::time::timeout;

/// A sender that says nothing for so long is gone.
const SILENCE: Duration = Duration::from_secs(60);

/// Adds what `stream` brings to an upload, part by part: never more than one part is in memory, and what was
/// said to be there is durable. Where the line breaks, what came so far is kept. Returns the next byte's place.
pub async fn pour<E>(
    commerce: &Commerce,
    actor: Actor,
    id: UploadId,
    mut at: i64,
    mut stream: impl Stream<Item = Result<Bytes, E>> + Unpin,
) -> Result<(i64, bool), Error> {
    let mut buffer = BytesMut::new();
    let whole = loop {
        match timeout(SILENCE, stream.next()).await {
            Ok(Some(Ok(bytes))) => buffer.extend_from_slice(&bytes),
            Ok(None) => break true,
            Ok(Some(Err(_))) | Err(_) => break false,
        }
        while buffer.len() >= Media::PART {
            at = commerce.media().append(actor, id, at, buffer.split_to(Media::PART).freeze()).await?;
        }
    };
    if !buffer.is_empty() {
        at = commerce.media().append(actor, id, at, buffer.freeze()).await?;
    }
    Ok((at, whole))
}
