//! What applicant and reviewer call the same things.

use shared::{AgreementKind, ApplicationState, DocumentKind, OpeningMode, RejectReason, RuleKind, SubjectType};

/// The names of things in an application.
#[derive(Debug)]
#[expect(missing_docs, reason = "each field is its own text")]
pub struct Words {
    pub mode: fn(OpeningMode) -> &'static str,
    pub subject: fn(SubjectType) -> &'static str,
    pub paper: fn(DocumentKind) -> &'static str,
    pub agreement: fn(AgreementKind) -> &'static str,
    pub state: fn(ApplicationState) -> &'static str,
    pub reason: fn(RejectReason) -> &'static str,
    pub rule: fn(RuleKind, i64) -> String,
    pub current: fn(RuleKind, i64) -> String,
    pub field: fn(&str) -> &'static str,
}

/// Chinese.
pub const ZH_CN: Words = Words {
    mode: |mode| match mode {
        OpeningMode::Component => "接入自有小店",
        OpeningMode::Platform => "接入第三方平台",
        OpeningMode::Direct => "在这里开店",
    },
    subject: |subject| match subject {
        SubjectType::Company => "企业",
        SubjectType::Individual => "个体工商户",
        SubjectType::Creator => "个人创作者",
    },
    paper: |kind| match kind {
        DocumentKind::Licence => "营业执照",
        DocumentKind::IdFront => "身份证人像面",
        DocumentKind::IdBack => "身份证国徽面",
        DocumentKind::Bank => "对公或经营者账户证明",
        DocumentKind::Outside => "外部店铺归属证明",
        DocumentKind::Paper => "类目资质",
    },
    agreement: |kind| match kind {
        AgreementKind::Service => "服务协议",
        AgreementKind::Deposit => "保证金协议",
        AgreementKind::Privacy => "隐私协议",
    },
    state: |state| match state {
        ApplicationState::Draft => "填写中",
        ApplicationState::InReview => "审核中",
        ApplicationState::Rejected => "需要修改",
        ApplicationState::ToPay => "待缴保证金",
        ApplicationState::Open => "已开通",
        ApplicationState::Void => "已结束",
    },
    reason: |reason| match reason {
        RejectReason::Mismatch => "与证照不一致",
        RejectReason::Unreadable => "看不清",
        RejectReason::Expired => "已过期",
        RejectReason::Missing => "缺少",
        RejectReason::Other => "其他",
    },
    rule: |kind, wanted| match kind {
        RuleKind::RealName => "已完成实名".to_owned(),
        RuleKind::Followers => format!("粉丝不少于 {wanted}"),
        RuleKind::Days => format!("账号注册满 {wanted} 天"),
        RuleKind::Clips => format!("发布过不少于 {wanted} 条短视频"),
        RuleKind::Violations => "没有未处理的违规".to_owned(),
    },
    current: |kind, current| match (kind, current) {
        (RuleKind::RealName, 0) => "尚未实名".to_owned(),
        (RuleKind::RealName, _) => "已实名".to_owned(),
        (RuleKind::Followers, count) => format!("现在 {count}"),
        (RuleKind::Days, count) => format!("现在 {count} 天"),
        (RuleKind::Clips, count) => format!("现在 {count} 条"),
        (RuleKind::Violations, 0) => "没有违规".to_owned(),
        (RuleKind::Violations, count) => format!("{count} 条未处理，请先申诉或整改"),
    },
    field: |field| match field.split('.').next().unwrap_or(field) {
        "mode" => "开通方式",
        "platform" => "平台",
        "outside_name" => "外部店铺名",
        "outside" => "外部店铺编号",
        "outside_address" => "外部店铺网址",
        "subject" => "主体类型",
        "legal_name" => "主体名称",
        "number" => "证照号码",
        "contact" => "联系人",
        "phone" => "联系电话",
        "shop_name" => "店名",
        "handle" => "橱窗地址",
        "intro" => "一句话介绍",
        "category" => "经营类目",
        "document" => "证件",
        _ => "其他",
    },
};

/// English.
pub const EN: Words = Words {
    mode: |mode| match mode {
        OpeningMode::Component => "Connect your own shop",
        OpeningMode::Platform => "Connect a third-party platform",
        OpeningMode::Direct => "Open a shop here",
    },
    subject: |subject| match subject {
        SubjectType::Company => "Company",
        SubjectType::Individual => "Individual business",
        SubjectType::Creator => "Creator only",
    },
    paper: |kind| match kind {
        DocumentKind::Licence => "Business licence",
        DocumentKind::IdFront => "Identity card, portrait side",
        DocumentKind::IdBack => "Identity card, emblem side",
        DocumentKind::Bank => "Proof of the bank account",
        DocumentKind::Outside => "Proof that the other shop is yours",
        DocumentKind::Paper => "Qualification",
    },
    agreement: |kind| match kind {
        AgreementKind::Service => "Service agreement",
        AgreementKind::Deposit => "Deposit agreement",
        AgreementKind::Privacy => "Privacy agreement",
    },
    state: |state| match state {
        ApplicationState::Draft => "Being written",
        ApplicationState::InReview => "In review",
        ApplicationState::Rejected => "Needs changes",
        ApplicationState::ToPay => "Deposit due",
        ApplicationState::Open => "Open",
        ApplicationState::Void => "Ended",
    },
    reason: |reason| match reason {
        RejectReason::Mismatch => "Not what the paper says",
        RejectReason::Unreadable => "Cannot be read",
        RejectReason::Expired => "No longer valid",
        RejectReason::Missing => "Missing",
        RejectReason::Other => "Something else",
    },
    rule: |kind, wanted| match kind {
        RuleKind::RealName => "Real name verified".to_owned(),
        RuleKind::Followers => format!("At least {wanted} followers"),
        RuleKind::Days => format!("Account at least {wanted} days old"),
        RuleKind::Clips => format!("At least {wanted} clips published"),
        RuleKind::Violations => "No open violation".to_owned(),
    },
    current: |kind, current| match (kind, current) {
        (RuleKind::RealName, 0) => "Not verified yet".to_owned(),
        (RuleKind::RealName, _) => "Verified".to_owned(),
        (RuleKind::Followers | RuleKind::Clips, count) => format!("{count} now"),
        (RuleKind::Days, count) => format!("{count} days now"),
        (RuleKind::Violations, 0) => "None".to_owned(),
        (RuleKind::Violations, count) => format!("{count} open: appeal or put them right first"),
    },
    field: |field| match field.split('.').next().unwrap_or(field) {
        "mode" => "Way of opening",
        "platform" => "Platform",
        "outside_name" => "Shop elsewhere",
        "outside" => "Its number there",
        "outside_address" => "Its address there",
        "subject" => "Who applies",
        "legal_name" => "Legal name",
        "number" => "Licence or card number",
        "contact" => "Contact",
        "phone" => "Phone",
        "shop_name" => "Shop name",
        "handle" => "Address of the showcase",
        "intro" => "One sentence",
        "category" => "Category",
        "document" => "Paper",
        _ => "Other",
    },
};
