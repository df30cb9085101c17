//! Tokens and hashes: what is secret, and what of it may be written down.

use aws_lc_rs::{
    digest, hmac,
    rand::{SecureRandom, SystemRandom},
};
use base64::{Engine, engine::general_purpose::URL_SAFE_NO_PAD};
use shared::BuyerId;
use uuid::Uuid;

use crate::Error;

/// Tokens that name a guest by themselves.
pub(super) const GUEST: &str = "g_";
/// Tokens of account sessions, known by their hash.
pub(super) const SESSION: &str = "s_";
/// Tokens that let one person join a shop, known by their hash.
pub(super) const INVITATION: &str = "i_";
/// Random bytes of a token.
const BYTES: usize = 32;

/// A new token of a kind: 256 random bits.
pub(super) fn new(kind: &str) -> Result<String, Error> {
    let mut bytes = [0; BYTES];
    SystemRandom::new().fill(&mut bytes).map_err(|_| Error::failed("drawing random bytes")("no entropy"))?;
    Ok(format!("{kind}{}", URL_SAFE_NO_PAD.encode(bytes)))
}

/// Six random digits.
pub(super) fn new_code() -> Result<String, Error> {
    let mut bytes = [0; 8];
    SystemRandom::new().fill(&mut bytes).map_err(|_| Error::failed("drawing random bytes")("no entropy"))?;
    Ok(format!("{:06}", u64::from_le_bytes(bytes) % 1_000_000))
}

/// Whether `token` is one of `kind`, by its form.
pub(super) fn is(kind: &str, token: &str) -> bool {
    let body = token.strip_prefix(kind).and_then(|body| URL_SAFE_NO_PAD.decode(body).ok());
    body.is_some_and(|bytes| bytes.len() == BYTES)
}

/// The buyer that the holder of a guest token is.
pub(super) fn guest(token: &str) -> BuyerId {
    let hash = digest::digest(&digest::SHA256, token.as_bytes());
    let mut id = [0; 16];
    id.copy_from_slice(&hash.as_ref()[..16]);
    BuyerId(Uuid::from_bytes(id))
}

/// What is kept of a session token.
pub(super) fn hash(token: &str) -> String {
    hex(digest::digest(&digest::SHA256, token.as_bytes()).as_ref())
}

/// What is kept of something that could be guessed: a code, a number, an address.
pub(super) fn sealed(secret: &[u8], purpose: &str, text: &str) -> String {
    let key = hmac::Key::new(hmac::HMAC_SHA256, secret);
    hex(hmac::sign(&key, format!("{purpose}\0{text}").as_bytes()).as_ref())
}

fn hex(bytes: &[u8]) -> String {
    bytes.iter().map(|byte| format!("{byte:02x}")).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_token_is_recognised_by_its_form() {
        let token = new(GUEST).unwrap();
        assert!(is(GUEST, &token) && !is(SESSION, &token));
        assert_eq!(guest(&token), guest(&token));
        for wrong in ["", "g_", "g_short", "x", &token[..token.len() - 1], &format!("{token}A"), "g_' OR 1=1"] {
            assert!(!is(GUEST, wrong), "{wrong}");
        }
        assert_eq!(new_code().unwrap().len(), 6);
    }
}
