//! `/studio/open`: one page of steps, and what becomes of them.

mod after;
mod agreements;
mod categories;
mod compare;
mod conditions;
mod documents;
mod link;
mod steps;
mod who;

use leptos::prelude::*;
use shared::{ApplicationState, dto::Opening};

use super::{StudioFrame, StudioTab, my_shop};
use crate::{
    api::answer::{Kept, kept},
    context::caller,
    i18n::studio::{opening, words::Words},
    pages::load::{form_error, page, query},
    present::when::When,
    views::field::banner,
};

/// What every part of the page needs.
pub(super) struct Desk {
    /// The application.
    pub opening: Opening,
    /// What a form came back with.
    pub kept: Kept,
    /// The step that is open, by its name.
    pub step: Option<String>,
    /// Says times.
    pub when: When,
    /// The page's texts.
    pub texts: &'static opening::Opening,
    /// The names of things.
    pub words: &'static Words,
}

/// `/studio/open?step=`
#[component]
pub fn OpeningPage() -> impl IntoView {
    let caller = caller();
    let kept = kept().unwrap_or_default();
    let (step, error) = (query("step"), form_error());
    page(
        async move |commerce| {
            let opening = commerce.onboarding().mine(caller.actor, caller.locale).await?;
            let shop = my_shop(&commerce, caller).await?;
            Ok((opening, shop, commerce.clock().now(), commerce.new_key()))
        },
        move |(opening, shop, now, key)| {
            let studio = caller.texts().studio;
            let (texts, words) = (&studio.opening, &studio.words);
            let when = When::new(now, caller.locale);
            let plain = kept.problem.is_none().then_some(error).flatten();
            let plain = plain.map(|code| {
                let said = caller.texts().common.error(code);
                view! { <p class="notice bad" role="alert" tabindex="-1" data-problem>{said}</p> }
            });
            let problem = banner(kept.problem.as_ref());
            let state = opening.state;
            let desk = Desk { opening, kept, step, when, texts, words };
            let head = after::head(&desk, shop.as_ref());
            let body = match state {
                ApplicationState::Draft | ApplicationState::Rejected => steps::steps(&desk).into_any(),
                ApplicationState::ToPay => after::pay(&desk, key.as_str()).into_any(),
                // A new version since: whoever has a shop signs again.
                ApplicationState::Open if desk.opening.agreements.iter().any(|one| one.signed_at.is_none()) => {
                    agreements::form(&desk).into_any()
                }
                _ => ().into_any(),
            };
            let history = after::history(&desk);
            view! {
                <StudioFrame title=texts.title tab=StudioTab::Open shop=shop>
                    <div class="opening">{plain}{problem}{head}{body}{history}</div>
                </StudioFrame>
            }
        },
    )
}

impl Desk {
    /// What is wrong with a field: the reviewer's words, else what handing it in would say. An empty field is told
    /// so only after the form came back.
    pub fn fault(&self, field: &'static str, value: &str) -> Option<String> {
        if let Some(words) = self.refused(field) {
            return Some(words);
        }
        let told = self.kept.problem.as_ref().is_some_and(|problem| problem.fields.iter().any(|f| f.field == field));
        let missing = self.opening.missing.iter().any(|missing| missing == field);
        (told || (missing && !value.is_empty())).then(|| (self.texts.fault)(field).to_owned())
    }

    /// The reviewer's words at a field, while the application is sent back.
    pub fn refused(&self, field: &str) -> Option<String> {
        if self.opening.state != ApplicationState::Rejected {
            return None;
        }
        let verdicts = &self.opening.rounds.first()?.verdicts;
        let verdict = verdicts.iter().find(|verdict| verdict.field == field && !verdict.ok)?;
        let reason = verdict.reason.map(self.words.reason).unwrap_or_default();
        let said = [reason, verdict.words.as_str()].into_iter().filter(|part| !part.is_empty());
        Some(format!("{}: {}", self.texts.reviewer_says, said.collect::<Vec<_>>().join(" · ")))
    }

    /// What was typed, or is kept.
    pub fn value(&self, field: &str, saved: &str) -> String {
        self.kept.value(field).unwrap_or(saved).to_owned()
    }
}
