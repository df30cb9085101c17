//! What a clip may be.

use std::io::{Read, Seek};

use shared::UploadFault;

use super::{
    boxes::{Boxes, Layout, has_markup, layout},
    track::{Track, track},
};

/// Shortest and longest clip, milliseconds.
const LENGTH: std::ops::RangeInclusive<u64> = 1_000..=600_000;
/// Shortest side, pixels.
const LEAST_SIDE: u32 = 240;
/// Longest side, pixels.
const MOST_SIDE: u32 = 4_096;
/// Tracks of a file.
const MOST_TRACKS: usize = 16;

/// A film that may become a clip.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Checked {
    /// Its picture.
    pub video: Track,
    /// Its sound.
    pub audio: Option<Track>,
    /// Where its parts are.
    pub layout: Layout,
}

impl Checked {
    /// Whether it starts to play before all of it is here: the index comes before the content.
    pub fn fast_start(&self) -> bool {
        self.layout.mdat.iter().all(|part| part.start > self.layout.moov_at.start)
    }

    /// Whether every browser decodes it as it is.
    pub fn plays_everywhere(&self) -> bool {
        matches!(&self.video.codec, b"avc1" | b"avc3")
    }
}

/// Looks at a file of `size` bytes, or says what is wrong with it.
pub fn check(file: &mut (impl Read + Seek), size: u64) -> Result<Checked, UploadFault> {
    let layout = layout(file, size)?;
    if has_markup(&layout.moov) {
        return Err(UploadFault::Mixed);
    }
    let (mut video, mut audio) = (None, None);
    let mut tracks = 0;
    for found in Boxes(&layout.moov) {
        let (kind, body) = found?;
        if kind == *b"mvex" {
            return Err(UploadFault::Fragmented);
        }
        if kind != *b"trak" {
            continue;
        }
        tracks += 1;
        if tracks > MOST_TRACKS {
            return Err(UploadFault::Broken);
        }
        let found = track(body, &layout.mdat)?;
        match &found.handler {
            b"vide" if video.is_none() => video = Some(found),
            b"soun" if audio.is_none() => audio = Some(found),
            _ => {}
        }
    }
    let video: Track = video.ok_or(UploadFault::NoPicture)?;
    if !matches!(&video.codec, b"avc1" | b"avc3" | b"hvc1" | b"hev1") {
        return Err(UploadFault::Codec);
    }
    if audio.is_some_and(|audio: Track| audio.codec != *b"mp4a") {
        return Err(UploadFault::Codec);
    }
    if video.width.min(video.height) < LEAST_SIDE {
        return Err(UploadFault::TooSmall);
    }
    if video.width.max(video.height) > MOST_SIDE {
        return Err(UploadFault::TooManyPixels);
    }
    if video.duration_ms < *LENGTH.start() {
        return Err(UploadFault::TooShort);
    }
    if video.duration_ms > *LENGTH.end() {
        return Err(UploadFault::TooLong);
    }
    Ok(Checked { video, audio, layout })
}
