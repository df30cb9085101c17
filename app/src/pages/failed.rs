use leptos::prelude::*;
use shared::ErrorCode;

use crate::{
    context::{address, caller, set_status},
    pages::showcase::encode,
    ui::{Frame, Tab, icon_of},
};

/// The page at every address that has none.
#[component]
pub fn NotFound() -> impl IntoView {
    view! { <Failed code=ErrorCode::NotFound /> }
}

/// An error as a page, with its status and a way on.
#[component]
pub fn Failed(
    /// What went wrong.
    code: ErrorCode,
) -> impl IntoView {
    set_status(code);
    let texts = caller().texts();
    let common = texts.common;
    let sign_in = (code == ErrorCode::Unauthenticated).then(|| format!("/login?next={}", encode(&address())));
    let (title, help) = match code {
        ErrorCode::Unauthenticated => (texts.buy.login, common.error(code)),
        ErrorCode::NotFound => (common.not_found_title, common.not_found_help),
        ErrorCode::Gone => (common.gone_title, common.gone_help),
        ErrorCode::ShopClosed => (common.closed_title, common.closed_help),
        ErrorCode::Internal | ErrorCode::Unavailable => (common.broken_title, common.broken_help),
        _ => (common.broken_title, common.error(code)),
    };
    view! {
        <Frame title tab=Tab::Elsewhere named=false>
            <section class="blank" role="alert">
                {icon_of("i l", match code { ErrorCode::Gone => "box", ErrorCode::ShopClosed => "store", _ => "alert" })}
                <p class="num dim s">{code.http_status()}</p>
                <h1>{title}</h1>
                <p class="dim">{help}</p>
                <form class="seek" role="search" action="/search">
                    {icon_of("i m", "search")}
                    <input class="field" type="search" name="q" maxlength="80" aria-label=common.search placeholder=common.search_hint />
                </form>
                {sign_in.map(|href| view! { <a class="btn buy" href=href>{texts.buy.sign_in}</a> })}
                <a class=if code == ErrorCode::Unauthenticated { "btn" } else { "btn buy" } href="/">{common.to_home}</a>
            </section>
        </Frame>
    }
}
