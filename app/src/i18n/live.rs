//! Live rooms.

/// The texts of a live room.
#[derive(Debug)]
#[expect(missing_docs, reason = "each field is its own text")]
pub struct Live {
    pub room_of: fn(&str) -> String,
    pub bag: &'static str,
    pub open_bag: fn(&str) -> String,
    pub close_bag: &'static str,
    pub explaining: &'static str,
    pub card: fn(&str, &str) -> String,
    pub buy: &'static str,
    pub look: &'static str,
    pub more: fn(&str) -> String,
    pub empty: &'static str,
    pub empty_help: &'static str,
    pub followers: fn(&str) -> String,
}

/// Simplified Chinese.
pub static ZH_CN: Live = Live {
    room_of: |name| format!("{name}的直播间"),
    bag: "直播袋",
    open_bag: |n| format!("打开直播袋，{n} 件商品"),
    close_bag: "收起直播袋",
    explaining: "讲解中",
    card: |name, price| format!("正在讲解：{name}，{price}，打开商品"),
    buy: "去买",
    look: "看看",
    more: |n| format!("还有 {n} 件，在橱窗里"),
    empty: "主播还没有放商品",
    empty_help: "先看直播，上架时这里会亮。",
    followers: |n| format!("{n} 人关注"),
};

/// English.
pub static EN: Live = Live {
    room_of: |name| format!("{name}, live"),
    bag: "Live bag",
    open_bag: |n| format!("Open the live bag, {n} products"),
    close_bag: "Close the live bag",
    explaining: "Explaining now",
    card: |name, price| format!("Explaining now: {name}, {price}, open the product"),
    buy: "Buy",
    look: "View",
    more: |n| format!("and {n} more in the showcase"),
    empty: "Nothing in the bag yet",
    empty_help: "Watch on: it lights up when something arrives.",
    followers: |n| format!("{n} followers"),
};
