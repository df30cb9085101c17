use shared::{
    Locale,
    dto::{Quote, QuoteRequest},
};

use crate::{Actor, Checkout, Error};

impl Checkout<'_> {
    /// What the basket costs now, per shop. Lines that cannot be bought say why and count nothing.
    /// `Validation` for an empty or too large basket (50 lines), `NotFound` for an unknown SKU.
    pub async fn quote(&self, actor: Actor, request: QuoteRequest, locale: Locale) -> Result<Quote, Error> {
        let _ = (actor, request, locale);
        todo!("trade")
    }
}
