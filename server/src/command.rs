//! The commands that do one thing and end.

use std::{
    io::{BufRead, IsTerminal, Write},
    process::ExitCode,
};

use anyhow::{Context, ensure};
use aws_lc_rs::rand;
use base64::{Engine, engine::general_purpose::URL_SAFE_NO_PAD};
use commerce::{Actor, Commerce};
use shared::Email;

use crate::{cli::Operator, config::Stores, shop};

/// No link leaves these commands.
const NOWHERE: &str = "http://localhost";
/// Shortest password of an operator, in characters.
const SHORTEST: usize = 10;

/// `vitrine migrate`
pub async fn migrate(stores: &Stores) -> anyhow::Result<()> {
    commerce::migrate(&stores.database_url).await.context("migrate")?;
    tracing::info!("the database is up to date");
    Ok(())
}

/// `vitrine audit`: every breach as JSON, and failure if there is one.
pub async fn audit(stores: &Stores) -> anyhow::Result<ExitCode> {
    let breaches = open(stores).await?.audit().await?;
    let mut out = std::io::stdout().lock();
    serde_json::to_writer_pretty(&mut out, &serde_json::json!({ "clean": breaches.is_empty(), "breaches": breaches }))?;
    writeln!(out)?;
    Ok(if breaches.is_empty() { ExitCode::SUCCESS } else { ExitCode::FAILURE })
}

/// `vitrine operator …`
pub async fn operator(stores: &Stores, operator: Operator) -> anyhow::Result<()> {
    let Operator::Create { email } = operator;
    let email = Email::try_from(email).context("--email is not an e-mail address")?;
    let given = given_password()?;
    let password = given.clone().map_or_else(random_password, Ok)?;
    ensure!(password.chars().count() >= SHORTEST, "the password needs at least {SHORTEST} characters");
    let commerce = open(stores).await?;
    let name = email.as_str().split('@').next().unwrap_or_default().to_owned();
    let created = commerce.identity().create_account(Actor::System, email.clone(), &password, &name, true).await;
    created.with_context(|| format!("{} cannot be added", email.as_str()))?;
    let mut out = std::io::stdout().lock();
    match given {
        Some(_) => writeln!(out, "{}", email.as_str())?,
        None => writeln!(out, "{} {password}", email.as_str())?,
    }
    Ok(())
}

async fn open(stores: &Stores) -> anyhow::Result<Commerce> {
    shop::prepare(stores, false).await?;
    shop::open(stores, ([127, 0, 0, 1], 0).into(), NOWHERE.to_owned(), false).await
}

/// The first line of standard input, if something is piped into us: it shows neither on the screen nor in
/// the list of processes.
fn given_password() -> anyhow::Result<Option<String>> {
    let input = std::io::stdin();
    if input.is_terminal() {
        return Ok(None);
    }
    let mut line = String::new();
    input.lock().read_line(&mut line).context("reading the password")?;
    let password = line.trim_end_matches(['\r', '\n']);
    Ok((!password.is_empty()).then(|| password.to_owned()))
}

fn random_password() -> anyhow::Result<String> {
    let mut bytes = [0; 15];
    rand::fill(&mut bytes).context("no random bytes")?;
    Ok(URL_SAFE_NO_PAD.encode(bytes))
}
