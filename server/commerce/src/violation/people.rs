//! Whom a violation may concern: the operator's look at people.

use shared::{
    BuyerId, Handle, Locale,
    dto::{Person, PersonFile, Place},
};

use super::{
    queries::{self, Whose},
    view::row_view,
};
use crate::{Actor, Error, Violations, catalog, identity, onboarding, showcase};

/// Violations that are shown with a person.
const SHOWN: u64 = 50;

impl Violations<'_> {
    /// People by a part of their name, the start of their e-mail address, the last digits (4 or more) of their phone
    /// number or the handle of a showcase they work for, at most 50, with phone and e-mail masked; for operators.
    /// `Invalid` (`q`): 1 to 80 characters.
    pub async fn people(&self, actor: Actor, q: &str) -> Result<Vec<Person>, Error> {
        actor.require_operator()?;
        let q = q.trim();
        if !(1..=80).contains(&q.chars().count()) || q.chars().any(char::is_control) {
            return Err(Error::Invalid(vec!["q"]));
        }
        let db = self.shop().db.read();
        let mut found = Vec::new();
        if let Ok(handle) = q.trim_start_matches('@').parse::<Handle>()
            && let Some(shop) = showcase::by_handle(db, &handle).await?.and_then(|creator| creator.shop_id)
        {
            found.extend(
                identity::members(self.0, shop).await?.into_iter().map(|(account, _)| identity::masked(account)),
            );
        }
        for person in identity::find(db, q).await? {
            if !found.iter().any(|known: &Person| known.id == person.id) {
                found.push(person);
            }
        }
        Ok(found)
    }

    /// Everything about one of them, phone and e-mail masked; for operators. `NotFound`.
    pub async fn person(&self, actor: Actor, id: BuyerId, locale: Locale) -> Result<PersonFile, Error> {
        actor.require_operator()?;
        let db = self.shop().db.read();
        let person = identity::found(db, id).await?;
        let mut places = Vec::new();
        let mut answers_for = Vec::new();
        for (shop, role) in self.0.identity().memberships(Actor::Account(id)).await? {
            let name = catalog::shop_name(self.0, shop, locale).await?;
            let handle = showcase::of_shop(db, shop).await?.map(|creator| creator.handle.to_string());
            let mode = catalog::mode_of(db, shop).await?;
            places.push(Place { shop, name, handle: handle.unwrap_or_default(), role, mode });
            if role.may(shared::Duty::Shop) {
                answers_for.push(shop);
            }
        }
        let rows = queries::of(db, Whose::Theirs(id, answers_for), SHOWN).await?;
        Ok(PersonFile {
            places,
            applications: onboarding::of_account(db, id).await?,
            violations: rows.iter().map(|row| row_view(row, locale)).collect(),
            readings: self.0.identity().contact_readings(actor, id).await?,
            person,
        })
    }
}
