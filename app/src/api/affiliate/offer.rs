use leptos::prelude::*;

use crate::api::Failure;

/// Offers a product for commission; `creators` are handles with commas between them.
#[server(prefix = "/fn", endpoint = "affiliate/offer")]
pub async fn offer_plan(
    product: String,
    kind: String,
    rate: String,
    #[server(default)] creators: String,
) -> Result<shared::PlanId, Failure> {
    use crate::{
        api::{answer::answer, fail, read},
        context::{caller, shop},
    };

    const PAGE: &str = "/studio/promotion";

    async fn offer(product: &str, kind: &str, rate: &str, creators: &str) -> Result<shared::PlanId, commerce::Error> {
        let handles = creators.split([',', '，', ' ', '\n']).map(str::trim).filter(|part| !part.is_empty());
        let handles = handles.map(|handle| handle.trim_start_matches('@').parse());
        let new = commerce::affiliate::NewPlan {
            product: read::field("product", product)?,
            kind: read::field("plan", kind)?,
            rate: read::percent(rate)
                .filter(|_| !rate.trim().is_empty())
                .ok_or(commerce::Error::Invalid(vec!["rate"]))?,
            creators: handles.collect::<Result<_, _>>().map_err(|_| commerce::Error::Invalid(vec!["creators"]))?,
        };
        shop()?.affiliate().offer(caller().actor, new).await
    }
    let result = offer(&product, &kind, &rate, &creators).await.map_err(fail);
    let typed = [
        ("product", product.as_str()),
        ("kind", kind.as_str()),
        ("rate", rate.as_str()),
        ("creators", creators.as_str()),
    ];
    answer(result, |id| format!("{PAGE}#plan-{id}"), PAGE, &typed)
}
