//! The demo shop: three creators with goods, clips and people and one whose goods another shop sells, made through the same services as
//! everything else. Figures are samples.

mod catalog;
mod deposits;
mod files;
mod goods;
mod linked;
mod opening;
mod orders;
mod people;
mod plans;
mod videos;

use std::collections::{BTreeSet, HashMap};

use anyhow::Context;
use commerce::{Actor, Commerce};
use shared::{CategoryId, Locale, MediaId, ProductId, ShopId};

use catalog::Catalog;

/// What of the demo has been made so far, by the catalogue's codes.
#[derive(Default)]
struct Made {
    pictures: HashMap<String, MediaId>,
    shops: HashMap<String, ShopId>,
    products: HashMap<String, ProductId>,
    /// Categories by their codes.
    categories: HashMap<String, CategoryId>,
    /// Where each shop sells, by the categories at the root.
    places: BTreeSet<(ShopId, CategoryId)>,
}

/// Fills an empty database; does nothing if there is a creator.
pub async fn seed(commerce: &Commerce) -> anyhow::Result<()> {
    if !commerce.showcase().creators(Actor::System, Locale::default()).await?.items.is_empty() {
        return Ok(());
    }
    let started = std::time::Instant::now();
    let catalog: Catalog = serde_json::from_str(files::CATALOG).context("the demo's catalogue")?;
    let mut made = Made { pictures: files::import_pictures(commerce, &catalog).await?, ..Made::default() };
    goods::shops(commerce, &catalog, &mut made).await?;
    goods::products(commerce, &catalog, &mut made).await?;
    let creators = goods::creators(commerce, &catalog, &made).await?;
    videos::publish(commerce, &catalog, &made, &creators).await?;
    opening::rules(commerce).await?;
    let (viewer, mut owners) = people::accounts(commerce, &catalog, &made).await?;
    plans::offer(commerce, &made, &owners).await?;
    opening::application(commerce, people::applicant(commerce).await?).await?;
    owners.insert("market".to_owned(), linked::linked(commerce, &catalog, &made).await?);
    orders::live_through(commerce, &made, viewer, &owners).await?;
    tracing::info!(milliseconds = started.elapsed().as_millis(), "the demo shop is set up");
    Ok(())
}
