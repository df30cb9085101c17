use std::{path::Path, sync::Arc};

use bytes::Bytes;
use moka::future::Cache;
use object_store::{
    ObjectStore, ObjectStoreExt, PutPayload, aws::AmazonS3Builder, local::LocalFileSystem, memory::InMemory,
    prefix::PrefixStore,
};
use shared::MediaId;
use tokio::sync::Semaphore;
use uuid::Uuid;

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

/// Files that the public address of pictures cannot name: it asks below an id, this is a word.
const SEALED: &str = "sealed";

impl Store {
    /// Keeps bytes that are sealed already.
    pub(crate) async fn put_sealed(&self, name: Uuid, bytes: Bytes) -> Result<(), Error> {
        let stored = self.files.put(&sealed(name), PutPayload::from_bytes(bytes)).await;
        stored.map(|_| ()).map_err(Error::failed("storing a sealed file"))
    }

    /// What `put_sealed` kept.
    pub(crate) async fn get_sealed(&self, name: Uuid) -> Result<Bytes, Error> {
        let found = self.files.get(&sealed(name)).await.map_err(Error::failed("reading a sealed file"))?;
        found.bytes().await.map_err(Error::failed("reading a sealed file"))
    }

    /// Forgets a sealed file; one that is not there is forgotten already.
    pub(crate) async fn forget_sealed(&self, name: Uuid) -> Result<(), Error> {
        match self.files.delete(&sealed(name)).await {
            Ok(()) | Err(object_store::Error::NotFound { .. }) => Ok(()),
            Err(error) => Err(Error::failed("forgetting a sealed file")(error)),
        }
    }
}

fn sealed(name: Uuid) -> object_store::path::Path {
    object_store::path::Path::from(format!("{SEALED}/{name}"))
}

fn folder_store(folder: &Path) -> Result<LocalFileSystem, Error> {
    std::fs::create_dir_all(folder).map_err(Error::failed("making the media folder"))?;
    let folder = LocalFileSystem::new_with_prefix(folder).map_err(Error::failed("opening the media folder"))?;
    // The database counts a file as there; after a power cut it has to be.
    Ok(folder.with_fsync(true))
}
