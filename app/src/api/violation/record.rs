use leptos::prelude::*;
use serde::{Deserialize, Serialize};

use crate::api::Failure;

/// A violation as the operator wrote it.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct ViolationForm {
    /// What it is against, by its name.
    pub target: String,
    /// The id of that.
    pub subject: String,
    /// Which rule was broken, by its name.
    pub kind: String,
    /// How grave it is, by its name.
    pub severity: String,
    /// What follows, by its name.
    pub effect: String,
    /// China's date and time; empty for until it is lifted.
    pub until: String,
    /// The notice in Chinese.
    pub notice_zh: String,
    /// The notice in English.
    pub notice_en: String,
}

/// Records a violation and leads to its page, where evidence is added.
#[server(prefix = "/fn", endpoint = "console/violation/record")]
pub async fn record_violation(form: ViolationForm) -> Result<String, Failure> {
    use commerce::violation::NewViolation;
    use shared::LocalText;

    use crate::{
        api::{answer::answer, fail, read},
        context::{caller, shop},
    };

    async fn record(form: &ViolationForm) -> Result<String, commerce::Error> {
        // Browsers send lines with two characters at their ends.
        let lines = |text: &str| text.replace("\r\n", "\n");
        let new = NewViolation {
            target: read::field("target", &form.target)?,
            id: read::field("subject", &form.subject)?,
            kind: read::field("kind", &form.kind)?,
            severity: read::field("severity", &form.severity)?,
            effect: read::field("effect", &form.effect)?,
            until: read::moment("until", &form.until)?,
            notice: LocalText { zh: lines(&form.notice_zh), en: lines(&form.notice_en) },
        };
        Ok(shop()?.violation().record(caller().actor, new).await?.to_string())
    }
    // These become part of an address: names and ids have no other characters.
    let name =
        |text: &str| -> String { text.chars().filter(|c| c.is_ascii_alphanumeric() || "-_".contains(*c)).collect() };
    let (target, id, kind) = (name(&form.target), name(&form.subject), name(&form.kind));
    let back = format!("/console/violations/new?target={target}&id={id}&kind={kind}");
    let typed = [
        ("severity", form.severity.as_str()),
        ("effect", &form.effect),
        ("until", &form.until),
        ("notice_zh", &form.notice_zh),
        ("notice_en", &form.notice_en),
    ];
    let next = |id: &String| format!("/console/violations/{id}?saved=recorded#evidence");
    answer(record(&form).await.map_err(fail), next, &back, &typed)
}
