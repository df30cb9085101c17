//! Links that show a draft to whoever holds them, for a while.

use aws_lc_rs::hmac;
use base64::{Engine, engine::general_purpose::URL_SAFE_NO_PAD};
use chrono::{DateTime, Utc};
use shared::{CreatorId, ErrorCode};
use uuid::Uuid;

use crate::Error;

/// What is signed begins with what it is for, so that no other signature of the shop fits here.
const PURPOSE: &[u8] = b"window preview 1\0";
/// Creator and end.
const BYTES: usize = 16 + 8;

/// The link's token for the draft of `creator`, good until `until`.
pub fn sign(secret: &[u8], creator: CreatorId, until: DateTime<Utc>) -> String {
    let mut body = creator.0.into_bytes().to_vec();
    body.extend(until.timestamp().to_be_bytes());
    let tag = hmac::sign(&key(secret), &message(&body));
    body.extend(tag.as_ref());
    URL_SAFE_NO_PAD.encode(body)
}

/// Whose draft `token` shows at `now`; `NotFound` if it is none of ours, `Gone` if its time is over.
pub fn verify(secret: &[u8], token: &str, now: DateTime<Utc>) -> Result<CreatorId, Error> {
    let bytes = URL_SAFE_NO_PAD.decode(token).map_err(|_| ErrorCode::NotFound)?;
    let (body, tag) = bytes.split_at_checked(BYTES).ok_or(ErrorCode::NotFound)?;
    hmac::verify(&key(secret), &message(body), tag).map_err(|_| ErrorCode::NotFound)?;
    let (id, until) = body.split_at_checked(16).ok_or(ErrorCode::NotFound)?;
    let until = i64::from_be_bytes(until.try_into().map_err(|_| ErrorCode::NotFound)?);
    if until <= now.timestamp() {
        return Err(ErrorCode::Gone.into());
    }
    Ok(CreatorId(Uuid::from_slice(id).map_err(|_| ErrorCode::NotFound)?))
}

fn key(secret: &[u8]) -> hmac::Key {
    hmac::Key::new(hmac::HMAC_SHA256, secret)
}

fn message(body: &[u8]) -> Vec<u8> {
    [PURPOSE, body].concat()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_token_is_ours_whole_and_in_time_or_nothing() {
        let (now, creator) = (DateTime::from_timestamp(1_795_348_800, 0).unwrap(), CreatorId(Uuid::from_u128(7)));
        let token = sign(&[7; 32], creator, now + chrono::TimeDelta::hours(1));
        assert_eq!(verify(&[7; 32], &token, now).unwrap(), creator);
        assert_eq!(verify(&[7; 32], &token, now + chrono::TimeDelta::hours(1)).unwrap_err().code(), ErrorCode::Gone);
        assert_eq!(verify(&[8; 32], &token, now).unwrap_err().code(), ErrorCode::NotFound);
        let mut bytes = URL_SAFE_NO_PAD.decode(&token).unwrap();
        for at in 0..bytes.len() {
            bytes[at] ^= 1;
            let forged = URL_SAFE_NO_PAD.encode(&bytes);
            assert_eq!(verify(&[7; 32], &forged, now).unwrap_err().code(), ErrorCode::NotFound, "byte {at}");
            bytes[at] ^= 1;
        }
        for wrong in ["", "x", "../..", &token[1..], &token[..30], &format!("{token}AA")] {
            assert_eq!(verify(&[7; 32], wrong, now).unwrap_err().code(), ErrorCode::NotFound, "{wrong}");
        }
    }
}
