use leptos::prelude::*;
use serde::{Deserialize, Serialize};

use crate::{
    api::{AddressForm, Failure, LineForm},
    views::pay::PayModel,
};

/// What a buyer agrees to besides lines and address.
#[derive(Debug, Clone, Default, Serialize, Deserialize)]
#[serde(default)]
pub struct PlaceForm {
    /// A saved address, or `new` for the typed one.
    pub address_id: String,
    /// Keeps a typed address in the book.
    pub save: String,
    /// Words to the shops.
    pub note: String,
    /// How to pay.
    pub method: String,
    /// Makes every repetition the same order.
    pub key: String,
    /// The total the buyer saw.
    pub expected_total: String,
    /// What it is in.
    pub currency: String,
}

/// Places the orders and starts paying them. A plain form is led to the cashier, or back to the
/// checkout with everything it had typed.
#[server(prefix = "/fn", endpoint = "order/place")]
pub async fn place_order(
    #[server(flatten)] line: LineForm,
    #[server(flatten)] address: AddressForm,
    #[server(flatten)] form: PlaceForm,
) -> Result<PayModel, Failure> {
    use crate::{
        api::{answer::answer, fail},
        present::{checkout::place, pay},
    };

    let back = format!("/checkout?{}", line.query());
    let mut typed = address.fields().to_vec();
    typed.extend([
        ("address_id", form.address_id.as_str()),
        ("note", &form.note),
        ("method", &form.method),
        ("save", &form.save),
    ]);
    let placed = place(&line, &address, &form).await;
    let result = match placed {
        Ok(placed) => pay::start(placed).await.map_err(fail),
        Err(error) => Err(fail(error)),
    };
    answer(result, PayModel::page, &back, &typed)
}
