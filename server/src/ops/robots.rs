//! What search engines read.

use std::fmt::Write;

use axum::{
    extract::State,
    http::header::{CACHE_CONTROL, CONTENT_TYPE},
    response::{IntoResponse, Response},
};
use commerce::{Actor, Commerce, Error, catalog::ProductQuery};
use shared::{ErrorCode, Handle, Locale};

use crate::api::Failure;

/// Most pages of a list that go into the map; a map holds at most 50,000 addresses.
const PAGES: usize = 100;

/// `GET /robots.txt`
pub async fn robots(State(commerce): State<Commerce>) -> impl IntoResponse {
    let base = &commerce.config().base_url;
    let closed = ["/cart", "/checkout", "/pay/", "/orders", "/me", "/messages", "/studio", "/console", "/api/", "/fn/"];
    let mut text = "User-agent: *\n".to_owned();
    for path in closed {
        // Writing to a string cannot fail.
        _ = writeln!(text, "Disallow: {path}");
    }
    _ = writeln!(text, "\nSitemap: {base}/sitemap.xml");
    ([(CONTENT_TYPE, "text/plain; charset=utf-8"), (CACHE_CONTROL, "public, max-age=3600")], text)
}

/// `GET /sitemap.xml`: every creator, showcase, clip and product that anybody may see.
pub async fn sitemap(State(commerce): State<Commerce>) -> Response {
    match paths(&commerce).await {
        Ok(paths) => {
            let base = &commerce.config().base_url;
            let mut xml = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n\
                <urlset xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\">\n"
                .to_owned();
            for path in paths {
                _ = writeln!(xml, "<url><loc>{base}{path}</loc></url>");
            }
            xml.push_str("</urlset>\n");
            ([(CONTENT_TYPE, "application/xml"), (CACHE_CONTROL, "public, max-age=3600")], xml).into_response()
        }
        Err(error) => Failure::new(&error, Locale::default()).into_response(),
    }
}

async fn paths(commerce: &Commerce) -> Result<Vec<String>, Error> {
    let (actor, locale) = (Actor::Nobody, Locale::default());
    let mut paths = vec!["/".to_owned()];
    for creator in commerce.showcase().creators(actor, locale).await?.items {
        let handle: Handle = creator.handle.parse().map_err(|_| Error::Refused(ErrorCode::Internal))?;
        paths.push(format!("/c/{handle}"));
        paths.push(format!("/c/{handle}/showcase"));
        let mut cursor = None;
        for _ in 0..PAGES {
            let page = commerce.video().of_creator(actor, &handle, cursor, locale).await?;
            paths.extend(page.items.iter().map(|video| format!("/v/{}", video.id)));
            cursor = page.next;
            if cursor.is_none() {
                break;
            }
        }
    }
    let mut query = ProductQuery { limit: 100, ..ProductQuery::default() };
    for _ in 0..PAGES {
        let page = commerce.catalog().list(actor, query.clone(), locale).await?;
        paths.extend(page.items.iter().map(|product| format!("/p/{}", product.id)));
        query.cursor = page.next;
        if query.cursor.is_none() {
            break;
        }
    }
    Ok(paths)
}
