use leptos::prelude::*;

/// Makes the plain form of checkout and address book pleasant: selects that follow each other,
/// freight that follows the address, one submission only. It adds nothing that the form needs.
#[island(lazy)]
pub fn CheckoutAlive() -> impl IntoView {
    #[cfg(feature = "hydrate")]
    Effect::new(|_| alive::start());
    view! { <span hidden></span> }
}

#[cfg(feature = "hydrate")]
mod alive {
    use leptos::prelude::document;
    use wasm_bindgen::{JsCast, closure::Closure};
    use web_sys::{Element, Event, HtmlElement, HtmlFormElement, HtmlInputElement};

    use crate::islands::buy::regions;

    pub fn start() {
        let Ok(Some(form)) = document().query_selector("form[data-checkout]") else { return };
        let Ok(form) = form.dyn_into::<HtmlFormElement>() else { return };
        regions::follow(form.clone().into(), false);
        let changed = {
            let form = form.clone();
            move |event: Event| {
                regions::changed(&form, &event);
                requote(&form, &event);
            }
        };
        listen(&form, "change", changed);
        let sending = std::cell::Cell::new(false);
        listen(&form, "submit", move |event: Event| {
            // The second tap of an impatient thumb is not a second order, and not a second wait either.
            if sending.replace(true) {
                event.prevent_default();
            }
        });
        if let Ok(Some(first)) = form.query_selector("[aria-invalid=true], [data-problem]") {
            _ = first.dyn_into::<HtmlElement>().map(|first| first.focus());
        }
    }

    /// Another saved address: its freight, at once.
    fn requote(form: &HtmlFormElement, event: &Event) {
        let target = event.target().and_then(|target| target.dyn_into::<HtmlInputElement>().ok());
        let Some(target) = target.filter(|input| input.name() == "address_id" && input.value() != "new") else {
            return;
        };
        _ = target.set_attribute("data-chosen", "");
        if let Ok(Some(button)) = form.query_selector(".requote") {
            _ = button.dyn_into::<HtmlElement>().map(|button| button.click());
        }
    }

    fn listen(target: &Element, event: &str, handle: impl FnMut(Event) + 'static) {
        let closure = Closure::<dyn FnMut(Event)>::new(handle);
        _ = target.add_event_listener_with_callback(event, closure.as_ref().unchecked_ref());
        closure.forget();
    }
}
