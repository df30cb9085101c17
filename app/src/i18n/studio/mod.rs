//! The back office: one struct of texts per screen.

pub mod products;
pub mod shell;

/// The texts of studio and console, by screen.
#[derive(Debug)]
pub struct Studio {
    /// What every screen has: places, states.
    pub shell: shell::Shell,
    /// Products, their files and their review.
    pub products: products::Products,
}

/// Chinese.
pub static ZH_CN: Studio = Studio { shell: shell::ZH_CN, products: products::ZH_CN };
/// English.
pub static EN: Studio = Studio { shell: shell::EN, products: products::EN };
