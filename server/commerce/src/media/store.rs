use std::{path::Path, sync::Arc};

use moka::future::Cache;
use object_store::{ObjectStore, aws::AmazonS3Builder, local::LocalFileSystem, memory::InMemory, prefix::PrefixStore};
use shared::MediaId;
use tokio::sync::Semaphore;

use super::{
    film::Ffmpeg,
    picture::{self, Picture},
};
use crate::Error;

/// Where the files are. Cloning it is cheap.
#[derive(Debug, Clone)]
pub struct Store {
    pub(super) files: Arc<dyn ObjectStore>,
    pub(super) pictures: Cache<MediaId, Arc<Picture>>,
    /// Room to unpack one picture.
    pub(super) studio: Arc<Semaphore>,
    /// Makes films ready, where it is installed.
    pub(super) ffmpeg: Option<Ffmpeg>,
}

impl Store {
    /// `file://folder`, `s3://bucket/prefix` (credentials from the usual AWS variables) or `memory://`.
    pub fn open(url: &str) -> Result<Self, Error> {
        let files: Arc<dyn ObjectStore> = match url.split_once("://") {
            Some(("file", folder)) => Arc::new(folder_store(Path::new(folder))?),
            Some(("s3", address)) => {
                let (bucket, prefix) = address.split_once('/').unwrap_or((address, ""));
                let s3 = AmazonS3Builder::from_env().with_bucket_name(bucket).build();
                Arc::new(PrefixStore::new(s3.map_err(Error::failed("opening the object store"))?, prefix))
            }
            Some(("memory", _)) => Arc::new(InMemory::new()),
            _ => return Err(Error::failed("opening the object store")("the address is not file:// or s3://")),
        };
        Ok(Self { files, pictures: picture::cache(), studio: Arc::new(Semaphore::new(1)), ffmpeg: Ffmpeg::find() })
    }

    /// The same store where films are served as they came: no program of others is run.
    #[must_use]
    pub fn without_ffmpeg(self) -> Self {
        Self { ffmpeg: None, ..self }
    }

    /// Whether frames can be taken and films encoded here.
    pub const fn has_ffmpeg(&self) -> bool {
        self.ffmpeg.is_some()
    }
}

fn folder_store(folder: &Path) -> Result<LocalFileSystem, Error> {
    std::fs::create_dir_all(folder).map_err(Error::failed("making the media folder"))?;
    let folder = LocalFileSystem::new_with_prefix(folder).map_err(Error::failed("opening the media folder"))?;
    // The database counts a file as there; after a power cut it has to be.
    Ok(folder.with_fsync(true))
}
