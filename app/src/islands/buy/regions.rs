//! Province, city and district follow each other.

use leptos::{prelude::document, task::spawn_local};
use wasm_bindgen::JsCast;
use web_sys::{Element, Event, HtmlElement, HtmlSelectElement};

use super::call;

type Cities = Vec<(String, Vec<String>)>;

fn select(root: &HtmlElement, name: &str) -> Option<HtmlSelectElement> {
    root.query_selector(&format!("[data-regions] select[name={name}]")).ok()??.dyn_into().ok()
}

/// After a change inside `root`.
pub fn changed(root: &HtmlElement, event: &Event) {
    let Some(target) = event.target().and_then(|target| target.dyn_into::<HtmlSelectElement>().ok()) else { return };
    match target.name().as_str() {
        "province" => follow(root.clone(), true),
        "city" => follow(root.clone(), false),
        _ => {}
    }
}

/// Offers the cities of the chosen province, and the districts of the chosen city.
pub fn follow(root: HtmlElement, fresh: bool) {
    let Some(province) = select(&root, "province").map(|select| select.value()).filter(|name| !name.is_empty()) else {
        return;
    };
    let query = js_sys::encode_uri_component(&province);
    spawn_local(async move {
        let Ok(cities) = call::get::<Cities>(&format!("/fn/regions?province={query}")).await else { return };
        show(&root, &cities, fresh);
    });
}

fn show(root: &HtmlElement, cities: &Cities, fresh: bool) {
    let Some(select) = select(root, "city") else { return };
    let chosen = select.value();
    let known = cities.iter().any(|(city, _)| *city == chosen);
    let keep = if fresh && !known { String::new() } else { chosen };
    // The first option says "choose"; everything after it is replaced.
    while let Some(last) = select.last_element_child().filter(|_| select.child_element_count() > 1) {
        last.remove();
    }
    for (city, _) in cities {
        append(&select, city);
    }
    let only = if let [(city, _)] = cities.as_slice() { city.clone() } else { keep };
    select.set_value(&only);
    let Ok(Some(list)) = root.query_selector("#districts") else { return };
    list.set_inner_html("");
    let districts = cities.iter().find(|(city, _)| *city == only).map(|(_, districts)| districts.as_slice());
    for district in districts.unwrap_or_default() {
        append(&list, district);
    }
}

fn append(parent: &Element, name: &str) {
    let Ok(option) = document().create_element("option") else { return };
    _ = option.set_attribute("value", name);
    option.set_text_content(Some(name));
    _ = parent.append_child(&option);
}
