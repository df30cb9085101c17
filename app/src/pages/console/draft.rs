//! What an operator does with a violation before anybody hears of it.

use leptos::prelude::*;
use shared::dto::ViolationFile;

use super::charge::{Charge, fields};
use crate::{
    api::answer::Kept, i18n::studio::violations::Violations, present::when::local_in_china, ui::icon_of,
    views::field::error_of,
};

/// Issue it, change it, or throw it away.
pub fn draft(file: &ViolationFile, appeal_days: i32, kept: &Kept, texts: &'static Violations) -> impl IntoView + use<> {
    let (view, row) = (&file.view, &file.view.row);
    let key = || {
        view! { <input type="hidden" name="id" value=row.id.to_string() /><input type="hidden" name="version" value=view.version.to_string() /> }
    };
    let files = view.papers.iter().filter(|paper| !paper.theirs).count();
    let late = error_of(kept.problem.as_ref(), "until").filter(|_| kept.value("until").is_none());
    let charge = Charge {
        target: row.target,
        subject: file.target_id.clone(),
        kind: row.kind,
        severity: row.severity,
        effect: row.effect,
        until: row.ends_at.as_deref().map(local_in_china).unwrap_or_default(),
        notice: file.notice.clone(),
        draft: Some((row.id.to_string(), view.version)),
    };
    let again = kept.problem.is_some();
    view! {
        <section class="card" aria-labelledby="issue">
            <h2 id="issue">{texts.issue}</h2>
            <p class="s">{texts.draft_help}</p>
            <p class="s dim">{(texts.issue_help)(appeal_days, files)}</p>
            {late.map(|words| view! { <p class="fault">{words}</p> })}
            <form method="post" action="/fn/console/violation/issue">{key()}<button class="btn buy" name="act" value="issue">{icon_of("i s", "check")}{texts.issue}</button></form>
        </section>
        <details class="card" open=again>
            <summary class="strong">{texts.edit}</summary>
            <form class="fields" method="post" action="/fn/console/violation/draft" aria-label=texts.edit>
                {fields(&charge, kept, texts)}
                <div><button class="btn">{texts.set}</button></div>
            </form>
        </details>
        <details class="card">
            <summary class="strong">{texts.discard}</summary>
            <p class="s dim">{texts.discard_sure}</p>
            <form method="post" action="/fn/console/violation/issue">{key()}<button class="btn" name="act" value="discard">{texts.discard}</button></form>
        </details>
    }
}
