use std::sync::OnceLock;

use argon2::{Argon2, PasswordHasher, PasswordVerifier, password_hash::phc::PasswordHash};
use tokio::sync::Semaphore;

use crate::Error;

/// Hashes at work at a time: each takes 19 MB and a core.
const AT_ONCE: usize = 2;

/// Hashes and checks passwords with argon2id, away from the threads that serve requests.
#[derive(Debug)]
pub(super) struct Passwords(Semaphore);

impl Default for Passwords {
    fn default() -> Self {
        Self(Semaphore::new(AT_ONCE))
    }
}

impl Passwords {
    /// The PHC string of `password`.
    pub async fn hash(&self, password: &str) -> Result<String, Error> {
        let password = password.to_owned();
        self.apart(move || hash(&password)).await?
    }

    /// Whether `password` fits `hash`. Without a hash it takes as long and fits nothing, so that
    /// nobody learns by the time which addresses have an account.
    pub async fn verify(&self, password: &str, hash: Option<String>) -> Result<bool, Error> {
        let password = password.to_owned();
        self.apart(move || {
            let known = hash.is_some();
            let Some(hash) = hash.or_else(|| dummy().map(str::to_owned)) else { return false };
            let fits = |hash: PasswordHash| Argon2::default().verify_password(password.as_bytes(), &hash).is_ok();
            PasswordHash::new(&hash).is_ok_and(fits) && known
        })
        .await
    }

    async fn apart<T: Send + 'static>(&self, work: impl FnOnce() -> T + Send + 'static) -> Result<T, Error> {
        let turn = self.0.acquire().await.map_err(Error::failed("waiting for a password's turn"))?;
        let done = tokio::task::spawn_blocking(work).await.map_err(Error::failed("working on a password"));
        drop(turn);
        done
    }
}

fn hash(password: &str) -> Result<String, Error> {
    let hash = Argon2::default().hash_password(password.as_bytes());
    hash.map(|hash| hash.to_string()).map_err(|error| Error::failed("hashing a password")(error.to_string()))
}

/// A hash that no password is checked against in earnest.
fn dummy() -> Option<&'static str> {
    static DUMMY: OnceLock<Option<String>> = OnceLock::new();
    DUMMY.get_or_init(|| hash("nobody's").ok()).as_deref()
}
