//! What the picker does to the page around it.

use wasm_bindgen::JsValue;
use web_sys::{CustomEvent, CustomEventInit, Element};

use super::PickProduct;
use crate::islands::dom;

/// Tells the page that this line is to be bought; false if something, such as the sheet, took it over.
pub fn announce(from: &Element, query: &str) -> bool {
    let init = CustomEventInit::new();
    init.set_bubbles(true);
    init.set_cancelable(true);
    init.set_detail(&JsValue::from_str(query));
    let event = CustomEvent::new_with_event_init_dict("vitrine:buy", &init);
    event.is_ok_and(|event| from.dispatch_event(&event).unwrap_or(true))
}

/// Brings price and picture outside the form up to date.
pub fn show_choice(form: &Element, product: &PickProduct, choice: &[i32]) {
    let (Some(sku), Ok(Some(root))) = (product.sku(choice), form.closest("[data-product]")) else { return };
    let rest = |minor: i64| if minor % 100 == 0 { String::new() } else { format!(".{:02}", minor % 100) };
    let was = if sku.was > 0 { format!("{}{}{}", product.sign, sku.was / 100, rest(sku.was)) } else { String::new() };
    for (place, text) in
        [("[data-price]", (sku.price / 100).to_string()), ("[data-cents]", rest(sku.price)), ("[data-was]", was)]
    {
        if let Some(place) = dom::within(&root, place) {
            place.set_text_content(Some(&text));
        }
    }
    let Some(gallery) = dom::within(&root, ".gallery") else { return };
    if let Some(picture) = u32::try_from(sku.picture).ok().and_then(|i| gallery.children().item(i)) {
        dom::turn(&gallery, &picture);
    }
}
