//! Films: looked at by our own reader before any decoder sees them, then made ready to play.

mod boxes;
mod check;
mod faststart;
mod ffmpeg;
mod prepare;
#[cfg(test)]
mod tests;
mod track;

pub(super) use boxes::ends_as_archive;
pub(crate) use ffmpeg::Ffmpeg;
pub(crate) use prepare::{Film, Trouble, frame, prepare};
