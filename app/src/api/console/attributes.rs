use leptos::prelude::*;
use serde::{Deserialize, Serialize};

use crate::api::Failure;

/// One row of the table of attributes, as typed.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct AttributeForm {
    /// Stable key; without one the row goes.
    pub key: String,
    /// Its Chinese name.
    pub zh: String,
    /// Its English name.
    pub en: String,
    /// `text`, `number` or `choice`.
    pub kind: String,
    /// Not empty: a product must state it.
    pub required: String,
    /// One option a line, `中文 / English`.
    pub options: String,
}

/// Sets what products of a category state.
#[server(prefix = "/fn", endpoint = "console/category/attributes")]
pub async fn set_attributes(
    category: String,
    seen: String,
    #[server(default)] attributes: Vec<AttributeForm>,
    #[server(default)] from: String,
) -> Result<(), Failure> {
    use shared::{AttributeKind, AttributeName, TermValue};

    use crate::api::{answer::answer, console::read, fail};

    let option = |line: &str| {
        let (zh, en) = line.split_once('/').unwrap_or((line, ""));
        read::text(zh, en)
    };
    let attribute = |form: &AttributeForm| {
        let kind = AttributeKind::ALL.into_iter().find(|kind| kind.as_str() == form.kind).unwrap_or_default();
        let lines = form.options.lines().filter(|line| !line.trim().is_empty());
        AttributeName {
            key: form.key.trim().to_owned(),
            name: read::text(&form.zh, &form.en),
            kind,
            required: !form.required.is_empty(),
            options: lines.map(option).collect(),
        }
    };
    let rows = attributes.iter().filter(|form| !form.key.trim().is_empty());
    let value = TermValue::Attributes(rows.map(attribute).collect());
    let result = read::set(&category, &seen, value, &from).await.map_err(fail);
    // What was typed comes back with its form, if it is short enough for that.
    let kept = serde_json::to_string(&attributes).unwrap_or_default();
    let typed = [("form", "attributes"), ("rows", kept.as_str()), ("from", &from)];
    let page = format!("/console/categories?id={category}");
    answer(result, |()| format!("{page}&saved=1"), &page, &typed)
}
