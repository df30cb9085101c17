use leptos::prelude::*;

use crate::api::Failure;

/// Changes the words of a clip, as they were of `version`.
#[server(prefix = "/fn", endpoint = "clip/caption")]
pub async fn save_clip_caption(
    id: String,
    #[server(default)] version: String,
    #[server(default)] caption_zh: String,
    #[server(default)] caption_en: String,
) -> Result<(), Failure> {
    use crate::{
        api::{answer::answer, fail, read},
        context::{caller, shop},
    };

    async fn save(id: &str, version: &str, zh: &str, en: &str) -> Result<(), commerce::Error> {
        let caption = shared::LocalText { zh: zh.to_owned(), en: en.to_owned() };
        shop()?.video().set_caption(caller().actor, read::field("id", id)?, version.parse().ok(), caption).await
    }
    let page = format!("/studio/clips/{id}");
    let result = save(&id, &version, &caption_zh, &caption_en).await.map_err(fail);
    let typed = [("caption_zh", caption_zh.as_str()), ("caption_en", &caption_en)];
    answer(result, |()| format!("{page}?saved=caption"), &page, &typed)
}
