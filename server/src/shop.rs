//! Opens the shop: database, files, provider and carrier in one handle.

use std::{net::SocketAddr, sync::Arc};

use anyhow::{Context, bail};
use commerce::{Clock, Commerce, Config, Db, Schema, media::Store};

use crate::{config::Stores, gateways, secret::secret};

/// The shop at `base_url` over `stores`, in a process that listens at `bound`; its schema must be up to date.
pub async fn open(stores: &Stores, bound: SocketAddr, base_url: String, demo: bool) -> anyhow::Result<Commerce> {
    let config = Config::new(base_url, secret(stores.secret.as_deref())?, demo);
    let files = Store::open(&stores.media).with_context(|| format!("VITRINE_MEDIA={}", stores.media))?;
    let db = Db::connect(&stores.database_url).await.context("DATABASE_URL: the database does not answer")?;
    let clock = Clock::system();
    let gateway = gateways::payment(&config, bound);
    let carrier = gateways::carrier();
    Ok(Commerce::new(db, clock, config, files, Arc::from(gateway), Arc::from(carrier)))
}

/// Makes the schema fit, or says what to do. A schema with data in it is changed by `vitrine migrate` alone:
/// that is a moment for a backup.
pub async fn prepare(stores: &Stores, demo: bool) -> anyhow::Result<()> {
    let url = &stores.database_url;
    let schema = commerce::schema(url)
        .await
        .context("DATABASE_URL: the database does not answer, or a newer release made it")?;
    match schema {
        Schema::Current => Ok(()),
        Schema::Behind { .. } if demo => commerce::migrate(url).await.context("migrate"),
        Schema::Empty => commerce::migrate(url).await.context("migrate"),
        Schema::Behind { steps } => {
            bail!("the database is {steps} steps behind this release: back it up, then run `vitrine migrate`")
        }
    }
}
