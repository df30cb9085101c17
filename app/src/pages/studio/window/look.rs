use commerce::showcase::{PreviewState, PreviewView};
use shared::{Handle, Locale};

use crate::{context::caller, pages::load::query};

/// Screens that people hold: name in the form, width and height.
pub const SIZES: [(&str, u32, u32); 4] = [("360", 360, 740), ("390", 390, 844), ("430", 430, 932), ("768", 768, 1024)];

/// What the switches above the phone say.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Look {
    /// Which page.
    pub view: PreviewView,
    /// What the goods are made to look like.
    pub state: PreviewState,
    /// The language of the page in the phone.
    pub locale: Locale,
    /// Whether it is dark in there.
    pub dark: bool,
    /// One of `SIZES`.
    pub size: &'static str,
}

impl Look {
    /// What the address of this page says; whatever it does not is as usual.
    pub fn wanted() -> Self {
        let text = |name| query::<String>(name).unwrap_or_default();
        Self::new(&text("view"), &text("state"), &text("in"), &text("theme"), &text("size"))
    }

    /// What the fields of the switches say.
    pub fn new(view: &str, state: &str, lang: &str, theme: &str, size: &str) -> Self {
        let known = SIZES.iter().map(|(name, ..)| *name).find(|name| *name == size);
        Self {
            view: view.parse().unwrap_or_default(),
            state: state.parse().unwrap_or_default(),
            locale: if lang.is_empty() { caller().locale } else { Locale::negotiate(Some(lang), None, "") },
            dark: theme == "dark",
            size: known.unwrap_or("390"),
        }
    }

    /// Where the draft of `handle` looks so, to whoever holds `token`; colours and language always said.
    pub fn framed(&self, handle: &Handle, token: &str) -> String {
        let (view, state) = (self.view.as_str(), self.state.as_str());
        let (lang, theme) = (self.locale.tag(), if self.dark { "dark" } else { "light" });
        // In the order of the switches, so that an island finds its own address again.
        format!("{}&view={view}&lang={lang}&theme={theme}&state={state}{}", base(handle, token), self.place())
    }

    /// The same for one's own phone: what is as usual is left to it, and the code is smaller.
    pub fn linked(&self, handle: &Handle, token: &str) -> String {
        let mut link = base(handle, token);
        let pairs = [
            ("view", self.view.as_str(), self.view != PreviewView::default()),
            ("state", self.state.as_str(), self.state != PreviewState::default()),
            ("lang", self.locale.tag(), self.locale != caller().locale),
            ("theme", "dark", self.dark),
        ];
        for (name, value, _) in pairs.into_iter().filter(|(.., said)| *said) {
            link += &format!("&{name}={value}");
        }
        link + self.place()
    }

    /// The part of the page that is open: a live room's bag.
    const fn place(&self) -> &'static str {
        match self.view {
            PreviewView::Bag => "#bag",
            PreviewView::Showcase | PreviewView::Clip => "",
        }
    }
}

/// The draft's page before anything is said about its look.
pub fn base(handle: &Handle, token: &str) -> String {
    format!("/c/{handle}/showcase?preview={token}")
}
