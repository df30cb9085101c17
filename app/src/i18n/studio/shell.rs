//! What every screen of the back office has.

use shared::Role;

/// The texts of the frame.
#[derive(Debug)]
#[expect(missing_docs, reason = "each field is its own text")]
pub struct Shell {
    pub studio: &'static str,
    pub console: &'static str,
    pub nav: &'static str,
    pub home: &'static str,
    pub window: &'static str,
    pub products: &'static str,
    pub open: &'static str,
    pub people: &'static str,
    pub deposit: &'static str,
    pub applications: &'static str,
    pub more: &'static str,
    pub look: &'static str,
    pub leave: &'static str,
    pub no_shop: &'static str,
    pub no_shop_help: &'static str,
    pub saved: &'static str,
    pub role: fn(Role) -> &'static str,
}

/// Chinese.
pub const ZH_CN: Shell = Shell {
    studio: "工作台",
    console: "运营台",
    nav: "工作台导航",
    home: "首页",
    window: "橱窗",
    products: "商品",
    open: "开店",
    people: "成员",
    deposit: "保证金",
    applications: "开店审核",
    more: "更多",
    look: "看线上橱窗",
    leave: "回到前台",
    no_shop: "还没有自己的橱窗",
    no_shop_help: "开通之后，就能在这里上架商品、布置橱窗。",
    saved: "已保存",
    role: |role| match role {
        Role::Owner => "店主",
        Role::Operator => "运营",
        Role::Service => "客服",
        Role::Warehouse => "仓库",
        Role::Finance => "财务",
        Role::Host => "直播助手",
    },
};

/// English.
pub const EN: Shell = Shell {
    studio: "Studio",
    console: "Console",
    nav: "Studio navigation",
    home: "Home",
    window: "Window",
    products: "Products",
    open: "Open a shop",
    people: "People",
    deposit: "Deposit",
    applications: "Applications",
    more: "More",
    look: "See it live",
    leave: "Back to the shop",
    no_shop: "You have no showcase yet",
    no_shop_help: "Once it is open, this is where you list products and arrange your window.",
    saved: "Saved",
    role: |role| match role {
        Role::Owner => "Owner",
        Role::Operator => "Operator",
        Role::Service => "Customer service",
        Role::Warehouse => "Warehouse",
        Role::Finance => "Finance",
        Role::Host => "Host assistant",
    },
};
