//! From what somebody uploaded to what the shop serves: nothing of the uploaded bytes survives.

use std::io::Cursor;

use bytes::Bytes;
use fast_image_resize::Resizer;
use image::{
    AnimationDecoder, DynamicImage, ImageDecoder, ImageFormat, ImageReader, Limits,
    codecs::{gif::GifDecoder, png::PngDecoder, webp::WebPDecoder},
};
use shared::ErrorCode;

use super::picture_mixed::is_mixed;
use crate::Error;

/// Widths of the renditions, pixels.
const WIDTHS: [u32; 4] = [160, 320, 640, 1200];
/// Most pixels of an upload: known from its header, before anything is unpacked.
const MOST_PIXELS: u64 = 40_000_000;
/// Most bytes its pixels may take.
const MOST_MEMORY: u64 = 256 * 1024 * 1024;
/// Longest side by shortest: anything beyond is no picture of a product, and WebP cannot hold it.
const MOST_LENGTH: u32 = 8;
/// Of 100; what photographs need and drawings do not mind.
const QUALITY: f32 = 82.0;

/// A picture in all its sizes.
#[derive(Debug)]
pub(super) struct Renditions {
    pub width: i32,
    pub height: i32,
    /// Width and WebP, ascending.
    pub files: Vec<(i32, Bytes)>,
}

/// Checks, decodes, turns upright, resizes and encodes. Blocks for up to a second. `TooLarge`,
/// `UnsupportedMedia` (also for what moves).
pub(super) fn render(bytes: &Bytes) -> Result<Renditions, Error> {
    sized(&decode(bytes)?)
}

/// Resizes and encodes. `UnsupportedMedia` for what is far longer than wide.
pub(super) fn sized(picture: &DynamicImage) -> Result<Renditions, Error> {
    let (width, height) = (picture.width(), picture.height());
    if width == 0 || height == 0 || width.max(height) > width.min(height).saturating_mul(MOST_LENGTH) {
        return Err(ErrorCode::UnsupportedMedia.into());
    }
    let mut widths: Vec<_> = WIDTHS.into_iter().filter(|wanted| *wanted < width).collect();
    widths.push(width.min(WIDTHS[3]));
    widths.dedup();
    let mut files = Vec::with_capacity(widths.len());
    let mut largest = (0, 0);
    for wanted in widths {
        let tall = u64::from(height) * u64::from(wanted) / u64::from(width);
        let tall = u32::try_from(tall).unwrap_or(1).max(1);
        largest = (number(wanted)?, number(tall)?);
        files.push((largest.0, encode(&resized(picture, wanted, tall)?)?));
    }
    Ok(Renditions { width: largest.0, height: largest.1, files })
}

/// One picture at most `widest` pixels wide, upright, as WebP: nothing of the sender's bytes is left.
pub(super) fn copy(bytes: &Bytes, widest: u32) -> Result<Bytes, Error> {
    let picture = decode(bytes)?;
    let (width, height) = (picture.width(), picture.height());
    if width == 0 || height == 0 || width.max(height) > width.min(height).saturating_mul(MOST_LENGTH) {
        return Err(ErrorCode::UnsupportedMedia.into());
    }
    let wanted = width.min(widest);
    let tall = u32::try_from(u64::from(height) * u64::from(wanted) / u64::from(width)).unwrap_or(1).max(1);
    encode(&resized(&picture, wanted, tall)?)
}

/// Width and height that a picture says it has.
pub(super) fn dimensions(bytes: &[u8]) -> Result<(i32, i32), Error> {
    let reader = ImageReader::new(Cursor::new(bytes)).with_guessed_format().map_err(unsupported)?;
    let (width, height) = reader.into_dimensions().map_err(unsupported)?;
    Ok((number(width)?, number(height)?))
}

fn decode(bytes: &Bytes) -> Result<DynamicImage, Error> {
    // By its first bytes, whatever its name or its sender say it is.
    let format = image::guess_format(bytes).map_err(unsupported)?;
    if !matches!(format, ImageFormat::Jpeg | ImageFormat::Png | ImageFormat::Gif | ImageFormat::WebP) {
        return Err(ErrorCode::UnsupportedMedia.into());
    }
    if is_mixed(bytes) {
        return Err(ErrorCode::UnsupportedMedia.into());
    }
    let (width, height) =
        ImageReader::with_format(Cursor::new(bytes), format).into_dimensions().map_err(unsupported)?;
    if u64::from(width) * u64::from(height) > MOST_PIXELS {
        return Err(ErrorCode::TooLarge.into());
    }
    // Only now: looking for a second frame unpacks the first.
    if moves(format, bytes)? {
        return Err(ErrorCode::UnsupportedMedia.into());
    }
    let mut reader = ImageReader::with_format(Cursor::new(bytes), format);
    let mut limits = Limits::default();
    limits.max_alloc = Some(MOST_MEMORY);
    reader.limits(limits);
    let mut decoder = reader.into_decoder().map_err(unsupported)?;
    let upright = decoder.orientation().map_err(unsupported)?;
    let mut picture = DynamicImage::from_decoder(decoder).map_err(unsupported)?;
    picture.apply_orientation(upright);
    Ok(if picture.color().has_alpha() { picture.into_rgba8().into() } else { picture.into_rgb8().into() })
}

/// Whether it has more than one frame: a still of something that moves would surprise its sender.
fn moves(format: ImageFormat, bytes: &Bytes) -> Result<bool, Error> {
    let cursor = Cursor::new(bytes);
    Ok(match format {
        ImageFormat::Gif => GifDecoder::new(cursor).map_err(unsupported)?.into_frames().take(2).count() > 1,
        ImageFormat::Png => PngDecoder::new(cursor).map_err(unsupported)?.is_apng().map_err(unsupported)?,
        ImageFormat::WebP => WebPDecoder::new(cursor).map_err(unsupported)?.has_animation(),
        _ => false,
    })
}

fn resized(picture: &DynamicImage, width: u32, height: u32) -> Result<DynamicImage, Error> {
    if picture.width() == width {
        return Ok(picture.clone());
    }
    let mut smaller = DynamicImage::new(width, height, picture.color());
    let done = Resizer::new().resize(picture, &mut smaller, None);
    done.map_err(Error::failed("resizing a picture"))?;
    Ok(smaller)
}

fn encode(picture: &DynamicImage) -> Result<Bytes, Error> {
    let encoder = webp::Encoder::from_image(picture).map_err(Error::failed("encoding a picture"))?;
    Ok(Bytes::copy_from_slice(&encoder.encode(QUALITY)))
}

fn number(pixels: u32) -> Result<i32, Error> {
    i32::try_from(pixels).map_err(|_| ErrorCode::TooLarge.into())
}

/// What a codec cannot read is not a picture to us; what was wrong with it is the sender's business.
fn unsupported<E>(_: E) -> Error {
    ErrorCode::UnsupportedMedia.into()
}
