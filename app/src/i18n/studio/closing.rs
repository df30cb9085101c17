//! Closing a shop.

use shared::{Blocker, ClosingState};

/// The texts of `/studio/closing`, of its rule, and of what viewers read.
#[derive(Debug)]
#[expect(missing_docs, reason = "each field is its own text")]
pub struct Closing {
    pub title: &'static str,
    pub state: fn(Option<ClosingState>) -> &'static str,
    pub lead: fn(Option<ClosingState>) -> &'static str,
    pub announced_at: &'static str,
    pub ends_at: &'static str,
    pub closed_at: &'static str,
    pub checklist: &'static str,
    pub clear: &'static str,
    pub in_the_way: fn(usize) -> String,
    pub blocker: fn(Blocker, i64) -> String,
    pub mend: fn(Blocker) -> &'static str,
    pub go: fn(Blocker) -> &'static str,
    pub until: &'static str,
    pub steps: &'static str,
    pub step: fn(i32, i32) -> [String; 4],
    pub announce: &'static str,
    pub announce_sure: fn(i32) -> String,
    pub withdraw: &'static str,
    pub withdraw_sure: &'static str,
    pub held: &'static str,
    pub returning: &'static str,
    pub rule: &'static str,
    pub rule_help: &'static str,
    pub announce_days: &'static str,
    pub after_sale_days: &'static str,
    pub set: &'static str,
    /// What viewers of the showcase read: while it sells, and after.
    pub notice: fn(&str, bool) -> String,
}

/// Chinese.
pub const ZH_CN: Closing = Closing {
    title: "关闭店铺",
    state: |state| match state {
        None => "营业中",
        Some(ClosingState::Announced) => "公示中",
        Some(ClosingState::Winding) => "停止销售，处理收尾",
        Some(ClosingState::Closed) => "已关店，退回保证金",
        Some(ClosingState::Settled) => "已关店",
        Some(ClosingState::Withdrawn) => "营业中",
    },
    lead: |state| match state {
        None | Some(ClosingState::Withdrawn) => "关店前，先看看还有什么没有办完。",
        Some(ClosingState::Announced) => "橱窗上已显示关店公告，公示期内照常销售。",
        Some(ClosingState::Winding) => "公示期已满，商品已停止销售。以下事项办完后自动关店。",
        Some(ClosingState::Closed) => "店铺已关闭，保证金正在原路退回。",
        Some(ClosingState::Settled) => "店铺已关闭，一切都已结清。",
    },
    announced_at: "公告时间",
    ends_at: "停止销售",
    closed_at: "关店时间",
    checklist: "关店检查清单",
    clear: "没有未办事项，可以公告关店。",
    in_the_way: |count| format!("还有 {count} 项没有办完"),
    blocker: |kind, count| match kind {
        Blocker::Unpaid => format!("{count} 个订单待付款"),
        Blocker::Open => format!("{count} 个订单待发货或待收货"),
        Blocker::AfterSale => format!("{count} 个已完成订单还在售后期内"),
        Blocker::Refunds => format!("{count} 笔退款还没有到账"),
        Blocker::Unsettled => "还有货款没有结算".to_owned(),
        Blocker::TopUp => "有一笔保证金等待补缴".to_owned(),
        Blocker::Category => format!("{count} 个类目申请在审核"),
        Blocker::Import => format!("{count} 个商品导入在进行"),
        Blocker::Window => "橱窗有定时发布".to_owned(),
        Blocker::Violation => format!("{count} 条违规没有处理"),
    },
    mend: |kind| match kind {
        Blocker::Unpaid => "付款期满会自动取消。先把商品下架，不再接新单。",
        Blocker::Open => "发货并等买家确认收货。先把商品下架，不再接新单。",
        Blocker::AfterSale => "售后期满自动结束。",
        Blocker::Refunds => "支付渠道会继续处理，到账后自动结束。",
        Blocker::Unsettled => "结算后自动结束；应得货款一分不少。",
        Blocker::TopUp => "完成支付，或等它过期。",
        Blocker::Category => "等待审核结果，或撤回申请。",
        Blocker::Import => "等它完成，或取消导入。",
        Blocker::Window => "立即发布，或取消定时。",
        Blocker::Violation => "请先联系运营处理。",
    },
    go: |kind| match kind {
        Blocker::Unpaid | Blocker::Open => "去商品",
        Blocker::TopUp => "去保证金",
        Blocker::Category => "去类目申请",
        Blocker::Import => "去导入",
        Blocker::Window => "去橱窗",
        _ => "",
    },
    until: "最迟到",
    steps: "关店怎么进行",
    step: |announce, after| {
        [
            format!("公示 {announce} 天：橱窗显示关店公告，照常销售，随时可以撤回。"),
            "期满停止销售：商品全部下架，已卖出的订单继续履约。".to_owned(),
            format!("订单完成且收货满 {after} 天、货款结清后，店铺关闭，页面不再开放。"),
            "保证金原路退回，每一步都记在账目里。".to_owned(),
        ]
    },
    announce: "公告关店",
    announce_sure: |days| format!("公告后橱窗立即显示，{days} 天后停止销售。期间可以撤回。"),
    withdraw: "撤回关店",
    withdraw_sure: "撤回后店铺继续营业；已经下架的商品需要重新上架。",
    held: "保证金",
    returning: "退回途中",
    rule: "关店规则",
    rule_help: "新规则对之后的公告生效。",
    announce_days: "公示天数",
    after_sale_days: "售后期天数（收货起算）",
    set: "保存规则",
    notice: |day, sells| {
        if sells {
            format!("本店将于 {day} 停止营业，此前照常购买和发货。")
        } else {
            "本店已停止销售，正在处理剩余订单。".to_owned()
        }
    },
};

