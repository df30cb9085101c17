use leptos::prelude::*;

/// Changes of the cart without leaving its place on the page; the forms below work without it.
#[island(lazy)]
pub fn CartAlive() -> impl IntoView {
    #[cfg(feature = "hydrate")]
    Effect::new(|_| alive::start());
    view! { <span hidden></span> }
}

#[cfg(feature = "hydrate")]
mod alive {
    use leptos::{prelude::document, task::spawn_local};
    use wasm_bindgen::JsCast;
    use web_sys::{HtmlElement, SubmitEvent};

    use crate::{
        api::Failure,
        islands::{buy::call, dom},
    };

    pub fn start() {
        // The page's content comes and goes with every answer, the document stays.
        dom::listen(&document(), "submit", |event| {
            if dom::hit(&event, "form[data-line]").is_some()
                && let Some(event) = event.dyn_ref::<SubmitEvent>()
            {
                submit(event);
            }
        });
    }

    fn submit(event: &SubmitEvent) {
        let Some((form, body)) = call::submitted(event) else { return };
        event.prevent_default();
        let button = event.submitter();
        let own = button.as_ref().and_then(|button| button.get_attribute("formaction"));
        let url = own.unwrap_or_else(|| dom::attr(&form, "action"));
        let place = button.map(|button| Place::of(&form.id(), &button));
        dom::class(&form, "busy", true);
        spawn_local(async move {
            match call::post::<i32>(&url, body).await {
                Ok(pieces) => {
                    dom::set_badges(pieces);
                    renew(place).await;
                }
                Err(Failure::Problem(problem)) => dom::toast(&problem.title),
                Err(Failure::Lost) => dom::toast(&dom::lost()),
            }
            dom::class(&form, "busy", false);
        });
    }

    /// The button that had the focus, by what it does.
    struct Place {
        form: String,
        label: String,
    }

    impl Place {
        fn of(form: &str, button: &HtmlElement) -> Self {
            Self { form: form.to_owned(), label: dom::attr(button, "aria-label") }
        }

        fn focus(&self) {
            let Some(form) = document().get_element_by_id(&self.form) else { return };
            let same =
                dom::all(&form, "button").into_iter().find(|button| dom::attr(button, "aria-label") == self.label);
            if let Some(Ok(button)) = same.map(|button| button.dyn_into::<HtmlElement>()) {
                _ = button.focus();
            }
        }
    }

    /// The page as it is now, in place of the one shown.
    async fn renew(place: Option<Place>) {
        let fresh = dom::load("/cart").await.and_then(|page| page.query_selector("main").ok().flatten());
        let (Some(fresh), Some(main)) = (fresh, dom::find("main")) else { return };
        main.set_inner_html(&fresh.inner_html());
        if let Some(place) = place {
            place.focus();
        }
    }
}
