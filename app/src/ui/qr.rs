use std::fmt::Write;

use leptos::prelude::*;
use qrcode::{Color, EcLevel, QrCode};

/// A code that opens `text` on another device, drawn as one path; nothing if it is too long for one.
pub fn qr(text: &str) -> impl IntoView + use<> {
    let code = QrCode::with_error_correction_level(text, EcLevel::M).ok()?;
    let side = code.width();
    let mut path = String::new();
    for (i, color) in code.to_colors().into_iter().enumerate() {
        if color == Color::Dark {
            // Writing to a string cannot fail.
            _ = write!(path, "M{} {}h1v1h-1z", i % side, i / side);
        }
    }
    let room = format!("-2 -2 {0} {0}", side + 4);
    Some(view! { <svg class="qr" viewBox=room aria-hidden="true"><path d=path></path></svg> })
}
