use leptos::prelude::*;
use shared::ErrorCode;

use crate::{
    context::{caller, set_status},
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
    let common = caller().texts().common;
    let (title, help) = match code {
        ErrorCode::NotFound => (common.not_found_title, common.not_found_help),
        ErrorCode::Gone => (common.gone_title, common.gone_help),
        ErrorCode::Internal | ErrorCode::Unavailable => (common.broken_title, common.broken_help),
        _ => (common.broken_title, common.error(code)),
    };
    view! {
        <Frame title tab=Tab::Elsewhere named=false>
            <section class="blank" role="alert">
                {icon_of("i l", if code == ErrorCode::Gone { "box" } else { "alert" })}
                <p class="num dim s">{code.http_status()}</p>
                <h1>{title}</h1>
                <p class="dim">{help}</p>
                <form class="seek" role="search" action="/search">
                    {icon_of("i m", "search")}
                    <input class="field" type="search" name="q" maxlength="80" aria-label=common.search placeholder=common.search_hint />
                </form>
                <a class="btn buy" href="/">{common.to_home}</a>
            </section>
        </Frame>
    }
}
