//! What the picker does to the page around it.

use shared::Money;
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
    let money = |minor| Money::new(minor, product.currency);
    if let Some(place) = dom::within(&root, "[data-price]") {
        place.set_text_content(Some(&crate::ui::cents(money(sku.price))));
    }
    if let Some(place) = dom::within(&root, "[data-was]") {
        place.set_text_content(sku.was.map(|was| crate::ui::cents(money(was))).as_deref());
    }
    let Some(gallery) = dom::within(&root, ".gallery") else { return };
    let picture = sku.picture.and_then(|i| u32::try_from(i).ok()).and_then(|i| gallery.children().item(i));
    if let Some(picture) = picture {
        let left = picture.get_bounding_client_rect().left() - gallery.get_bounding_client_rect().left();
        gallery.scroll_by_with_x_and_y(left, 0.0);
    }
}
