//! Pictures of the editor on their way, each with its own progress: chosen, dropped or pasted, two at a time. One that
//! is refused says so at its own place while the others go on; the form is sent once all have arrived.

use std::{
    cell::{Cell, RefCell},
    collections::VecDeque,
    rc::Rc,
};

use js_sys::Reflect;
use leptos::{prelude::*, task::spawn_local};
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{
    DataTransfer, DragEvent, Element, Event, File, FileList, HtmlElement, HtmlFormElement, HtmlInputElement,
    SubmitEvent,
};

use super::{
    dom,
    tus::{self, Hears, text_of},
};

/// Files that are sent at once.
const AT_ONCE: usize = 2;
/// Width of the picture that is shown, pixels.
const SHOWN: f64 = 320.0;

thread_local! {
    static QUEUE: RefCell<VecDeque<(File, Row)>> = const { RefCell::new(VecDeque::new()) };
    static RUNNING: Cell<usize> = const { Cell::new(0) };
    /// What was pressed while files were on their way.
    static PRESSED: RefCell<Option<Option<HtmlElement>>> = const { RefCell::new(None) };
}

/// Takes over the sections of the editor that take pictures.
pub fn start() {
    let Some(form) = dom::find("form#editor").filter(|_| dom::find("template#sending").is_some()) else { return };
    for section in dom::all(&form, "[data-into]") {
        take_over(&section);
    }
    dom::listen(&form, "submit", wait);
    dom::listen(&document(), "paste", |event: Event| {
        let data = Reflect::get(&event, &"clipboardData".into()).ok().and_then(|data| data.dyn_into().ok());
        let data: Option<DataTransfer> = data;
        let files = data.as_ref().and_then(DataTransfer::files).filter(|files| files.length() > 0);
        let focused = document().active_element();
        // Cells of a table come as text and as their picture.
        let has_text = data.is_some_and(|data| data.get_data("text/plain").is_ok_and(|text| !text.is_empty()));
        let types = |on: &Element| on.matches("input:not([type=file]), textarea").unwrap_or_default();
        if has_text && focused.as_ref().is_some_and(types) {
            return;
        }
        let near = focused.and_then(|element| element.closest("[data-into]").ok().flatten());
        if let (Some(files), Some(section)) = (files, near.or_else(|| dom::find("#pictures"))) {
            event.prevent_default();
            take(&files, &section);
        }
    });
}

fn take_over(section: &Element) {
    let Some(input) = dom::within(section, "input[type=file]").and_then(|input| input.dyn_into().ok()) else { return };
    let (input, of): (HtmlInputElement, _) = (input, section.clone());
    let chooser = input.clone();
    dom::listen(&input, "change", move |_| {
        if let Some(files) = chooser.files() {
            take(&files, &of);
        }
        // They go by themselves: the form does not carry them again.
        chooser.set_value("");
    });
    let of = section.clone();
    dom::listen(section, "dragover", move |event: Event| {
        event.prevent_default();
        dom::class(&of, "over", true);
    });
    let of = section.clone();
    dom::listen(section, "dragleave", move |_| dom::class(&of, "over", false));
    let of = section.clone();
    dom::listen(section, "drop", move |event: Event| {
        event.prevent_default();
        dom::class(&of, "over", false);
        if let Some(files) = event.dyn_ref::<DragEvent>().and_then(|event| event.data_transfer()?.files()) {
            take(&files, &of);
        }
    });
}

/// Queues every file and shows it.
fn take(files: &FileList, section: &Element) {
    for file in (0..files.length()).filter_map(|nth| files.get(nth)) {
        if let Some(row) = Row::new(&file, section) {
            QUEUE.with_borrow_mut(|queue| queue.push_back((file, row)));
        }
    }
    next();
}

/// Begins with the next file while there is room.
fn next() {
    while RUNNING.get() < AT_ONCE {
        let Some((file, row)) = QUEUE.with_borrow_mut(VecDeque::pop_front) else { break };
        RUNNING.set(RUNNING.get() + 1);
        spawn_local(async move {
            if !row.stopped() {
                row.end(send(&file, &row).await);
            }
            RUNNING.set(RUNNING.get().saturating_sub(1));
            next();
            settle();
        });
    }
}

/// The picture that the file has become; `None` if nobody wants it any more.
async fn send(file: &File, row: &Row) -> Result<Option<JsValue>, String> {
    let shop = dom::find("template#sending").map(|template| dom::attr(&template, "data-shop")).unwrap_or_default();
    let Some(place) = tus::place(file, &[("purpose", "picture"), ("shop", &shop)], row).await? else { return Ok(None) };
    let whole = tus::send(&place, file, row).await?;
    if !whole {
        tus::give_up(&place).await;
        return Ok(None);
    }
    row.say("data-checking");
    let Some(told) = tus::outcome(&place, row).await? else {
        tus::give_up(&place).await;
        return Ok(None);
    };
    let fault = text_of(&told, "fault");
    if fault.is_empty() { Ok(Reflect::get(&told, &"image".into()).ok()) } else { Err(words(&format!("data-{fault}"))) }
}

fn words(name: &str) -> String {
    dom::find("template#sending").map(|template| dom::attr(&template, name)).unwrap_or_default()
}

/// A file that is shown while it is sent.
#[derive(Clone)]
struct Row {
    item: Element,
    section: Element,
    stopped: Rc<Cell<bool>>,
}

