//! Clips that wait for the operator.

/// The texts of `/console/clips`.
#[derive(Debug)]
#[expect(missing_docs, reason = "each field is its own text")]
pub struct ClipReview {
    pub title: &'static str,
    pub both: &'static str,
    pub products: &'static str,
    pub empty: &'static str,
    pub waiting: fn(u64) -> String,
    pub is_new: &'static str,
    pub waits_since: fn(&str) -> String,
    pub goes_out: fn(&str) -> String,
    pub at_once: &'static str,
    pub linked: &'static str,
    pub approve: &'static str,
    pub reject: &'static str,
    pub reject_help: &'static str,
    pub meant: fn(&str, &str) -> String,
    pub stray: fn(&str, &str) -> String,
    pub field: fn(&str) -> &'static str,
    pub rule: &'static str,
    pub rule_help: &'static str,
    pub needed: &'static str,
    pub set: &'static str,
    pub no_words: &'static str,
    pub banned_word: fn(&str) -> String,
}

/// Chinese.
pub const ZH_CN: ClipReview = ClipReview {
    title: "短视频审核",
    both: "审核",
    products: "商品审核",
    empty: "没有等待审核的短视频。",
    waiting: |all| format!("{all} 条等待中"),
    is_new: "首次发布",
    waits_since: |when| format!("{when} 提交"),
    goes_out: |when| format!("通过后将于 {when} 发布"),
    at_once: "通过后立即发布",
    linked: "挂的商品",
    approve: "通过",
    reject: "退回",
    meant: |id, round| format!("短视频 {id}，第 {round} 次提交"),
    stray: |id, round| {
        format!(
            "您的意见是给短视频 {id} 第 {round} 次提交的；它已被撤回、改动或处理，意见没有生效，也不会用到别的短视频上。"
        )
    },
    reject_help: "在有问题的地方写明原因，创作者会看到。",
    field: |field| match field {
        "caption" => "文案",
        "film" => "画面和声音",
        "poster" => "封面",
        "cards" => "商品卡片",
        _ => "其他",
    },
    rule: "短视频规则",
    rule_help: "默认不审核：刚开始时创作者和运营往往是同一个人，没人看的队列只会耽误发布。违禁词始终先查。",
    needed: "短视频需要审核后才能发布",
    set: "保存",
    no_words: "（没有文案）",
    banned_word: |word| format!("不能使用“{word}”"),
};

/// English.
pub const EN: ClipReview = ClipReview {
    title: "Review of clips",
    both: "Reviews",
    products: "Products",
    empty: "No clip waits.",
    waiting: |all| if all == 1 { "1 waits".to_owned() } else { format!("{all} wait") },
    is_new: "Never out before",
    waits_since: |when| format!("Handed in {when}"),
    goes_out: |when| format!("Goes out {when} once approved"),
    at_once: "Goes out at once when approved",
    linked: "Linked products",
    approve: "Approve",
    reject: "Send back",
    meant: |id, round| format!("Clip {id}, handed in for the {round}. time"),
    stray: |id, round| {
        format!(
            "Your word was meant for clip {id} as it was handed in for the {round}. time. It was taken back, changed or decided meanwhile: your word did nothing, and is not used for any other."
        )
    },
    reject_help: "Say what is wrong where it is wrong; the creator reads it.",
    field: |field| match field {
        "caption" => "Words",
        "film" => "Picture and sound",
        "poster" => "Poster",
        "cards" => "Product cards",
        _ => "Other",
    },
    rule: "Rule for clips",
    rule_help: "Off by default: at first creator and operator are often one person, and a queue that nobody reads only keeps clips back. Banned words are always looked for.",
    needed: "Clips go out only once approved",
    set: "Save",
    no_words: "(no words)",
    banned_word: |word| format!("“{word}” must not be used"),
};
