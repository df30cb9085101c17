use commerce::showcase::{PreviewState, Window};
use leptos::prelude::*;

use crate::{context::caller, i18n::studio::window::Window as Texts, pages::load::query};

/// Widths that people hold.
const SIZES: [&str; 3] = ["360", "390", "430"];

/// The real page of the draft in a frame, and the switches above it: a form that asks for this page again.
pub fn phone(window: &Window, token: &str) -> impl IntoView + use<> {
    let t = &caller().texts().studio.window;
    let size =
        query::<String>("size").filter(|size| SIZES.contains(&size.as_str())).unwrap_or_else(|| "390".to_owned());
    let state: PreviewState = query("state").unwrap_or_default();
    let lang = query::<String>("in").unwrap_or_else(|| caller().locale.tag().to_owned());
    let theme = query::<String>("theme").unwrap_or_else(|| "light".to_owned());
    let base = format!("/c/{}/showcase?preview={token}", window.handle);
    let src = format!("{base}&state={}&lang={lang}&theme={theme}", state.as_str());
    let state_name = |state| match state {
        PreviewState::Normal => t.state_normal,
        PreviewState::SoldOut => t.state_sold,
        PreviewState::Empty => t.state_empty,
    };
    let states = PreviewState::ALL.map(|one| (one.as_str(), state_name(one)));
    let sizes = SIZES.map(|size| (size, size));
    view! {
        <section class="phone" id="phone" aria-label=t.phone data-base=base>
            <form class="switches row wraps" action="/studio/window#phone" data-switches>
                {switch(t.state, "state", &states, state.as_str())}
                {switch(t.language, "in", &[("zh-CN", "中"), ("en", "EN")], &lang)}
                {switch(t.colours, "theme", &[("light", t.light), ("dark", t.dark)], &theme)}
                {switch(t.size, "size", &sizes, &size)}
                <button class="btn" data-plain>{apply(t)}</button>
            </form>
            <div class="device" data-size=size><iframe src=src title=t.phone data-frame></iframe></div>
        </section>
    }
}

const fn apply(t: &'static Texts) -> &'static str {
    t.apply
}

fn switch(
    label: &'static str,
    name: &'static str,
    all: &[(&'static str, &'static str)],
    now: &str,
) -> impl IntoView + use<> {
    let all = all.iter().map(|(value, words)| {
        view! { <label><input class="sr" type="radio" name=name value=*value checked=*value == now /><span>{*words}</span></label> }
    });
    view! { <fieldset class="switch"><legend class="sr">{label}</legend>{all.collect_view()}</fieldset> }
}
