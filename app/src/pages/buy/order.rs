use leptos::prelude::*;
use shared::OrderId;

use super::order_body::{aside, details};
use crate::{
    api::answer::kept,
    context::caller,
    islands::OrderLive,
    pages::load::{page, required},
    present::track,
    ui::{Frame, Tab},
    views::field::banner,
};

/// `/orders/{order}`
#[component]
pub fn OrderPage() -> impl IntoView {
    let caller = caller();
    let id = required::<OrderId>("order");
    let problem = kept().and_then(|kept| kept.problem);
    page(
        async move |shop| {
            let order = shop.order().get(caller.actor, id?, caller.locale).await?;
            let track = track::of(&order, true)?;
            let payment = match order.payment_id {
                Some(payment) => shop.payment().get(caller.actor, payment).await.ok(),
                None => None,
            };
            Ok((order, track, payment))
        },
        move |(order, track, payment)| {
            let buy = caller.texts().buy;
            view! {
                <Frame title=buy.order tab=Tab::Me class="wrap order" back="/orders" dock=false>
                    <div>
                        {banner(problem.as_ref())}
                        <OrderLive track=track />
                        {details(&order, buy)}
                    </div>
                    <aside>{aside(&order, payment.as_ref(), buy)}</aside>
                </Frame>
            }
        },
    )
}
