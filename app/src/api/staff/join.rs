use leptos::prelude::*;

use crate::api::Failure;

/// Takes the place that a link offers.
#[server(prefix = "/fn", endpoint = "staff/join")]
pub async fn join_shop(token: String) -> Result<(), Failure> {
    use crate::{
        api::{answer::answer, fail},
        context::{self, caller},
    };

    async fn join(token: &str) -> Result<(), commerce::Error> {
        context::shop()?.staff().join(caller().actor, token).await.map(drop)
    }
    let safe: String = token.chars().filter(|c| c.is_ascii_alphanumeric() || matches!(c, '-' | '_')).collect();
    let back = format!("/studio/join/{safe}");
    answer(join(&token).await.map_err(fail), |()| "/studio".to_owned(), &back, &[])
}
