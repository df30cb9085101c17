//! Saying something about a clip without leaving it.

use leptos::{prelude::*, task::spawn_local};
use serde::Deserialize;
use wasm_bindgen::JsCast;
use web_sys::{Element, Event, HtmlFormElement, HtmlInputElement};

use super::{dom, fields};

#[derive(Deserialize)]
struct Said {
    name: String,
    text: String,
}

pub fn start() {
    dom::listen(&document(), "submit", submit);
}

fn submit(event: Event) {
    let Some(form) = dom::hit(&event, "form.say").and_then(|form| form.dyn_into::<HtmlFormElement>().ok()) else {
        return;
    };
    let Some(body) = fields(&form) else { return };
    event.prevent_default();
    spawn_local(async move {
        match dom::send(&dom::attr(&form, "action"), body).await {
            Ok(said) => {
                if let (Ok(said), Some(place)) = (serde_json::from_str::<Said>(&said), form.parent_element()) {
                    add(&place, &said);
                }
                if let Some(input) =
                    dom::within(&form, "[name=text]").and_then(|input| input.dyn_into::<HtmlInputElement>().ok())
                {
                    input.set_value("");
                }
            }
            Err(words) => dom::toast(&words),
        }
    });
}

/// Above the others, made of the same parts as theirs; text only, whatever was said.
fn add(place: &Element, said: &Said) {
    let made = || -> Option<()> {
        let list = dom::within(place, ".talk ul")?;
        let row = document().create_element("li").ok()?;
        row.set_inner_html(
            "<span class=\"mono\" aria-hidden=\"true\"></span><div><span class=\"xs dim\"></span><p></p></div>",
        );
        dom::within(&row, ".mono")?
            .set_text_content(said.name.get(..said.name.chars().next().map_or(0, char::len_utf8)));
        dom::within(&row, ".dim")?.set_text_content(Some(&said.name));
        dom::within(&row, "p")?.set_text_content(Some(&said.text));
        list.insert_before(&row, list.first_child().as_ref()).ok()?;
        row.scroll_into_view();
        Some(())
    };
    _ = made();
}
