use leptos::{attr::custom::CustomAttribute, html, nonce::use_nonce, prelude::*};
use leptos_meta::{HashedStylesheet, MetaTags};

use crate::{
    App,
    context::{Theme, caller},
};

/// Pages that a visitor will probably open next are rendered before the tap. Never what is personal,
/// what costs or what changes something.
const SPECULATION: &str = r#"{"prerender":[{"where":{"and":[{"href_matches":"/*"},{"not":{"href_matches":["/cart*","/checkout*","/pay/*","/orders*","/lookup*","/login*","/logout*","/me*","/messages*","/live/*","/studio*","/console*","/fn/*","/api/*","/sandbox/*","/dev/*","/media/*"]}},{"not":{"selector_matches":"[rel~=nofollow],[download],[data-sheet]"}}]},"eagerness":"moderate"}]}"#;

/// The document around every page.
pub fn shell(options: LeptosOptions) -> impl IntoView {
    let caller = caller();
    let texts = caller.texts();
    view! {
        <!DOCTYPE html>
        <html lang=caller.locale.tag() data-theme=caller.theme.name()>
            <head>
                <meta charset="utf-8" />
                <meta name="viewport" content="width=device-width, initial-scale=1, viewport-fit=cover" />
                {theme_color(caller.theme)}
                <HashedStylesheet options=options.clone() id="style" />
                <HydrationScripts options islands=true />
                <link rel="icon" href="/icon.svg" type="image/svg+xml" />
                <script type="speculationrules" nonce=use_nonce()>{SPECULATION}</script>
                <MetaTags />
            </head>
            <body data-lost=texts.common.lost data-added=texts.browse.added>
                <a class="skip" href="#main">{texts.common.skip}</a>
                <App />
                <p class="toast" role="status" data-toast></p>
            </body>
        </html>
    }
}

/// The colour of the browser's own bars.
fn theme_color(theme: Theme) -> impl IntoView {
    const LIGHT: &str = "#f6f4f0";
    const DARK: &str = "#121110";
    let (light, dark) = match theme {
        Theme::System => (LIGHT, DARK),
        Theme::Light => (LIGHT, LIGHT),
        Theme::Dark => (DARK, DARK),
    };
    [("(prefers-color-scheme: light)", light), ("(prefers-color-scheme: dark)", dark)]
        .map(|(media, colour)| html::meta().name("theme-color").attr("media", media).content(colour))
}
