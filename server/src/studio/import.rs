use app::context::Caller;
use axum::{
    Extension,
    extract::{Multipart, State},
    response::{IntoResponse, Redirect, Response},
};
use commerce::{Commerce, Error};
use shared::{ErrorCode, ImportId};

use super::{back, product::whole};

/// Largest table, in bytes; one more than the shop takes, so that it says so itself.
const LARGEST: usize = 8 * 1024 * 1024 + 1;

/// `POST /fn/studio/import/check`: a table of products, read and checked; the page shows what was found.
pub async fn check(
    State(commerce): State<Commerce>,
    Extension(caller): Extension<Caller>,
    form: Multipart,
) -> Response {
    match checked(&commerce, caller, form).await {
        Ok(id) => Redirect::to(&format!("/studio/products/import?id={id}")).into_response(),
        Err(error) => back("/studio/products/import", &error, caller),
    }
}

async fn checked(commerce: &Commerce, caller: Caller, mut form: Multipart) -> Result<ImportId, Error> {
    let (mut file, mut name, mut list) = (None, String::new(), false);
    while let Some(field) = form.next_field().await.map_err(|_| ErrorCode::Validation)? {
        match field.name() {
            Some("file") => {
                field.file_name().unwrap_or_default().clone_into(&mut name);
                file = Some(whole(field, LARGEST).await?.ok_or(ErrorCode::TooLarge)?);
            }
            Some("list") => list = true,
            _ => {}
        }
    }
    let file = file.ok_or(Error::Invalid(vec!["file"]))?;
    let shops = commerce.catalog().my_shops(caller.actor, caller.locale).await?;
    let shop = shops.first().ok_or(ErrorCode::NotFound)?;
    Ok(commerce.catalog().check_import(caller.actor, shop.id, &name, &file, list).await?.id)
}
