//! The columns of the table and how cells are written.

use shared::dto::{LimitPeriod, Protection};

/// Every column in the order of an export, with what it holds in Chinese and English. A column that is missing in
/// a file leaves what the product has; those of the product stand in its first line and may be empty in the others.
/// Every SKU that the product keeps needs its line.
pub const COLUMNS: [(&str, &str, &str); 39] = [
    ("product", "商品编号；新商品填任意相同的文字", "the product's id; for a new one any text that its lines share"),
    ("category", "类目代码", "code of the category"),
    ("title_zh", "标题，1 到 120 字", "title, 1 to 120 characters"),
    ("title_en", "英文标题", "title in English"),
    ("subtitle_zh", "卖点，最多 160 字", "line below it, at most 160 characters"),
    ("subtitle_en", "英文卖点", "the same in English"),
    ("pictures", "图片编号，用 | 分隔", "ids of pictures, separated by |"),
    ("attributes_zh", "属性 键=值，用 | 分隔", "key=value, separated by |"),
    ("attributes_en", "英文属性", "the same in English"),
    ("description_zh", "详情各段，用 | 分隔", "paragraphs, separated by |"),
    ("description_en", "英文详情", "the same in English"),
    ("ship_within_hours", "发货时限，1 到 720 小时", "hours until it ships, 1 to 720"),
    ("freight", "运费模板编号，空为店铺默认", "id of delivery prices; empty for the shop's"),
    ("limit", "每人限购件数，空为不限", "pieces per person; empty for no limit"),
    ("limit_per", "限购周期 order day week month", "order, day, week or month"),
    ("protections", "保障，用 | 分隔", "promises, separated by |"),
    ("commission", "佣金万分比，0 到 10000", "commission in 1/10,000"),
    ("option1_zh", "规格项 1", "name of the first option"),
    ("option1_en", "规格项 1 英文", "the same in English"),
    ("option1_values_zh", "规格项 1 的值，用 | 分隔", "its values, separated by |"),
    ("option1_values_en", "规格项 1 的英文值", "the same in English"),
    ("option2_zh", "规格项 2", "name of the second option"),
    ("option2_en", "规格项 2 英文", "the same in English"),
    ("option2_values_zh", "规格项 2 的值", "its values"),
    ("option2_values_en", "规格项 2 的英文值", "the same in English"),
    ("option3_zh", "规格项 3", "name of the third option"),
    ("option3_en", "规格项 3 英文", "the same in English"),
    ("option3_values_zh", "规格项 3 的值", "its values"),
    ("option3_values_en", "规格项 3 的英文值", "the same in English"),
    ("choice", "这个规格选了第几个值，如 1/2", "which value of each option this SKU is, such as 1/2"),
    ("code", "商家编码，商品内不重复", "the shop's own number, unique in the product"),
    ("price", "售价，如 168.00", "price, such as 168.00"),
    ("market_price", "划线价，空为没有", "what it was; empty for none"),
    ("stock", "库存；只用于新规格", "pieces; counts for new SKUs only"),
    ("weight_g", "重量，克", "grams"),
    ("picture", "这个规格的图是第几张", "which of the product's pictures shows this SKU"),
    (
        NUMBER,
        "外部店铺里的商品编号；同编号再次导入就是更新",
        "its number in the linked shop; the same number again updates it",
    ),
    (ADDRESS, "外部店铺里的商品网址，https 开头", "its https address in the linked shop"),
    (GROUP, "店内分类，如 茶叶/绿茶；空为未分类", "the shop's own group, such as Tea/Green tea; empty for none"),
];

/// The product's number and address in the shop that is master of it.
pub const NUMBER: &str = "master_number";
pub const ADDRESS: &str = "master_address";

/// The shop's own group of the product, the group that it is within before it.
pub const GROUP: &str = "group";

/// Promises by their names.
pub const PROTECTIONS: [(&str, Protection); 4] = [
    ("seven_day_return", Protection::SevenDayReturn),
    ("freight_insurance", Protection::FreightInsurance),
    ("fake_one_pay_three", Protection::FakeOnePayThree),
    ("damage_guarantee", Protection::DamageGuarantee),
];

/// Periods of a limit by their names.
pub const PERIODS: [(&str, LimitPeriod); 4] = [
    ("order", LimitPeriod::Order),
    ("day", LimitPeriod::Day),
    ("week", LimitPeriod::Week),
    ("month", LimitPeriod::Month),
];

/// What marks a picture among paragraphs; a backslash in a text is written twice.
pub const PICTURE: &str = "\\pic:";

/// Whether a spreadsheet would take a cell for a formula.
fn is_formula(c: char) -> bool {
    matches!(c, '=' | '+' | '-' | '@' | '\t' | '\r' | '＝' | '＋' | '－' | '＠')
}

/// A cell that no spreadsheet runs: an apostrophe before what looks like a formula.
pub fn safe(cell: &str) -> String {
    if cell.starts_with(|c| is_formula(c) || c == '\'') { format!("'{cell}") } else { cell.to_owned() }
}

/// The text of a cell that [`safe`] wrote, or of one that a person did.
pub fn plain(cell: &str) -> &str {
    match cell.strip_prefix('\'') {
        Some(rest) if rest.starts_with(|c| is_formula(c) || c == '\'') => rest,
        _ => cell,
    }
}

/// Texts in one cell.
pub fn join<'a>(items: impl IntoIterator<Item = &'a str>) -> String {
    let escaped: Vec<_> = items.into_iter().map(escape).collect();
    escaped.join("|")
}

pub fn escape(text: &str) -> String {
    text.replace('\\', "\\\\").replace('|', "\\|")
}

/// The items of a cell, still escaped; none of an empty one.
pub fn split(cell: &str) -> Vec<String> {
    if cell.is_empty() {
        return Vec::new();
    }
    let (mut items, mut item, mut escaped) = (Vec::new(), String::new(), false);
    for c in cell.chars() {
        match (escaped, c) {
            (false, '|') => items.push(std::mem::take(&mut item)),
            _ => item.push(c),
        }
        escaped = !escaped && c == '\\';
    }
    items.push(item);
    items
}

/// An item without its escapes.
pub fn unescape(item: &str) -> String {
    let (mut text, mut escaped) = (String::with_capacity(item.len()), false);
    for c in item.chars() {
        if c == '\\' && !escaped {
            escaped = true;
        } else {
            text.push(c);
            escaped = false;
        }
    }
    text
}
