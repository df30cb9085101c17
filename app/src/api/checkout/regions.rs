use leptos::{prelude::*, server_fn::codec::GetUrl};

use crate::api::Failure;

/// The cities of a province with their districts, for selects that follow each other.
#[server(prefix = "/fn", endpoint = "regions", input = GetUrl)]
pub async fn list_regions(province: String) -> Result<Vec<(String, Vec<String>)>, Failure> {
    use http::{HeaderValue, header::CACHE_CONTROL};

    if let Some(response) = use_context::<leptos_axum::ResponseOptions>() {
        response.insert_header(CACHE_CONTROL, HeaderValue::from_static("public, max-age=86400"));
    }
    Ok(crate::present::regions::cities(&province))
}
