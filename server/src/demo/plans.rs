//! What the demo's merchants offer creators for commission, and the samples that they have been asked for.

use anyhow::Context;
use commerce::{
    Actor, Commerce,
    affiliate::{NewPlan, SampleAct},
};
use shared::{BasisPoints, Locale, PlanKind};

use super::{Made, people::Owners};

/// Product, kind, rate in 1/10 000, and whom the plan names. Samples.
const PLANS: [(&str, PlanKind, i32, &[&str]); 16] = [
    ("mug-enamel", PlanKind::Ordinary, 1_200, &[]),
    ("flask", PlanKind::Ordinary, 1_500, &[]),
    ("table-roll", PlanKind::Ordinary, 800, &[]),
    ("stove-gas", PlanKind::Ordinary, 1_000, &[]),
    ("lantern", PlanKind::Ordinary, 1_000, &[]),
    ("lantern", PlanKind::Targeted, 1_800, &["tea"]),
    ("firepit", PlanKind::Exclusive, 2_000, &["tea"]),
    ("travel-set", PlanKind::Ordinary, 1_500, &[]),
    ("coldbrew-bottle", PlanKind::Ordinary, 1_000, &[]),
    ("thermos-tea", PlanKind::Ordinary, 1_200, &[]),
    ("tea-bags", PlanKind::Ordinary, 2_000, &[]),
    ("flower-teas", PlanKind::Ordinary, 1_800, &[]),
    ("flower-teas", PlanKind::Targeted, 2_500, &["outdoor"]),
    ("book-moon", PlanKind::Ordinary, 1_500, &[]),
    ("book-star", PlanKind::Ordinary, 1_500, &[]),
    ("puzzle-forest", PlanKind::Ordinary, 2_000, &[]),
];

/// Offers everything, announces two falls, and asks for samples on behalf of two creators.
pub async fn offer(commerce: &Commerce, made: &Made, owners: &Owners) -> anyhow::Result<()> {
    let plans = commerce.affiliate();
    let product = |code: &str| made.products.get(code).copied().with_context(|| format!("product {code}"));
    for (code, kind, rate, creators) in PLANS {
        let creators = creators.iter().map(|handle| handle.parse()).collect::<Result<_, _>>()?;
        let new = NewPlan { product: product(code)?, kind, rate: BasisPoints::try_from(rate)?, creators };
        let id = plans.offer(Actor::System, new).await.with_context(|| format!("plan of {code}"))?;
        if code == "thermos-tea" || code == "stove-gas" {
            plans.change_rate(Actor::System, id, BasisPoints::try_from(600)?).await?;
        }
    }
    let ask = async |handle: &str, code: &str, note: &str| {
        let owner = *owners.get(handle).with_context(|| format!("the owner of {handle}"))?;
        let book = commerce.identity().addresses(owner).await?;
        let home = book.first().with_context(|| format!("an address of {handle}"))?.id;
        let id = product(code)?;
        let found = commerce.catalog().product(owner, id, Locale::ZhCn).await?;
        let sku = found.skus.first().with_context(|| format!("a SKU of {code}"))?.id;
        anyhow::Ok(plans.ask_sample(owner, &handle.parse()?, (id, sku), home, note).await?)
    };
    ask("tea", "stove-gas", "想拍一期露营煮茶，需要看看火力和收纳。").await?;
    ask("outdoor", "travel-set", "下月徒步三天，想在山上泡茶试试。").await?;
    let sent = ask("tea", "flask", "").await?;
    plans.move_sample(Actor::System, sent, SampleAct::Accept).await?;
    plans.move_sample(Actor::System, sent, SampleAct::Send("顺丰 SF1029384756".into())).await?;
    Ok(())
}
