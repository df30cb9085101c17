//! What the operator says of a category, each from some moment on.

use serde::{Deserialize, Serialize};

use crate::{BasisPoints, LocalText};

/// Which of them.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(
    feature = "db",
    derive(sea_orm::EnumIter, sea_orm::DeriveActiveEnum),
    sea_orm(rs_type = "String", db_type = "Text", rename_all = "snake_case")
)]
#[serde(rename_all = "snake_case")]
pub enum Term {
    /// It was added to the tree.
    Added,
    /// What it is called.
    Name,
    /// Its place among its siblings.
    Order,
    /// Whether new goods may be put into it.
    Closed,
    /// What products state.
    Attributes,
    /// What buyers are promised.
    Protection,
    /// The qualification whoever sells here shows.
    Paper,
    /// The security whoever sells here leaves.
    Deposit,
    /// The technical service fee.
    Fee,
}

/// What an attribute's value is.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(rename_all = "snake_case")]
pub enum AttributeKind {
    /// Any words.
    #[default]
    Text,
    /// A number, with or without decimals.
    Number,
    /// One of the attribute's options.
    Choice,
}

impl AttributeKind {
    /// Every one.
    pub const ALL: [Self; 3] = [Self::Text, Self::Number, Self::Choice];

    /// The name on the wire.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Text => "text",
            Self::Number => "number",
            Self::Choice => "choice",
        }
    }
}

/// An attribute that products of a category state.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct AttributeName {
    /// Stable key.
    pub key: String,
    /// As people read it.
    pub name: LocalText,
    /// What its value is.
    #[serde(default)]
    pub kind: AttributeKind,
    /// Whether a product cannot be listed without it.
    #[serde(default)]
    pub required: bool,
    /// What can be chosen; empty unless it is a choice.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub options: Vec<LocalText>,
}

impl AttributeName {
    /// Whether `value` is one that the attribute can have.
    pub fn fits(&self, value: &LocalText) -> bool {
        let number = |text: &str| {
            let text = text.trim();
            let (whole, part) = text.split_once('.').unwrap_or((text, "0"));
            let digits = |text: &str| !text.is_empty() && text.chars().all(|c| c.is_ascii_digit());
            text.len() <= 20 && digits(whole) && digits(part)
        };
        match self.kind {
            AttributeKind::Text => true,
            AttributeKind::Number => [&value.zh, &value.en].iter().all(|text| text.is_empty() || number(text)),
            AttributeKind::Choice => {
                // A shop writes one language or both; whatever it writes is the same option.
                let is = |said: &str, option: &str| said.is_empty() || said.trim() == option;
                self.options.iter().any(|option| is(&value.zh, &option.zh) && is(&value.en, &option.en))
            }
        }
    }
}

/// What a term says.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum TermValue {
    /// The category's unique name.
    Added(String),
    /// What it is called.
    Name(LocalText),
    /// Its place among its siblings, from 0.
    Order(i32),
    /// Whether it takes no new goods.
    Closed(bool),
    /// What products state, in the order they show it.
    Attributes(Vec<AttributeName>),
    /// What buyers are promised.
    Protection {
        /// Receipt counts as confirmed so many days after the last parcel left.
        confirm_days: i32,
        /// Whether goods can be returned within seven days without a reason.
        seven_day_return: bool,
    },
    /// The qualification; `None` asks for none.
    Paper(Option<LocalText>),
    /// Minor units.
    Deposit(i64),
    /// The rate; `None` for the one above it.
    Fee(Option<BasisPoints>),
}

impl TermValue {
    /// Which term it is about.
    pub const fn term(&self) -> Term {
        match self {
            Self::Added(_) => Term::Added,
            Self::Name(_) => Term::Name,
            Self::Order(_) => Term::Order,
            Self::Closed(_) => Term::Closed,
            Self::Attributes(_) => Term::Attributes,
            Self::Protection { .. } => Term::Protection,
            Self::Paper(_) => Term::Paper,
            Self::Deposit(_) => Term::Deposit,
            Self::Fee(_) => Term::Fee,
        }
    }

