//! The boxes of an MP4 file (ISO/IEC 14496-12), read without trust: every size is checked against what
//! is there, nothing is allocated because a file says so, and nothing recurses.

use std::{
    io::{Read, Seek, SeekFrom},
    ops::Range,
};

use shared::UploadFault;

/// Largest index of a film; ten minutes need a tenth of it.
const MOST_MOOV: u64 = 32 * 1024 * 1024;
/// Largest box that is neither index nor content: it has room for a comment, not for an archive.
const MOST_OTHER: u64 = 1024 * 1024;
/// Boxes at the top of a file.
const MOST_BOXES: usize = 256;

/// The name of a box.
pub type Kind = [u8; 4];

/// Where the parts of a file are.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Layout {
    /// The index.
    pub moov: Vec<u8>,
    /// Where the index is, with its head.
    pub moov_at: Range<u64>,
    /// Where the first box ends: what has to be first stays first.
    pub ftyp_end: u64,
    /// Where the content is, without heads.
    pub mdat: Vec<Range<u64>>,
}

/// Walks over the boxes at the top of a file of `size` bytes. They must fill it to its last byte: what
/// hides behind a film is not served.
pub fn layout(file: &mut (impl Read + Seek), size: u64) -> Result<Layout, UploadFault> {
    let (mut at, mut moov, mut mdat, mut ftyp_end) = (0, None, Vec::new(), 0);
    for nth in 0..=MOST_BOXES {
        if at == size {
            break;
        }
        if nth == MOST_BOXES {
            return Err(UploadFault::Broken);
        }
        let (kind, body, end) = head(file, at, size)?;
        if (nth == 0) != (kind == *b"ftyp") {
            return Err(if nth == 0 { UploadFault::NotMp4 } else { UploadFault::Broken });
        }
        match &kind {
            b"ftyp" => {
                brands(&whole(file, body..end, 512)?)?;
                ftyp_end = end;
            }
            b"moov" if moov.is_none() => moov = Some((whole(file, body..end, MOST_MOOV)?, at..end)),
            b"mdat" => mdat.push(body..end),
            b"moof" | b"styp" | b"sidx" | b"mfra" => return Err(UploadFault::Fragmented),
            b"free" | b"skip" | b"wide" | b"udta" | b"meta" | b"uuid" | b"pdin" => {
                if has_markup(&whole(file, body..end, MOST_OTHER)?) {
                    return Err(UploadFault::Mixed);
                }
            }
            b"moov" => return Err(UploadFault::Broken),
            _ => return Err(UploadFault::Mixed),
        }
        at = end;
    }
    if ends_as_archive(file, size)? {
        return Err(UploadFault::Mixed);
    }
    let (moov, moov_at) = moov.ok_or(UploadFault::Broken)?;
    if mdat.is_empty() {
        return Err(UploadFault::Broken);
    }
    Ok(Layout { moov, moov_at, ftyp_end, mdat })
}

/// Kind of the box at `at`, where its body starts and where it ends.
fn head(file: &mut (impl Read + Seek), at: u64, size: u64) -> Result<(Kind, u64, u64), UploadFault> {
    // Less than a head is left: it belongs to nothing.
    let stray = if at == 0 { UploadFault::NotMp4 } else { UploadFault::Mixed };
    let short: [u8; 8] = exactly(file, at).map_err(|_| stray)?;
    let kind = [short[4], short[5], short[6], short[7]];
    let told = u32::from_be_bytes([short[0], short[1], short[2], short[3]]);
    let (length, head) = if told == 1 {
        let long: [u8; 8] = exactly(file, at.saturating_add(8))?;
        (u64::from_be_bytes(long), 16)
    } else {
        (u64::from(told), 8)
    };
    let end = at.checked_add(length).filter(|end| length >= head && *end <= size);
    // Before the first box is known nothing says that this is a film at all; names are letters.
    let odd = if at == 0 && kind != *b"ftyp" {
        UploadFault::NotMp4
    } else if kind.iter().all(|c| c.is_ascii_alphanumeric()) {
        UploadFault::Broken
    } else {
        UploadFault::Mixed
    };
    end.map(|end| (kind, at + head, end)).ok_or(odd)
}

fn exactly<const N: usize>(file: &mut (impl Read + Seek), at: u64) -> Result<[u8; N], UploadFault> {
    let mut bytes = [0; N];
    file.seek(SeekFrom::Start(at)).and_then(|_| file.read_exact(&mut bytes)).map_err(|_| UploadFault::Broken)?;
    Ok(bytes)
}

/// A part of the file, which is at most `most` bytes long.
fn whole(file: &mut (impl Read + Seek), part: Range<u64>, most: u64) -> Result<Vec<u8>, UploadFault> {
    let size = part.end.saturating_sub(part.start);
    if size > most {
        return Err(UploadFault::Broken);
    }
    file.seek(SeekFrom::Start(part.start)).map_err(|_| UploadFault::Broken)?;
    // Grows with what is there, not with what a head says.
    let mut bytes = Vec::new();
    file.take(size).read_to_end(&mut bytes).map_err(|_| UploadFault::Broken)?;
    if u64::try_from(bytes.len()) == Ok(size) { Ok(bytes) } else { Err(UploadFault::Broken) }
}

