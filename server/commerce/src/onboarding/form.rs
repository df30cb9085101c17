//! What is written into an application, and what of it is still missing or wrong.

use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};
use shared::{ApplicationId, CategoryId, DocumentKind, Handle, OpeningMode, Phone, SubjectType, dto::OpeningForm};

use super::{identity_number as number, vault::Vault};
use crate::{Error, linked};

/// As it is kept: the number is sealed, what the form shows of it is masked.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Form {
    #[serde(flatten)]
    pub open: OpeningForm,
    /// The number, sealed; empty if there is none.
    #[serde(default)]
    pub sealed: String,
}

/// Characters that a field keeps at most; what is longer is refused when it is saved.
pub const LONGEST: usize = 200;

impl Form {
    /// As it is in the database.
    pub fn read(json: serde_json::Value) -> Self {
        serde_json::from_value(json).unwrap_or_default()
    }

    /// For the database.
    pub fn write(&self) -> Result<serde_json::Value, Error> {
        serde_json::to_value(self).map_err(Error::failed("writing a form"))
    }

    /// The number in full.
    pub fn number(&self, vault: &Vault, id: ApplicationId) -> Result<String, Error> {
        if self.sealed.is_empty() { Ok(String::new()) } else { vault.open_text(id.0, &self.sealed) }
    }

    /// Takes a number as typed; the mask itself, or nothing, leaves the one there is.
    pub fn set_number(&mut self, vault: &Vault, id: ApplicationId, typed: &str) -> Result<(), Error> {
        let typed = number::normal(typed);
        if typed.is_empty() || typed == self.open.number {
            return Ok(());
        }
        self.sealed = vault.seal_text(id.0, &typed)?;
        self.open.number = number::masked(&typed);
        Ok(())
    }

    /// The papers it asks for: those of the subject, of a shop elsewhere, and the qualifications of its categories.
    pub fn papers(&self, qualified: &[CategoryId]) -> Vec<(DocumentKind, Option<CategoryId>)> {
        let of_subject = self.open.subject.map(SubjectType::papers).unwrap_or_default();
        let mut papers: Vec<_> = of_subject.iter().map(|kind| (*kind, None)).collect();
        if self.is_outside() {
            papers.push((DocumentKind::Outside, None));
        }
        let asked = self.open.categories.iter().filter(|id| qualified.contains(id));
        papers.extend(asked.map(|id| (DocumentKind::Paper, Some(*id))));
        papers
    }

    /// Whether it is for a shop whose goods live elsewhere.
    pub fn is_outside(&self) -> bool {
        self.open.mode.is_some_and(OpeningMode::is_outside)
    }

    /// The platform that was chosen, if it can be linked the way that was chosen.
    pub fn platform<'a>(&self, platforms: &'a [linked::Platform]) -> Option<&'a linked::Platform> {
        let chosen = self.open.platform?;
        platforms.iter().find(|one| one.id == chosen && Some(one.mode) == self.open.mode)
    }

    /// The fields that are missing or cannot be right, by their names; `platforms` can be linked.
    pub fn faults(&self, number: &str, platforms: &[linked::Platform], now: DateTime<Utc>) -> Vec<&'static str> {
        let form = &self.open;
        let text = |value: &str, most: usize| {
            let count = value.trim().chars().count();
            (1..=most).contains(&count) && !value.chars().any(char::is_control)
        };
        let fits = match form.subject {
            Some(SubjectType::Creator) => number::is_adult_resident(number, now),
            _ => number::is_business(number),
        };
        let (here, platform) = (!self.is_outside(), self.platform(platforms));
        // A mini-program has no address on the web.
        let found = form.outside_address.is_empty()
            || platform.is_some_and(|platform| linked::fits(platform, &form.outside_address));
        let suits = form.mode.zip(form.subject).is_none_or(|(mode, subject)| mode.suits(subject));
        [
            ("mode", form.mode.is_some() && suits),
            ("platform", here || platform.is_some_and(|one| one.open)),
            ("outside_name", here || text(&form.outside_name, 60)),
            ("outside", here || text(&form.outside, LONGEST)),
            ("outside_address", here || found),
            ("subject", form.subject.is_some()),
            ("legal_name", text(&form.legal_name, 60)),
            ("number", fits),
            ("contact", text(&form.contact, 40)),
            ("phone", Phone::try_from(form.phone.clone()).is_ok()),
            ("shop_name", text(&form.shop_name, 30)),
            ("handle", form.handle.parse::<Handle>().is_ok()),
            ("intro", form.intro.chars().count() <= 120),
            ("categories", !form.categories.is_empty()),
        ]
        .into_iter()
        .filter_map(|(field, good)| (!good).then_some(field))
        .collect()
    }
}

/// The name of the field that a paper is.
pub fn paper_field(kind: DocumentKind, category: Option<CategoryId>) -> String {
    match category {
        Some(category) => format!("document.{}.{category}", kind.as_str()),
        None => format!("document.{}", kind.as_str()),
    }
}
