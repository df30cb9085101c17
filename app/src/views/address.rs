//! Where a parcel goes: the book of addresses and the fields of a new one.

use leptos::prelude::*;
use serde::{Deserialize, Serialize};
use shared::dto::Problem;

use super::field::{Field, error, error_of, field, is_first};

/// The words around an address.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[expect(missing_docs, reason = "each field is its own text")]
pub struct AddressTexts {
    pub name: String,
    pub phone: String,
    pub country: String,
    pub country_hint: String,
    pub province: String,
    pub region: String,
    pub city: String,
    pub district: String,
    pub line1: String,
    pub line1_hint: String,
    pub postcode: String,
    pub choose: String,
    pub abroad: String,
    pub at_home: String,
    pub new: String,
    pub other: String,
    pub save: String,
}

/// What the fields of an address hold and offer.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct AddressFields {
    /// What is in them, by name.
    pub values: Vec<(String, String)>,
    /// Free-form, outside mainland China.
    pub abroad: bool,
    /// Every province.
    pub provinces: Vec<String>,
    /// Cities by province; empty where a script fetches them.
    pub cities: Vec<(String, Vec<String>)>,
    /// The address of the same page with the other form, for a link.
    pub switch: String,
    /// The words.
    pub texts: AddressTexts,
}

impl AddressFields {
    /// What is in `name`.
    pub fn value(&self, name: &str) -> String {
        let found = self.values.iter().find(|(field, _)| field == name);
        found.map(|(_, value)| value.clone()).unwrap_or_default()
    }
}

/// The fields of an address.
pub fn fields(address: &AddressFields, problem: Option<&Problem>) -> AnyView {
    let texts = &address.texts;
    let input = |name: &'static str, label: &str, autocomplete: &'static str, most: i32| Field {
        name,
        label: label.to_owned(),
        value: address.value(name),
        autocomplete,
        most,
        error: error_of(problem, name),
        focus: is_first(problem, name),
        ..Field::default()
    };
    let name = field(input("name", &texts.name, "shipping name", 50));
    let phone = field(Field { kind: "tel", inputmode: "tel", ..input("phone", &texts.phone, "shipping tel", 24) });
    let line1 =
        field(Field { hint: texts.line1_hint.clone(), ..input("line1", &texts.line1, "shipping street-address", 120) });
    let postcode = field(Field {
        optional: true,
        inputmode: if address.abroad { "" } else { "numeric" },
        ..input("postcode", &texts.postcode, "shipping postal-code", 12)
    });
    let places = if address.abroad {
        let country = field(Field {
            hint: texts.country_hint.clone(),
            ..input("country", &texts.country, "shipping country", 2)
        });
        let region =
            field(Field { optional: true, ..input("province", &texts.region, "shipping address-level1", 120) });
        let city = field(input("city", &texts.city, "shipping address-level2", 120));
        view! { <div class="f2">{country}{region}</div>{city}{line1}{postcode} }.into_any()
    } else {
        let province = province(address, error_of(problem, "province"));
        let city = city(address, error_of(problem, "city"));
        let district = field(Field {
            optional: true,
            list: Some("districts"),
            ..input("district", &texts.district, "shipping address-level3", 120)
        });
        view! {
            <input type="hidden" name="country" value="CN" />
            <div class="f3" data-regions>{province}{city}{district}</div>
            <datalist id="districts"></datalist>
            {line1}
        }
        .into_any()
    };
    let switch = if address.abroad { texts.at_home.clone() } else { texts.abroad.clone() };
    view! {
        <div class="fields">
            <div class="f2">{name}{phone}</div>
            {places}
            <p class="xs"><a class="u switch" href=address.switch.clone() data-abroad>{switch}</a></p>
        </div>
    }
    .into_any()
}

fn province(address: &AddressFields, wrong: Option<String>) -> AnyView {
    let chosen = address.value("province");
    let options = address.provinces.iter().map(|name| {
        view! { <option value=name.clone() selected=*name == chosen>{name.clone()}</option> }
    });
    select(
        "province",
        &address.texts.province,
        "shipping address-level1",
        wrong,
        view! {
            <option value="" selected=chosen.is_empty()>{address.texts.choose.clone()}</option>
            {options.collect_view()}
        }
        .into_any(),
    )
}

fn city(address: &AddressFields, wrong: Option<String>) -> AnyView {
    let chosen = address.value("city");
    let home = address.value("province");
    let option = |name: &String, here: bool| {
        view! { <option value=name.clone() selected={here && *name == chosen}>{name.clone()}</option> }
    };
    let options = if address.cities.is_empty() {
        (!chosen.is_empty()).then(|| option(&chosen, true)).into_any()
    } else {
        let groups = address.cities.iter().map(|(province, cities)| {
            let here = *province == home;
            let cities = cities.iter().map(|name| option(name, here)).collect_view();
            view! { <optgroup label=province.clone()>{cities}</optgroup> }
        });
        groups.collect_view().into_any()
    };
    select(
        "city",
        &address.texts.city,
        "shipping address-level2",
        wrong,
        view! {
            <option value="" selected=chosen.is_empty()>{address.texts.choose.clone()}</option>
            {options}
        }
        .into_any(),
    )
}

fn select(
    name: &'static str,
    label: &str,
    autocomplete: &'static str,
    wrong: Option<String>,
    options: AnyView,
) -> AnyView {
    let id = format!("f-{name}");
    let is_wrong = wrong.is_some();
    let describe = is_wrong.then(|| format!("e-{name}"));
    view! {
        <div class="f" class:wrong=is_wrong>
            <label for=id.clone()>{label.to_owned()}</label>
            <select
                id=id
                class="in"
                name=name
                autocomplete=autocomplete
                aria-required="true"
                aria-invalid=is_wrong.then_some("true")
                aria-describedby=describe.clone()
            >
                {options}
            </select>
            {error(describe, wrong)}
        </div>
    }
    .into_any()
}
