//! The back office: one struct of texts per screen.

pub mod affiliate;
pub mod clips;
pub mod opening;
pub mod products;
pub mod review;
pub mod shell;
pub mod staff;
pub mod window;
pub mod words;

/// The texts of studio and console, by screen.
#[derive(Debug)]
pub struct Studio {
    /// Choosing goods, offering them, samples.
    pub affiliate: affiliate::Affiliate,
    /// Clips: upload, poster, cards, publishing.
    pub clips: clips::Clips,
    /// Opening a showcase.
    pub opening: opening::Opening,
    /// Products, their files and their review.
    pub products: products::Products,
    /// Reviewing applications.
    pub review: review::Review,
    /// What every screen has: places, states.
    pub shell: shell::Shell,
    /// The people of a shop.
    pub staff: staff::Staff,
    /// Arranging the showcase.
    pub window: window::Window,
    /// What both call the same things.
    pub words: words::Words,
}

/// Chinese.
pub static ZH_CN: Studio = Studio {
    affiliate: affiliate::ZH_CN,
    clips: clips::ZH_CN,
    opening: opening::ZH_CN,
    products: products::ZH_CN,
    review: review::ZH_CN,
    shell: shell::ZH_CN,
    staff: staff::ZH_CN,
    window: window::ZH_CN,
    words: words::ZH_CN,
};

/// English.
pub static EN: Studio = Studio {
    affiliate: affiliate::EN,
    clips: clips::EN,
    opening: opening::EN,
    products: products::EN,
    review: review::EN,
    shell: shell::EN,
    staff: staff::EN,
    window: window::EN,
    words: words::EN,
};
