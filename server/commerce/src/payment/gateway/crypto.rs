//! The cryptography of a provider that speaks like WeChat Pay v3.

use aws_lc_rs::{
    aead::{AES_256_GCM, Aad, LessSafeKey, Nonce, UnboundKey},
    error::Unspecified,
    hmac, rand,
    signature::{RSA_PKCS1_2048_8192_SHA256, UnparsedPublicKey},
};
use base64::{Engine, engine::general_purpose::STANDARD};

/// The key that a shop and its provider share: it authenticates the shop's requests and encrypts the
/// provider's messages.
#[derive(Clone)]
pub struct ApiKey([u8; 32]);

impl std::fmt::Debug for ApiKey {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("ApiKey")
    }
}

impl ApiKey {
    /// The sandbox's key, the same in every process that has the instance's secret.
    pub fn derive(secret: &[u8; 32]) -> Self {
        let tag = hmac::sign(&hmac::Key::new(hmac::HMAC_SHA256, secret), b"sandbox payment api key");
        let mut key = [0; 32];
        key.copy_from_slice(tag.as_ref());
        Self(key)
    }

    /// Base64 tag of a request.
    pub fn tag(&self, message: &str) -> String {
        STANDARD.encode(hmac::sign(&self.mac(), message.as_bytes()))
    }

    /// Whether `tag` is the tag of `message`; in constant time.
    pub fn is_tag(&self, message: &str, tag: &str) -> bool {
        STANDARD.decode(tag).is_ok_and(|tag| hmac::verify(&self.mac(), message.as_bytes(), &tag).is_ok())
    }

    /// Base64 of the encrypted `plain` with its tag.
    pub fn seal(&self, nonce: &str, associated: &str, plain: &[u8]) -> Result<String, Unspecified> {
        let mut data = plain.to_vec();
        let nonce = Nonce::try_assume_unique_for_key(nonce.as_bytes())?;
        self.aead()?.seal_in_place_append_tag(nonce, Aad::from(associated.as_bytes()), &mut data)?;
        Ok(STANDARD.encode(data))
    }

    /// What `seal` encrypted, if nobody touched it.
    pub fn open(&self, nonce: &str, associated: &str, sealed: &str) -> Result<Vec<u8>, Unspecified> {
        let mut data = STANDARD.decode(sealed).map_err(|_| Unspecified)?;
        let nonce = Nonce::try_assume_unique_for_key(nonce.as_bytes())?;
        let plain = self.aead()?.open_in_place(nonce, Aad::from(associated.as_bytes()), &mut data)?;
        Ok(plain.to_vec())
    }

    fn mac(&self) -> hmac::Key {
        hmac::Key::new(hmac::HMAC_SHA256, &self.0)
    }

    fn aead(&self) -> Result<LessSafeKey, Unspecified> {
        Ok(LessSafeKey::new(UnboundKey::new(&AES_256_GCM, &self.0)?))
    }
}

/// Twelve random characters: a nonce of AES-GCM and of signatures.
pub fn nonce() -> Result<String, Unspecified> {
    let mut bytes = [0; 9];
    rand::fill(&mut bytes)?;
    Ok(base64::engine::general_purpose::URL_SAFE_NO_PAD.encode(bytes))
}

/// What a provider signs of a message.
pub fn signed(timestamp: &str, nonce: &str, body: &[u8]) -> Vec<u8> {
    [timestamp.as_bytes(), b"\n", nonce.as_bytes(), b"\n", body, b"\n"].concat()
}

/// What a shop authenticates of a request.
pub fn request(method: &str, path: &str, timestamp: &str, nonce: &str, body: &str) -> String {
    [method, path, timestamp, nonce, body, ""].join("\n")
}

/// Whether `signature` (base64) over `message` was made with the private half of `public_key` (DER).
pub fn is_signed(public_key: &[u8], message: &[u8], signature: &str) -> bool {
    let key = UnparsedPublicKey::new(&RSA_PKCS1_2048_8192_SHA256, public_key);
    STANDARD.decode(signature).is_ok_and(|signature| key.verify(message, &signature).is_ok())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_sealed_opens_only_untouched() {
        let key = ApiKey::derive(&[7; 32]);
        let nonce = nonce().unwrap();
        let sealed = key.seal(&nonce, "transaction", b"paid").unwrap();
        assert_eq!(key.open(&nonce, "transaction", &sealed).unwrap(), b"paid");
        assert!(key.open(&nonce, "refund", &sealed).is_err());
        assert!(ApiKey::derive(&[8; 32]).open(&nonce, "transaction", &sealed).is_err());
    }

    #[test]
    fn a_tag_fits_one_message() {
        let key = ApiKey::derive(&[7; 32]);
        let tag = key.tag("POST\n/a\n");
        assert!(key.is_tag("POST\n/a\n", &tag));
        assert!(!key.is_tag("POST\n/b\n", &tag) && !key.is_tag("POST\n/a\n", "no base64"));
    }
}
