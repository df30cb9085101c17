use std::{cell::Cell, rc::Rc, time::Duration};

use leptos::{
    prelude::{document, set_timeout, window},
    task::spawn_local,
};
use wasm_bindgen::{JsCast, JsValue, closure::Closure};
use web_sys::{Element, Event, HtmlElement};

use super::panel::mount_panel;

/// So long the program may take before the page opens instead.
const PATIENCE: Duration = Duration::from_secs(8);

/// Opens the checkout of `query` (as of the page `/checkout`) over the product in the sheet; false if
/// there is no sheet. One step back in history closes it.
pub fn open(query: &str) -> bool {
    let Ok(Some(sheet)) = document().query_selector("#sheet .sheet") else { return false };
    let Some(layer) = layer(&sheet) else { return false };
    let page = format!("/checkout?{query}");
    let mounted = Rc::new(Cell::new(false));
    push();
    leave_on_back(&layer);
    {
        let (mounted, layer) = (mounted.clone(), layer.clone());
        set_timeout(
            move || {
                if !mounted.get() && layer.is_connected() {
                    _ = window().location().replace(&page);
                }
            },
            PATIENCE,
        );
    }
    // A chunk that cannot be loaded ends in an error event of the window.
    fall_back(&mounted, format!("/checkout?{query}"));
    let query = query.to_owned();
    spawn_local(async move {
        mount_panel(layer, query).await;
        mounted.set(true);
    });
    true
}

/// The element of the layer, above the product.
fn layer(sheet: &Element) -> Option<HtmlElement> {
    if let Ok(Some(old)) = sheet.query_selector(".checkout-layer") {
        old.remove();
    }
    let layer: HtmlElement = document().create_element("section").ok()?.dyn_into().ok()?;
    layer.set_class_name("checkout-layer checkout loading");
    sheet.append_child(&layer).ok()?;
    class("has-checkout", true);
    cover(true);
    Some(layer)
}

/// The product below cannot be reached while it is covered; afterwards the focus is where it was.
fn cover(on: bool) {
    let Ok(Some(body)) = document().query_selector("#sheet [data-body]") else { return };
    _ = body.toggle_attribute_with_force("inert", on);
    if on {
        return;
    }
    if let Ok(Some(button)) = body.query_selector(".buybar .btn.buy") {
        _ = button.dyn_into::<HtmlElement>().map(|button| button.focus());
    }
}

fn class(name: &str, on: bool) {
    if let Ok(Some(app)) = document().query_selector(".app") {
        _ = app.class_list().toggle_with_force(name, on);
    }
}

/// One history entry for the layer; it still belongs to the sheet.
fn push() {
    let state = js_sys::Object::new();
    for name in ["sheet", "checkout"] {
        _ = js_sys::Reflect::set(&state, &name.into(), &JsValue::TRUE);
    }
    if let Ok(history) = window().history() {
        _ = history.push_state_with_url(&state, "", None);
    }
}

fn leave_on_back(layer: &HtmlElement) {
    let layer = layer.clone();
    let own: Rc<Cell<Option<js_sys::Function>>> = Rc::default();
    let kept = own.clone();
    let closure = Closure::<dyn FnMut(Event)>::new(move |_| {
        layer.remove();
        class("has-checkout", false);
        cover(false);
        if let Some(own) = own.take() {
            _ = window().remove_event_listener_with_callback("popstate", &own);
        }
    });
    let function: js_sys::Function = closure.into_js_value().unchecked_into();
    _ = window().add_event_listener_with_callback("popstate", &function);
    kept.set(Some(function));
}

fn fall_back(mounted: &Rc<Cell<bool>>, page: String) {
    let mounted = mounted.clone();
    let closure = Closure::once_into_js(move |_: Event| {
        if !mounted.get() {
            _ = window().location().replace(&page);
        }
    });
    let options = web_sys::AddEventListenerOptions::new();
    options.set_once(true);
    _ = window().add_event_listener_with_callback_and_add_event_listener_options(
        "error",
        closure.unchecked_ref(),
        &options,
    );
}
