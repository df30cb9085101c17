use leptos::prelude::*;

use crate::api::Failure;

/// Adds a platform that shops can be linked to (`id` is empty), or changes one that read as `version`.
#[server(prefix = "/fn", endpoint = "console/platform")]
pub async fn save_platform(
    #[server(default)] id: String,
    #[server(default)] version: String,
    #[server(default)] mode: String,
    #[server(default)] name_zh: String,
    #[server(default)] name_en: String,
    #[server(default)] hosts: String,
    #[server(default)] open: String,
) -> Result<(), Failure> {
    use commerce::linked::NewPlatform;
    use shared::LocalText;

    use crate::{
        api::{answer::answer, fail, read::field},
        context::{caller, shop},
    };

    async fn save(known: (&str, &str), mode: &str, rest: NewPlatform) -> Result<(), commerce::Error> {
        let (id, version) = known;
        let known = if id.is_empty() { None } else { Some((field("id", id)?, field("version", version)?)) };
        let new = NewPlatform { known, mode: field("mode", mode)?, ..rest };
        shop()?.linked().save_platform(caller().actor, new).await.map(drop)
    }
    let rest = NewPlatform {
        known: None,
        mode: shared::OpeningMode::Platform,
        name: LocalText { zh: name_zh.clone(), en: name_en.clone() },
        hosts: hosts.lines().map(str::to_owned).collect(),
        open: !open.is_empty(),
    };
    let result = save((&id, &version), &mode, rest).await.map_err(fail);
    let typed = [
        ("id", id.as_str()),
        ("mode", &mode),
        ("name_zh", &name_zh),
        ("name_en", &name_en),
        ("hosts", &hosts),
        ("open", &open),
    ];
    answer(result, |()| "/console/platforms?saved=1".to_owned(), "/console/platforms", &typed)
}
