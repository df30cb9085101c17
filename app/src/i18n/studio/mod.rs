//! The back office: one struct of texts per screen.

pub mod affiliate;
pub mod clip_review;
pub mod clips;
pub mod closing;
pub mod deposit;
pub mod groups;
pub mod linked;
pub mod notices;
pub mod opening;
pub mod pictures;
pub mod products;
pub mod review;
pub mod shell;
pub mod staff;
pub mod tables;
pub mod today;
pub mod violations;
pub mod window;
pub mod words;

/// The texts of studio and console, by screen.
#[derive(Debug)]
pub struct Studio {
    /// Choosing goods, offering them, samples.
    pub affiliate: affiliate::Affiliate,
    /// Reviewing clips.
    pub clip_review: clip_review::ClipReview,
    /// Clips: upload, poster, cards, publishing.
    pub clips: clips::Clips,
    /// Closing a shop.
    pub closing: closing::Closing,
    /// The deposit and the categories.
    pub deposit: deposit::Deposit,
    /// A shop's own groups.
    pub groups: groups::Groups,
    /// What has its master elsewhere.
    pub linked: linked::Linked,
    /// Opening a showcase.
    pub opening: opening::Opening,
    /// Sending and describing pictures of products.
    pub pictures: pictures::Pictures,
    /// Products, their files and their review.
    pub products: products::Products,
    /// Reviewing applications.
    pub review: review::Review,
    /// What every screen has: places, states.
    pub shell: shell::Shell,
    /// The people of a shop.
    pub staff: staff::Staff,
    /// The operator's tables.
    pub tables: tables::Tables,
    /// The home of a shop.
    pub today: today::Today,
    /// Violations and people.
    pub violations: violations::Violations,
    /// Arranging the showcase.
    pub window: window::Window,
    /// What both call the same things.
    pub words: words::Words,
}

/// Chinese.
pub static ZH_CN: Studio = Studio {
    affiliate: affiliate::ZH_CN,
    clip_review: clip_review::ZH_CN,
    clips: clips::ZH_CN,
    closing: closing::ZH_CN,
    deposit: deposit::ZH_CN,
    groups: groups::ZH_CN,
    linked: linked::ZH_CN,
    opening: opening::ZH_CN,
    pictures: pictures::ZH_CN,
    products: products::ZH_CN,
    review: review::ZH_CN,
    shell: shell::ZH_CN,
    staff: staff::ZH_CN,
    tables: tables::ZH_CN,
    today: today::ZH_CN,
    violations: violations::ZH_CN,
    window: window::ZH_CN,
    words: words::ZH_CN,
};

/// English.
pub static EN: Studio = Studio {
    affiliate: affiliate::EN,
    clip_review: clip_review::EN,
    clips: clips::EN,
    closing: closing::EN,
    deposit: deposit::EN,
    groups: groups::EN,
    linked: linked::EN,
    opening: opening::EN,
    pictures: pictures::EN,
    products: products::EN,
    review: review::EN,
    shell: shell::EN,
    staff: staff::EN,
    tables: tables::EN,
    today: today::EN,
    violations: violations::EN,
    window: window::EN,
    words: words::EN,
};
