//! The back office: one struct of texts per screen.

pub mod clips;
pub mod shell;

/// The texts of studio and console, by screen.
#[derive(Debug)]
pub struct Studio {
    /// Clips: upload, poster, cards, publishing.
    pub clips: clips::Clips,
    /// What every screen has: places, states.
    pub shell: shell::Shell,
}

/// Chinese.
pub static ZH_CN: Studio = Studio { clips: clips::ZH_CN, shell: shell::ZH_CN };
/// English.
pub static EN: Studio = Studio { clips: clips::EN, shell: shell::EN };
