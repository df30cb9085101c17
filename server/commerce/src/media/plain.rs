use image::{DynamicImage, Rgb, RgbImage};
use shared::{LocalText, MediaId};
use uuid::Uuid;

use super::{entity::PICTURE, picture_file};
use crate::{Commerce, Error};

/// Colours of a fresh showcase: pairs of glazes.
const GLAZES: [([u8; 3], [u8; 3]); 6] = [
    ([214, 226, 219], [120, 152, 140]),
    ([236, 223, 204], [188, 143, 98]),
    ([222, 228, 238], [112, 134, 170]),
    ([240, 220, 212], [194, 112, 88]),
    ([228, 224, 214], [132, 124, 106]),
    ([220, 232, 232], [92, 142, 146]),
];

/// Keeps a plain picture in a colour of `seed`'s, for a showcase whose owner has not chosen one yet.
pub(crate) async fn plain(
    commerce: &Commerce,
    seed: Uuid,
    (width, height): (u32, u32),
    alt: LocalText,
) -> Result<MediaId, Error> {
    let pick = usize::from(seed.as_bytes()[15]) % GLAZES.len();
    let work = tokio::task::spawn_blocking(move || picture_file::sized(&wash(pick, width, height)));
    let rendered = work.await.map_err(Error::failed("painting a picture"))??;
    Ok(commerce.media().keep(PICTURE, rendered, alt, None).await?.id)
}

/// From the light glaze at the top to the dark one at the bottom.
fn wash(pick: usize, width: u32, height: u32) -> DynamicImage {
    let (light, dark) = GLAZES.get(pick).copied().unwrap_or_default();
    let mut picture = RgbImage::new(width, height);
    for (_, y, pixel) in picture.enumerate_pixels_mut() {
        let blend = |channel: usize| {
            let (from, to) = (u32::from(light[channel]), u32::from(dark[channel]));
            let mixed = (from * (height - y) + to * y) / height.max(1);
            u8::try_from(mixed).unwrap_or(u8::MAX)
        };
        *pixel = Rgb([blend(0), blend(1), blend(2)]);
    }
    picture.into()
}
