use std::{fmt::Write, sync::Arc};

use aws_lc_rs::{
    digest,
    encoding::AsDer,
    error::Unspecified,
    rand::SystemRandom,
    rsa::KeySize,
    signature::{KeyPair as _, RSA_PKCS1_SHA256, RsaKeyPair},
};
use base64::{Engine, engine::general_purpose::STANDARD};
use tokio::sync::OnceCell;

use super::{entity, queries};
use crate::{Commerce, Error};

/// The key of this process's provider, read or made when it is first needed.
pub(crate) type Keys = OnceCell<Arc<Key>>;

/// What signs the provider's messages.
pub struct Key {
    pub serial: String,
    pair: RsaKeyPair,
}

impl Key {
    /// Base64 of the RSA-SHA256 signature.
    pub fn sign(&self, message: &[u8]) -> Result<String, Unspecified> {
        let mut signature = vec![0; self.pair.public_modulus_len()];
        self.pair.sign(&RSA_PKCS1_SHA256, &SystemRandom::new(), message, &mut signature)?;
        Ok(STANDARD.encode(signature))
    }

    /// The public half (DER).
    pub fn public(&self) -> &[u8] {
        self.pair.public_key().as_ref()
    }
}

/// The key all processes share; made and kept in the database by the first that needs it.
pub async fn key(commerce: &Commerce) -> Result<Arc<Key>, Error> {
    let read = || async {
        let db = commerce.db();
        let row = match queries::key(db.read()).await? {
            Some(row) => row,
            None => {
                let made = tokio::task::spawn_blocking(make).await.map_err(Error::failed("make a key"))??;
                db.write(move |tx| {
                    let made = made.clone();
                    Box::pin(async move {
                        queries::insert_key(tx, made).await?;
                        queries::key(tx).await?.ok_or(Error::Refused(shared::ErrorCode::NotFound))
                    })
                })
                .await?
            }
        };
        let pkcs8 = STANDARD.decode(&row.pkcs8).map_err(Error::failed("read the sandbox key"))?;
        let pair = RsaKeyPair::from_pkcs8(&pkcs8).map_err(Error::failed("read the sandbox key"))?;
        Ok::<_, Error>(Arc::new(Key { serial: row.serial, pair }))
    };
    commerce.0.sandbox.get_or_try_init(read).await.cloned()
}

/// Half a second of work: never on the threads that serve requests.
fn make() -> Result<entity::key::Model, Error> {
    let pair = RsaKeyPair::generate(KeySize::Rsa2048).map_err(Error::failed("make a key"))?;
    let pkcs8 = pair.as_der().map_err(Error::failed("write a key"))?;
    let hash = digest::digest(&digest::SHA256, pair.public_key().as_ref());
    let serial = hash.as_ref().iter().take(20).fold(String::new(), |mut hex, byte| {
        _ = write!(hex, "{byte:02X}");
        hex
    });
    Ok(entity::key::Model { id: 1, serial, pkcs8: STANDARD.encode(pkcs8.as_ref()) })
}
