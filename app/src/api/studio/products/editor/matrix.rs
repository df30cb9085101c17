use commerce::catalog::{ProductDraft, SkuDraft};
use shared::Money;

/// SKUs of a product at most.
const MOST: usize = 100;

/// One SKU for every choice of values, in the order of the options; those that are there keep what they say.
pub fn fill(draft: &mut ProductDraft) {
    let mut choices: Vec<Vec<i32>> = vec![Vec::new()];
    for option in &draft.content.options {
        let values = 0..i32::try_from(option.values.len()).unwrap_or_default();
        let longer = choices.iter().flat_map(|choice| {
            values.clone().map(move |value| {
                let mut choice = choice.clone();
                choice.push(value);
                choice
            })
        });
        choices = longer.take(MOST).collect();
    }
    let before = std::mem::take(&mut draft.skus);
    let like = before.first().cloned();
    for (index, choice) in choices.into_iter().enumerate() {
        let known = before.iter().find(|sku| sku.choice == choice).cloned();
        let sku = known.unwrap_or_else(|| {
            let mut code = format!("SKU-{}", index + 1);
            while before.iter().chain(&draft.skus).any(|sku| sku.code == code) {
                code.push('A');
            }
            SkuDraft {
                code,
                choice,
                // What the first one says is a better guess than nothing.
                price: like.as_ref().map_or(Money::new(0, shared::Currency::default()), |like| like.price),
                market_price: like.as_ref().and_then(|like| like.market_price),
                stock: 0,
                weight_g: like.as_ref().map_or(0, |like| like.weight_g),
                picture: None,
            }
        });
        draft.skus.push(sku);
    }
}
