//! Pictures that are something else as well. Nothing of them would survive the drawing anew; but who sends such a file
//! means no good, or does not know what they hold.

use std::io::Cursor;

use super::film::ends_as_archive;

/// Marks of a page or a program. Longer ones than a film's: a picture is noise, in which four letters come up by chance.
const MARKS: [&[u8]; 5] = [b"<html", b"<script", b"<body", b"<!doctype", b"<?php"];

/// Whether a file that begins as a picture holds a page or a program, or ends as an archive.
pub(super) fn is_mixed(bytes: &[u8]) -> bool {
    image::guess_format(bytes).is_ok() && (has_markup(bytes) || is_archive(bytes))
}

fn has_markup(bytes: &[u8]) -> bool {
    let marks = |rest: &[u8]| {
        MARKS.iter().any(|mark| {
            rest.get(..mark.len()).is_some_and(|start| start.eq_ignore_ascii_case(mark))
                && rest.get(mark.len()).is_none_or(|next| *next == b'>' || next.is_ascii_whitespace())
        })
    };
    let begins = bytes.iter().enumerate().filter(|(_, byte)| **byte == b'<');
    begins.into_iter().any(|(at, _)| marks(bytes.get(at..).unwrap_or_default()))
}

fn is_archive(bytes: &[u8]) -> bool {
    let size = u64::try_from(bytes.len()).unwrap_or(u64::MAX);
    ends_as_archive(&mut Cursor::new(bytes), size).unwrap_or(true)
}
