//! The fields of an address, refilled.

use shared::{Address, Locale, dto::Problem};

use super::regions;
use crate::{api::AddressForm, i18n::texts, views::address::AddressFields};

/// An address as a form holds it.
pub fn typed(address: &Address) -> AddressForm {
    AddressForm {
        name: address.name.clone(),
        phone: address.phone.as_str().trim_start_matches("+86").to_owned(),
        country: address.country.clone(),
        province: address.province.clone(),
        city: address.city.clone(),
        district: address.district.clone(),
        line1: address.line1.clone(),
        postcode: address.postcode.clone(),
    }
}

/// The fields with what was typed. `bare` leaves the list of all cities out, for where a script
/// fetches a province's.
pub fn fields(form: &AddressForm, locale: Locale, abroad: bool, bare: bool, switch: String) -> AddressFields {
    AddressFields {
        values: form.fields().iter().map(|(name, value)| ((*name).to_owned(), (*value).to_owned())).collect(),
        abroad,
        provinces: if abroad { Vec::new() } else { regions::provinces() },
        cities: if abroad || bare { Vec::new() } else { regions::all_cities() },
        switch,
        texts: (texts(locale).buy.address)(),
    }
}

/// Whether a problem is one of the address.
pub fn is_at_fault(problem: Option<&Problem>) -> bool {
    const FIELDS: [&str; 8] = ["name", "phone", "country", "province", "city", "district", "line1", "postcode"];
    problem.is_some_and(|problem| {
        problem.fields.iter().any(|fault| FIELDS.contains(&fault.field.rsplit('.').next().unwrap_or_default()))
    })
}
