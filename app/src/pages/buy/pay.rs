use leptos::prelude::*;
use shared::PaymentId;

use crate::{
    context::caller,
    islands::PayLive,
    pages::load::{page, required},
    present::pay,
    ui::{Frame, Tab},
};

/// `/pay/{payment}`
#[component]
pub fn PayPage() -> impl IntoView {
    let caller = caller();
    let id = required::<PaymentId>("payment");
    page(
        async move |shop| {
            // Asks the provider too: without scripts, loading the page again is how one looks again.
            let payment = shop.payment().sync(caller.actor, id?).await?;
            pay::model(payment).await
        },
        move |model| {
            let buy = caller.texts().buy;
            let back = model.orders.clone();
            view! {
                <Frame title=buy.pay tab=Tab::Me class="wrap narrow pay-page" back=back dock=false>
                    <PayLive model=model />
                </Frame>
            }
        },
    )
}
