//! The API's description: `/api/v1/openapi.json`, and pages to read it at `/api/docs`.

use axum::{
    Router,
    http::{
        HeaderValue,
        header::{CONTENT_SECURITY_POLICY, CONTENT_TYPE},
    },
    middleware::map_response,
    response::{IntoResponse, Response},
    routing::get,
};
use shared::{Currency, dto::Problem};
use utoipa::{
    Modify, OpenApi as _, PartialSchema, ToSchema,
    openapi::{
        ContentBuilder, OpenApi, Ref, RefOr, ResponseBuilder, ServerBuilder,
        path::Operation,
        security::{Http, HttpAuthScheme, SecurityScheme},
    },
};
use utoipa_swagger_ui::{Config, SwaggerUi};

use super::PREFIX;

/// The viewer styles itself inline; nothing else may load, and nothing from elsewhere.
const VIEWER_POLICY: &str = "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; \
    img-src 'self' data:; connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

/// What every operation has in common.
#[derive(utoipa::OpenApi)]
#[openapi(
    info(
        title = "Vitrine",
        version = "1",
        description = "A showcase shop: products, creators, clips, carts, orders and payments.\n\n\
            Money is a decimal string with its currency, times are RFC 3339 in UTC, lists are `{items, next}`. \
            Errors are `application/problem+json` (RFC 9457) with a stable `code`. `Accept-Language` (`zh-CN`, \
            `en`) chooses the language of texts.",
        license(name = "Apache-2.0", identifier = "Apache-2.0")
    ),
    tags(
        (name = "sessions", description = "Who is calling"),
        (name = "catalogue", description = "What there is to buy"),
        (name = "creators", description = "Who shows it"),
        (name = "videos", description = "Where it is shown"),
        (name = "cart", description = "What was set aside"),
        (name = "orders", description = "What was bought"),
        (name = "payments", description = "How it is paid"),
        (name = "account", description = "The caller's own data"),
        (name = "shop", description = "For members of a shop"),
    ),
    components(schemas(Problem, Currency)),
    security(("token" = [])),
    modifiers(&Token)
)]
struct Common;

struct Token;

impl Modify for Token {
    fn modify(&self, document: &mut OpenApi) {
        let token = SecurityScheme::Http(Http::new(HttpAuthScheme::Bearer));
        document.components.get_or_insert_default().add_security_scheme("token", token);
    }
}

/// Adds to the operations' own words what holds for all of them.
pub fn complete(operations: OpenApi) -> OpenApi {
    let mut document = Common::openapi();
    document.merge(operations);
    document.servers = Some(vec![ServerBuilder::new().url(PREFIX).build()]);
    for item in document.paths.paths.values_mut() {
        let all = [&mut item.get, &mut item.put, &mut item.post, &mut item.delete, &mut item.patch];
        for operation in all.into_iter().flatten() {
            refuse(operation);
            name(operation);
        }
    }
    // Generic lists name what they hold only by reference.
    let mut schemas = Vec::new();
    Problem::schemas(&mut schemas);
    schemas.push((Problem::name().into_owned(), Problem::schema()));
    document.components.get_or_insert_default().schemas.extend(schemas);
    document
}

/// `add` of the cart and `add` of the addresses need names of their own.
fn name(operation: &mut Operation) {
    let tag = operation.tags.iter().flatten().next();
    if let (Some(tag), Some(id)) = (tag, operation.operation_id.as_mut()) {
        *id = format!("{tag}_{id}");
    }
}

/// Every operation may be refused, and always in the same form.
fn refuse(operation: &mut Operation) {
    for (status, why) in [
        ("4XX", "Refused; `code` says why"),
        ("503", "Too busy, or something behind does not answer; come back after `Retry-After` seconds"),
    ] {
        let content = ContentBuilder::new().schema(Some(RefOr::Ref(Ref::from_schema_name(Problem::name())))).build();
        let response = ResponseBuilder::new().description(why).content("application/problem+json", content).build();
        operation.responses.responses.insert(status.to_owned(), RefOr::T(response));
    }
}

/// The document itself and its viewer.
pub fn router<S: Clone + Send + Sync + 'static>(document: &OpenApi) -> Router<S> {
    let json = axum::body::Bytes::from(document.to_json().unwrap_or_default());
    let viewer = SwaggerUi::new("/api/docs").config(Config::from("/api/v1/openapi.json").validator_url("none"));
    Router::new()
        .merge(Router::<S>::from(viewer))
        .layer(map_response(viewer_policy))
        .route("/api/v1/openapi.json", get(async move || ([(CONTENT_TYPE, "application/json")], json)))
}

async fn viewer_policy(response: Response) -> Response {
    let policy = (CONTENT_SECURITY_POLICY, HeaderValue::from_static(VIEWER_POLICY));
    ([policy], response).into_response()
}
