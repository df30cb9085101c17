use leptos::{ev::SubmitEvent, prelude::*};

use crate::views::pay::{PayModel, pay};

/// The cashier's page, alive: it looks by itself how the payment stands.
#[island(lazy)]
pub fn PayLive(model: PayModel) -> impl IntoView {
    pay_alive(model, true)
}

/// The cashier, alive. Also a layer of the sheet.
pub fn pay_alive(first: PayModel, on_page: bool) -> impl IntoView {
    let model = RwSignal::new(first);
    watch::start(model);
    let submit = move |event: SubmitEvent| {
        watch::submit(&event, model);
    };
    view! {
        <div class="paying" aria-live="polite" on:submit=submit>
            {move || pay(&model.get(), on_page)}
        </div>
    }
}

/// On the server nobody watches.
#[cfg(not(feature = "hydrate"))]
mod watch {
    use leptos::{ev::SubmitEvent, prelude::RwSignal};

    use crate::views::pay::PayModel;

    pub const fn start(_: RwSignal<PayModel>) {}

    pub const fn submit(_: &SubmitEvent, _: RwSignal<PayModel>) {}
}

#[cfg(feature = "hydrate")]
mod watch {
    use std::time::Duration;

    use leptos::{ev::SubmitEvent, prelude::*, task::spawn_local};
    use web_sys::UrlSearchParams;

    use crate::{islands::buy::call, views::pay::PayModel};

    const EVERY: Duration = Duration::from_secs(2);

    /// Looks as long as something may change and somebody looks.
    pub fn start(model: RwSignal<PayModel>) {
        let tick = move || {
            let Some(true) = model.try_with_untracked(PayModel::is_open) else { return };
            if !document().hidden() {
                spawn_local(sync(model));
            }
        };
        if let Ok(handle) = set_interval_with_handle(tick, EVERY) {
            on_cleanup(move || handle.clear());
        }
    }

    async fn sync(model: RwSignal<PayModel>) {
        let Some(Some(id)) = model.try_with_untracked(|model| model.payment.clone()) else { return };
        let Ok(body) = UrlSearchParams::new() else { return };
        body.append("payment", &id);
        if let Ok(fresh) = call::post::<PayModel>("/fn/payment/sync", body).await {
            show(model, fresh);
        }
    }

    /// Redraws only what says something new: a button must not vanish under the finger.
    fn show(model: RwSignal<PayModel>, fresh: PayModel) {
        let same = model.try_with_untracked(|old| {
            old.state == fresh.state && old.payment == fresh.payment && old.title == fresh.title
        });
        if same == Some(false) {
            _ = model.try_set(fresh);
        }
    }

    /// The sandbox's buttons, and another try.
    pub fn submit(event: &SubmitEvent, model: RwSignal<PayModel>) {
        let Some((form, body)) = call::submitted(event) else { return };
        event.prevent_default();
        let (url, again) = (form.get_attribute("action").unwrap_or_default(), form.has_attribute("data-again"));
        spawn_local(async move {
            if again {
                if let Ok(fresh) = call::post::<PayModel>(&url, body).await {
                    let page = fresh.page();
                    show(model, fresh);
                    // The page of the new payment is the one to come back to.
                    if window().location().pathname().is_ok_and(|here| here.starts_with("/pay/"))
                        && let Ok(history) = window().history()
                    {
                        _ = history.replace_state_with_url(&wasm_bindgen::JsValue::NULL, "", Some(&page));
                    }
                }
            } else if call::poke(&url, body).await {
                sync(model).await;
            }
        });
    }
}
