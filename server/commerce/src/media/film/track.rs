//! One track of a film: what it is encoded as, how long it is, and whether its tables agree.

use std::ops::Range;

use shared::UploadFault;

use super::boxes::{Boxes, Kind, child, needed, u16_at, u32_at, u64_at};

/// Pictures of ten minutes at 240 a second are fewer.
const MOST_SAMPLES: u32 = 400_000;

/// What a track holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Track {
    /// `vide`, `soun`, …
    pub handler: Kind,
    /// `avc1`, `mp4a`, …
    pub codec: Kind,
    /// Pixels as shown, 0 for sound.
    pub width: u32,
    /// Pixels as shown, 0 for sound.
    pub height: u32,
    /// Milliseconds.
    pub duration_ms: u64,
}

/// Reads a `trak` whose content must lie in one of `mdat`.
pub fn track(trak: &[u8], mdat: &[Range<u64>]) -> Result<Track, UploadFault> {
    let media = needed(trak, b"mdia")?;
    let handler = needed(media, b"hdlr")?;
    let handler = *handler.get(8..).and_then(|rest| rest.first_chunk::<4>()).ok_or(UploadFault::Broken)?;
    let (scale, told) = header(needed(media, b"mdhd")?)?;
    let mut found = Track { handler, codec: *b"    ", width: 0, height: 0, duration_ms: 0 };
    if !matches!(&handler, b"vide" | b"soun") {
        // Times, captions, places: players ignore them, and so do we.
        return Ok(found);
    }
    let table = needed(needed(media, b"minf")?, b"stbl")?;
    let entry = Boxes(needed(table, b"stsd")?.get(8..).ok_or(UploadFault::Broken)?).next();
    let (codec, entry) = entry.ok_or(UploadFault::Broken)??;
    found.codec = codec;
    let (samples, ticks) = times(needed(table, b"stts")?)?;
    let (sizes, bytes) = sizes(table)?;
    let chunks = chunks(table, mdat)?;
    let there: u64 = mdat.iter().map(|part| part.end - part.start).sum();
    // The tables must speak of the same pictures, and of no more bytes than there are.
    if samples == 0 || samples != sizes || chunks == 0 || chunks > samples || bytes > there {
        return Err(UploadFault::Broken);
    }
    let per_second = u64::from(scale);
    if per_second == 0 || told.abs_diff(ticks) > per_second {
        return Err(UploadFault::Broken);
    }
    found.duration_ms = ticks.checked_mul(1_000).ok_or(UploadFault::Broken)? / per_second;
    if handler == *b"vide" {
        let (width, height) = (u32::from(u16_at(entry, 24)?), u32::from(u16_at(entry, 26)?));
        let on_its_side = child(trak, b"tkhd")?.map_or(Ok(false), on_its_side)?;
        (found.width, found.height) = if on_its_side { (height, width) } else { (width, height) };
    }
    Ok(found)
}

/// Ticks in a second, and ticks in all.
fn header(mdhd: &[u8]) -> Result<(u32, u64), UploadFault> {
    match mdhd.first() {
        Some(0) => Ok((u32_at(mdhd, 12)?, u64::from(u32_at(mdhd, 16)?))),
        Some(1) => Ok((u32_at(mdhd, 20)?, u64_at(mdhd, 24)?)),
        _ => Err(UploadFault::Broken),
    }
}

/// Whether the picture is turned by a quarter, as telephones do: its matrix has no weight on the diagonal.
fn on_its_side(tkhd: &[u8]) -> Result<bool, UploadFault> {
    let matrix = match tkhd.first() {
        Some(0) => 40,
        Some(1) => 52,
        _ => return Err(UploadFault::Broken),
    };
    Ok(u32_at(tkhd, matrix)? == 0 && u32_at(tkhd, matrix + 4)? != 0)
}

/// Pictures, and ticks of all of them.
fn times(stts: &[u8]) -> Result<(u32, u64), UploadFault> {
    let rows = stts.get(8..).ok_or(UploadFault::Broken)?;
    if rows.len() / 8 < usize::try_from(u32_at(stts, 4)?).map_err(|_| UploadFault::Broken)? {
        return Err(UploadFault::Broken);
    }
    let (mut samples, mut ticks) = (0u32, 0u64);
    for row in 0..usize::try_from(u32_at(stts, 4)?).map_err(|_| UploadFault::Broken)? {
        let (count, each) = (u32_at(rows, row * 8)?, u32_at(rows, row * 8 + 4)?);
        samples = samples.checked_add(count).filter(|all| *all <= MOST_SAMPLES).ok_or(UploadFault::Broken)?;
        ticks = ticks.checked_add(u64::from(count) * u64::from(each)).ok_or(UploadFault::Broken)?;
    }
    Ok((samples, ticks))
}

/// Pictures, and bytes of all of them.
fn sizes(table: &[u8]) -> Result<(u32, u64), UploadFault> {
    let Some(stsz) = child(table, b"stsz")? else { return Err(UploadFault::Codec) };
    let (same, count) = (u32_at(stsz, 4)?, u32_at(stsz, 8)?);
    if count > MOST_SAMPLES {
        return Err(UploadFault::Broken);
    }
    if same != 0 {
        return Ok((count, u64::from(same) * u64::from(count)));
    }
    let rows = stsz.get(12..).unwrap_or_default().chunks_exact(4);
    let count_there = usize::try_from(count).map_err(|_| UploadFault::Broken)?;
    if rows.len() < count_there {
        return Err(UploadFault::Broken);
    }
    let bytes = rows.take(count_there).map(|row| u32_at(row, 0).map(u64::from)).sum::<Result<u64, _>>()?;
    Ok((count, bytes))
}

/// Chunks; each must start in the content.
fn chunks(table: &[u8], mdat: &[Range<u64>]) -> Result<u32, UploadFault> {
    let (bytes, wide) = match (child(table, b"stco")?, child(table, b"co64")?) {
        (Some(short), None) => (short, false),
        (None, Some(long)) => (long, true),
        _ => return Err(UploadFault::Broken),
    };
    let (count, each) = (u32_at(bytes, 4)?, if wide { 8 } else { 4 });
    let rows = bytes.get(8..).unwrap_or_default().chunks_exact(each);
    let there = usize::try_from(count).map_err(|_| UploadFault::Broken)?;
    if rows.len() < there {
        return Err(UploadFault::Broken);
    }
    for row in rows.take(there) {
        let at = if wide { u64_at(row, 0)? } else { u64::from(u32_at(row, 0)?) };
        if !mdat.iter().any(|part| part.contains(&at)) {
            return Err(UploadFault::Broken);
        }
    }
    Ok(count)
}
