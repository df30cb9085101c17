//! The back office: one struct of texts per screen.

pub mod shell;
pub mod staff;

/// The texts of studio and console, by screen.
#[derive(Debug)]
pub struct Studio {
    /// What every screen has: places, states.
    pub shell: shell::Shell,
    /// The people of a shop.
    pub staff: staff::Staff,
}

/// Chinese.
pub static ZH_CN: Studio = Studio { shell: shell::ZH_CN, staff: staff::ZH_CN };
/// English.
pub static EN: Studio = Studio { shell: shell::EN, staff: staff::EN };
