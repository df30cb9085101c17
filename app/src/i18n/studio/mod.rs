//! The back office: one struct of texts per screen.

pub mod shell;

/// The texts of studio and console, by screen.
#[derive(Debug)]
pub struct Studio {
    /// What every screen has: places, states.
    pub shell: shell::Shell,
}

/// Chinese.
pub static ZH_CN: Studio = Studio { shell: shell::ZH_CN };
/// English.
pub static EN: Studio = Studio { shell: shell::EN };
