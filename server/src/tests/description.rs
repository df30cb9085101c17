//! The published description of the API is a promise: a change of it must be seen.

use std::{collections::HashSet, env, fs, path::Path};

use serde_json::Value;
use utoipa_axum::router::OpenApiRouter;

use crate::{api, state::AppState};

fn document() -> Value {
    let operations: OpenApiRouter<AppState> = api::operations();
    serde_json::to_value(api::docs::complete(operations.into_openapi())).unwrap()
}

#[test]
fn it_reads_as_it_was_published() {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("src/tests/openapi.json");
    let now = serde_json::to_string_pretty(&document()).unwrap() + "\n";
    if env::var_os("UPDATE_GOLDEN").is_some() {
        fs::write(&path, &now).unwrap();
    }
    let published = fs::read_to_string(&path).unwrap_or_default();
    assert!(published == now, "the API has changed: run with UPDATE_GOLDEN=1 and read the difference");
}

#[test]
fn every_operation_is_named_and_may_be_refused() {
    let document = document();
    let mut names = HashSet::new();
    for (path, item) in document["paths"].as_object().unwrap() {
        for (method, operation) in item.as_object().unwrap() {
            let name = operation["operationId"].as_str().unwrap();
            assert!(names.insert(name.to_owned()), "{method} {path}: {name} is taken");
            assert!(operation["summary"].as_str().is_some_and(|summary| !summary.is_empty()), "{method} {path}");
            assert!(operation["responses"]["4XX"].is_object(), "{method} {path}");
        }
    }
}

#[test]
fn every_schema_it_names_is_there() {
    let document = document();
    let text = document.to_string();
    for name in text.split("\"#/components/schemas/").skip(1).map(|rest| rest.split('"').next().unwrap()) {
        assert!(document["components"]["schemas"][name].is_object(), "{name}");
    }
}
