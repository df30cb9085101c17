//! QR codes as one SVG path: a unit square per dark module, runs of a row joined.

use std::fmt::Write;

use qrcode::{Color, EcLevel, QrCode};

use crate::views::pay::Code;

/// The code that holds `text`; none if it is too long for one.
pub fn code(text: &str) -> Option<Code> {
    let qr = QrCode::with_error_correction_level(text, EcLevel::M).ok()?;
    let width = qr.width();
    let mut path = String::new();
    for (y, row) in qr.to_colors().chunks(width).enumerate() {
        let mut x = 0;
        while x < width {
            let run = row.iter().skip(x).take_while(|color| **color == Color::Dark).count();
            if run > 0 {
                // Writing to a string cannot fail.
                _ = write!(path, "M{x} {y}h{run}v1h-{run}z");
            }
            x += run.max(1);
        }
    }
    Some(Code { size: i32::try_from(width).ok()?, path })
}

/// The same as a picture by itself, black on white whatever the page around it is.
pub fn svg(text: &str) -> Option<String> {
    let Code { size, path } = code(text)?;
    let side = size + 4;
    Some(format!(
        r##"<svg xmlns="http://www.w3.org/2000/svg" viewBox="-2 -2 {side} {side}"><path fill="#fff" d="M-2-2h{side}v{side}h-{side}z"/><path d="{path}"/></svg>"##
    ))
}
