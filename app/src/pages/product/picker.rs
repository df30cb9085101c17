use leptos::prelude::*;
use shared::{Currency, ProductState, Scene, dto::ProductDetail};

use crate::{
    context::caller,
    islands::{PickOption, PickProduct, PickSku, PickTexts, Picker},
};

/// The form to choose and buy; nothing where it cannot be bought at all.
pub fn picker(product: &ProductDetail, scene: String, video: String) -> impl IntoView + use<> {
    let scene = Scene::ALL.into_iter().find(|known| known.as_str() == scene).unwrap_or_default();
    let sells = product.sold_by.is_none() && !product.skus.is_empty();
    (product.card.state == ProductState::OnSale && sells).then(|| {
        let sign = match product.currency() {
            Currency::Cny => "¥",
            Currency::Usd => "$",
        };
        let record = PickProduct {
            id: product.card.id.to_string(),
            options: options(product),
            skus: skus(product),
            sign: sign.to_owned(),
            limit: product.limit.map_or(0, |limit| limit.quantity),
            scene: scene.as_str().to_owned(),
            video,
            showcase: format!("/c/{}/showcase", product.shop.handle),
        };
        view! { <Picker product=record texts=texts(product) /> }
    })
}

/// A value's picture: that of the first variant that has one of its own, if not all share it.
fn options(product: &ProductDetail) -> Vec<PickOption> {
    let picture = |option: usize, value: usize| {
        let value = i32::try_from(value).ok()?;
        let mut of_value = product.skus.iter().filter(|sku| sku.choice.get(option) == Some(&value));
        let index = of_value.find_map(|sku| sku.picture)?;
        let elsewhere =
            product.skus.iter().any(|sku| sku.choice.get(option) != Some(&value) && sku.picture == Some(index));
        if elsewhere { None } else { Some(product.gallery.get(usize::try_from(index).ok()?)?.url(96)) }
    };
    let named = product.options.iter().enumerate();
    let all = named.map(|(i, option)| {
        let values = option.values.iter().enumerate();
        let values = values.map(|(v, name)| (name.clone(), picture(i, v).unwrap_or_default()));
        PickOption { name: option.name.clone(), values: values.collect() }
    });
    all.collect()
}

fn skus(product: &ProductDetail) -> Vec<PickSku> {
    let all = product.skus.iter().filter(|sku| sku.choice.len() == product.options.len());
    let all = all.map(|sku| PickSku {
        id: sku.id.to_string(),
        choice: sku.choice.clone(),
        price: sku.price.minor,
        was: sku.market_price.map_or(0, |was| was.minor),
        stock: sku.stock,
        picture: sku.picture.unwrap_or(-1),
    });
    all.collect()
}

fn texts(product: &ProductDetail) -> PickTexts {
    let texts = caller().texts();
    let (common, browse) = (texts.common, texts.browse);
    // The number is filled in by the browser: zero marks its place.
    let left = (browse.only_left)(0);
    let (left, left_end) = left.split_once('0').unwrap_or((&left, ""));
    PickTexts {
        choose: browse.choose.into(),
        quantity: browse.quantity.into(),
        fewer: browse.fewer.into(),
        more: browse.more.into(),
        out: browse.out.into(),
        left: left.into(),
        left_end: left_end.into(),
        in_stock: browse.in_stock.into(),
        sold_out: common.sold_out.into(),
        limit: product.limit.map(|limit| (browse.limit)(limit.per, limit.quantity)).unwrap_or_default(),
        shop: browse.shop.into(),
        bag: common.bag.into(),
        add: browse.add.into(),
        added: browse.added.into(),
        buy: browse.buy.into(),
    }
}