    /// The fields that cannot be accepted; empty if it is good.
    pub fn faults(&self) -> Vec<&'static str> {
        let good = match self {
            Self::Added(code) => ("code", good_key(code)),
            Self::Name(name) => ("name", good_name(name)),
            Self::Order(place) => ("order", *place >= 0),
            Self::Closed(_) | Self::Paper(None) | Self::Fee(_) => ("", true),
            Self::Attributes(all) => ("attributes", good_attributes(all)),
            Self::Protection { confirm_days, .. } => ("confirm_days", (1..=90).contains(confirm_days)),
            Self::Paper(Some(name)) => ("paper", good_name(name)),
            Self::Deposit(minor) => ("deposit", (0..=100_000_000_000).contains(minor)),
        };
        if good.1 { Vec::new() } else { vec![good.0] }
    }
}

/// Both languages, 1 to 40 characters each, on one line.
fn good_name(name: &LocalText) -> bool {
    [&name.zh, &name.en].iter().all(|text| {
        let text = text.trim();
        (1..=40).contains(&text.chars().count()) && !text.chars().any(char::is_control)
    })
}

/// Small letters, digits, `-` and `_`.
fn good_key(key: &str) -> bool {
    let plain = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit() || matches!(c, '-' | '_');
    (1..=64).contains(&key.len()) && key.chars().all(plain)
}

fn good_attributes(all: &[AttributeName]) -> bool {
    let mut keys: Vec<_> = all.iter().map(|one| one.key.as_str()).collect();
    keys.sort_unstable();
    keys.dedup();
    let good = |one: &AttributeName| {
        let options = if one.kind == AttributeKind::Choice { 1..=60 } else { 0..=0 };
        good_key(&one.key)
            && good_name(&one.name)
            && options.contains(&one.options.len())
            && one.options.iter().all(good_name)
    };
    keys.len() == all.len() && all.len() <= 60 && all.iter().all(good)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn text(words: &str) -> LocalText {
        LocalText { zh: words.into(), en: words.into() }
    }

    fn attribute(key: &str, kind: AttributeKind, options: &[&str]) -> AttributeName {
        let options = options.iter().map(|words| text(words)).collect();
        AttributeName { key: key.into(), name: text("Name"), kind, required: true, options }
    }

    #[test]
    fn a_value_is_what_its_attribute_asks_for() {
        let weight = attribute("weight", AttributeKind::Number, &[]);
        let colour = attribute("colour", AttributeKind::Choice, &["Red", "Blue"]);
        for (value, number, choice) in [("12.5", true, false), ("Red", false, true), ("1.", false, false)] {
            assert_eq!((weight.fits(&text(value)), colour.fits(&text(value))), (number, choice), "{value}");
        }
        assert!(colour.fits(&LocalText { zh: "Blue".into(), en: String::new() }));
        assert!(!colour.fits(&LocalText { zh: "Blue".into(), en: "Red".into() }));
    }

    #[test]
    fn what_cannot_be_is_named() {
        let choice = |options: &[&str]| vec![attribute("a", AttributeKind::Choice, options)];
        let twice = vec![attribute("a", AttributeKind::Text, &[]), attribute("a", AttributeKind::Text, &[])];
        for (value, faults) in [
            (TermValue::Deposit(-1), vec!["deposit"]),
            (TermValue::Name(LocalText { zh: "茶".into(), en: " ".into() }), vec!["name"]),
            (TermValue::Attributes(choice(&[])), vec!["attributes"]),
            (TermValue::Attributes(choice(&["Red"])), vec![]),
            (TermValue::Attributes(twice), vec!["attributes"]),
            (TermValue::Protection { confirm_days: 0, seven_day_return: true }, vec!["confirm_days"]),
            (TermValue::Added("No Spaces".into()), vec!["code"]),
            (TermValue::Paper(None), vec![]),
        ] {
            assert_eq!(value.faults(), faults, "{value:?}");
        }
    }

    #[test]
    fn attributes_that_were_kept_before_read_as_words() {
        let old = serde_json::json!([{ "key": "origin", "name": { "zh": "产地", "en": "Origin" } }]);
        let read: Vec<AttributeName> = serde_json::from_value(old).unwrap();
        assert_eq!((read[0].kind, read[0].required), (AttributeKind::Text, false));
    }
}
