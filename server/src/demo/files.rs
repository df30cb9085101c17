//! The demo's files, carried in the binary so that it needs nothing beside itself.

use std::collections::{BTreeMap, HashMap};

use anyhow::Context;
use bytes::Bytes;
use commerce::{Actor, Commerce, media::NewClip};
use include_dir::{Dir, include_dir};
use shared::{LocalText, MediaId};

use super::catalog::{Catalog, Part};

pub const CATALOG: &str = include_str!("../../demo/catalog.json");
static FILES: Dir<'_> = include_dir!("$CARGO_MANIFEST_DIR/demo/media");

/// Size of the demo's clips, pixels.
const CLIP: (i32, i32) = (720, 1280);

/// Takes every picture over, once each, and returns them by name.
pub async fn import_pictures(commerce: &Commerce, catalog: &Catalog) -> anyhow::Result<HashMap<String, MediaId>> {
    let alts = alts(catalog);
    let mut pictures: BTreeMap<&str, Vec<(i32, Bytes)>> = BTreeMap::new();
    for file in FILES.files() {
        // `<name>.<width>.webp`
        let name = file.path().to_str().unwrap_or_default();
        let parts = name.strip_suffix(".webp").and_then(|stem| stem.rsplit_once('.'));
        if let Some((name, Ok(width))) = parts.map(|(name, width)| (name, width.parse())) {
            pictures.entry(name).or_default().push((width, Bytes::from_static(file.contents())));
        }
    }
    // Side by side, so that many of them share one commit.
    let mut work = tokio::task::JoinSet::new();
    for (name, files) in pictures {
        let (commerce, alt) = (commerce.clone(), alts.get(name).cloned().unwrap_or_default());
        work.spawn(async move { (name, commerce.media().import(Actor::System, files, alt).await) });
    }
    let mut made = HashMap::new();
    for (name, id) in work.join_all().await {
        made.insert(name.to_owned(), id.with_context(|| format!("picture {name}"))?);
    }
    Ok(made)
}

/// Takes a clip over.
pub async fn import_clip(commerce: &Commerce, name: &str, duration_ms: i64) -> anyhow::Result<MediaId> {
    let file = FILES.get_file(format!("{name}.mp4")).with_context(|| format!("clip {name}"))?;
    let bytes = Bytes::from_static(file.contents());
    let clip = NewClip { bytes, width: CLIP.0, height: CLIP.1, duration_ms };
    Ok(commerce.media().import_clip(Actor::System, clip).await?)
}

/// What each picture shows, as the catalogue says where it uses it first.
fn alts(catalog: &Catalog) -> HashMap<&str, LocalText> {
    let mut alts = HashMap::new();
    for product in &catalog.products {
        for (name, alt) in product.pictures.iter().zip(&product.picture_alts) {
            alts.entry(name.as_str()).or_insert_with(|| alt.clone());
        }
        for part in &product.description {
            if let Part::Picture { picture, alt } = part {
                alts.entry(picture.as_str()).or_insert_with(|| alt.clone());
            }
        }
    }
    for creator in &catalog.creators {
        alts.insert(creator.avatar.as_str(), creator.name.clone());
        alts.insert(creator.cover.as_str(), creator.name.clone());
    }
    for video in &catalog.videos {
        alts.insert(video.poster.as_str(), video.caption.clone());
    }
    alts
}
