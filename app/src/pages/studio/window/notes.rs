use commerce::showcase::Window;
use leptos::{prelude::*, tachys::html::InertElement};
use shared::WindowOp;

use super::words;
use crate::{
    context::{caller, shop},
    present::{qr, when::When},
    ui::icon_of,
};

/// Undo, redo and the one decisive act.
pub fn acts(window: &Window) -> String {
    let t = &caller().texts().studio.window;
    let handle = window.handle.to_string();
    let step = |again: &'static str, name: &'static str, mark: &'static str, op: Option<&WindowOp>| {
        let label = op.map_or_else(|| name.to_owned(), |op| format!("{name}: {}", words::act(window, op)));
        view! {
            <form method="post" action="/fn/window/undo" data-acts data-step=again>
                <input type="hidden" name="handle" value=handle.clone() />
                <input type="hidden" name="again" value=again />
                <button class="ib" aria-label=label.clone() title=label disabled=op.is_none()>{icon_of("i m", mark)}</button>
            </form>
        }
    };
    let view = view! {
        <span class="row" id="window-acts">
            {step("0", t.undo, "undo", window.undo.as_ref())}
            {step("1", t.redo, "redo", window.redo.as_ref())}
            <form class="row" method="post" action="/fn/window/publish" data-publish>
                <input type="hidden" name="handle" value=handle.clone() />
                <input type="hidden" name="version" value=window.version.to_string() />
                <input class="field note" name="note" maxlength="80" aria-label=t.note placeholder=t.note />
                <button class="btn buy" disabled=window.differences.is_empty()>{t.publish}</button>
            </form>
        </span>
    };
    view.to_html()
}

/// What publishing would do, what was published, when, and the link for a phone.
pub fn notes(window: &Window, link: &str) -> impl IntoView + use<> {
    let t = &caller().texts().studio.window;
    view! {
        <aside class="notes" id="window-notes" aria-label=t.changes>
            {changes(window)}
            {checks(window)}
            {on_phone(link)}
            {later(window)}
            {history(window)}
        </aside>
    }
}

fn now() -> When {
    let now = shop().map(|shop| shop.clock().now()).unwrap_or_default();
    When::new(now, caller().locale)
}

/// What publishing would do.
pub fn changes(window: &Window) -> impl IntoView + use<> {
    let t = &caller().texts().studio.window;
    let all = window.differences.iter().enumerate().map(|(at, (of, back))| {
        let (what, why) = words::difference(window, of);
        let back = back.as_ref().and_then(|back| serde_json::to_string(back).ok()).map(|op| {
            view! {
                <form method="post" action="/fn/window/change" data-acts>
                    <input type="hidden" name="handle" value=window.handle.to_string() />
                    <input type="hidden" name="op" value=op />
                    <button class="ib" aria-label=(t.take_back)(&what) title=(t.take_back)(&what)>{icon_of("i m", "undo")}</button>
                </form>
            }
        });
        view! { <li class="row"><span class="mark num">{at + 1}</span><span class="stack"><b class="s">{what.clone()}</b>{why.map(|why| view! { <small class="dim">{why}</small> })}</span>{back}</li> }
    });
    let all = all.collect_view();
    let last = (!window.changed_by.is_empty()).then(|| {
        view! { <p class="xs dim">{(t.last)(&window.changed_by, &now().moment(&window.changed_at))}</p> }
    });
    let none = window.differences.is_empty().then(|| view! { <p class="s dim">{t.no_changes}</p> });
    let others = window.different - window.differences.len();
    let others = (others > 0).then(|| view! { <p class="s dim">{(t.more_changes)(others)}</p> });
    view! { <section class="card" id="window-changes"><h2>{t.changes}" "<span class="num dim">{window.different}</span></h2>{none}<ol>{all}</ol>{others}{last}</section> }
}

/// What to know before.
pub fn checks(window: &Window) -> impl IntoView + use<> {
    let t = &caller().texts().studio.window;
    let dead = window.dead;
    let words = if dead == 0 { t.all_good.to_owned() } else { (t.skipped)(dead) };
    let mark = if dead == 0 { "check" } else { "alert" };
    view! { <section class="card" id="window-checks"><h2>{t.checks}</h2><p class=if dead == 0 { "row s good" } else { "row s warn" }>{icon_of("i s", mark)}{words}</p></section> }
}

/// A way to look at the draft on one's own phone.
pub fn on_phone(link: &str) -> impl IntoView + use<> {
    let t = &caller().texts().studio.window;
    view! {
        <section class="card on-phone" id="window-link">
            <h2>{t.on_phone}</h2>
            <span class="code" role="img" aria-label=t.on_phone>{qr::svg(link).map(InertElement::new)}</span>
            <p class="xs dim">{t.on_phone_help}</p>
            <a class="btn" href=link.to_owned() target="_blank" data-link>{icon_of("i s", "link")}{t.open_link}</a>
        </section>
    }
}

fn later(window: &Window) -> impl IntoView + use<> {
    let t = &caller().texts().studio.window;
    let handle = window.handle.to_string();
    let planned = window.publish_at.as_ref().map(|at| {
        view! {
            <form class="row wraps" method="post" action="/fn/window/schedule">
                <input type="hidden" name="handle" value=handle.clone() />
                <p class="s">{(t.scheduled)(&now().moment(at))}</p>
                <button class="btn">{t.call_off}</button>
            </form>
        }
    });
    view! {
        <section class="card">
            <h2>{t.schedule}</h2>
            {planned}
            <form class="stack" method="post" action="/fn/window/schedule">
                <input type="hidden" name="handle" value=handle.clone() />
                <label class="stack s">{t.schedule_at}<input class="field" type="datetime-local" name="at" required /></label>
                <button class="btn">{icon_of("i s", "clock")}{t.schedule}</button>
            </form>
        </section>
    }
}

fn history(window: &Window) -> impl IntoView + use<> {
    let t = &caller().texts().studio.window;
    let all = window.history.iter().map(|version| {
        let told = [now().moment(&version.at), version.by.clone(), version.note.clone()];
        let told = told.iter().filter(|part| !part.is_empty()).cloned().collect::<Vec<_>>().join(" · ");
        let name = (t.version)(version.number, version.items);
        view! {
            <li class="row">
                <span class="stack"><b class="s">{name.clone()}</b><small class="dim">{told}</small></span>
                <form method="post" action="/fn/window/restore">
                    <input type="hidden" name="handle" value=window.handle.to_string() />
                    <input type="hidden" name="number" value=version.number.to_string() />
                    <button class="btn" aria-label=format!("{}: {name}", t.restore)>{t.restore}</button>
                </form>
            </li>
        }
    });
    let all = all.collect_view();
    let none = window.history.is_empty().then(|| view! { <p class="s dim">{t.no_history}</p> });
    view! { <section class="card"><h2>{t.history}</h2>{none}<ol>{all}</ol></section> }
}
