//! Opening a showcase, as the applicant reads it.

use shared::{ApplicationState, OpeningMode, SubjectType};

/// The texts of `/studio/open` and of the messages about it.
#[derive(Debug)]
#[expect(missing_docs, reason = "each field is its own text")]
pub struct Opening {
    pub title: &'static str,
    pub progress: fn(usize, usize) -> String,
    pub steps: [&'static str; 7],
    pub done: &'static str,
    pub todo: &'static str,
    pub change: &'static str,
    pub save_next: &'static str,
    pub met: &'static str,
    pub unmet: &'static str,
    pub verify_help: &'static str,
    pub real_name: &'static str,
    pub identity_number: &'static str,
    pub verify: &'static str,
    pub mode_help: fn(OpeningMode) -> &'static str,
    pub owner: fn(OpeningMode) -> &'static str,
    pub outside: &'static str,
    pub outside_hint: &'static str,
    pub subject_help: fn(SubjectType) -> &'static str,
    pub legal_name: &'static str,
    pub number: &'static str,
    pub number_kept: &'static str,
    pub contact: &'static str,
    pub phone: &'static str,
    pub shop_name: &'static str,
    pub handle: &'static str,
    pub handle_help: &'static str,
    pub intro: &'static str,
    pub deposit_of: &'static str,
    pub needs_paper: &'static str,
    pub no_paper: &'static str,
    pub deposit_sum: &'static str,
    pub papers_help: &'static str,
    pub no_papers: &'static str,
    pub camera: &'static str,
    pub file: &'static str,
    pub upload: &'static str,
    pub uploaded: &'static str,
    pub replace: &'static str,
    pub read_sign: &'static str,
    pub signed: &'static str,
    pub version: fn(i32) -> String,
    pub agree: &'static str,
    pub sign: &'static str,
    pub no_agreements: &'static str,
    pub hand_in: &'static str,
    pub hand_in_again: &'static str,
    pub hand_in_help: &'static str,
    pub not_yet: &'static str,
    pub withdraw: &'static str,
    pub withdraw_sure: &'static str,
    pub reviewer_says: &'static str,
    pub lead: fn(ApplicationState) -> &'static str,
    pub review_by: &'static str,
    pub pay_by: &'static str,
    pub pay: &'static str,
    pub paid: &'static str,
    pub to_studio: &'static str,
    pub to_window: &'static str,
    pub history: &'static str,
    pub round: fn(i32) -> String,
    pub round_state: fn(Option<bool>) -> &'static str,
    pub messages: &'static str,
    pub no_messages: &'static str,
    pub mark_read: &'static str,
    pub new: &'static str,
    /// A message by its kind and parts; times are said already.
    pub message: fn(&str, &[String]) -> String,
    pub fault: fn(&str) -> &'static str,
    pub pay_what: &'static str,
    pub paid_fact: (&'static str, &'static str),
    pub pay_done: &'static str,
}

fn part(parts: &[String], at: usize) -> &str {
    parts.get(at).map(String::as_str).unwrap_or_default()
}

/// Chinese.
pub const ZH_CN: Opening = Opening {
    title: "开通橱窗",
    progress: |done, all| format!("已完成 {done} / {all} 步"),
    steps: ["开通条件", "开通方式", "主体信息", "店铺信息", "经营类目", "证件资料", "签署协议"],
    done: "已完成",
    todo: "待完成",
    change: "修改",
    save_next: "保存并继续",
    met: "满足",
    unmet: "未满足",
    verify_help: "填写本人姓名和居民身份证号。号码加密保存，只有审核员能看到。",
    real_name: "真实姓名",
    identity_number: "身份证号",
    verify: "完成实名",
    mode_help: |mode| match mode {
        OpeningMode::Component => {
            "您已有小程序等自己的店。用组件接进来，在橱窗里展示；商品、订单、售后仍以您的店为准。"
        }
        OpeningMode::Platform => "您在第三方平台有店，或想推荐平台上的商品。橱窗只展示和跳转，商品与订单归平台管理。",
        OpeningMode::Direct => "商品、库存、订单、货款都在这里管理。适合没有店铺，或想把店搬过来的您。",
    },
    owner: |mode| match mode {
        OpeningMode::Component => "数据归：您自己的店",
        OpeningMode::Platform => "数据归：第三方平台",
        OpeningMode::Direct => "数据归：这里",
    },
    outside: "店铺编号或 AppID",
    outside_hint: "如 gh_… 或店铺号",
    subject_help: |subject| match subject {
        SubjectType::Company => "有营业执照的公司。需要执照、法定代表人身份证、账户证明。",
        SubjectType::Individual => "有营业执照的个体户。需要执照、经营者身份证、账户证明。",
        SubjectType::Creator => "没有执照，只推荐、不直接销售。只需身份证，仅能接入第三方平台。",
    },
    legal_name: "主体名称（与执照或身份证一致）",
    number: "统一社会信用代码或身份证号",
    number_kept: "已加密保存；要更改请重新输入完整号码。",
    contact: "联系人姓名",
    phone: "联系电话",
    shop_name: "店名",
    handle: "橱窗地址",
    handle_help: "2–32 位小写字母、数字、- 或 _，开通后是 /c/地址。",
    intro: "一句话介绍（选填）",
    deposit_of: "保证金",
    needs_paper: "需要资质：",
    no_paper: "无需资质",
    deposit_sum: "应缴保证金",
    papers_help: "拍照或选择文件：图片或 PDF，每份不超过 10 MB。提交后只显示“已上传”，内容加密保存，仅审核员可见，每次查看都有记录。",
    no_papers: "选好主体类型后，这里会列出需要的证件。",
    camera: "拍照",
    file: "选择文件",
    upload: "上传",
    uploaded: "已上传",
    replace: "换一份",
    read_sign: "请逐份阅读后签署。我们会记录版本、文本指纹、时间和签署人。",
    signed: "已签署",
    version: |version| format!("第 {version} 版"),
    agree: "我已阅读并同意",
    sign: "签署协议",
    no_agreements: "目前没有需要签署的协议。",
    hand_in: "提交审核",
    hand_in_again: "修改好了，再次提交",
    hand_in_help: "提交后不能修改，审核结果会出现在这里和消息里。",
    not_yet: "还有步骤没有完成：",
    withdraw: "撤回申请",
    withdraw_sure: "撤回后这份申请作废，可以重新开始。",
    reviewer_says: "审核员说",
    lead: |state| match state {
        ApplicationState::Draft => "一步一步来，随时保存，随时回来。",
        ApplicationState::InReview => "申请已提交，正在审核。",
        ApplicationState::Rejected => "有几处需要修改，审核员的话写在对应的栏目里。",
        ApplicationState::ToPay => "审核通过了。缴纳保证金后橱窗立即开通。",
        ApplicationState::Open => "橱窗已经开通。",
        ApplicationState::Void => "这份申请已经结束，可以重新开始。",
    },
    review_by: "预计在此之前答复：",
    pay_by: "请在此之前缴纳：",
    pay: "缴纳保证金",
    paid: "保证金已缴纳",
    to_studio: "去工作台",
    to_window: "看我的橱窗",
    history: "申请经过",
    round: |number| format!("第 {number} 次提交"),
    round_state: |approved| match approved {
        Some(true) => "通过",
        Some(false) => "退回修改",
        None => "审核中",
    },
    messages: "消息",
    no_messages: "还没有消息。",
    mark_read: "全部标为已读",
    new: "新",
    message: |kind, parts| match kind {
        "application.submitted" => format!("“{}”的开店申请已提交，预计 {} 前答复。", part(parts, 0), part(parts, 1)),
        "application.rejected" => format!("“{}”的开店申请需要修改，请看审核员的说明。", part(parts, 0)),
        "application.approved" => {
            format!("“{}”审核通过，请在 {} 前缴纳保证金 {}。", part(parts, 0), part(parts, 2), part(parts, 1))
        }
        "application.opened" => format!("“{}”的橱窗已经开通。", part(parts, 0)),
        "application.overdue" => format!("“{}”的审核比承诺的慢，抱歉久等，您的次序不变。", part(parts, 0)),
        "application.expired" => format!("“{}”没有按时缴纳保证金，申请已结束。", part(parts, 0)),
        "violation.recorded" => format!("“{}”有一条违规通知，可在 {} 前申诉。", part(parts, 0), part(parts, 1)),
        "violation.upheld" => format!("“{}”的申诉已处理：维持。请看运营的理由。", part(parts, 0)),
        "violation.lifted" => format!("“{}”的违规已撤销，一切恢复原状。", part(parts, 0)),
        "violation.ended" => format!("“{}”的违规已到期，一切恢复原状。", part(parts, 0)),
        "clip.approved" => format!("短视频“{}”审核通过。", part(parts, 0)),
        "clip.link_dead" => {
            format!("“{}”里的商品“{}”已下架，卡片不能再成交；可以换成别的商品。", part(parts, 0), part(parts, 1))
        }
        "clip.rejected" => format!("短视频“{}”被退回，请看原因。", part(parts, 0)),
        "category.approved" => format!("类目“{}”已通过，可以经营了。", part(parts, 0)),
        "category.rejected" => format!("类目“{}”的申请需要修改，请看审核员的说明。", part(parts, 0)),
        "category.dropped" => {
            format!("店铺已退出类目“{}”，多出的保证金 {} 原路退回。", part(parts, 0), part(parts, 2))
        }
        "deposit.short" => format!("保证金还差 {}，商品已下架；补缴后自动恢复在售。", part(parts, 0)),
        "deposit.enough" => "保证金已足额，因此下架的商品恢复在售。".to_owned(),
        "closing.announced" => format!("关店已公告，{} 停止销售。", part(parts, 0)),
        "closing.withdrawn" => "关店已撤回，店铺继续营业。".to_owned(),
        "closing.ended" => "公示期已满，商品已停止销售。".to_owned(),
        "closing.closed" => "店铺已关闭，保证金正在退回。".to_owned(),
        "closing.settled" => format!("关店已结清，退回保证金 {}。", part(parts, 0)),
        "agreement.published" => {
            format!("《{}》有新版本，{} 起生效，请阅读并重新签署。", part(parts, 0), part(parts, 2))
        }
        kind if kind.starts_with("commission.") || kind.starts_with("sample.") => {
            super::affiliate::told_zh(kind, parts)
        }
        _ => part(parts, 0).to_owned(),
    },
    fault: |field| match field {
        "mode" => "请选择开通方式；个人创作者只能接入第三方平台。",
        "platform" => "请选择与开通方式相符、正在开放的平台。",
        "outside_name" => "请填写店铺在那边的名字（1–60 字）。",
        "outside" => "请填写店铺编号或 AppID。",
        "outside_address" => "网址要以 https:// 开头，并属于所选平台的域名。",
        "subject" => "请选择主体类型。",
        "legal_name" => "请填写主体名称（1–60 字）。",
        "number" => "号码不对：企业和个体户填 18 位信用代码，个人填身份证号。",
        "contact" => "请填写联系人（1–40 字）。",
        "phone" => "请填写有效的电话。",
        "shop_name" => "请填写店名（1–30 字）。",
        "handle" => "地址格式不对，或已经有人使用。",
        "intro" => "介绍最多 120 字。",
        "categories" => "请至少选择一个类目。",
        "documents" => "还有证件没有上传。",
        "agreements" => "还有协议没有签署。",
        "conditions" => "还有条件没有满足。",
        "real_name" => "请填写真实姓名（2–40 字）。",
        "identity_number" => "身份证号不对，或未满 18 岁。",
        _ => "请检查这一栏。",
    },
    pay_what: "保证金",
    paid_fact: ("橱窗已开通", "保证金存在店铺的保证金账户里，关店后原路退回。"),
    pay_done: "回到开店页",
};

/// English.
pub const EN: Opening = Opening {
    title: "Open a showcase",
    progress: |done, all| format!("{done} of {all} steps done"),
    steps: ["Conditions", "Way of opening", "Who applies", "The shop", "Categories", "Papers", "Agreements"],
    done: "Done",
    todo: "To do",
    change: "Change",
    save_next: "Save and go on",
    met: "Met",
    unmet: "Not met",
    verify_help: "Your own name and resident identity number. The number is kept encrypted; only reviewers see it.",
    real_name: "Real name",
    identity_number: "Identity number",
    verify: "Verify my name",
    mode_help: |mode| match mode {
        OpeningMode::Component => {
            "You have a shop of your own, such as a mini-program. It is connected and shown here; goods, orders and after-sales stay with it."
        }
        OpeningMode::Platform => {
            "You sell on a third-party platform, or recommend its goods. The showcase shows and links; goods and orders belong to the platform."
        }
        OpeningMode::Direct => {
            "Goods, stock, orders and money are managed here. For those without a shop, or who want to move theirs."
        }
    },
    owner: |mode| match mode {
        OpeningMode::Component => "Data belongs to: your own shop",
        OpeningMode::Platform => "Data belongs to: the platform",
        OpeningMode::Direct => "Data belongs to: this place",
    },
    outside: "Shop number or app ID",
    outside_hint: "Such as gh_… or the shop's number",
    subject_help: |subject| match subject {
        SubjectType::Company => "A company with a licence. Licence, legal representative's card, proof of account.",
        SubjectType::Individual => "An individual business with a licence. Licence, operator's card, proof of account.",
        SubjectType::Creator => {
            "No licence: you recommend, but do not sell. Identity card only; third-party platforms only."
        }
    },
    legal_name: "Legal name, as in the licence or on the card",
    number: "Credit code or identity number",
    number_kept: "Kept encrypted; type the whole number to change it.",
    contact: "Contact",
    phone: "Phone",
    shop_name: "Shop name",
    handle: "Address of the showcase",
    handle_help: "2–32 lower-case letters, digits, - or _; it becomes /c/address.",
    intro: "One sentence about it (optional)",
    deposit_of: "Deposit",
    needs_paper: "Needs: ",
    no_paper: "No qualification needed",
    deposit_sum: "Deposit due",
    papers_help: "Take a photo or choose a file: a picture or PDF, at most 10 MB each. Kept encrypted and shown only as “uploaded”; only reviewers read them, and every reading is logged.",
    no_papers: "Once you have said who applies, the papers we need are listed here.",
    camera: "Take a photo",
    file: "Choose a file",
    upload: "Upload",
    uploaded: "Uploaded",
    replace: "Replace it",
    read_sign: "Please read each one and sign. We keep the version, the fingerprint of its text, the time and who signed.",
    signed: "Signed",
    version: |version| format!("Version {version}"),
    agree: "I have read this and agree",
    sign: "Sign",
    no_agreements: "There is nothing to sign at the moment.",
    hand_in: "Hand in",
    hand_in_again: "Changed, hand in again",
    hand_in_help: "It cannot be changed while it is reviewed; the answer appears here and in your messages.",
    not_yet: "Some steps are not done yet:",
    withdraw: "Withdraw",
    withdraw_sure: "The application ends; you can start a new one.",
    reviewer_says: "The reviewer says",
    lead: |state| match state {
        ApplicationState::Draft => "Step by step; save at any time and come back.",
        ApplicationState::InReview => "It is handed in and being reviewed.",
        ApplicationState::Rejected => "A few things need a change; the reviewer's words stand at their fields.",
        ApplicationState::ToPay => "Approved. The showcase opens as soon as the deposit is paid.",
        ApplicationState::Open => "The showcase is open.",
        ApplicationState::Void => "This application has ended; you can start a new one.",
    },
    review_by: "You will hear from us by",
    pay_by: "Please pay by",
    pay: "Pay the deposit",
    paid: "Deposit paid",
    to_studio: "Go to the studio",
    to_window: "See my showcase",
    history: "What happened so far",
    round: |number| format!("Handed in, round {number}"),
    round_state: |approved| match approved {
        Some(true) => "Approved",
        Some(false) => "Sent back",
        None => "In review",
    },
    messages: "Messages",
    no_messages: "No messages yet.",
    mark_read: "Mark all as read",
    new: "New",
    message: |kind, parts| match kind {
        "application.submitted" => {
            format!("The application for {} is handed in; you will hear by {}.", part(parts, 0), part(parts, 1))
        }
        "application.rejected" => {
            format!("The application for {} needs changes; see the reviewer's words.", part(parts, 0))
        }
        "application.approved" => {
            format!(
                "{} is approved; please pay the deposit of {} by {}.",
                part(parts, 0),
                part(parts, 1),
                part(parts, 2)
            )
        }
        "application.opened" => format!("The showcase of {} is open.", part(parts, 0)),
        "application.overdue" => {
            format!("The review of {} takes longer than promised; sorry, you keep your place.", part(parts, 0))
        }
        "application.expired" => {
            format!("The deposit for {} was not paid in time; the application has ended.", part(parts, 0))
        }
        "violation.recorded" => {
            format!("A violation was recorded against “{}”; you can appeal until {}.", part(parts, 0), part(parts, 1))
        }
        "violation.upheld" => {
            format!("Your appeal on “{}” was decided: it is upheld. See the operator's reasons.", part(parts, 0))
        }
        "violation.lifted" => format!("The violation against “{}” is lifted; all is as it was.", part(parts, 0)),
        "violation.ended" => format!("The violation against “{}” has ended; all is as it was.", part(parts, 0)),
        "clip.approved" => format!("The clip “{}” is approved.", part(parts, 0)),
        "clip.link_dead" => format!(
            "“{1}” in the clip “{0}” is off sale, and its card sells nothing any more. Replace it by another.",
            part(parts, 0),
            part(parts, 1)
        ),
        "clip.rejected" => format!("The clip “{}” was sent back; see why.", part(parts, 0)),
        "category.approved" => format!("You may sell in {} now.", part(parts, 1)),
        "category.rejected" => format!("The request for {} needs changes; see the reviewer's words.", part(parts, 1)),
        "category.dropped" => format!(
            "Your shop has given up {}; the deposit beyond what is asked, {}, goes back the way it came.",
            part(parts, 1),
            part(parts, 2)
        ),
        "deposit.short" => {
            format!("The deposit falls short by {}: products are off sale until it is topped up.", part(parts, 0))
        }
        "deposit.enough" => "The deposit is enough again; what was taken off because of it is back on sale.".to_owned(),
        "closing.announced" => format!("The closing is announced; nothing is sold after {}.", part(parts, 0)),
        "closing.withdrawn" => "The closing is taken back; the shop goes on.".to_owned(),
        "closing.ended" => "The announced day has come; nothing is sold any more.".to_owned(),
        "closing.closed" => "The shop has closed; its deposit is on its way back.".to_owned(),
        "closing.settled" => format!("Everything is settled; {} of deposit went back.", part(parts, 0)),
        "agreement.published" => format!(
            "There is a new version of “{}”, in force {}: read it and sign it again.",
            part(parts, 1),
            part(parts, 2)
        ),
        kind if kind.starts_with("commission.") || kind.starts_with("sample.") => {
            super::affiliate::told_en(kind, parts)
        }
        _ => part(parts, 0).to_owned(),
    },
    fault: |field| match field {
        "mode" => "Choose a way of opening; creators without a licence can only connect a platform.",
        "platform" => "Choose an open platform that suits the way of opening.",
        "outside_name" => "Enter the name of the shop there (1–60 characters).",
        "outside" => "Enter the shop's number or app ID.",
        "outside_address" => "The address starts with https:// and belongs to the platform you chose.",
        "subject" => "Say who applies.",
        "legal_name" => "Enter the legal name (1–60 characters).",
        "number" => "That number cannot be right: a credit code of 18 characters, or an identity number for creators.",
        "contact" => "Enter a contact (1–40 characters).",
        "phone" => "Enter a valid phone number.",
        "shop_name" => "Enter a name (1–30 characters).",
        "handle" => "That address is not allowed or already taken.",
        "intro" => "At most 120 characters.",
        "categories" => "Choose at least one category.",
        "documents" => "Some papers are missing.",
        "agreements" => "Some agreements are not signed.",
        "conditions" => "Some conditions are not met.",
        "real_name" => "Enter your real name (2–40 characters).",
        "identity_number" => "That number cannot be right, or you are under 18.",
        _ => "Please check this field.",
    },
    pay_what: "Deposit",
    paid_fact: (
        "The showcase is open",
        "The deposit is held in the shop's deposit account and returned when the shop closes.",
    ),
    pay_done: "Back to opening",
};
