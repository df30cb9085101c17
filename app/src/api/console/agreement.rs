use leptos::prelude::*;

use crate::api::Failure;

/// Publishes the next version of an agreement; whoever has an open shop is told to sign it.
#[server(prefix = "/fn", endpoint = "console/agreement")]
pub async fn publish_agreement(
    kind: String,
    #[server(default)] title_zh: String,
    #[server(default)] title_en: String,
    #[server(default)] body_zh: String,
    #[server(default)] body_en: String,
    #[server(default)] from: String,
) -> Result<(), Failure> {
    use commerce::onboarding::NextAgreement;
    use shared::LocalText;

    use crate::{
        api::{answer::answer, console::read, fail, read::field},
        context::{caller, shop},
    };

    async fn publish(kind: &str, title: LocalText, body: LocalText, from: &str) -> Result<(), commerce::Error> {
        let next = NextAgreement { kind: field("kind", kind)?, title, body, from: read::from(from)? };
        shop()?.onboarding().publish_next(caller().actor, next).await.map(drop)
    }
    // Browsers send line ends as two characters; paragraphs are parted by empty lines.
    let plain = |text: &str| text.replace("\r\n", "\n");
    let (title, body) = (read::text(&title_zh, &title_en), read::text(&plain(&body_zh), &plain(&body_en)));
    let result = publish(&kind, title, body, &from).await.map_err(fail);
    let typed = [
        ("kind", kind.as_str()),
        ("title_zh", &title_zh),
        ("title_en", &title_en),
        ("body_zh", &body_zh),
        ("body_en", &body_en),
        ("from", &from),
    ];
    let page =
        format!("/console/agreements?kind={}", kind.chars().filter(char::is_ascii_lowercase).collect::<String>());
    answer(result, |()| format!("{page}&saved=1"), &page, &typed)
}
