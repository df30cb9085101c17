use leptos::{ev::SubmitEvent, prelude::*, task::spawn_local};
use wasm_bindgen::JsCast;
use web_sys::{Event, HtmlElement, HtmlFormElement, HtmlInputElement, UrlSearchParams};

use crate::{
    api::Failure,
    islands::buy::{call, pay_alive, regions},
    ui::{full_price, icon},
    views::{
        checkout::{CheckoutModel, addresses, hidden, methods, note, orders, sum},
        field::banner,
        pay::PayModel,
    },
};

/// What the layer shows.
#[derive(Clone)]
enum Step {
    Loading,
    Form(Box<CheckoutModel>),
    Pay(Box<PayModel>),
}

/// What the steps share.
#[derive(Clone, Copy)]
struct State {
    step: RwSignal<Step>,
    /// The quote, which follows the address without touching what is being typed.
    quote: RwSignal<Option<CheckoutModel>>,
    busy: RwSignal<bool>,
    alert: RwSignal<String>,
}

/// Draws the checkout of `query` into `layer`; ends with it.
#[lazy]
pub fn mount_panel(layer: HtmlElement, query: String) {
    let state = State {
        step: RwSignal::new(Step::Loading),
        quote: RwSignal::new(None),
        busy: RwSignal::new(false),
        alert: RwSignal::new(String::new()),
    };
    _ = layer.class_list().remove_1("loading");
    let root = layer.clone();
    let handle = leptos::mount::mount_to(layer.clone(), move || panel(state, root));
    ends_with(&layer, handle);
    start(state, query, layer);
}

/// Frees the panel once its layer has left the page: no poll outlives what it is for.
fn ends_with<S: leptos::tachys::view::Mountable + 'static>(
    layer: &HtmlElement,
    handle: leptos::mount::UnmountHandle<S>,
) {
    let layer = layer.clone();
    let handle = std::cell::RefCell::new(Some(handle));
    let interval: std::rc::Rc<std::cell::Cell<Option<IntervalHandle>>> = std::rc::Rc::default();
    let own = interval.clone();
    let tick = move || {
        if !layer.is_connected() {
            drop(handle.borrow_mut().take());
            if let Some(own) = own.take() {
                own.clear();
            }
        }
    };
    if let Ok(started) = set_interval_with_handle(tick, std::time::Duration::from_secs(1)) {
        interval.set(Some(started));
    }
}

/// Fetches the first quote.
fn start(state: State, query: String, root: HtmlElement) {
    spawn_local(async move {
        let Ok(body) = UrlSearchParams::new_with_str(&query) else { return };
        match call::post::<CheckoutModel>("/fn/checkout/quote", body).await {
            Ok(model) => show_form(state, model, root),
            // The page says what is wrong, with its own way on.
            Err(_) => _ = window().location().replace(&format!("/checkout?{query}")),
        }
    });
}

fn show_form(state: State, model: CheckoutModel, root: HtmlElement) {
    state.quote.set(Some(model.clone()));
    state.alert.set(model.problem.as_ref().map(|problem| problem.title.clone()).unwrap_or_default());
    state.step.set(Step::Form(Box::new(model)));
    set_timeout(
        move || {
            regions::follow(root.clone(), false);
            focus(&root, "[aria-invalid=true], [data-problem], h2");
        },
        std::time::Duration::ZERO,
    );
}

fn focus(root: &HtmlElement, selector: &str) {
    if let Ok(Some(element)) = root.query_selector(selector) {
        _ = element.dyn_into::<HtmlElement>().map(|element| element.focus());
    }
}

fn back() {
    if let Ok(history) = window().history() {
        _ = history.back();
    }
}

/// Out of checkout and sheet, to the clip.
fn leave() {
    if let Ok(history) = window().history() {
        _ = history.go_with_delta(-2);
    }
}

fn panel(state: State, root: HtmlElement) -> impl IntoView {
    let clicked = move |event: Event| {
        let target = event.target().and_then(|target| target.dyn_into::<web_sys::Element>().ok());
        if target.is_some_and(|target| target.closest("[data-done]").is_ok_and(|done| done.is_some())) {
            leave();
        }
    };
    view! {
        <div class="till" on:click=move |event| clicked(event.into())>
            {move || match state.step.get() {
                Step::Loading => view! { <p class="wait" role="status"><span class="sr">"…"</span></p> }.into_any(),
                Step::Form(model) => form(state, &model, root.clone()).into_any(),
                Step::Pay(model) => cashier(*model).into_any(),
            }}
        </div>
    }
}

fn cashier(model: PayModel) -> impl IntoView {
    view! { <div class="scroll" tabindex="0">{pay_alive(model, false)}</div> }
}