/// Whether players take it: one of the names it goes by is that of MP4 or QuickTime.
fn brands(body: &[u8]) -> Result<(), UploadFault> {
    const KNOWN: [&Kind; 13] = [
        b"isom", b"iso2", b"iso3", b"iso4", b"iso5", b"iso6", b"mp41", b"mp42", b"avc1", b"M4V ", b"MSNV", b"qt  ",
        b"3gp5",
    ];
    if body.len() < 8 || !body.len().is_multiple_of(4) {
        return Err(UploadFault::NotMp4);
    }
    // After the first name comes a version number.
    let names = body.chunks_exact(4).enumerate().filter(|(nth, _)| *nth != 1).map(|(_, name)| name);
    let known = |name: &[u8]| KNOWN.iter().any(|known| known.as_slice() == name);
    if names.into_iter().any(known) { Ok(()) } else { Err(UploadFault::NotMp4) }
}

/// Whether a browser that ignores what it is told could take it for a page.
pub fn has_markup(bytes: &[u8]) -> bool {
    const MARKS: [&[u8]; 6] = [b"<html", b"<script", b"<svg", b"<!doctype", b"<body", b"<?php"];
    let starts = |at: usize| {
        let rest = bytes.get(at..).unwrap_or_default();
        MARKS.iter().any(|mark| rest.get(..mark.len()).is_some_and(|start| start.eq_ignore_ascii_case(mark)))
    };
    bytes.iter().enumerate().any(|(at, byte)| *byte == b'<' && starts(at))
}

/// Whether the file's end is that of a ZIP archive (also JAR, APK, DOCX), which is read from behind.
pub fn ends_as_archive(file: &mut (impl Read + Seek), size: u64) -> Result<bool, UploadFault> {
    const LONGEST: u64 = 22 + 65_535;
    let tail = whole(file, size.saturating_sub(LONGEST)..size, LONGEST)?;
    let ends = |at: usize| {
        let comment = tail.get(at + 20..at + 22).map(|two| usize::from(u16::from_le_bytes([two[0], two[1]])));
        comment.is_some_and(|comment| at + 22 + comment == tail.len())
    };
    Ok(tail.windows(4).enumerate().any(|(at, four)| four == b"PK\x05\x06" && ends(at)))
}

/// The boxes of `bytes`, one after the other; an error ends it.
pub struct Boxes<'a>(pub &'a [u8]);

impl<'a> Iterator for Boxes<'a> {
    type Item = Result<(Kind, &'a [u8]), UploadFault>;

    fn next(&mut self) -> Option<Self::Item> {
        if self.0.is_empty() {
            return None;
        }
        let rest = std::mem::take(&mut self.0);
        // QuickTime ends some lists with four zero bytes.
        if rest == [0; 4] {
            return None;
        }
        let Some((head, after)) = rest.split_first_chunk::<8>() else { return Some(Err(UploadFault::Broken)) };
        let told = u32::from_be_bytes([head[0], head[1], head[2], head[3]]);
        let kind = [head[4], head[5], head[6], head[7]];
        let body = usize::try_from(told).ok().and_then(|told| told.checked_sub(8));
        let Some((body, next)) = body.and_then(|size| after.split_at_checked(size)) else {
            return Some(Err(UploadFault::Broken));
        };
        self.0 = next;
        Some(Ok((kind, body)))
    }
}

/// The first box called `kind` in `bytes`, whose other boxes are whole up to there.
pub fn child<'a>(bytes: &'a [u8], kind: &Kind) -> Result<Option<&'a [u8]>, UploadFault> {
    for found in Boxes(bytes) {
        let (name, body) = found?;
        if name == *kind {
            return Ok(Some(body));
        }
    }
    Ok(None)
}

/// The same, where nothing works without it.
pub fn needed<'a>(bytes: &'a [u8], kind: &Kind) -> Result<&'a [u8], UploadFault> {
    child(bytes, kind)?.ok_or(UploadFault::Broken)
}

/// The big-endian number at `at`.
pub fn u32_at(bytes: &[u8], at: usize) -> Result<u32, UploadFault> {
    let four = bytes.get(at..).and_then(|rest| rest.first_chunk::<4>());
    four.map(|four| u32::from_be_bytes(*four)).ok_or(UploadFault::Broken)
}

/// The big-endian number at `at`.
pub fn u64_at(bytes: &[u8], at: usize) -> Result<u64, UploadFault> {
    let eight = bytes.get(at..).and_then(|rest| rest.first_chunk::<8>());
    eight.map(|eight| u64::from_be_bytes(*eight)).ok_or(UploadFault::Broken)
}

/// The big-endian number at `at`.
pub fn u16_at(bytes: &[u8], at: usize) -> Result<u16, UploadFault> {
    let two = bytes.get(at..).and_then(|rest| rest.first_chunk::<2>());
    two.map(|two| u16::from_be_bytes(*two)).ok_or(UploadFault::Broken)
}
