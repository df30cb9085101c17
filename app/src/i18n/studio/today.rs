//! The home of a shop: what is to be done, and how it goes.

/// The texts of the home.
#[derive(Debug)]
#[expect(missing_docs, reason = "each field is its own text")]
pub struct Today {
    pub to_do: &'static str,
    pub all_done: &'static str,
    pub all_done_help: &'static str,
    pub rejected: fn(i64) -> String,
    pub rejected_help: &'static str,
    pub fix: &'static str,
    pub dead: fn(i64) -> String,
    pub dead_help: &'static str,
    pub replace: &'static str,
    pub low: fn(i64) -> String,
    pub low_help: &'static str,
    pub fill_up: &'static str,
    pub figures: &'static str,
    pub amount: &'static str,
    pub orders: &'static str,
    pub each: &'static str,
    pub to_ship: &'static str,
    pub before: fn(&str) -> String,
    pub places: &'static str,
}

/// Chinese.
pub const ZH_CN: Today = Today {
    to_do: "待办",
    all_done: "没有要处理的事",
    all_done_help: "商品、短视频都好好的。",
    rejected: |count| format!("{count} 件商品审核未通过"),
    rejected_help: "看看原因，改好再提交。",
    fix: "去修改",
    dead: |count| format!("{count} 张商品卡片已经买不了"),
    dead_help: "挂在短视频里的商品下架了，换一件，观众才点得进去。",
    replace: "选替换",
    low: |count| format!("{count} 件商品库存不足"),
    low_help: "卖完会自动显示售罄。",
    fill_up: "补库存",
    figures: "近 24 小时",
    amount: "成交额",
    orders: "订单",
    each: "客单价",
    to_ship: "待发货",
    before: |value| format!("前 24 小时 {value}"),
    places: "去哪里",
};

/// English.
pub const EN: Today = Today {
    to_do: "To do",
    all_done: "Nothing waits for you",
    all_done_help: "Products and clips are in good shape.",
    rejected: |count| format!("{count} sent back by the review"),
    rejected_help: "See why, mend it and submit it again.",
    fix: "Mend",
    dead: |count| format!("{count} cards lead nowhere"),
    dead_help: "Products in your clips went off sale. Choose others, so that viewers can buy.",
    replace: "Replace",
    low: |count| format!("{count} products run low"),
    low_help: "What is sold out says so by itself.",
    fill_up: "Fill up",
    figures: "The last 24 hours",
    amount: "Sales",
    orders: "Orders",
    each: "Per order",
    to_ship: "To send",
    before: |value| format!("{value} the day before"),
    places: "Where to",
};
