//! A page compressed once, although every answer differs a little.
//!
//! A gzip stream may mix compressed blocks with plain ones. What is the same in every answer is compressed
//! when the page is rendered; nonce and key are put between as plain blocks. The compressor sees, in their
//! places, bytes that no page has, so that nothing it writes refers to them.

use flate2::{Compress, Compression, Crc, FlushCompress};

/// Stands in for what differs; never part of HTML.
const FILLER: u8 = 1;
/// Magic number, deflate, no name, no time, no flags, unknown system.
const HEADER: [u8; 10] = [0x1f, 0x8b, 8, 0, 0, 0, 0, 0, 0, 255];
/// A last, empty block.
const END: [u8; 5] = [1, 0, 0, 0xff, 0xff];

/// The compressed texts of a page, with gaps between.
#[derive(Debug)]
pub struct Packed {
    /// One more than there are gaps.
    texts: Vec<Vec<u8>>,
    /// Bytes that each gap must be filled with.
    gaps: Vec<usize>,
}

impl Packed {
    /// Compresses `texts`, between which gaps of these lengths are left; `None` if it cannot be done.
    pub fn new<'t>(texts: impl Iterator<Item = &'t str>, gaps: Vec<usize>) -> Option<Self> {
        let mut compress = Compress::new(Compression::default(), false);
        let mut packed = Vec::with_capacity(gaps.len() + 1);
        for (index, text) in texts.enumerate() {
            if text.as_bytes().contains(&FILLER) {
                return None;
            }
            packed.push(squeeze(&mut compress, text.as_bytes())?);
            if let Some(length) = gaps.get(index) {
                squeeze(&mut compress, &vec![FILLER; *length])?;
            }
        }
        (packed.len() == gaps.len() + 1).then_some(Self { texts: packed, gaps })
    }

    /// The stream of `page`, whose gaps are filled with `values`; `None` if one has another length.
    pub fn stream(&self, page: &[u8], values: &[&str]) -> Option<Vec<u8>> {
        let length = self.weight() + values.iter().map(|value| value.len() + 5).sum::<usize>() + 32;
        let mut stream = Vec::with_capacity(length);
        stream.extend_from_slice(&HEADER);
        let mut filled = self.gaps.iter().zip(values);
        for text in &self.texts {
            stream.extend_from_slice(text);
            if let Some((length, value)) = filled.next() {
                let size = u16::try_from(*length).ok().filter(|_| value.len() == *length)?;
                stream.push(0);
                stream.extend_from_slice(&size.to_le_bytes());
                stream.extend_from_slice(&(!size).to_le_bytes());
                stream.extend_from_slice(value.as_bytes());
            }
        }
        stream.extend_from_slice(&END);
        let mut sum = Crc::new();
        sum.update(page);
        stream.extend_from_slice(&sum.sum().to_le_bytes());
        stream.extend_from_slice(&sum.amount().to_le_bytes());
        (self.gaps.len() == values.len()).then_some(stream)
    }

    /// Bytes that it occupies.
    pub fn weight(&self) -> usize {
        self.texts.iter().map(Vec::len).sum()
    }
}

/// Compresses `input` to the last byte and ends the block.
fn squeeze(compress: &mut Compress, input: &[u8]) -> Option<Vec<u8>> {
    let mut output = Vec::with_capacity(input.len() / 2 + 256);
    let start = compress.total_in();
    loop {
        let done = usize::try_from(compress.total_in() - start).ok()?;
        compress.compress_vec(input.get(done..)?, &mut output, FlushCompress::Sync).ok()?;
        let all_in = usize::try_from(compress.total_in() - start).ok()? == input.len();
        if all_in && output.len() < output.capacity() {
            return Some(output);
        }
        output.reserve(input.len() / 2 + 256);
    }
}

#[cfg(test)]
mod tests {
    use std::io::Read;

    use flate2::read::GzDecoder;

    use super::*;

    #[test]
    fn every_answer_unpacks_to_its_page() {
        let long = "<li class=\"good\">盖碗 nonce=</li>".repeat(400);
        let texts = ["<script nonce=", long.as_str(), ">1</script><script nonce=", ""];
        let packed = Packed::new(texts.into_iter(), vec![6, 3, 6]).unwrap();
        for values in [["abcdef", "123", "abcdef"], ["xxxxxx", "li ", "nonce="]] {
            let page =
                format!("{}{}{}{}{}{}{}", texts[0], values[0], texts[1], values[1], texts[2], values[2], texts[3]);
            let stream = packed.stream(page.as_bytes(), &values).unwrap();
            let mut unpacked = String::new();
            GzDecoder::new(stream.as_slice()).read_to_string(&mut unpacked).unwrap();
            assert_eq!(unpacked, page);
            assert!(stream.len() < page.len() / 10);
        }
        assert!(packed.stream(b"", &["a", "123", "abcdef"]).is_none());
        assert!(Packed::new(["a\u{1}"].into_iter(), vec![]).is_none());
    }
}
