//! Flat fields of forms, as text: the browser sends text, and a value that does not fit is the field's
//! problem, not a broken request.

use serde::{Deserialize, Serialize};

/// One line to buy and where it was met.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct LineForm {
    /// The variant.
    #[serde(alias = "sku")]
    pub sku_id: String,
    /// How many pieces.
    pub quantity: String,
    /// The place.
    pub scene: String,
    /// The clip.
    pub video: String,
    /// The creator.
    pub creator: String,
    /// `1` for the selected lines of the cart instead.
    pub cart: String,
}

impl LineForm {
    /// Whether the cart is meant.
    pub fn is_cart(&self) -> bool {
        !self.cart.is_empty()
    }

    /// The query of the checkout page for it.
    pub fn query(&self) -> String {
        if self.is_cart() {
            return "cart=1".to_owned();
        }
        let pairs = [
            ("sku", &self.sku_id),
            ("quantity", &self.quantity),
            ("scene", &self.scene),
            ("video", &self.video),
            ("creator", &self.creator),
        ];
        let given = pairs.iter().filter(|(_, value)| !value.is_empty());
        given.map(|(name, value)| format!("{name}={}", plain(value))).collect::<Vec<_>>().join("&")
    }
}

/// Ids, numbers and names only: nothing that would need escaping.
fn plain(value: &str) -> String {
    value.chars().filter(|c| c.is_ascii_alphanumeric() || matches!(c, '-' | '_')).collect()
}

/// Where a parcel goes, as typed.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct AddressForm {
    /// Who receives it.
    pub name: String,
    /// For the carrier.
    pub phone: String,
    /// ISO 3166-1 alpha-2.
    pub country: String,
    /// Province, state or region.
    pub province: String,
    /// City.
    pub city: String,
    /// District or county.
    pub district: String,
    /// Street and number.
    pub line1: String,
    /// Postal code.
    pub postcode: String,
}

impl AddressForm {
    /// Its fields by their names, to refill a form.
    pub fn fields(&self) -> [(&'static str, &str); 8] {
        [
            ("name", &self.name),
            ("phone", &self.phone),
            ("country", &self.country),
            ("province", &self.province),
            ("city", &self.city),
            ("district", &self.district),
            ("line1", &self.line1),
            ("postcode", &self.postcode),
        ]
    }
}
