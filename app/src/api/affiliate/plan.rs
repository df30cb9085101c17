use leptos::prelude::*;

use crate::api::Failure;

/// Changes a plan: `act` is `rate`, `end`, `keep`, `name` (a creator by handle) or `drop:<creator>`.
#[server(prefix = "/fn", endpoint = "affiliate/plan")]
pub async fn change_plan(
    plan: String,
    act: String,
    #[server(default)] rate: String,
    #[server(default)] creator: String,
) -> Result<(), Failure> {
    use crate::{
        api::{answer::answer, fail, read},
        context::{caller, shop},
    };

    async fn change(plan: &str, act: &str, rate: &str, creator: &str) -> Result<(), commerce::Error> {
        let (shop, actor) = (shop()?, caller().actor);
        let (plans, id) = (shop.affiliate(), read::field("plan", plan)?);
        let invalid = |field| commerce::Error::Invalid(vec![field]);
        let (act, whom) = act.split_once(':').unwrap_or((act, ""));
        match act {
            "rate" => {
                let rate = read::percent(rate).filter(|_| !rate.trim().is_empty()).ok_or_else(|| invalid("rate"))?;
                plans.change_rate(actor, id, rate).await
            }
            "end" => plans.end_plan(actor, id).await,
            "keep" => plans.keep_plan(actor, id).await,
            "name" => {
                let handle = creator.trim().trim_start_matches('@').parse().map_err(|_| invalid("creators"))?;
                plans.name_creator(actor, id, &handle).await
            }
            "drop" => plans.drop_creator(actor, id, read::field("creators", whom)?).await,
            _ => Err(invalid("act")),
        }
    }
    let result = change(&plan, &act, &rate, &creator).await.map_err(fail);
    // The problem is shown at the plan it belongs to.
    let typed = [("of", plan.as_str()), ("new_rate", rate.as_str()), ("creator", creator.as_str())];
    answer(result, |()| format!("/studio/promotion#plan-{plan}"), "/studio/promotion", &typed)
}
