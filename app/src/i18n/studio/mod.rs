//! The back office: one struct of texts per screen.

pub mod shell;
pub mod window;

/// The texts of studio and console, by screen.
#[derive(Debug)]
pub struct Studio {
    /// What every screen has: places, states.
    pub shell: shell::Shell,
    /// Arranging the showcase.
    pub window: window::Window,
}

/// Chinese.
pub static ZH_CN: Studio = Studio { shell: shell::ZH_CN, window: window::ZH_CN };
/// English.
pub static EN: Studio = Studio { shell: shell::EN, window: window::EN };
