//! The shop itself. Each room owns its tables and its rules: `mod.rs` is its door, `queries.rs` all
//! its SQL, `service.rs` its transactions; another room's data is asked for at that room's door.
//!
//! Invariants: no HTTP server and no Leptos in here; every service method takes an [`Actor`] first
//! and authorises inside; every write goes through [`Db::write`]; time comes from [`Clock`].

mod actor;
pub mod affiliate;
pub mod audit;
pub mod cart;
pub mod catalog;
pub mod checkout;
mod clock;
pub mod closing;
mod config;
mod db;
pub mod deposit;
mod error;
pub mod identity;
mod inbox;
mod ledger;
pub mod linked;
pub mod media;
mod migration;
pub mod onboarding;
pub mod order;
pub mod outbox;
pub mod payment;
pub mod sandbox;
pub mod search;
pub mod shipping;
pub mod showcase;
pub mod staff;
#[cfg(test)]
mod testing;
#[cfg(test)]
mod tests;
pub mod timer;
pub mod video;
pub mod violation;

use std::sync::{Arc, atomic::AtomicI64};

pub use actor::Actor;
pub use clock::Clock;
pub use config::Config;
pub use db::Db;
pub use error::Error;
pub use migration::{Schema, is_current, migrate, schema};
pub use sea_orm::DbErr;

use shared::IdempotencyKey;

/// The whole shop behind one handle; cloning it is cheap.
#[derive(Clone)]
pub struct Commerce(Arc<Shop>);

/// What the rooms share.
pub(crate) struct Shop {
    pub(crate) db: Db,
    pub(crate) clock: Clock,
    pub(crate) config: Config,
    pub(crate) identity: identity::Keeper,
    pub(crate) catalog: catalog::Cache,
    pub(crate) media: media::Store,
    pub(crate) gateway: Arc<dyn payment::PaymentGateway>,
    pub(crate) carrier: Arc<dyn shipping::Carrier>,
    /// The minute in which this process last held the deposits of shops against what is asked.
    pub(crate) weighed: AtomicI64,
    /// The hour in which this process last counted how products stand.
    pub(crate) counted: AtomicI64,
    /// The signing key of the sandbox provider, once it is needed.
    pub(crate) sandbox: sandbox::Keys,
}

impl Commerce {
    /// A shop over `db` that takes every time from `clock`.
    pub fn new(
        db: Db,
        clock: Clock,
        config: Config,
        media: media::Store,
        gateway: Arc<dyn payment::PaymentGateway>,
        carrier: Arc<dyn shipping::Carrier>,
    ) -> Self {
        Self(Arc::new(Shop {
            db,
            clock,
            config,
            identity: identity::Keeper::default(),
            catalog: catalog::Cache::default(),
            media,
            gateway,
            carrier,
            weighed: AtomicI64::default(),
            counted: AtomicI64::default(),
            sandbox: sandbox::Keys::new(),
        }))
    }

    /// The same shop over the same database at another time and with another way to the provider, for
    /// the demo's past.
    pub fn at(&self, clock: Clock, gateway: Arc<dyn payment::PaymentGateway>) -> Self {
        let Shop { db, config, media, carrier, .. } = &*self.0;
        Self::new(db.clone(), clock, config.clone(), media.clone(), gateway, carrier.clone())
    }

    /// The shop's time.
    pub fn clock(&self) -> &Clock {
        &self.0.clock
    }

    /// The shop's database.
    pub fn db(&self) -> &Db {
        &self.0.db
    }

    /// What the operator has set.
    pub fn config(&self) -> &Config {
        &self.0.config
    }

    /// A fresh key for a form, so that sending it twice is one act.
    pub fn new_key(&self) -> IdempotencyKey {
        self.0.clock.new_id().into()
    }
}

/// Gives `Commerce` one method per room and each room its service type over the shared parts.
macro_rules! rooms {
    ($($(#[$doc:meta])* $room:ident => $Service:ident;)+) => {
        $(
            $(#[$doc])*
            #[derive(Clone, Copy)]
            pub struct $Service<'a>(pub(crate) &'a Commerce);

            impl $Service<'_> {
                #[allow(dead_code, reason = "a room may need only what it reaches through others")]
                pub(crate) fn shop(&self) -> &Shop {
                    &self.0.0
                }
            }
        )+

        impl Commerce {
            $(
                $(#[$doc])*
                pub const fn $room(&self) -> $Service<'_> {
                    $Service(self)
                }
            )+
        }
    };
}

rooms! {
    /// Sessions, accounts and their addresses.
    identity => Identity;
    /// Pictures and clips.
    media => Media;
    /// What is for sale and how much of it is left.
    catalog => Catalog;
    /// Creators and what they show.
    showcase => Showcases;
    /// What creators earn with the goods of others.
    affiliate => Affiliates;
    /// The people of a shop and what they did.
    staff => StaffRoom;
    /// Short videos and their product cards.
    video => Videos;
    /// Finding products, creators and clips by words.
    search => Search;
    /// What buyers have set aside.
    cart => Carts;
    /// What a basket costs.
    checkout => Checkout;
    /// What was bought.
    order => Orders;
    /// How it is paid.
    payment => Payments;
    /// How it gets there.
    shipping => Shipping;
    /// Who may open a showcase.
    onboarding => Onboarding;
    /// What the operator holds against people, shops, products and clips.
    violation => Violations;
    /// What shops leave as security, and where they may sell.
    deposit => Deposits;
    /// What has its master elsewhere.
    linked => Linked;
    /// How a shop ends.
    closing => Closings;
    /// Messages to accounts.
    inbox => Inbox;
    /// What happens by itself when its time has come.
    timer => Timer;
    /// The payment provider of the demo.
    sandbox => Sandbox;
}
