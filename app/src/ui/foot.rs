use leptos::prelude::*;
use leptos_meta::Body;
use shared::Locale;

use crate::context::{Theme, caller};

/// Colours and language of the shop, as plain forms; the answer leads back to the page.
#[component]
pub fn Foot() -> impl IntoView {
    let caller = caller();
    let common = caller.texts().common;
    let themes = [
        ("system", common.theme_system, Theme::System),
        ("light", common.theme_light, Theme::Light),
        ("dark", common.theme_dark, Theme::Dark),
    ];
    let languages = [("zh-CN", "中文", Locale::ZhCn), ("en", "English", Locale::En)];
    view! {
        <Body attr:class="footed" />
        <footer class="site-foot">
            <form method="post" action="/fn/prefs" class="prefs">
                <fieldset>
                    <legend>{common.theme}</legend>
                    {themes.map(|(value, name, theme)| view! {
                        <button name="theme" value=value aria-pressed=(theme == caller.theme).to_string() data-theme-set=value>{name}</button>
                    })}
                </fieldset>
            </form>
            <form method="post" action="/fn/prefs" class="prefs">
                <fieldset>
                    <legend>{common.language}</legend>
                    {languages.map(|(value, name, locale)| view! {
                        <button name="lang" value=value lang=value aria-pressed=(locale == caller.locale).to_string()>{name}</button>
                    })}
                </fieldset>
            </form>
            <p class="xs dim">{common.shop}" · "{common.tagline}</p>
        </footer>
    }
}
