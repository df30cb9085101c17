//! Which clip plays, and how.

use leptos::{prelude::*, task::spawn_local};
use wasm_bindgen::{JsCast, JsValue, closure::Closure};
use web_sys::{
    Element, Event, HtmlVideoElement, IntersectionObserver, IntersectionObserverEntry, IntersectionObserverInit,
    PointerEvent,
};

use super::{cards, current, dom, more};

thread_local! {
    static OBSERVER: std::cell::RefCell<Option<IntersectionObserver>> = const { std::cell::RefCell::new(None) };
    static SOUND: std::cell::Cell<bool> = const { std::cell::Cell::new(false) };
}

pub fn start(feed: &Element) {
    let seen = Closure::<dyn FnMut(js_sys::Array)>::new(|entries: js_sys::Array| {
        for entry in entries.iter().filter_map(|entry| entry.dyn_into::<IntersectionObserverEntry>().ok()) {
            if entry.is_intersecting() {
                enter(&entry.target());
            }
        }
    });
    let init = IntersectionObserverInit::new();
    init.set_threshold(&JsValue::from_f64(0.6));
    if let Ok(observer) = IntersectionObserver::new_with_options(seen.as_ref().unchecked_ref(), &init) {
        OBSERVER.set(Some(observer));
    }
    seen.forget();
    adopt(feed);
    dom::listen(feed, "click", click);
    dom::listen(feed, "pointerdown", seek);
    dom::listen(&document(), "click", |event| {
        if dom::hit(&event, "[data-sound]").is_some() {
            toggle_sound();
        }
    });
    // Not by the attribute `loop`: after some of its jumps back WebKitGTK shows a still picture for ever.
    dom::listen(&document(), "ended", |_| play_current());
    dom::listen(&document(), "prerenderingchange", |_| play_current());
    dom::listen(
        &document(),
        "visibilitychange",
        |_| if document().hidden() { pause_current() } else { play_current() },
    );
}

/// Takes clips over from the browser's own controls.
pub fn adopt(root: &Element) {
    for clip in dom::all(root, ".clip:not(.timed)") {
        dom::class(&clip, "timed", true);
        if let Some(video) = video(&clip) {
            video.set_controls(false);
            video.set_muted(!SOUND.get());
            spare(&video);
        }
        OBSERVER.with_borrow(|observer| {
            if let Some(observer) = observer {
                observer.observe(&clip)
            }
        });
    }
}

/// The smaller film, where there is one and the visitor or their line asks for little. What the page says of small
/// screens stays.
fn spare(video: &HtmlVideoElement) {
    let line = js_sys::Reflect::get(&window().navigator(), &"connection".into()).unwrap_or_default();
    let told = |name: &str| js_sys::Reflect::get(&line, &name.into()).unwrap_or_default();
    let slow = matches!(told("effectiveType").as_string().as_deref(), Some("slow-2g" | "2g" | "3g"));
    if let Some(small) = dom::within(video, "source[data-small]").filter(|_| slow || told("saveData").is_truthy()) {
        video.set_src(&dom::attr(&small, "src"));
    }
}

pub fn video(clip: &Element) -> Option<HtmlVideoElement> {
    dom::within(clip, "video")?.dyn_into().ok()
}

fn enter(clip: &Element) {
    if clip.class_list().contains("current") {
        return;
    }
    if let Some(before) = current() {
        dom::class(&before, "current", false);
        if let Some(video) = video(&before) {
            _ = video.pause();
        }
        // Not for the first: the address that was opened stays until the visitor moves on.
        if let Ok(history) = window().history() {
            let url = format!("/v/{}", dom::attr(clip, "data-video"));
            _ = history.replace_state_with_url(&JsValue::NULL, "", Some(&url));
        }
    }
    dom::class(clip, "current", true);
    cards::show_panel(clip);
    play_current();
    let next = clip.closest("li").ok().flatten().and_then(|li| li.next_element_sibling());
    match next {
        Some(next) if next.class_list().contains("last") => more::load(),
        Some(next) => {
            if let Some(video) = video(&next) {
                video.set_preload("auto");
            }
            if next.next_element_sibling().is_none_or(|li| li.class_list().contains("last")) {
                more::load();
            }
        }
        None => more::load(),
    }
}

fn still() -> bool {
    window().match_media("(prefers-reduced-motion: reduce)").ok().flatten().is_some_and(|query| query.matches())
}

fn prerendering() -> bool {
    js_sys::Reflect::get(&document(), &"prerendering".into()).is_ok_and(|value| value.is_truthy())
}

fn play_current() {
    if still() || prerendering() || document().hidden() {
        mark(true);
        return;
    }
    play();
}

fn play() {
    let Some(clip) = current() else { return };
    let Some(video) = video(&clip) else { return };
    video.set_preload("auto");
    video.set_muted(!SOUND.get());
    let Ok(playing) = video.play() else { return };
    spawn_local(async move {
        // A browser that does not let it begin shows the poster with a button to play.
        mark(wasm_bindgen_futures::JsFuture::from(playing).await.is_err());
    });
}

fn pause_current() {
    if let Some(video) = current().as_ref().and_then(video) {
        _ = video.pause();
    }
}

pub fn toggle_play() {
    let Some(video) = current().as_ref().and_then(video) else { return };
    if video.paused() {
        play();
    } else {
        _ = video.pause();
        mark(true);
    }
}

fn mark(paused: bool) {
    if let Some(clip) = current() {
        dom::class(&clip, "paused", paused);
    }
}

pub fn toggle_sound() {
    let on = !SOUND.get();
    SOUND.set(on);
    let Some(root) = document().document_element() else { return };
    for button in dom::all(&root, "[data-sound]") {
        _ = button.set_attribute("aria-pressed", if on { "true" } else { "false" });
        let label = dom::attr(&button, if on { "data-off" } else { "data-on" });
        _ = button.set_attribute("aria-label", &label);
        if let Some(icon) = dom::within(&button, "use") {
            _ = icon.set_attribute("href", if on { "/icons.svg#sound" } else { "/icons.svg#mute" });
        }
    }
    if let Some(video) = current().as_ref().and_then(video) {
        video.set_muted(!on);
    }
}

/// A tap on the picture itself pauses and goes on.
fn click(event: Event) {
    let on_control = dom::hit(&event, "a, button, form, [popover], .progress, .panel").is_some();
    if !on_control && dom::hit(&event, ".frame").is_some() {
        toggle_play();
    }
}

fn seek(event: Event) {
    let (Some(bar), Some(pointer)) = (dom::hit(&event, ".progress"), event.dyn_ref::<PointerEvent>()) else { return };
    let Some(video) = current().as_ref().and_then(video) else { return };
    let room = bar.get_bounding_client_rect();
    #[expect(clippy::float_arithmetic, reason = "places on a screen")]
    let at = (f64::from(pointer.client_x()) - room.left()) / room.width() * video.duration();
    if at.is_finite() {
        video.set_current_time(at);
    }
}