/// English.
pub const EN: Closing = Closing {
    title: "Close the shop",
    state: |state| match state {
        None => "Open",
        Some(ClosingState::Announced) => "Announced",
        Some(ClosingState::Winding) => "Off sale, winding up",
        Some(ClosingState::Closed) => "Closed, deposit on its way back",
        Some(ClosingState::Settled) => "Closed",
        Some(ClosingState::Withdrawn) => "Open",
    },
    lead: |state| match state {
        None | Some(ClosingState::Withdrawn) => "Before a shop closes, see what is not finished yet.",
        Some(ClosingState::Announced) => "The showcase says that the shop closes; it sells until then.",
        Some(ClosingState::Winding) => {
            "The day has come and nothing is sold any more. Once this is finished, the shop closes by itself."
        }
        Some(ClosingState::Closed) => "The shop has closed; its deposit goes back the way it came.",
        Some(ClosingState::Settled) => "The shop has closed and everything is settled.",
    },
    announced_at: "Announced",
    ends_at: "Stops selling",
    closed_at: "Closed",
    checklist: "Checklist",
    clear: "Nothing is in the way: the closing can be announced.",
    in_the_way: |count| format!("{count} in the way"),
    blocker: |kind, count| match kind {
        Blocker::Unpaid => format!("Orders waiting for payment: {count}"),
        Blocker::Open => format!("Orders not shipped or not received: {count}"),
        Blocker::AfterSale => format!("Received orders that may still be complained about: {count}"),
        Blocker::Refunds => format!("Refunds not at their buyers yet: {count}"),
        Blocker::Unsettled => "Takings that are not settled".to_owned(),
        Blocker::TopUp => "A top-up of the deposit waits to be paid".to_owned(),
        Blocker::Category => format!("Category requests in review: {count}"),
        Blocker::Import => format!("Imports of products running: {count}"),
        Blocker::Window => "The window is to be published by itself".to_owned(),
        Blocker::Violation => format!("Violations that are not settled: {count}"),
    },
    mend: |kind| match kind {
        Blocker::Unpaid => "They end by themselves. Take products off sale so that no new orders come.",
        Blocker::Open => "Ship them and wait for the buyers. Take products off sale so that no new orders come.",
        Blocker::AfterSale => "Over when the period is.",
        Blocker::Refunds => "The provider goes on; over when the money has arrived.",
        Blocker::Unsettled => "Over once they are settled; nothing of it is lost.",
        Blocker::TopUp => "Pay it, or let its time pass.",
        Blocker::Category => "Wait for the answer, or withdraw the request.",
        Blocker::Import => "Wait for it, or cancel it.",
        Blocker::Window => "Publish now, or cancel the time.",
        Blocker::Violation => "Please ask the operator first.",
    },
    go: |kind| match kind {
        Blocker::Unpaid | Blocker::Open => "To the products",
        Blocker::TopUp => "To the deposit",
        Blocker::Category => "To the requests",
        Blocker::Import => "To the import",
        Blocker::Window => "To the window",
        _ => "",
    },
    until: "by itself at the latest",
    steps: "How a shop closes",
    step: |announce, after| {
        [
            format!(
                "Announced for {announce} days: the showcase says so, everything is sold as before, and it can be taken back."
            ),
            "Then nothing is sold any more: products go off, orders that were placed are fulfilled.".to_owned(),
            format!(
                "Once orders are finished, {after} days have passed since their receipt and the takings are settled, the shop closes and its pages are gone."
            ),
            "The deposit goes back the way it came; every step is in its account.".to_owned(),
        ]
    },
    announce: "Announce the closing",
    announce_sure: |days| {
        format!("The showcase says so at once; nothing is sold after {days} days. It can be taken back until then.")
    },
    withdraw: "Take it back",
    withdraw_sure: "The shop goes on; products that went off have to be listed again.",
    held: "Deposit",
    returning: "On its way back",
    rule: "Closing a shop",
    rule_help: "For closings announced from now on.",
    announce_days: "Days of announcement",
    after_sale_days: "Days to complain after receipt",
    set: "Set",
    notice: |day, sells| {
        if sells {
            format!("This shop closes on {day}. Until then it sells and ships as before.")
        } else {
            "This shop does not sell any more and is finishing its orders.".to_owned()
        }
    },
};
