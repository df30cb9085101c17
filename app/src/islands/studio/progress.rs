use js_sys::Reflect;
use leptos::prelude::*;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{Element, Event, EventSource, MessageEvent};

use super::dom;

/// Shows how far the work on a film is; once it is over, the page as it is then.
pub fn start(place: &Element) {
    let Ok(source) = EventSource::new(&dom::attr(place, "data-progress")) else { return };
    let meter = dom::within(place, "progress");
    let from = source.clone();
    dom::listen(&source, "message", move |event: Event| {
        let Some(text) = event.dyn_into::<MessageEvent>().ok().and_then(|event| event.data().as_string()) else {
            return;
        };
        let Ok(told) = js_sys::JSON::parse(&text) else { return };
        let part = |name: &str| Reflect::get(&told, &JsValue::from_str(name)).unwrap_or_default();
        if matches!(part("state").as_string().as_deref(), Some("ready" | "refused")) {
            from.close();
            _ = window().location().reload();
        } else if let (Some(meter), Some(progress)) = (&meter, part("progress").as_f64()) {
            _ = meter.set_attribute("value", &progress.to_string());
        }
    });
}
