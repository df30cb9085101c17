use leptos::prelude::*;

use crate::api::Failure;

/// Sets a condition from a date on, or at once.
#[server(prefix = "/fn", endpoint = "console/rule")]
pub async fn set_rule(
    kind: String,
    #[server(default)] mode: String,
    #[server(default)] wanted: String,
    #[server(default)] from: String,
) -> Result<(), Failure> {
    use commerce::onboarding::NewRule;

    use crate::{
        api::{answer::answer, console::read::from as from_day, fail, read},
        context::{caller, shop},
    };

    async fn set(kind: &str, mode: &str, wanted: &str, from: &str) -> Result<(), commerce::Error> {
        let shop = shop()?;
        let rule = NewRule {
            kind: read::field("kind", kind)?,
            mode: if mode.is_empty() { None } else { Some(read::field("mode", mode)?) },
            wanted: if wanted.trim().is_empty() { None } else { Some(read::field("wanted", wanted)?) },
            from: from_day(from)?.unwrap_or_else(|| shop.clock().now()),
        };
        shop.onboarding().set_rule(caller().actor, rule).await
    }
    let typed = [("kind", kind.as_str()), ("mode", &mode), ("wanted", &wanted), ("from", &from)];
    let result = set(&kind, &mode, &wanted, &from).await.map_err(fail);
    answer(result, |()| "/console/rules".to_owned(), "/console/rules", &typed)
}

/// Sets how applications are dealt with, at once.
#[server(prefix = "/fn", endpoint = "console/policy")]
pub async fn set_policy(
    deposit_by: String,
    least: String,
    review_hours: String,
    pay_hours: String,
) -> Result<(), Failure> {
    use commerce::onboarding::NewPolicy;

    use crate::{
        api::{answer::answer, fail, read},
        context::{caller, shop},
    };

    async fn set(by: &str, least: &str, review: &str, pay: &str) -> Result<(), commerce::Error> {
        let shop = shop()?;
        let least = read::money(least.trim(), "CNY").map_err(|_| commerce::Error::Invalid(vec!["least_minor"]))?;
        let policy = NewPolicy {
            deposit_by: read::field("deposit_by", by)?,
            least_minor: least.minor,
            review_hours: read::field("review_hours", review)?,
            pay_hours: read::field("pay_hours", pay)?,
            from: shop.clock().now(),
        };
        shop.onboarding().set_policy(caller().actor, policy).await
    }
    let typed = [
        ("deposit_by", deposit_by.as_str()),
        ("least", &least),
        ("review_hours", &review_hours),
        ("pay_hours", &pay_hours),
    ];
    let result = set(&deposit_by, &least, &review_hours, &pay_hours).await.map_err(fail);
    answer(result, |()| "/console/rules".to_owned(), "/console/rules", &typed)
}
