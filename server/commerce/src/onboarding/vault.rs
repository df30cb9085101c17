//! Sealing what only reviewers may read: AES-256-GCM under a key that the instance's secret derives, bound to
//! what it belongs to, so that one paper cannot be put in another's place.

use aws_lc_rs::{
    aead::{AES_256_GCM, Aad, LessSafeKey, NONCE_LEN, Nonce, UnboundKey},
    error::Unspecified,
    hkdf::{HKDF_SHA256, Salt},
    rand,
};
use base64::{Engine, engine::general_purpose::STANDARD_NO_PAD};
use uuid::Uuid;

use crate::Error;

/// The first byte of everything sealed: how it was done.
const FORM: u8 = 1;

/// Seals and opens; made of the instance's secret.
pub struct Vault(LessSafeKey);

impl Vault {
    /// The vault of an instance.
    pub fn of(secret: &[u8; 32]) -> Result<Self, Error> {
        Self::derive(secret).map(Self).map_err(|_| Error::failed("opening the vault")("no key"))
    }

    fn derive(secret: &[u8; 32]) -> Result<LessSafeKey, Unspecified> {
        let root = Salt::new(HKDF_SHA256, b"vitrine").extract(secret);
        let key = UnboundKey::from(root.expand(&[b"papers 1"], &AES_256_GCM)?);
        Ok(LessSafeKey::new(key))
    }

    /// `plain` as only this vault can read it, and only as what `owner` names.
    pub fn seal(&self, owner: Uuid, plain: &[u8]) -> Result<Vec<u8>, Error> {
        self.sealed(owner, plain).map_err(|_| Error::failed("sealing")("the cipher failed"))
    }

    fn sealed(&self, owner: Uuid, plain: &[u8]) -> Result<Vec<u8>, Unspecified> {
        let mut nonce = [0; NONCE_LEN];
        rand::fill(&mut nonce)?;
        let mut data = plain.to_vec();
        self.0.seal_in_place_append_tag(Nonce::assume_unique_for_key(nonce), Aad::from(owner.as_bytes()), &mut data)?;
        Ok([&[FORM], nonce.as_slice(), &data].concat())
    }

    /// What `seal` sealed for `owner`; an error if it was touched, or sealed by another vault or for another owner.
    pub fn open(&self, owner: Uuid, sealed: &[u8]) -> Result<Vec<u8>, Error> {
        self.opened(owner, sealed).map_err(|_| Error::failed("unsealing")("not sealed here, or changed since"))
    }

    fn opened(&self, owner: Uuid, sealed: &[u8]) -> Result<Vec<u8>, Unspecified> {
        let body = sealed.strip_prefix(&[FORM]).ok_or(Unspecified)?;
        let (nonce, data) = body.split_at_checked(NONCE_LEN).ok_or(Unspecified)?;
        let nonce = Nonce::try_assume_unique_for_key(nonce)?;
        let mut data = data.to_vec();
        Ok(self.0.open_in_place(nonce, Aad::from(owner.as_bytes()), &mut data)?.to_vec())
    }

    /// The same for a text.
    pub fn seal_text(&self, owner: Uuid, plain: &str) -> Result<String, Error> {
        Ok(STANDARD_NO_PAD.encode(self.seal(owner, plain.as_bytes())?))
    }

    /// The same for a text.
    pub fn open_text(&self, owner: Uuid, sealed: &str) -> Result<String, Error> {
        let bytes = STANDARD_NO_PAD.decode(sealed).map_err(Error::failed("unsealing"))?;
        String::from_utf8(self.open(owner, &bytes)?).map_err(Error::failed("unsealing"))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_the_right_key_and_the_right_owner_open_it() {
        let (vault, other) = (Vault::of(&[7; 32]).unwrap(), Vault::of(&[8; 32]).unwrap());
        let owner = Uuid::from_u128(1);
        let sealed = vault.seal(owner, b"a licence").unwrap();
        assert_eq!(vault.open(owner, &sealed).unwrap(), b"a licence");
        assert!(!sealed.windows(9).any(|window| window == b"a licence"));
        assert_ne!(sealed, vault.seal(owner, b"a licence").unwrap(), "a fresh nonce each time");
        assert!(other.open(owner, &sealed).is_err());
        assert!(vault.open(Uuid::from_u128(2), &sealed).is_err());
        for at in 0..sealed.len() {
            let mut touched = sealed.clone();
            touched[at] ^= 1;
            assert!(vault.open(owner, &touched).is_err(), "byte {at}");
        }
        assert!(vault.open(owner, b"").is_err() && vault.open(owner, &sealed[..8]).is_err());
    }
}
