use leptos::prelude::*;

use super::rows;
use crate::{
    context::caller,
    pages::{
        load::page,
        studio::{StudioFrame, StudioTab, my_shop},
    },
    present::when::When,
    ui::icon_of,
};

/// `/studio/violations`
#[component]
pub fn MyViolationsPage() -> impl IntoView {
    let caller = caller();
    page(
        async move |shop| {
            let own = my_shop(&shop, caller).await?;
            Ok((own, shop.violation().mine(caller.actor, caller.locale).await?, shop.clock().now()))
        },
        move |(own, mine, now)| {
            let texts = &caller.texts().studio.violations;
            let when = When::new(now, caller.locale);
            let empty = mine.is_empty().then(|| {
                view! { <section class="blank card">{icon_of("i l", "check")}<h2>{texts.none}</h2><p class="dim">{texts.none_help}</p></section> }
            });
            view! {
                <StudioFrame title=texts.mine tab=StudioTab::Violations shop=own>
                    {empty}{rows(&mine, "/studio/violations", &when)}
                </StudioFrame>
            }
        },
    )
}
