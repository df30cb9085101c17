//! Who is the master of what: ways of opening, shops elsewhere, the operator's list of them.

use shared::{Matter, OpeningMode};

/// The texts about what has its master elsewhere.
#[derive(Debug)]
#[expect(missing_docs, reason = "each field is its own text")]
pub struct Linked {
    pub compare: &'static str,
    pub compare_help: &'static str,
    pub matter: fn(Matter) -> &'static str,
    /// What becomes of a matter by a way of opening.
    pub tell: fn(OpeningMode, Matter) -> &'static str,
    /// Who is the master of a matter.
    pub owner: fn(OpeningMode, Matter) -> &'static str,
    pub supported: &'static str,
    pub none_supported: &'static str,
    pub shop_elsewhere: &'static str,
    pub platform: &'static str,
    pub choose: &'static str,
    pub name: &'static str,
    pub address: &'static str,
    pub address_help: fn(&str) -> String,
    pub not_here: &'static str,
    pub promotion_not_here: fn(&str) -> String,
    pub new_not_here: fn(&str) -> String,
    pub goods_from: fn(&str) -> String,
    pub sales_not_here: fn(&str) -> String,
    pub to_import: &'static str,
    pub to_home: &'static str,
    pub platforms: &'static str,
    pub platforms_help: &'static str,
    pub no_platforms: &'static str,
    pub add: &'static str,
    pub change: &'static str,
    pub mode: &'static str,
    pub name_zh: &'static str,
    pub name_en: &'static str,
    pub hosts: &'static str,
    pub hosts_help: &'static str,
    pub open: &'static str,
    pub is_open: &'static str,
    pub is_closed: &'static str,
    pub save: &'static str,
    pub saved: &'static str,
    pub shops_linked: fn(i64) -> String,
    pub shops: &'static str,
    pub shop: &'static str,
    pub linked_to: &'static str,
    pub number: &'static str,
    pub no_shops: &'static str,
    pub new_tab: &'static str,
    pub change_there: fn(&str) -> String,
    pub read_only: &'static str,
    pub fault: fn(&str) -> &'static str,
}

/// Chinese.
pub const ZH_CN: Linked = Linked {
    compare: "三种方式，谁说了算",
    compare_help: "选哪一种，决定商品、订单、货款和数据归谁管，也决定工作台里有哪些页面。",
    matter: |matter| match matter {
        Matter::Goods => "商品",
        Matter::Orders => "订单",
        Matter::Money => "货款",
        Matter::Data => "数据",
    },
    tell: |mode, matter| match (mode, matter) {
        (OpeningMode::Component, Matter::Goods) => "在您的店里改，导入后在橱窗展示；这里不能改标题、图片、价格、库存。",
        (OpeningMode::Component, Matter::Orders) => "观众在橱窗下单，订单以您的店为准。",
        (OpeningMode::Component, Matter::Money) => "观众在这里付款，按规则结算给您。",
        (OpeningMode::Component, Matter::Data) => "买家和订单归您的店；橱窗和短视频的数据在这里。",
        (OpeningMode::Platform, Matter::Goods) => "在平台上改，导入后在橱窗展示；这里不能改标题、图片、价格、库存。",
        (OpeningMode::Platform, Matter::Orders) => "橱窗把观众带到平台下单，发货和售后由平台上的店负责。",
        (OpeningMode::Platform, Matter::Money) => "在平台付款，在平台结算，不经过这里。",
        (OpeningMode::Platform, Matter::Data) => "买家和订单归平台；橱窗和短视频的数据在这里。",
        (OpeningMode::Direct, Matter::Goods) => "在这里上架，在这里改。",
        (OpeningMode::Direct, Matter::Orders) => "观众在这里下单，您在这里发货和处理售后。",
        (OpeningMode::Direct, Matter::Money) => "观众在这里付款，按规则结算给您。",
        (OpeningMode::Direct, Matter::Data) => "买家、订单、商品的数据都在这里。",
    },
    owner: |mode, matter| match (mode, mode.is_elsewhere(matter)) {
        (_, false) => "以这里为准",
        (OpeningMode::Platform, true) => "以平台为准",
        (_, true) => "以您的店为准",
    },
    supported: "目前支持接入",
    none_supported: "目前没有可以接入的店铺，请选“在这里开店”，或改日再来。",
    shop_elsewhere: "要接入的店铺",
    platform: "平台",
    choose: "请选择",
    name: "店铺在那边的名字",
    address: "店铺网址（选填）",
    address_help: |hosts| format!("只接受 https 开头、属于这些域名的网址：{hosts}"),
    not_here: "这一页不适用于您的店",
    promotion_not_here: |master| {
        format!("您的商品在{master}成交，这里不经手货款，所以不能在这里设佣金计划。请到{master}设置推广。")
    },
    new_not_here: |master| {
        format!("您的商品以{master}为准，不在这里手工新建。在{master}导出商品表，导入到这里就会出现在橱窗里。")
    },
    goods_from: |master| format!("标题、图片、价格和库存以{master}为准：在那里修改，再导入一次，同编号的商品会更新。"),
    sales_not_here: |master| format!("成交在{master}，请到那里看销售额和订单。"),
    to_import: "导入商品表",
    to_home: "回到工作台",
    platforms: "可接入的店铺",
    platforms_help: "申请人只能选开放中的平台。观众只会被带到这些域名（及其子域名）的 https 网址；删去的域名立即不再跳转。",
    no_platforms: "还没有平台。没有平台时，申请人只能直接开店。",
    add: "添加平台",
    change: "修改",
    mode: "接入方式",
    name_zh: "中文名",
    name_en: "英文名",
    hosts: "域名",
    hosts_help: "每行一个，如 jd.com；最多 20 个",
    open: "开放申请",
    is_open: "开放中",
    is_closed: "已停止接入",
    save: "保存",
    saved: "已保存。",
    shops_linked: |count| format!("{count} 家店铺接入"),
    shops: "各方式的店铺",
    shop: "店铺",
    linked_to: "接入的店铺",
    number: "那边的编号",
    no_shops: "还没有这种方式的店铺。",
    new_tab: "（在新窗口打开外部网站）",
    change_there: |master| format!("去{master}修改"),
    read_only: "只读",
    fault: |field| match field {
        "mode" => "请选择接入方式。",
        "name" => "请填写中文名，最多 40 字。",
        "hosts" => "每行一个域名，如 jd.com，最多 20 个，不带 https:// 和路径。",
        _ => "请检查这一项。",
    },
};

