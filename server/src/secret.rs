//! The key of cookies, tokens and hashes: given, or made once and kept.

use std::{fs, io::Write, os::unix::fs::OpenOptionsExt, path::Path};

use anyhow::{Context, bail};
use aws_lc_rs::{
    digest::{SHA256, digest},
    rand,
};

/// Where it is kept, next to the database.
const KEPT: &str = "data/secret";
const BYTES: usize = 32;

/// `given`, else the kept one, else a new one that is kept from now on.
pub fn secret(given: Option<&str>) -> anyhow::Result<[u8; BYTES]> {
    match given {
        Some(text) => parse(text).context("VITRINE_SECRET"),
        None => kept(Path::new(KEPT)),
    }
}

fn kept(path: &Path) -> anyhow::Result<[u8; BYTES]> {
    if let Ok(text) = fs::read_to_string(path) {
        return parse(text.trim()).with_context(|| path.display().to_string());
    }
    let mut key = [0; BYTES];
    rand::fill(&mut key).context("no random bytes")?;
    let text: String = key.iter().map(|byte| format!("{byte:02x}")).collect();
    if let Some(folder) = path.parent() {
        fs::create_dir_all(folder).with_context(|| folder.display().to_string())?;
    }
    // Of two processes that start at once the second one fails here and finds the key of the first.
    match fs::OpenOptions::new().write(true).create_new(true).mode(0o600).open(path) {
        Ok(mut file) => {
            file.write_all(text.as_bytes()).with_context(|| path.display().to_string())?;
            file.sync_all()?;
            Ok(key)
        }
        Err(_) => parse(fs::read_to_string(path)?.trim()).with_context(|| path.display().to_string()),
    }
}

/// 64 hexadecimal digits are the key itself; any other long text is hashed into one.
fn parse(text: &str) -> anyhow::Result<[u8; BYTES]> {
    let mut distinct: Vec<u8> = text.bytes().collect();
    distinct.sort_unstable();
    distinct.dedup();
    if text.len() < BYTES || distinct.len() < 10 {
        bail!("too weak: give 64 random hexadecimal digits, such as `openssl rand -hex 32` prints");
    }
    let mut key = [0; BYTES];
    let hex = text.len() == 2 * BYTES && text.is_ascii();
    let digits = key.iter_mut().zip(text.as_bytes().chunks(2));
    let plain = hex
        && digits.into_iter().all(|(byte, pair)| {
            let pair = std::str::from_utf8(pair).ok().and_then(|pair| u8::from_str_radix(pair, 16).ok());
            pair.map(|value| *byte = value).is_some()
        });
    if !plain {
        key.copy_from_slice(digest(&SHA256, text.as_bytes()).as_ref());
    }
    Ok(key)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_weak_key_is_refused() {
        assert!(parse("").is_err());
        assert!(parse("changeme").is_err());
        assert!(parse(&"a".repeat(64)).is_err());
        assert!(parse("correct horse battery staple, and then some more").is_ok());
    }

    #[test]
    fn a_made_key_is_kept_for_the_owner_alone() {
        use std::os::unix::fs::PermissionsExt;

        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("data/secret");
        let made = kept(&path).unwrap();
        assert_eq!(kept(&path).unwrap(), made);
        assert_eq!(fs::metadata(&path).unwrap().permissions().mode() & 0o777, 0o600);
    }
}
