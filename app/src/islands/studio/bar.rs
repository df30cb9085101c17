//! One bar under a finger or under the arrow keys.

use std::{cell::RefCell, rc::Rc};

use wasm_bindgen::JsCast;
use web_sys::{Element, Event, KeyboardEvent, PointerEvent};

use super::{
    dom,
    timeline::{Line, read},
};

/// Pixels at the end of a bar that move its end alone.
const GRIP: i32 = 14;

/// A bar that is being moved.
struct Held {
    knob: Element,
    row: Element,
    /// Where the finger was, and what the row said then.
    x: i32,
    from: i64,
    to: i64,
    end_only: bool,
}

/// Listens for fingers and keys on all bars.
pub fn start(line: &Line) {
    let held: Rc<RefCell<Option<Held>>> = Rc::default();
    let (grabbing, of) = (held.clone(), line.clone());
    dom::listen(&line.rail, "pointerdown", move |event: Event| *grabbing.borrow_mut() = grab(&of, event));
    let (moving, of) = (held.clone(), line.clone());
    dom::listen(&line.rail, "pointermove", move |event: Event| {
        if let (Some(held), Some(event)) = (&*moving.borrow(), event.dyn_ref::<PointerEvent>()) {
            drag(&of, held, event.client_x());
        }
    });
    for over in ["pointerup", "pointercancel"] {
        let held = held.clone();
        dom::listen(&line.rail, over, move |_| *held.borrow_mut() = None);
    }
    let of = line.clone();
    dom::listen(&line.rail, "keydown", move |event: Event| nudge(&of, &event));
}

fn row_of(line: &Line, knob: &Element) -> Option<Element> {
    line.rows().into_iter().nth(dom::attr(knob, "data-nth").parse().ok()?)
}

fn grab(line: &Line, event: Event) -> Option<Held> {
    let knob = dom::hit(&event, ".knob")?;
    let event = event.dyn_into::<PointerEvent>().ok()?;
    let row = row_of(line, &knob)?;
    _ = knob.set_pointer_capture(event.pointer_id());
    let (from, to) = (read(&row, "from"), read(&row, "to"));
    let end_only = event.offset_x() > knob.client_width() - GRIP;
    Some(Held { knob, row, x: event.client_x(), from, to, end_only })
}

fn drag(line: &Line, held: &Held, x: i32) {
    let wide = i64::from(line.rail.client_width().max(1));
    let by = i64::from(x - held.x) * line.whole / wide / 100 * 100;
    shift(line, held, by);
}

fn shift(line: &Line, held: &Held, by: i64) {
    if held.end_only {
        line.write(&held.row, held.from, held.to + by);
    } else {
        // As long as before, also at the ends of the clip.
        let long = held.to - held.from;
        let from = (held.from + by).clamp(0, (line.whole - long).max(0));
        line.write(&held.row, from, from + long);
    }
    line.place(&held.knob, &held.row);
}

fn nudge(line: &Line, event: &Event) {
    let Some(key) = event.dyn_ref::<KeyboardEvent>() else { return };
    let by = match key.key().as_str() {
        "ArrowLeft" => -100,
        "ArrowRight" => 100,
        _ => return,
    };
    let Some(knob) = dom::hit(event, ".knob") else { return };
    let Some(row) = row_of(line, &knob) else { return };
    event.prevent_default();
    let by = if key.shift_key() { by * 10 } else { by };
    let (from, to) = (read(&row, "from"), read(&row, "to"));
    shift(line, &Held { knob, row, x: 0, from, to, end_only: key.alt_key() }, by);
}