/// English.
pub const EN: Linked = Linked {
    compare: "Three ways, and who decides",
    compare_help: "The way decides who is master of goods, orders, money and data, and which screens the studio has.",
    matter: |matter| match matter {
        Matter::Goods => "Goods",
        Matter::Orders => "Orders",
        Matter::Money => "Money",
        Matter::Data => "Data",
    },
    tell: |mode, matter| match (mode, matter) {
        (OpeningMode::Component, Matter::Goods) => {
            "Changed in your shop and imported here; title, pictures, price and stock are read-only here."
        }
        (OpeningMode::Component, Matter::Orders) => {
            "Viewers order in the showcase; your shop has the last word on orders."
        }
        (OpeningMode::Component, Matter::Money) => "Viewers pay here; it is settled to you by rule.",
        (OpeningMode::Component, Matter::Data) => {
            "Buyers and orders belong to your shop; figures of showcase and clips are here."
        }
        (OpeningMode::Platform, Matter::Goods) => {
            "Changed on the platform and imported here; title, pictures, price and stock are read-only here."
        }
        (OpeningMode::Platform, Matter::Orders) => {
            "The showcase leads viewers to the platform; the shop there ships and answers for it."
        }
        (OpeningMode::Platform, Matter::Money) => "Paid and settled on the platform; nothing passes through here.",
        (OpeningMode::Platform, Matter::Data) => {
            "Buyers and orders belong to the platform; figures of showcase and clips are here."
        }
        (OpeningMode::Direct, Matter::Goods) => "Listed here and changed here.",
        (OpeningMode::Direct, Matter::Orders) => "Viewers order here; you ship and answer for it here.",
        (OpeningMode::Direct, Matter::Money) => "Viewers pay here; it is settled to you by rule.",
        (OpeningMode::Direct, Matter::Data) => "Buyers, orders and goods: all of it is here.",
    },
    owner: |mode, matter| match (mode, mode.is_elsewhere(matter)) {
        (_, false) => "Master: here",
        (OpeningMode::Platform, true) => "Master: the platform",
        (_, true) => "Master: your shop",
    },
    supported: "Supported at present",
    none_supported: "No other shop can be linked at present: open a shop here, or come back later.",
    shop_elsewhere: "The shop to be linked",
    platform: "Platform",
    choose: "Please choose",
    name: "Name of the shop there",
    address: "Address of the shop (optional)",
    address_help: |hosts| format!("Only https addresses of these domains: {hosts}"),
    not_here: "This page does not apply to your shop",
    promotion_not_here: |master| {
        format!(
            "Your goods are sold by {master} and no money passes through here, so no commission can be promised here. Set your promotion up at {master}."
        )
    },
    new_not_here: |master| {
        format!(
            "{master} is the master of your goods; they are not made up here. Export the table of goods there and import it here, and they appear in your window."
        )
    },
    goods_from: |master| {
        format!(
            "{master} is the master of titles, pictures, prices and stock: change them there and import again; goods with the same number are updated."
        )
    },
    sales_not_here: |master| format!("Sold by {master}: look there for sales and orders."),
    to_import: "Import a table of goods",
    to_home: "Back to the studio",
    platforms: "Shops that can be linked",
    platforms_help: "Applicants can choose the open ones. Viewers are only ever led to https addresses at these domains or below; a domain that is taken away leads nobody there any more, at once.",
    no_platforms: "No platform yet. Until there is one, applicants can only open a direct shop.",
    add: "Add a platform",
    change: "Change",
    mode: "Linked by",
    name_zh: "Chinese name",
    name_en: "English name",
    hosts: "Domains",
    hosts_help: "One a line, such as jd.com; at most 20",
    open: "Open to applicants",
    is_open: "Open",
    is_closed: "Closed to new shops",
    save: "Save",
    saved: "Saved.",
    shops_linked: |count| if count == 1 { "1 shop linked".to_owned() } else { format!("{count} shops linked") },
    shops: "Shops by their way",
    shop: "Shop",
    linked_to: "Linked shop",
    number: "Number there",
    no_shops: "There is no shop of this way yet.",
    new_tab: "(opens another site in a new window)",
    change_there: |master| format!("Change it at {master}"),
    read_only: "Read-only",
    fault: |field| match field {
        "mode" => "Choose how its shops are linked.",
        "name" => "Enter the Chinese name, at most 40 characters.",
        "hosts" => "One domain a line, such as jd.com, at most 20, without https:// or a path.",
        _ => "Please check this field.",
    },
};
