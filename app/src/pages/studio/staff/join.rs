use leptos::prelude::*;
use shared::{ErrorCode, dto::Offered};

use crate::{
    api::answer::kept,
    context::caller,
    pages::load::{page, param},
    ui::{Frame, Tab},
    views::field::banner,
};

/// `/studio/join/{token}`
#[component]
pub fn JoinPage() -> impl IntoView {
    let caller = caller();
    let token: String = param("token").unwrap_or_default();
    let kept = kept().unwrap_or_default();
    let asked = token.clone();
    page(
        async move |shop| {
            let offer = shop.staff().offered(caller.actor, &asked, caller.locale).await;
            // Used or over: it was here, and will not be again.
            offer.map_err(|error| if error.code() == ErrorCode::NotFound { ErrorCode::Gone.into() } else { error })
        },
        move |offer: Offered| {
            let texts = caller.texts();
            let staff = &texts.studio.staff;
            let words = (staff.join_help)(&offer.shop, (texts.studio.shell.role)(offer.role));
            let signed_in = caller.actor.require_account().is_ok();
            let act = if signed_in {
                view! {
                    <form method="post" action="/fn/staff/join">
                        <input type="hidden" name="token" value=token.clone() />
                        <button class="btn buy big fill">{staff.join}</button>
                    </form>
                }
                .into_any()
            } else {
                let login = format!("/login?next=/studio/join/{token}");
                view! { <a class="btn buy big fill" href=login>{staff.sign_in_first}</a> }.into_any()
            };
            view! {
                <Frame title=staff.join tab=Tab::Me class="wrap slim" back="/me">
                    <section class="card stack loose">
                        <h1 class="page-title">{staff.join}</h1>
                        {banner(kept.problem.as_ref())}
                        <p>{words}</p>
                        <p class="s dim">{(staff.duties)(offer.role)}</p>
                        {act}
                    </section>
                </Frame>
            }
        },
    )
}
