//! What must always be true, checked against the data itself.

use serde::Serialize;

use crate::{Commerce, Error};

/// One broken invariant.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Breach {
    /// Which invariant.
    pub rule: &'static str,
    /// Which row breaks it, and how.
    pub detail: String,
}

impl Commerce {
    /// Checks every invariant in one reading transaction; an empty list is good news.
    pub async fn audit(&self) -> Result<Vec<Breach>, Error> {
        todo!("trade")
    }
}