impl Row {
    fn new(file: &File, section: &Element) -> Option<Self> {
        let template = dom::find("template#sending")?;
        let list = dom::within(section, "[data-sendings]")?;
        list.insert_adjacent_html("beforeend", &template.inner_html()).ok()?;
        let item = list.last_element_child()?;
        dom::within(&item, "[data-name]")?.set_text_content(Some(&file.name()));
        if let Some(meter) = dom::within(&item, "progress") {
            _ = meter.set_attribute("aria-label", &file.name());
        }
        let row = Self { item, section: section.clone(), stopped: Rc::new(Cell::new(false)) };
        let (button, away) = (dom::within(&row.item, "[data-cancel]")?, row.clone());
        dom::listen(&button, "click", move |_| {
            away.stopped.set(true);
            away.item.remove();
        });
        Some(row)
    }

    fn say(&self, name: &str) {
        self.tell(&words(name));
    }

    fn tell(&self, said: &str) {
        if let Some(place) = dom::within(&self.item, "[data-said]") {
            place.set_text_content(Some(said));
        }
    }

    /// The picture takes its place, or the reason stays where the file was.
    fn end(&self, sent: Result<Option<JsValue>, String>) {
        match sent {
            Ok(Some(image)) => {
                self.item.remove();
                append(&self.section, &image);
            }
            Ok(None) => self.item.remove(),
            Err(reason) => {
                dom::class(&self.item, "refused", true);
                self.tell(&reason);
                if let Some(meter) = dom::within(&self.item, "progress") {
                    meter.remove();
                }
                if let Some(button) = dom::within(&self.item, "[data-cancel]") {
                    button.set_text_content(Some(&dom::attr(&button, "data-away")));
                }
            }
        }
    }
}

impl Hears for Row {
    fn stopped(&self) -> bool {
        self.stopped.get()
    }

    fn sent(&self, at: i32, size: i32) {
        let part = i64::from(at) * 1_000 / i64::from(size.max(1));
        if let Some(meter) = dom::within(&self.item, "progress") {
            _ = meter.set_attribute("value", &part.to_string());
        }
        self.tell(&format!("{} %", part / 10));
    }

    fn broken(&self) {
        self.say("data-broken");
    }
}

/// Puts a picture behind the others of its section, with the fields that the page gives every one.
fn append(section: &Element, image: &JsValue) {
    let (Some(template), Some(list)) =
        (dom::within(section, "template[data-new]"), dom::within(section, "[data-list]"))
    else {
        return;
    };
    let id: String = text_of(image, "id").chars().filter(|c| c.is_ascii_hexdigit() || *c == '-').collect();
    let widths: js_sys::Array = Reflect::get(image, &"widths".into()).unwrap_or_default().unchecked_into();
    let widths: Vec<f64> = widths.iter().filter_map(|width| width.as_f64()).collect();
    let width = widths.iter().find(|width| **width >= SHOWN).or(widths.last()).copied().unwrap_or(SHOWN);
    let count = list.child_element_count();
    // Beyond every part there is, those that were taken away meanwhile included.
    let place = count.saturating_add(1_000);
    let html = template.inner_html();
    let html = html.replace("__id__", &id).replace("__w__", &width.to_string()).replace("__n__", &place.to_string());
    _ = list.insert_adjacent_html("beforeend", &html);
    number(section);
}

/// Gives every button the place that its picture has now.
pub fn number(section: &Element) {
    let Some(list) = dom::within(section, "[data-list]") else { return };
    for (place, item) in dom::all(&list, ":scope > li").iter().enumerate() {
        for button in dom::all(item, "[data-place]") {
            _ = button.set_attribute("value", &format!("{}{place}", dom::attr(&button, "data-place")));
        }
        if let Some(shown) = dom::within(item, "[data-nr]") {
            let main = dom::attr(section, "data-main");
            shown.set_text_content(Some(&if place == 0 { main } else { (place + 1).to_string() }));
        }
    }
}

fn is_busy() -> bool {
    RUNNING.get() > 0 || QUEUE.with_borrow(|queue| !queue.is_empty())
}

/// The form waits for its pictures.
fn wait(event: Event) {
    if !is_busy() {
        return;
    }
    event.prevent_default();
    event.stop_propagation();
    let pressed = event.dyn_ref::<SubmitEvent>().and_then(SubmitEvent::submitter);
    PRESSED.set(Some(pressed));
    tell("data-waits");
}

/// Once nothing is on its way: what was pressed is done, unless a picture was refused that somebody has to know of.
fn settle() {
    if is_busy() {
        return;
    }
    let Some(form) = dom::find("form#editor").and_then(|form| form.dyn_into::<HtmlFormElement>().ok()) else { return };
    let refused = dom::within(&form, ".sending.refused");
    match (PRESSED.take(), refused) {
        (Some(pressed), None) => _ = form.request_submit_with_submitter(pressed.as_ref()),
        (Some(_), Some(refused)) => {
            tell("data-refused");
            refused.scroll_into_view();
        }
        (None, _) => tell("data-ready"),
    }
}

fn tell(name: &str) {
    if let Some(place) = dom::find("[data-sent]") {
        place.set_text_content(Some(&dom::attr(&place, name)));
        dom::show(&place, true);
    }
}