fn form(state: State, model: &CheckoutModel, root: HtmlElement) -> impl IntoView {
    let texts = model.texts.clone();
    let quoted = move |draw: fn(&CheckoutModel) -> AnyView| move || state.quote.with(|quote| quote.as_ref().map(draw));
    let total = move || state.quote.with(|quote| quote.as_ref().map(|model| full_price(model.quote.total)));
    let blocked =
        move || state.busy.get() || state.quote.with(|quote| quote.as_ref().is_none_or(|model| model.blocked));
    let submit = {
        let root = root.clone();
        move |event: SubmitEvent| place(state, &event, root.clone())
    };
    let change = move |event: Event| {
        regions::changed(&root, &event);
        requote(state, &event);
    };
    let (pay, busy_words) = (texts.pay.clone(), texts.busy.clone());
    view! {
        <form class="pay-form" method="post" action="/fn/order/place" novalidate on:submit=submit on:change=change>
            <header class="steps">
                <button class="ib" type="button" aria-label=texts.back on:click=|_| back()>{icon("left")}</button>
                <h2 class="grow" tabindex="-1">{texts.title}</h2>
                <button class="ib" type="button" aria-label=texts.close on:click=|_| leave()>{icon("close")}</button>
            </header>
            <div class="scroll" tabindex="0">
                <div class="pay">
                    {banner(model.problem.as_ref())}
                    <p class="notice bad" role="alert" hidden=move || state.alert.with(String::is_empty) || has_problem(state)>{move || state.alert.get()}</p>
                    {quoted(hidden)}
                    {addresses(model)}
                    {quoted(orders)}
                    {quoted(sum)}
                    {note(model)}
                    {methods(&model.texts, &model.method)}
                </div>
            </div>
            <div class="payend">
                <button class="btn buy big fill" data-testid="pay" disabled=blocked>
                    {move || if state.busy.get() { busy_words.clone() } else { pay.clone() }}" "{total}
                </button>
                <p class="xs dim">{texts.held}</p>
            </div>
        </form>
    }
}

fn has_problem(state: State) -> bool {
    state.step.with_untracked(|step| matches!(step, Step::Form(model) if model.problem.is_some()))
}

/// The address or its region changed: what it costs now. What is being typed stays.
fn requote(state: State, event: &Event) {
    let Some(target) = event.target() else { return };
    let name = match (target.dyn_ref::<HtmlInputElement>(), target.dyn_ref::<web_sys::HtmlSelectElement>()) {
        (Some(input), _) => input.name(),
        (_, Some(select)) => select.name(),
        _ => return,
    };
    if !matches!(
        name.as_str(),
        "address_id" | "province" | "city" | "district" | "line1" | "name" | "phone" | "country"
    ) {
        return;
    }
    let form = target.dyn_ref::<web_sys::Element>().and_then(|target| target.closest("form").ok().flatten());
    let Some(form) = form.and_then(|form| form.dyn_into::<HtmlFormElement>().ok()) else { return };
    let Some(body) = call::fields(&form) else { return };
    spawn_local(async move {
        if let Ok(fresh) = call::post::<CheckoutModel>("/fn/checkout/quote", body).await {
            _ = state.quote.try_update(|quote| {
                if let Some(quote) = quote {
                    (quote.quote, quote.ships, quote.blocked) = (fresh.quote, fresh.ships, fresh.blocked);
                }
            });
        }
    });
}

fn place(state: State, event: &SubmitEvent, root: HtmlElement) {
    event.prevent_default();
    let Some((_, body)) = call::submitted(event) else { return };
    if state.busy.get_untracked() {
        return;
    }
    state.busy.set(true);
    state.alert.set(String::new());
    spawn_local(async move {
        let again = UrlSearchParams::new_with_str(&String::from(body.to_string())).ok();
        match call::post::<PayModel>("/fn/order/place", body).await {
            Ok(model) => {
                state.step.set(Step::Pay(Box::new(model)));
                set_timeout(move || focus(&root, ".scroll"), std::time::Duration::ZERO);
            }
            Err(Failure::Problem(problem)) => {
                // The form again, as it was filled, with today's quote, a fresh key and its faults.
                let fresh = match again {
                    Some(again) => call::post::<CheckoutModel>("/fn/checkout/quote", again).await.ok(),
                    None => None,
                };
                match fresh {
                    Some(fresh) => show_form(state, CheckoutModel { problem: Some(problem), ..fresh }, root),
                    None => state.alert.set(problem.title),
                }
            }
            // Nobody knows whether it arrived: the same key tries again.
            Err(Failure::Lost) => {
                let lost = state.quote.with_untracked(|quote| quote.as_ref().map(|model| model.texts.lost.clone()));
                state.alert.set(lost.unwrap_or_default());
            }
        }
        state.busy.set(false);
    });
}
