//! What somebody handed in as a paper: known by its content, never by its name.

use bytes::Bytes;
use shared::ErrorCode;

use crate::{Commerce, Error, media};

/// Largest paper.
pub const MOST_BYTES: usize = 10 * 1024 * 1024;
/// What a PDF may not bring along: anything that acts by itself or carries other files.
const ACTIVE: [&[u8]; 6] = [b"/JavaScript", b"/JS", b"/Launch", b"/EmbeddedFile", b"/RichMedia", b"/XFA"];

/// A paper as it will be kept.
#[derive(Debug)]
pub struct Checked {
    pub pdf: bool,
    pub bytes: Bytes,
}

/// A picture, encoded anew, or a PDF that does nothing. `TooLarge`, `UnsupportedMedia`.
pub async fn checked(commerce: &Commerce, bytes: Bytes) -> Result<Checked, Error> {
    if bytes.len() > MOST_BYTES {
        return Err(ErrorCode::TooLarge.into());
    }
    if bytes.starts_with(b"%PDF-") {
        return if is_quiet_pdf(&bytes) {
            Ok(Checked { pdf: true, bytes })
        } else {
            Err(ErrorCode::UnsupportedMedia.into())
        };
    }
    Ok(Checked { pdf: false, bytes: media::reencoded(commerce, bytes).await? })
}

/// Whether it ends as a PDF ends and has nothing in plain sight that acts. Readers of compressed parts are kept
/// safe by how it is served: as a download, in a sandbox.
fn is_quiet_pdf(bytes: &[u8]) -> bool {
    let tail = &bytes[bytes.len().saturating_sub(1024)..];
    let has = |haystack: &[u8], needle: &[u8]| haystack.windows(needle.len()).any(|window| window == needle);
    has(tail, b"%%EOF") && !ACTIVE.iter().any(|word| has(bytes, word))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_pdf_must_be_whole_and_quiet() {
        assert!(is_quiet_pdf(b"%PDF-1.4\n1 0 obj<<>>endobj\ntrailer<<>>\n%%EOF\n"));
        assert!(!is_quiet_pdf(b"%PDF-1.4\n<script>alert(1)</script>"));
        assert!(!is_quiet_pdf(b"%PDF-1.4\n1 0 obj<</S/JavaScript/JS(app.alert(1))>>endobj\n%%EOF"));
    }
}
