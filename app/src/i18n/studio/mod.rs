//! The back office: one struct of texts per screen.

pub mod opening;
pub mod review;
pub mod shell;
pub mod words;

/// The texts of studio and console, by screen.
#[derive(Debug)]
pub struct Studio {
    /// What every screen has: places, states.
    pub shell: shell::Shell,
    /// Opening a showcase.
    pub opening: opening::Opening,
    /// Reviewing applications.
    pub review: review::Review,
    /// What both call the same things.
    pub words: words::Words,
}

/// Chinese.
pub static ZH_CN: Studio =
    Studio { shell: shell::ZH_CN, opening: opening::ZH_CN, review: review::ZH_CN, words: words::ZH_CN };
/// English.
pub static EN: Studio = Studio { shell: shell::EN, opening: opening::EN, review: review::EN, words: words::EN };
