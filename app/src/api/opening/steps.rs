use leptos::prelude::*;

use crate::api::Failure;

/// Keeps how the showcase gets its goods.
#[server(prefix = "/fn", endpoint = "opening/mode")]
pub async fn save_mode(
    #[server(default)] mode: String,
    #[server(default)] platform: String,
    #[server(default)] outside_name: String,
    #[server(default)] outside: String,
    #[server(default)] outside_address: String,
) -> Result<(), Failure> {
    use commerce::onboarding::{Outside, Step};

    use crate::api::read;

    let shop = Outside {
        platform: platform.parse().ok(),
        name: outside_name.clone(),
        number: outside.clone(),
        address: outside_address.clone(),
    };
    let step = read::field("mode", &mode).map(|mode| Step::Mode { mode, shop });
    let typed = [
        ("mode", mode.as_str()),
        ("platform", &platform),
        ("outside_name", &outside_name),
        ("outside", &outside),
        ("outside_address", &outside_address),
    ];
    keep(step, "mode", "subject", &typed).await
}

/// Keeps who applies.
#[server(prefix = "/fn", endpoint = "opening/subject")]
pub async fn save_subject(
    #[server(default)] subject: String,
    #[server(default)] legal_name: String,
    #[server(default)] number: String,
    #[server(default)] contact: String,
    #[server(default)] phone: String,
) -> Result<(), Failure> {
    use commerce::onboarding::Step;

    use crate::api::read;

    // Not the number: a cookie is no place for it.
    let typed = [("subject", &subject), ("legal_name", &legal_name), ("contact", &contact), ("phone", &phone)];
    let typed = typed.map(|(name, value)| (name, value.as_str()));
    let step = read::field("subject", &subject).map(|subject| Step::Subject {
        subject,
        legal_name: legal_name.clone(),
        number,
        contact: contact.clone(),
        phone: phone.clone(),
    });
    keep(step, "subject", "shop", &typed).await
}

/// Keeps what the shop will be called.
#[server(prefix = "/fn", endpoint = "opening/shop")]
pub async fn save_shop(
    #[server(default)] shop_name: String,
    #[server(default)] handle: String,
    #[server(default)] intro: String,
) -> Result<(), Failure> {
    use commerce::onboarding::Step;

    let typed = [("shop_name", shop_name.as_str()), ("handle", &handle), ("intro", &intro)];
    let step = Step::Shop { shop_name: shop_name.clone(), handle: handle.clone(), intro: intro.clone() };
    keep(Ok(step), "shop", "categories", &typed).await
}

/// Keeps what will be sold.
#[server(prefix = "/fn", endpoint = "opening/categories")]
pub async fn save_categories(#[server(default)] categories: Vec<String>) -> Result<(), Failure> {
    use commerce::onboarding::Step;

    use crate::api::read;

    let ids: Result<Vec<_>, _> = categories.iter().map(|id| read::field("categories", id)).collect();
    keep(ids.map(Step::Categories), "categories", "documents", &[]).await
}

/// Keeps a step and leads to the next one, or back to it.
#[cfg(feature = "ssr")]
async fn keep(
    step: Result<commerce::onboarding::Step, commerce::Error>,
    name: &str,
    next: &str,
    typed: &[(&str, &str)],
) -> Result<(), Failure> {
    use crate::{
        api::{answer::answer, fail},
        context::{caller, shop},
    };

    async fn save(step: Result<commerce::onboarding::Step, commerce::Error>) -> Result<(), commerce::Error> {
        shop()?.onboarding().save(caller().actor, step?).await
    }
    let next = format!("/studio/open?step={next}#step");
    answer(save(step).await.map_err(fail), |()| next, &format!("/studio/open?step={name}"), typed)
}
