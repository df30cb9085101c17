use commerce::showcase::{PreviewState, PreviewView, Window};
use leptos::prelude::*;
use shared::Locale;

use super::look::{Look, SIZES, base};
use crate::{context::caller, ui::icon_of};

/// One choice of a switch: its value, what it is called, and what is shown of it.
type Choice = (&'static str, String, AnyView);

/// The real page of the draft in a frame, and the switches above it: a form that asks for this page again.
pub fn phone(window: &Window, token: &str, look: &Look) -> impl IntoView + use<> {
    let t = &caller().texts().studio.window;
    let (base, src) = (base(&window.handle, token), look.framed(&window.handle, token));
    view! {
        <section class="phone" id="phone" aria-label=t.phone data-base=base data-inert=t.inert>
            <form class="switches" action="/studio/window#phone" data-switches>
                {switch(t.view, "view", views(), look.view.as_str())}
                {switch(t.language, "in", languages(), look.locale.tag())}
                {switch(t.colours, "theme", colours(), if look.dark { "dark" } else { "light" })}
                {switch(t.state, "state", states(), look.state.as_str())}
                {switch(t.size, "size", sizes(), look.size)}
                <button class="btn" data-plain>{t.apply}</button>
            </form>
            <div class="device" data-size=look.size><iframe src=src title=t.phone data-frame></iframe></div>
        </section>
    }
}

fn worded(value: &'static str, words: &'static str) -> Choice {
    (value, words.to_owned(), words.into_any())
}

fn views() -> Vec<Choice> {
    let t = &caller().texts().studio.window;
    let name = |view| match view {
        PreviewView::Showcase => t.view_showcase,
        PreviewView::Clip => t.view_clip,
        PreviewView::Bag => t.view_bag,
    };
    PreviewView::ALL.map(|view| worded(view.as_str(), name(view))).into()
}

fn states() -> Vec<Choice> {
    let t = &caller().texts().studio.window;
    let name = |state| match state {
        PreviewState::Normal => t.state_normal,
        PreviewState::SoldOut => t.state_sold,
        PreviewState::Empty => t.state_empty,
    };
    PreviewState::ALL.map(|state| worded(state.as_str(), name(state))).into()
}

fn languages() -> Vec<Choice> {
    let one = |locale: Locale, name: &str, short: &'static str| (locale.tag(), name.to_owned(), short.into_any());
    vec![one(Locale::ZhCn, "中文", "中"), one(Locale::En, "English", "EN")]
}

fn colours() -> Vec<Choice> {
    let t = &caller().texts().studio.window;
    let one = |value, name: &str, sign| (value, name.to_owned(), icon_of("i m", sign).into_any());
    vec![one("light", t.light, "sun"), one("dark", t.dark, "moon")]
}

fn sizes() -> Vec<Choice> {
    let t = &caller().texts().studio.window;
    let one = |(value, width, height): (&'static str, u32, u32)| {
        let name = if width > 600 { t.tablet } else { "" };
        (value, (t.size_of)(name, width, height).trim().to_owned(), value.into_any())
    };
    SIZES.map(one).into()
}

/// Radio buttons in one line; arrow keys go from one to the next.
fn switch(label: &'static str, name: &'static str, all: Vec<Choice>, now: &str) -> impl IntoView + use<> {
    let all = all.into_iter().map(|(value, words, shown)| {
        view! { <label title=words.clone()><input class="sr" type="radio" name=name value=value checked=value == now aria-label=words.clone() /><span aria-hidden="true">{shown}</span></label> }
    });
    view! { <fieldset class="switch"><legend class="sr">{label}</legend>{all.collect_view()}</fieldset> }
}
