//! What a violation's notice says before the operator has changed a word of it: the rule, what was found, what to do.

use shared::{LocalText, Locale, ViolationKind};

/// The notice for `kind`, in both languages; `subject` is what it is about, by its name in each.
pub fn notice(kind: ViolationKind, subject: &LocalText) -> LocalText {
    let (subject_zh, subject_en) = (subject.get(Locale::ZhCn), subject.get(Locale::En));
    let (rule_zh, rule_en, mend_zh, mend_en) = words(kind);
    LocalText {
        zh: format!(
            "经核查，“{subject_zh}”违反了平台规则：{rule_zh}\n\n请您{mend_zh}如有异议，可以在期限内申诉，并附上证明材料。"
        ),
        en: format!(
            "We looked at “{subject_en}” and found that it breaks a rule of this platform: {rule_en}\n\nPlease {mend_en} If you think this is wrong, you can appeal in time and add what proves it."
        ),
    }
}

type Words = (&'static str, &'static str, &'static str, &'static str);

const fn words(kind: ViolationKind) -> Words {
    match kind {
        ViolationKind::Counterfeit => (
            "商品须为正品，不得销售假冒他人品牌的商品。",
            "goods must be what their brand says they are; counterfeits must not be sold.",
            "停止销售该商品，并提供进货凭证或品牌授权。",
            "stop selling it, and show us where you bought it or that the brand allows it.",
        ),
        ViolationKind::FalseClaim => (
            "标题、描述和视频须与实际一致，不得夸大或虚构。",
            "titles, descriptions and clips must be true; nothing may be made up or overstated.",
            "改正不实的内容后再上架。",
            "correct what is not true before you list it again.",
        ),
        ViolationKind::Prohibited => (
            "不得销售法律或平台禁止的商品。",
            "goods that the law or this platform forbids must not be sold.",
            "立即停止销售，并清点剩余库存。",
            "stop selling it at once and take stock of what is left.",
        ),
        ViolationKind::Infringement => (
            "图片、视频和标识须为自有或已获授权。",
            "pictures, films and marks must be your own, or yours to use.",
            "替换有关内容，或提供授权证明。",
            "replace them, or show us that you may use them.",
        ),
        ViolationKind::Quality => (
            "商品质量须与描述相符。",
            "goods must be as good as they are described.",
            "检查库存，处理好已售订单的售后。",
            "look through your stock and help those who bought it.",
        ),
        ViolationKind::Service => (
            "须按承诺的时间发货，并及时处理售后。",
            "orders must be shipped, and problems answered, as promised.",
            "尽快发出待发货订单，回复等待中的买家。",
            "ship what waits and answer the buyers who ask.",
        ),
        ViolationKind::FakeTrade => (
            "不得虚构交易、销量或评价。",
            "orders, sales and reviews must be real ones.",
            "停止有关行为。",
            "stop doing so.",
        ),
        ViolationKind::Other => {
            ("（请写明规则）", "(say which rule)", "（请写明需要做什么）。", "(say what is to be done).")
        }
    }
}

#[cfg(test)]
mod tests {
    use super::notice;
    use shared::{LocalText, ViolationKind};

    #[test]
    fn every_kind_has_a_notice_of_its_own_in_both_languages() {
        let pot = LocalText { zh: "壶".into(), en: "Pot".into() };
        let all: Vec<_> = ViolationKind::ALL.iter().map(|kind| notice(*kind, &pot)).collect();
        for (at, one) in all.iter().enumerate() {
            assert!(one.zh.contains('壶') && one.en.contains("Pot"));
            assert!(!all[..at].iter().any(|other| other.zh == one.zh || other.en == one.en));
        }
    }
}
