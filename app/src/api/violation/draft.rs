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
    /// The draft that is written anew, by its id; empty for a new one.
    pub violation: String,
    /// As it was seen.
    pub version: String,
}

/// Writes a draft, new or anew, and leads to its page, where evidence is added before it is issued.
#[server(prefix = "/fn", endpoint = "console/violation/draft")]
pub async fn draft_violation(form: ViolationForm) -> Result<String, Failure> {
    use commerce::violation::NewViolation;
    use shared::LocalText;

    use crate::{
        api::{answer::answer, fail, read},
        context::{caller, shop},
    };

    async fn write(form: &ViolationForm) -> Result<String, commerce::Error> {
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
        let (shop, actor) = (shop()?, caller().actor);
        if form.violation.is_empty() {
            return Ok(shop.violation().draft(actor, new).await?.to_string());
        }
        let (id, version) = (read::field("violation", &form.violation)?, read::field("version", &form.version)?);
        shop.violation().redraft(actor, id, version, new).await?;
        Ok(form.violation.clone())
    }
    // These become part of an address: names and ids have no other characters.
    let name =
        |text: &str| -> String { text.chars().filter(|c| c.is_ascii_alphanumeric() || "-_".contains(*c)).collect() };
    let (target, id, kind) = (name(&form.target), name(&form.subject), name(&form.kind));
    let back = match name(&form.violation) {
        known if known.is_empty() => format!("/console/violations/new?target={target}&id={id}&kind={kind}"),
        known => format!("/console/violations/{known}"),
    };
    let typed = [
        ("kind", form.kind.as_str()),
        ("severity", &form.severity),
        ("effect", &form.effect),
        ("until", &form.until),
        ("notice_zh", &form.notice_zh),
        ("notice_en", &form.notice_en),
    ];
    let next = |id: &String| format!("/console/violations/{id}?saved=draft#evidence");
    answer(write(&form).await.map_err(fail), next, &back, &typed)
}
