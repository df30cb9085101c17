use leptos::prelude::*;
use serde::{Deserialize, Serialize};

use crate::api::Failure;

/// What a reviewer ticked and wrote at one field.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct VerdictForm {
    /// The field, by its name.
    pub field: String,
    /// `yes`, `no`, or nothing yet.
    pub ok: String,
    /// Why not.
    pub reason: String,
    /// What the applicant reads.
    pub words: String,
}

/// Keeps the verdicts, and then approves or sends back if that was asked (`approve`, `reject`).
#[server(prefix = "/fn", endpoint = "console/judge")]
pub async fn judge_application(
    id: String,
    version: String,
    #[server(default)] verdicts: Vec<VerdictForm>,
    #[server(default)] decision: String,
) -> Result<(), Failure> {
    use commerce::onboarding::{Decision, Judgement};
    use shared::{ApplicationId, dto::Verdict};

    use crate::{
        api::{answer::answer, fail, read},
        context::{caller, shop},
    };

    async fn judge(id: &str, version: &str, forms: &[VerdictForm], decision: &str) -> Result<(), commerce::Error> {
        let (id, version): (ApplicationId, i64) = (read::field("id", id)?, read::field("version", version)?);
        let judged = forms.iter().filter(|form| !form.ok.is_empty()).map(|form| Verdict {
            field: form.field.clone(),
            ok: form.ok == "yes",
            reason: form.reason.parse().ok().filter(|_| form.ok != "yes"),
            words: if form.ok == "yes" { String::new() } else { form.words.trim().to_owned() },
        });
        let (shop, actor) = (shop()?, caller().actor);
        let keep = Judgement { version, verdicts: judged.collect(), decision: Decision::Keep };
        shop.onboarding().judge(actor, id, keep).await?;
        let decision = match decision {
            "approve" => Decision::Approve,
            "reject" => Decision::Reject,
            _ => return Ok(()),
        };
        // What was ticked is kept by now, whatever comes of the decision.
        let decided = Judgement { version: version + 1, verdicts: Vec::new(), decision };
        shop.onboarding().judge(actor, id, decided).await
    }
    let page = format!("/console/applications/{id}");
    let next = if decision == "keep" { format!("{page}?saved=1") } else { page.clone() };
    answer(judge(&id, &version, &verdicts, &decision).await.map_err(fail), |()| next, &page, &[])
}
