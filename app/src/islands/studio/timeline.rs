//! Cards on the clip's time: a bar for each row of the form, dragged or nudged; the rows stay what is sent.

use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::{Element, Event, HtmlElement, HtmlInputElement, HtmlSelectElement, HtmlVideoElement};

use super::{bar, dom};

/// What is being edited.
#[derive(Clone)]
pub struct Line {
    /// The form with its rows.
    pub form: Element,
    /// Where the bars are.
    pub rail: Element,
    /// Length of the clip, milliseconds.
    pub whole: i64,
    /// The clip itself.
    pub video: Option<HtmlVideoElement>,
}

/// Puts bars in the place of the drawing, and keeps both in step.
pub fn start() {
    let Some(form) = dom::find("form[data-timeline]") else { return };
    let (Some(drawn), Ok(rail)) = (dom::within(&form, "[data-line]"), document().create_element("div")) else { return };
    rail.set_class_name("clip-rail");
    let whole = dom::attr(&form, "data-ms").parse().unwrap_or(1).max(1);
    let video = dom::find("[data-clip-bench] video").and_then(|video| video.dyn_into().ok());
    if drawn.replace_with_with_node_1(&rail).is_err() {
        return;
    }
    let line = Line { form, rail, whole, video };
    line.draw();
    for row in line.rows() {
        line.offer(&row);
    }
    let changed = line.clone();
    dom::listen(&line.form, "change", move |_| changed.draw());
    bar::start(&line);
    if let Some(video) = &line.video {
        let line = line.clone();
        dom::listen(video, "timeupdate", move |_| {
            if let Some(now) = line.now() {
                set(&line.rail, "--at", now, line.whole);
            }
        });
    }
    frame(&line);
}

impl Line {
    /// The rows of the form.
    pub fn rows(&self) -> Vec<Element> {
        dom::all(&self.form, "[data-row]")
    }

    /// Draws every bar anew.
    pub fn draw(&self) {
        self.rail.set_text_content(None);
        for (nth, row) in self.rows().iter().enumerate() {
            let product = dom::within(row, "select").and_then(|select| select.dyn_into::<HtmlSelectElement>().ok());
            let Some(product) = product.filter(|product| !product.value().is_empty()) else { continue };
            let (Ok(lane), Ok(knob)) = (document().create_element("div"), document().create_element("button")) else {
                return;
            };
            lane.set_class_name("lane");
            knob.set_class_name("knob");
            let name = product.selected_options().get_with_index(0).and_then(|option| option.text_content());
            knob.set_text_content(name.as_deref());
            for (name, value) in [
                ("type", "button".to_owned()),
                ("data-nth", nth.to_string()),
                ("title", dom::attr(&self.form, "data-help")),
            ] {
                _ = knob.set_attribute(name, &value);
            }
            _ = lane.append_child(&knob);
            _ = self.rail.append_child(&lane);
            self.place(&knob, row);
        }
        if let Ok(head) = document().create_element("i") {
            head.set_class_name("head");
            _ = self.rail.append_child(&head);
        }
    }

    /// Puts a bar where its row says.
    pub fn place(&self, knob: &Element, row: &Element) {
        let (from, to) = (read(row, "from"), read(row, "to"));
        set(knob, "--from", from, self.whole);
        set(knob, "--long", to - from, self.whole);
    }

    /// Writes a row, in bounds: at least a second long, within the clip.
    pub fn write(&self, row: &Element, from: i64, to: i64) {
        let from = from.clamp(0, (self.whole - 1_000).max(0));
        let to = to.clamp(from + 1_000, self.whole.max(from + 1_000));
        put(row, "from", from);
        put(row, "to", to);
    }

    /// The clip's own time, milliseconds.
    #[expect(
        clippy::float_arithmetic,
        clippy::cast_possible_truncation,
        reason = "the media element counts in fractions of a second"
    )]
    pub fn now(&self) -> Option<i64> {
        Some((self.video.as_ref()?.current_time() * 1_000.0) as i64)
    }

    /// Two buttons in a row: appear and leave where the clip is now.
    fn offer(&self, row: &Element) {
        let Ok(place) = document().create_element("div") else { return };
        place.set_class_name("here");
        for (field, words) in [("from", "data-here-from"), ("to", "data-here-to")] {
            let Ok(button) = document().create_element("button") else { return };
            _ = button.set_attribute("type", "button");
            button.set_class_name("btn");
            button.set_text_content(Some(&dom::attr(&self.form, words)));
            let (line, of) = (self.clone(), row.clone());
            dom::listen(&button, "click", move |_: Event| {
                if let Some(now) = line.now() {
                    put(&of, field, now / 100 * 100);
                    line.draw();
                }
            });
            _ = place.append_child(&button);
        }
        _ = row.append_child(&place);
    }
}

/// The poster's form takes what is on screen.
fn frame(line: &Line) {
    let Some(form) = dom::find("form[data-frame]") else { return };
    let (Some(button), Some(field)) = (dom::within(&form, "button"), dom::within(&form, "input[name=at]")) else {
        return;
    };
    button.set_text_content(Some(&dom::attr(&button, "data-words")));
    let (Some(video), line) = (line.video.clone(), line.clone()) else { return };
    dom::listen(&video, "timeupdate", move |_| {
        if let (Some(now), Some(field)) = (line.now(), field.dyn_ref::<HtmlInputElement>()) {
            field.set_value(&seconds(now));
        }
    });
}

fn input(row: &Element, field: &str) -> Option<HtmlInputElement> {
    dom::within(row, &format!("input[name$='[{field}]']"))?.dyn_into().ok()
}

/// Milliseconds of a field.
pub fn read(row: &Element, field: &str) -> i64 {
    let text = input(row, field).map(|input| input.value()).unwrap_or_default();
    let (whole, part) = text.split_once('.').unwrap_or((&text, ""));
    let part: i64 = format!("{part:0<3}").get(..3).and_then(|part| part.parse().ok()).unwrap_or_default();
    whole.parse::<i64>().unwrap_or_default().saturating_mul(1_000).saturating_add(part)
}

fn put(row: &Element, field: &str, ms: i64) {
    if let Some(input) = input(row, field) {
        input.set_value(&seconds(ms));
    }
}

fn seconds(ms: i64) -> String {
    format!("{}.{}", ms / 1_000, ms % 1_000 / 100)
}

/// A part of the whole, as a percentage.
fn set(element: &Element, name: &str, ms: i64, whole: i64) {
    let points = ms.max(0).saturating_mul(10_000) / whole;
    if let Some(element) = element.dyn_ref::<HtmlElement>() {
        _ = element.style().set_property(name, &format!("{}.{:02}%", points / 100, points % 100));
    }
}
