//! Looks at a draft: the viewers' pages, from another source, for whoever holds its token.

mod bag;
mod clip;

use commerce::showcase::{PreviewState, PreviewView};
use leptos::prelude::*;
use leptos_meta::Meta;

use crate::pages::load::query;

pub use bag::bag;
pub use clip::clip;

/// A look at a draft: the token that allows it, and how it is looked at.
#[derive(Debug, Clone)]
pub struct Preview {
    /// Signed by the shop.
    pub token: String,
    /// Which page.
    pub view: PreviewView,
    /// What the goods are made to look like.
    pub state: PreviewState,
    /// The colours, which the server's edge has looked at already.
    theme: Option<String>,
    /// The language.
    lang: Option<String>,
}

impl Preview {
    /// What the address asks for; `None` without a token, whatever else it says.
    pub fn wanted() -> Option<Self> {
        let token = query::<String>("preview")?;
        let (view, state) = (query("view").unwrap_or_default(), query("state").unwrap_or_default());
        Some(Self { token, view, state, theme: query("theme"), lang: query("lang") })
    }

    /// The pairs of its showcase's addresses.
    pub fn pairs(self) -> Vec<(&'static str, String)> {
        let state = Some(self.state.as_str().to_owned()).filter(|_| self.state != PreviewState::Normal);
        let pairs = [("preview", Some(self.token)), ("state", state), ("theme", self.theme), ("lang", self.lang)];
        pairs.into_iter().filter_map(|(name, value)| Some((name, value?))).collect()
    }
}

/// Says that this is a draft: the only thing on the page that will not be public.
pub fn bar(words: String) -> impl IntoView {
    view! {
        <Meta name="robots" content="noindex, nofollow" />
        <p class="preview-bar" data-preview-bar role="note">{words}</p>
    }
}
