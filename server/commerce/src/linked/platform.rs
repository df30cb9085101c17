//! The operator's list of the shops elsewhere that can be linked.

use sea_orm::ConnectionTrait;
use shared::{
    ErrorCode, Host, LocalText, Locale, OpeningMode, PlatformId, WebAddress,
    dto::{PlatformChoice, PlatformDesk, PlatformRow},
};

use super::{entity::platform, queries};
use crate::{Actor, Error, Linked, catalog, clock::rfc3339, db::Tx, outbox};

/// Hosts of one platform.
const MOST_HOSTS: usize = 20;

/// A platform as the operator writes it.
#[derive(Debug, Clone)]
pub struct NewPlatform {
    /// The one that is changed, and the version that was looked at; `None` for a new one.
    pub known: Option<(PlatformId, i64)>,
    /// By which way its shops are linked; of a known one it stays.
    pub mode: OpeningMode,
    /// What it is called.
    pub name: LocalText,
    /// Domains that its addresses lead to, or below.
    pub hosts: Vec<String>,
    /// Whether whoever applies may choose it.
    pub open: bool,
}

/// A platform with its hosts read.
#[derive(Debug, Clone)]
pub(crate) struct Platform {
    pub id: PlatformId,
    pub mode: OpeningMode,
    pub name: LocalText,
    pub hosts: Vec<Host>,
    pub open: bool,
}

impl From<platform::Model> for Platform {
    fn from(row: platform::Model) -> Self {
        let hosts = serde_json::from_value(row.hosts).unwrap_or_default();
        Self { id: row.id, mode: row.mode, name: row.name, hosts, open: row.open }
    }
}

/// Every platform, the oldest first.
pub(crate) async fn platforms(db: &impl ConnectionTrait) -> Result<Vec<Platform>, Error> {
    Ok(queries::platforms(db).await?.into_iter().map(Platform::from).collect())
}

/// Those of `platforms` that can be chosen, and `chosen`, as whoever applies sees them.
pub(crate) fn choices(platforms: &[Platform], chosen: Option<PlatformId>, locale: Locale) -> Vec<PlatformChoice> {
    let shown = platforms.iter().filter(|one| one.open || chosen == Some(one.id));
    let choice = |one: &Platform| PlatformChoice {
        id: one.id,
        mode: one.mode,
        name: one.name.get(locale).to_owned(),
        hosts: one.hosts.clone(),
    };
    shown.map(choice).collect()
}

/// Whether `address` leads to one of the platform's hosts.
pub(crate) fn fits(platform: &Platform, address: &str) -> bool {
    address.parse::<WebAddress>().is_ok_and(|address| address.is_at(&platform.hosts))
}

impl Linked<'_> {
    /// Every platform and, of the shops that opened by `mode`, the newest hundred; operators only.
    pub async fn desk(&self, actor: Actor, mode: OpeningMode, locale: Locale) -> Result<PlatformDesk, Error> {
        actor.require_operator()?;
        let db = self.shop().db.read();
        let shops = queries::shops_of(db).await?;
        let row = |row: platform::Model| PlatformRow {
            id: row.id,
            mode: row.mode,
            name: row.name,
            hosts: serde_json::from_value(row.hosts).unwrap_or_default(),
            open: row.open,
            version: row.version,
            changed_at: rfc3339(row.changed_at),
            shops: shops.get(&row.id).copied().unwrap_or_default(),
        };
        Ok(PlatformDesk {
            platforms: queries::platforms(db).await?.into_iter().map(row).collect(),
            counts: catalog::shops_by_mode(db).await?,
            shops: catalog::shops_of_mode(self.0, mode, locale).await?,
        })
    }

    /// Adds a platform, or changes one; operators only. Whoever is linked to it stays linked when it closes, and is led
    /// to its hosts as they are now. `Invalid` (`mode`: a direct shop is not linked; `name`; `hosts`: none, too many, or
    /// no domain), `NotFound`, `Conflict` if it changed since it was looked at.
    pub async fn save_platform(&self, actor: Actor, new: NewPlatform) -> Result<PlatformId, Error> {
        actor.require_operator()?;
        let NewPlatform { known, mode, name, hosts, open } = new;
        let hosts: Result<Vec<Host>, _> =
            hosts.iter().filter(|host| !host.trim().is_empty()).map(|host| host.parse()).collect();
        let text = |text: &str| text.chars().count() <= 40 && !text.chars().any(char::is_control);
        let named = !name.zh.trim().is_empty() && text(&name.zh) && text(&name.en);
        let listed = hosts.as_ref().is_ok_and(|hosts| (1..=MOST_HOSTS).contains(&hosts.len()));
        let faults = [("mode", mode.is_outside()), ("name", named), ("hosts", listed)];
        let faults: Vec<_> = faults.into_iter().filter_map(|(field, good)| (!good).then_some(field)).collect();
        if !faults.is_empty() {
            return Err(Error::Invalid(faults));
        }
        let clock = &self.shop().clock;
        let row = platform::Model {
            id: known.map_or_else(|| PlatformId(clock.new_id()), |(id, _)| id),
            mode,
            name: LocalText { zh: name.zh.trim().to_owned(), en: name.en.trim().to_owned() },
            hosts: serde_json::to_value(hosts.unwrap_or_default()).map_err(Error::failed("writing hosts"))?,
            open,
            version: 1,
            changed_at: clock.now(),
            changed_by: actor.buyer(),
        };
        let (id, seen) = (row.id, known.map(|(_, version)| version));
        self.shop().db.write(move |tx| Box::pin(save(tx, row.clone(), seen))).await?;
        self.shop().catalog.invalidate(CHANGED, id.0).await;
        Ok(id)
    }
}

/// What the outbox calls it when a platform changes: every shop may show another name.
const CHANGED: &str = "catalog.platforms_changed";

async fn save(tx: &Tx, row: platform::Model, seen: Option<i64>) -> Result<(), Error> {
    let (id, at) = (row.id, row.changed_at);
    match seen {
        None => queries::insert_platform(tx, row).await?,
        Some(seen) => {
            let before = queries::platform(tx, id).await?.ok_or(ErrorCode::NotFound)?;
            let row = platform::Model { mode: before.mode, version: seen + 1, ..row };
            if !queries::replace_platform(tx, seen, row).await? {
                return Err(ErrorCode::Conflict.into());
            }
        }
    }
    outbox::append(tx, id.0, CHANGED, &id, at).await?;
    Ok(())
}
