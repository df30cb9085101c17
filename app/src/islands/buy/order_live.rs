use leptos::prelude::*;

use crate::views::track::{TrackModel, hero, parcels};

/// State and parcels of an order, alive: the parcel moves while one looks.
#[island(lazy)]
pub fn OrderLive(track: TrackModel) -> impl IntoView {
    let track = RwSignal::new(track);
    let news = RwSignal::new(String::new());
    #[cfg(feature = "hydrate")]
    watch::start(track, news);
    view! {
        <div class="order-live">
            <p class="sr" aria-live="polite">{move || news.get()}</p>
            {move || track.with(hero)}
            {move || track.with(parcels)}
        </div>
    }
}

#[cfg(feature = "hydrate")]
mod watch {
    use std::time::Duration;

    use leptos::{prelude::*, task::spawn_local};
    use wasm_bindgen::{JsCast, closure::Closure};
    use web_sys::{Element, Event};

    use crate::{islands::buy::call, views::track::TrackModel};

    const EVERY: Duration = Duration::from_secs(5);

    pub fn start(track: RwSignal<TrackModel>, news: RwSignal<String>) {
        let tick = move || {
            let Some(false) = track.try_with_untracked(|track| track.settled) else { return };
            if !document().hidden() {
                spawn_local(look(track, news));
            }
        };
        if let Ok(handle) = set_interval_with_handle(tick, EVERY) {
            on_cleanup(move || handle.clear());
        }
        copies();
    }

    async fn look(track: RwSignal<TrackModel>, news: RwSignal<String>) {
        let Some(id) = track.try_with_untracked(|track| track.order.clone()) else { return };
        let Ok(fresh) = call::get::<TrackModel>(&format!("/fn/order/track?order={id}")).await else { return };
        let same = track.try_with_untracked(|old| {
            old.title == fresh.title
                && old.lead == fresh.lead
                && old.phases == fresh.phases
                && old.parcels == fresh.parcels
        });
        if same == Some(false) {
            _ = news.try_set(format!("{} {}", fresh.title, fresh.lead));
            _ = track.try_set(fresh);
        }
    }

    /// Buttons that copy a number.
    fn copies() {
        let copy = Closure::<dyn FnMut(Event)>::new(|event: Event| {
            let target = event.target().and_then(|target| target.dyn_into::<Element>().ok());
            let Some(Some(button)) = target.and_then(|target| target.closest("[data-copy]").ok()) else { return };
            let text = button.get_attribute("data-copy").unwrap_or_default();
            _ = window().navigator().clipboard().write_text(&text);
            _ = button.class_list().add_1("copied");
            set_timeout(move || _ = button.class_list().remove_1("copied"), Duration::from_millis(1_600));
        });
        _ = document().add_event_listener_with_callback("click", copy.as_ref().unchecked_ref());
        copy.forget();
    }
}
