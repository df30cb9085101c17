//! Files on their way out, a piece at a time: a film of 500 MB takes no more memory than a picture.

use std::{ops::Range, sync::Arc};

use bytes::Bytes;
use futures::{
    Stream,
    stream::{self, StreamExt},
};
use object_store::{GetOptions, GetRange, ObjectStore, ObjectStoreExt, path::Path};

use crate::Error;

/// Bytes that are read at once.
const PIECE: u64 = 512 * 1024;

/// Which bytes of a file are wanted.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Part {
    /// All of them.
    Whole,
    /// From here to the end.
    From(u64),
    /// From here to there, both included.
    Between(u64, u64),
    /// The last so many.
    Last(u64),
}

impl Part {
    /// Those that a file of `size` bytes has; empty if none.
    pub fn within(self, size: u64) -> Range<u64> {
        match self {
            Self::Whole => 0..size,
            Self::From(start) => start..size,
            Self::Between(start, end) => start..end.saturating_add(1).min(size),
            Self::Last(count) => size.saturating_sub(count)..size,
        }
    }

    /// The first piece, if it can be named without the size.
    fn first(self) -> Option<Range<u64>> {
        let (start, end) = match self {
            Self::Whole => (0, u64::MAX),
            Self::From(start) => (start, u64::MAX),
            Self::Between(start, end) => (start, end.saturating_add(1)),
            Self::Last(_) => return None,
        };
        Some(start..end.min(start.saturating_add(PIECE))).filter(|first| !first.is_empty())
    }
}

/// Who may keep a file, and for how long.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Reach {
    /// Everybody, for ever.
    ForEver,
    /// Everybody, for a while: it may be taken back.
    Recallable,
    /// Those who look after it, and nobody on the way to them.
    Own,
}

/// A file as it is served: immutable, because its name changes with its content.
#[derive(Debug, Clone)]
pub struct MediaFile {
    /// Who may keep it.
    pub reach: Reach,
    /// `image/webp` or `video/mp4`; nothing uploaded is ever served as anything else.
    pub content_type: &'static str,
    /// Length of the whole file, in bytes.
    pub size: u64,
    /// What was asked for, as far as there is something; empty if it starts beyond the end.
    pub range: Range<u64>,
    /// The beginning of it.
    first: Bytes,
    files: Arc<dyn ObjectStore>,
    path: Path,
}

impl MediaFile {
    /// Finds the file and reads the first piece, in one request where that is possible.
    pub(super) async fn open(
        files: Arc<dyn ObjectStore>,
        path: Path,
        (content_type, reach): (&'static str, Reach),
        part: Part,
    ) -> object_store::Result<Self> {
        let (size, first) = match part.first() {
            Some(first) => {
                let options = GetOptions { range: Some(GetRange::Bounded(first)), ..GetOptions::default() };
                match files.get_opts(&path, options).await {
                    Ok(found) => (found.meta.size, found.bytes().await?),
                    // Beyond the end, or not there at all: the size tells.
                    Err(_) => (files.head(&path).await?.size, Bytes::new()),
                }
            }
            None => (files.head(&path).await?.size, Bytes::new()),
        };
        Ok(Self { reach, content_type, size, range: part.within(size), first, files, path })
    }

    /// The bytes of `range`, piece by piece.
    pub fn pieces(self) -> impl Stream<Item = Result<Bytes, Error>> + Send + 'static {
        let Self { range, first, files, path, .. } = self;
        let read = range.start.saturating_add(first.len() as u64);
        let rest = stream::try_unfold(read, move |from| {
            let (files, path) = (Arc::clone(&files), path.clone());
            async move {
                if from >= range.end {
                    return Ok(None);
                }
                let to = from.saturating_add(PIECE).min(range.end);
                let piece = files.get_range(&path, from..to).await.map_err(Error::failed("reading a file"))?;
                Ok(Some((piece, to)))
            }
        });
        let first = (!first.is_empty()).then_some(Ok(first));
        stream::iter(first).chain(rest)
    }
}

#[cfg(test)]
mod tests {
    use futures::TryStreamExt;
    use object_store::{PutPayload, memory::InMemory};

    use super::*;

    impl MediaFile {
        /// All of `range` at once.
        pub async fn bytes(self) -> Bytes {
            self.pieces().try_collect::<Vec<_>>().await.unwrap().concat().into()
        }
    }

    #[tokio::test]
    async fn pieces_are_the_whole() {
        let files: Arc<dyn ObjectStore> = Arc::new(InMemory::new());
        let path = Path::from("film");
        let film: Vec<u8> = (0..PIECE * 2 + 7).map(|at| u8::try_from(at % 251).unwrap()).collect();
        files.put(&path, PutPayload::from(film.clone())).await.unwrap();
        let size = film.len();
        let past = size as u64;
        for (part, range) in [
            (Part::Whole, 0..size),
            (Part::From(0), 0..size),
            (Part::From(5), 5..size),
            (Part::Between(5, 5), 5..6),
            (Part::Between(5, u64::MAX), 5..size),
            (Part::Between(3, PIECE + 9), 3..usize::try_from(PIECE).unwrap() + 10),
            (Part::Last(3), size - 3..size),
            (Part::Last(past + 5), 0..size),
            (Part::From(past), 0..0),
            (Part::Between(past, past + 1), 0..0),
            (Part::From(u64::MAX), 0..0),
        ] {
            let file =
                MediaFile::open(Arc::clone(&files), path.clone(), ("video/mp4", Reach::ForEver), part).await.unwrap();
            assert_eq!(file.size, past);
            let sizes: Vec<_> = file.clone().pieces().map(|piece| piece.unwrap().len()).collect().await;
            assert!(sizes.iter().all(|size| (1..=usize::try_from(PIECE).unwrap()).contains(size)), "{sizes:?}");
            assert_eq!(file.bytes().await, film[range], "{part:?}");
        }
        assert!(
            MediaFile::open(files, Path::from("other"), ("video/mp4", Reach::ForEver), Part::Last(1)).await.is_err()
        );
    }
}
