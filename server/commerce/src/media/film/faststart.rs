//! The index before the content, so that a film plays while it comes: for machines without ffmpeg.

use std::{
    fs::File,
    io::{Read, Seek, SeekFrom, Write},
    path::Path,
};

use shared::UploadFault;

use super::{
    boxes::{u32_at, u64_at},
    check::Checked,
};

/// Writes `from` to `to` with its index moved behind the first box; where its content moved, the index
/// says so.
pub fn rewrite(from: &mut File, film: &Checked, to: &Path) -> Result<(), UploadFault> {
    let layout = &film.layout;
    let mut moov = layout.moov.clone();
    // With its head of eight bytes, whatever it had before.
    let size = u32::try_from(moov.len() + 8).map_err(|_| UploadFault::Broken)?;
    // What lay before the index moves back by it; what lay behind it moves by nothing, if the heads are alike.
    let removed = layout.moov_at.end - layout.moov_at.start;
    let shift = |at: u64| {
        if at < layout.moov_at.start { at + u64::from(size) } else { at + u64::from(size) - removed }
    };
    let all = 0..moov.len();
    offsets(&mut moov, all, &shift)?;
    let written = (|| -> std::io::Result<()> {
        let mut out = File::create(to)?;
        copy(from, &mut out, 0..layout.ftyp_end)?;
        out.write_all(&size.to_be_bytes())?;
        out.write_all(b"moov")?;
        out.write_all(&moov)?;
        copy(from, &mut out, layout.ftyp_end..layout.moov_at.start)?;
        let end = from.seek(SeekFrom::End(0))?;
        copy(from, &mut out, layout.moov_at.end..end)
    })();
    written.map_err(|_| UploadFault::Unplayable)
}

fn copy(from: &mut File, to: &mut File, part: std::ops::Range<u64>) -> std::io::Result<()> {
    from.seek(SeekFrom::Start(part.start))?;
    std::io::copy(&mut from.take(part.end.saturating_sub(part.start)), to).map(|_| ())
}

/// Rewrites every chunk's place in the boxes of `moov[within]`. The path is fixed, so a loop of at most
/// five levels over a list of places to look at is all it takes.
fn offsets(moov: &mut [u8], within: std::ops::Range<usize>, shift: &impl Fn(u64) -> u64) -> Result<(), UploadFault> {
    let mut todo = vec![within];
    while let Some(part) = todo.pop() {
        let mut at = part.start;
        while at + 8 <= part.end {
            let size = usize::try_from(u32_at(moov, at)?).map_err(|_| UploadFault::Broken)?;
            let (body, end) = (at + 8, at.checked_add(size).ok_or(UploadFault::Broken)?);
            if size < 8 || end > part.end {
                return Err(UploadFault::Broken);
            }
            match moov.get(at + 4..at + 8) {
                Some(b"trak" | b"mdia" | b"minf" | b"stbl") => todo.push(body..end),
                Some(b"stco") => {
                    for row in (body + 8..end.saturating_sub(3)).step_by(4) {
                        let moved = u32::try_from(shift(u64::from(u32_at(moov, row)?)));
                        put(moov, row, &moved.map_err(|_| UploadFault::Broken)?.to_be_bytes())?;
                    }
                }
                Some(b"co64") => {
                    for row in (body + 8..end.saturating_sub(7)).step_by(8) {
                        let moved = shift(u64_at(moov, row)?);
                        put(moov, row, &moved.to_be_bytes())?;
                    }
                }
                _ => {}
            }
            at = end;
        }
    }
    Ok(())
}

fn put(moov: &mut [u8], at: usize, bytes: &[u8]) -> Result<(), UploadFault> {
    moov.get_mut(at..at + bytes.len()).ok_or(UploadFault::Broken)?.copy_from_slice(bytes);
    Ok(())
}
