//! Opening a showcase in the demo: sample rules and agreements, and one application that waits for the operator.
//! Names, numbers and papers are made up and say so.

use bytes::Bytes;
use commerce::{
    Actor, Commerce,
    onboarding::{NewAgreement, NewPolicy, NewRule, Outside, Step},
};
use shared::{
    AgreementKind, BuyerId, CategoryId, DepositBy, DocumentKind, LocalText, Locale, OpeningMode, RuleKind, SubjectType,
};

/// Sample papers, each with "sample" written across it.
static LICENCE: &[u8] = include_bytes!("../../demo/papers/licence.jpg");
static CARD: &[u8] = include_bytes!("../../demo/papers/id.jpg");
static PERMIT: &[u8] = include_bytes!("../../demo/papers/permit.jpg");

/// Sample rules and agreements.
pub async fn rules(commerce: &Commerce) -> anyhow::Result<()> {
    let (onboarding, from) = (commerce.onboarding(), commerce.clock().now());
    let policy =
        NewPolicy { deposit_by: DepositBy::Maximum, least_minor: 10_000, review_hours: 48, pay_hours: 168, from };
    onboarding.set_policy(Actor::System, policy).await?;
    let followers = NewRule { kind: RuleKind::Followers, mode: Some(OpeningMode::Platform), wanted: Some(100), from };
    onboarding.set_rule(Actor::System, followers).await?;
    for (kind, title, body) in agreements() {
        let new = NewAgreement { kind, version: 1, title, body, from };
        onboarding.publish_agreement(Actor::System, new).await?;
    }
    Ok(())
}

/// Asks for a food licence where tea is sold, and hands in one application of `account`'s.
pub async fn application(commerce: &Commerce, account: BuyerId) -> anyhow::Result<()> {
    let (onboarding, who) = (commerce.onboarding(), Actor::Account(account));
    let first = onboarding.mine(who, Locale::ZhCn).await?;
    let Some(tea) = first.categories.first().map(|category| category.id) else { return Ok(()) };
    onboarding.require_paper(Actor::System, tea, text("食品经营许可证", "Food licence")).await?;
    onboarding.verify_name(who, "许青岚", "11010519491231002X").await?;
    for step in steps(tea) {
        onboarding.save(who, step).await?;
    }
    for slot in onboarding.mine(who, Locale::ZhCn).await?.documents {
        let paper = match slot.kind {
            DocumentKind::Licence | DocumentKind::Bank | DocumentKind::Outside => LICENCE,
            DocumentKind::IdFront | DocumentKind::IdBack => CARD,
            DocumentKind::Paper => PERMIT,
        };
        onboarding.upload(who, slot.kind, slot.category, Bytes::from_static(paper)).await?;
    }
    let agreements = onboarding.mine(who, Locale::ZhCn).await?.agreements;
    onboarding.sign(who, agreements.into_iter().map(|agreement| agreement.id).collect()).await?;
    Ok(onboarding.submit(who).await?)
}

fn steps(category: CategoryId) -> [Step; 4] {
    [
        Step::Mode { mode: OpeningMode::Direct, shop: Outside::default() },
        Step::Subject {
            subject: SubjectType::Company,
            legal_name: "青岚茶业（武夷山）有限公司（样本）".into(),
            number: "91350782MA338T6Q3X".into(),
            contact: "许青岚".into(),
            phone: "13800138000".into(),
        },
        Step::Shop {
            shop_name: "青岚茶业".into(), handle: "qinglan".into(), intro: "武夷山桐木关的小种红茶。".into()
        },
        Step::Categories(vec![category]),
    ]
}

fn agreements() -> [(AgreementKind, LocalText, LocalText); 3] {
    [
        (
            AgreementKind::Service,
            text("橱窗服务协议（样本）", "Service agreement (sample)"),
            text(
                "这是演示用的样本文本，不是真实合同。\n\n商家如实展示商品，按承诺时间发货，依法承担售后责任。\n\n平台提供展示、下单与结算服务，并按类目费率收取技术服务费。",
                "This is a sample for the demo, not a contract.\n\nThe shop shows its goods truthfully, ships as promised and answers for them as the law says.\n\nThe platform shows, takes orders and settles, for a technical service fee by category.",
            ),
        ),
        (
            AgreementKind::Deposit,
            text("保证金协议（样本）", "Deposit agreement (sample)"),
            text(
                "这是演示用的样本文本，不是真实合同。\n\n保证金按所选类目缴纳，存入店铺的保证金账户。\n\n关店并完结全部订单后，保证金原路退回。",
                "This is a sample for the demo, not a contract.\n\nThe deposit follows the chosen categories and is held in the shop's deposit account.\n\nIt is returned once the shop is closed and every order is final.",
            ),
        ),
        (
            AgreementKind::Privacy,
            text("隐私协议（样本）", "Privacy agreement (sample)"),
            text(
                "这是演示用的样本文本，不是真实合同。\n\n证件加密保存，只有审核员能查看，每次查看都有记录。",
                "This is a sample for the demo, not a contract.\n\nPapers are kept encrypted; only reviewers read them, and every reading is logged.",
            ),
        ),
    ]
}

fn text(zh: &str, en: &str) -> LocalText {
    LocalText { zh: zh.to_owned(), en: en.to_owned() }
}
