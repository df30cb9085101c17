//! What is being typed stays when the part of the page around it is put anew: value, selection, focus.

use std::cell::RefCell;

use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::{Element, Event, HtmlElement, HtmlInputElement, HtmlSelectElement, Node};

use crate::islands::dom;

/// What a person can leave half done.
const FIELDS: &str = "input:not([type=hidden]), select";

thread_local! {
    /// Fields of the forms that were sent, with what was sent of them.
    static SENT: RefCell<Vec<(HtmlInputElement, String)>> = const { RefCell::new(Vec::new()) };
}

/// A form of the bench was sent: once the shop has taken it, what it says is no longer half done.
pub fn sent(event: Event) {
    let Some(form) = dom::hit(&event, "form[data-acts]") else { return };
    let fields = dom::all(&form, FIELDS).into_iter().filter_map(|field| field.dyn_into::<HtmlInputElement>().ok());
    SENT.with_borrow_mut(|sent| sent.extend(fields.map(|field| (field.clone(), field.value()))));
}

/// The shop has taken what was sent; what was typed since is kept, as is what was refused.
pub fn taken() {
    for (field, value) in SENT.take() {
        if is_choice(&field) {
            field.set_default_checked(field.checked());
        } else if field.value() == value && field.type_() != "file" {
            field.set_default_value(&value);
        }
    }
}

/// What was refused is still half done.
pub fn refused() {
    SENT.take();
}

/// Takes what is half done in `old` over into `new`, which then stands in its place.
pub fn replace(old: &Element, new: &Element) {
    let focused = document().active_element().filter(|active| old.contains(Some(active.unchecked_ref::<Node>())));
    let selection = focused.as_ref().and_then(selection);
    for details in dom::all(old, "details[open]") {
        let name = dom::within(&details, "form").map(|form| form_name(&form));
        let same = dom::all(new, "details")
            .into_iter()
            .find(|other| dom::within(other, "form").map(|form| form_name(&form)) == name);
        if let Some(same) = same {
            _ = same.set_attribute("open", "");
        }
    }
    let fresh: Vec<_> = dom::all(new, FIELDS).into_iter().map(|field| (name(&field), field)).collect();
    let mut focus = None;
    for field in dom::all(old, FIELDS) {
        let has_focus = focused.as_ref() == Some(&field);
        let changed = is_changed(&field);
        if !has_focus && !changed {
            continue;
        }
        let name = name(&field);
        let Some((_, same)) = fresh.iter().find(|(other, _)| *other == name) else { continue };
        let kept = if changed { keep(&field, same) } else { same.clone() };
        if has_focus {
            focus = Some(kept);
        }
    }
    _ = old.replace_with_with_node_1(new);
    if let Some(field) = focus.and_then(|field| field.dyn_into::<HtmlElement>().ok()) {
        _ = field.focus();
        if let (Some((from, to)), Some(input)) = (selection, field.dyn_ref::<HtmlInputElement>()) {
            _ = input.set_selection_range(from, to);
        }
    }
}

/// The field that has what `old` has and stands where `new` was.
fn keep(old: &Element, new: &Element) -> Element {
    if let (Some(old), Some(new)) = (old.dyn_ref::<HtmlInputElement>(), new.dyn_ref::<HtmlInputElement>())
        && is_choice(old)
    {
        new.set_checked(old.checked());
    } else if let (Some(old), Some(new)) = (old.dyn_ref::<HtmlSelectElement>(), new.dyn_ref::<HtmlSelectElement>()) {
        let (wanted, usual) = (old.value(), new.value());
        new.set_value(&wanted);
        // What was chosen is not on offer any more.
        if new.value() != wanted {
            new.set_value(&usual);
        }
    } else {
        // Itself: a file that was chosen cannot be copied.
        _ = new.replace_with_with_node_1(old);
        return old.clone();
    }
    new.clone()
}

fn is_choice(field: &HtmlInputElement) -> bool {
    matches!(field.type_().as_str(), "radio" | "checkbox")
}

/// Whether a person has changed it since the page said it.
fn is_changed(field: &Element) -> bool {
    if let Some(select) = field.dyn_ref::<HtmlSelectElement>() {
        return select.selected_index() > 0;
    }
    let Some(input) = field.dyn_ref::<HtmlInputElement>() else { return false };
    if is_choice(input) { input.checked() != input.default_checked() } else { input.value() != input.default_value() }
}

fn selection(field: &Element) -> Option<(u32, u32)> {
    let input = field.dyn_ref::<HtmlInputElement>()?;
    Some((input.selection_start().ok()??, input.selection_end().ok()??))
}

/// What a form is known by, however often it is written anew.
fn form_name(form: &Element) -> String {
    let hidden = |name: &str| {
        dom::within(form, &format!("input[type=hidden][name={name}]")).map(|input| dom::attr(&input, "value"))
    };
    let parts = [Some(dom::attr(form, "action")), hidden("act"), hidden("group")];
    parts.into_iter().flatten().collect::<Vec<_>>().join(" ")
}

/// What a field is known by: its form, its name, and which of a choice it is.
fn name(field: &Element) -> String {
    let form = field.closest("form").ok().flatten().map(|form| form_name(&form)).unwrap_or_default();
    let choice = field.dyn_ref::<HtmlInputElement>().filter(|input| is_choice(input));
    format!("{form} {} {}", dom::attr(field, "name"), choice.map(HtmlInputElement::value).unwrap_or_default())
}
