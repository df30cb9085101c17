//! What the operator has set, checked before anything starts.

use std::net::SocketAddr;

use anyhow::{Context, bail, ensure};
use clap::{Args, ValueEnum};

/// Settings of every command, from the environment or the command line.
#[derive(Debug, Clone, Args)]
pub struct Stores {
    /// `sqlite://path` or `postgres://user@host/database`
    #[arg(long, env, default_value = "sqlite://data/vitrine.db", global = true, hide_env_values = true)]
    pub database_url: String,
    /// Pictures and clips: `file://folder` or `s3://bucket/prefix`
    #[arg(long = "media", env = "VITRINE_MEDIA", default_value = "file://data/media", global = true)]
    pub media: String,
    /// Key of cookies, tokens and sealed papers, 32 random bytes in hexadecimal; made and kept in data/secret unless given.
    /// Nodes that share a database must share it.
    #[arg(long, env = "VITRINE_SECRET", global = true, hide_env_values = true)]
    pub secret: Option<String>,
}

/// Settings of `vitrine serve`.
#[derive(Debug, Clone, Args)]
pub struct Listening {
    /// Listen address
    #[arg(long, env = "VITRINE_ADDR", default_value = "127.0.0.1:3000")]
    pub address: SocketAddr,
    /// Public address, for links and callbacks [default: <http://ADDRESS>]
    #[arg(long, env = "VITRINE_BASE_URL")]
    pub base_url: Option<String>,
    /// How nodes hear of each other: `memory` for a single one
    #[arg(long, env = "VITRINE_BUS", default_value = "memory")]
    pub bus: String,
    /// Whether pages that are the same for everyone are kept in memory
    #[arg(long, env = "VITRINE_PAGE_CACHE", default_value = "on")]
    pub page_cache: Switch,
    /// Most requests at work at once; more are told to come back
    #[arg(long, env = "VITRINE_MAX_REQUESTS", default_value_t = 1024)]
    pub max_requests: usize,
}

/// A thing that is on or off.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum Switch {
    /// It works.
    On,
    /// It does not.
    Off,
}

impl Listening {
    /// Refuses what this build cannot do.
    pub fn check(&self) -> anyhow::Result<()> {
        if self.bus.starts_with("nats://") {
            bail!("VITRINE_BUS={}: NATS comes with a later release; use `memory`", self.bus);
        }
        ensure!(self.bus == "memory", "VITRINE_BUS={}: must be `memory`", self.bus);
        ensure!(self.max_requests > 0, "VITRINE_MAX_REQUESTS: must be at least 1");
        Ok(())
    }

    /// The public address without a slash at the end; `bound` is where the shop really listens.
    pub fn base_url(&self, bound: SocketAddr) -> anyhow::Result<String> {
        let url = self.base_url.clone().unwrap_or_else(|| format!("http://{bound}"));
        let url = url.trim_end_matches('/');
        let parsed: axum::http::Uri = url.parse().with_context(|| format!("VITRINE_BASE_URL={url}"))?;
        ensure!(
            matches!(parsed.scheme_str(), Some("http" | "https")) && parsed.host().is_some(),
            "VITRINE_BASE_URL={url}: must be http://host or https://host"
        );
        Ok(url.to_owned())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn listening(bus: &str, base_url: Option<&str>) -> Listening {
        Listening {
            address: ([127, 0, 0, 1], 0).into(),
            base_url: base_url.map(Into::into),
            bus: bus.into(),
            page_cache: Switch::On,
            max_requests: 1,
        }
    }

    #[test]
    fn what_comes_later_is_said_clearly() {
        assert!(listening("memory", None).check().is_ok());
        assert!(listening("nats://bus:4222", None).check().unwrap_err().to_string().contains("later"));
        assert!(listening("kafka", None).check().is_err());
    }

    #[test]
    fn the_public_address_is_the_bound_one_unless_given() {
        let bound = ([127, 0, 0, 1], 81).into();
        assert_eq!(listening("memory", None).base_url(bound).unwrap(), "http://127.0.0.1:81");
        assert_eq!(listening("memory", Some("https://shop.test/")).base_url(bound).unwrap(), "https://shop.test");
        assert!(listening("memory", Some("shop.test")).base_url(bound).is_err());
    }
}
