use leptos::prelude::*;
use serde::{Deserialize, Serialize};

use super::Failure;

/// The fields of a product's form, see `islands::Picker`. All text: a flattened form carries no numbers.
#[derive(Debug, Clone, Default, Serialize, Deserialize)]
#[serde(default)]
pub struct PickForm {
    /// The product.
    pub product: String,
    /// Its variant, where there is only one.
    pub sku_id: String,
    /// Index of the chosen value of the first option.
    pub o0: String,
    /// Of the second.
    pub o1: String,
    /// Of the third.
    pub o2: String,
    /// How many pieces.
    pub quantity: String,
    /// Where it was met.
    pub scene: String,
    /// In which clip.
    pub video: String,
    /// `add` or `buy`.
    pub then: String,
}

/// For browsers without WASM: finds the variant by its options, then puts it into the bag or leads to
/// the checkout; back to the product with the reason if that cannot be.
#[server(prefix = "/fn", endpoint = "pick")]
pub async fn pick(#[server(flatten)] form: PickForm) -> Result<(), Failure> {
    let back = form.product.parse().map_or_else(|_| "/".to_owned(), |id: shared::ProductId| format!("/p/{id}"));
    let next = match picked(&form).await {
        Ok(next) => next,
        Err(error) => format!("{back}?error={}", error.code()),
    };
    leptos_axum::redirect(&next);
    Ok(())
}

#[cfg(feature = "ssr")]
async fn picked(form: &PickForm) -> Result<String, commerce::Error> {
    use crate::context::{caller, shop};
    use commerce::Error;
    use shared::{ErrorCode, Quantity, Scene, SkuId, Source, VideoId, dto::LineRequest};

    let caller = caller();
    let id = form.product.parse().map_err(|_| Error::Refused(ErrorCode::NotFound))?;
    let sku_id: SkuId = match form.sku_id.parse() {
        Ok(id) => id,
        Err(_) => {
            let product = shop()?.catalog().product(caller.actor, id, caller.locale).await?;
            let chosen = [&form.o0, &form.o1, &form.o2].into_iter().take(product.options.len());
            let chosen: Vec<i32> = chosen.map(|value| value.parse().unwrap_or(-1)).collect();
            product.sku_of(&chosen).ok_or(Error::Refused(ErrorCode::OutOfStock))?.id
        }
    };
    let quantity = Quantity::try_from(form.quantity.parse::<i32>().unwrap_or(1))?;
    let scene = Scene::ALL.into_iter().find(|scene| scene.as_str() == form.scene).unwrap_or_default();
    let video: Option<VideoId> = form.video.parse().ok();
    if form.then == "add" {
        let source = Source { scene, video_id: video, creator: None };
        shop()?.cart().add(caller.actor, LineRequest { sku_id, quantity, source }).await?;
        return Ok("/cart".to_owned());
    }
    let video = video.map(|video| format!("&video={video}")).unwrap_or_default();
    Ok(format!("/checkout?sku={sku_id}&quantity={}&scene={}{video}", quantity.get(), scene.as_str()))
}
