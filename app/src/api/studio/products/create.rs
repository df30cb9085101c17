use leptos::prelude::*;
use shared::ProductId;

use crate::api::Failure;

/// Starts a product in a category; its editor comes next.
#[server(prefix = "/fn", endpoint = "studio/product/create")]
pub async fn create_product(category: String) -> Result<ProductId, Failure> {
    use commerce::catalog::ProductDraft;
    use shared::{ErrorCode, LocalText};

    use crate::{
        api::{answer::answer, fail, read},
        context::{caller, shop},
        pages::studio::my_shop,
    };

    async fn create(category: &str) -> Result<ProductId, commerce::Error> {
        let (shop, caller) = (shop()?, caller());
        let mine = my_shop(&shop, caller).await?.ok_or(ErrorCode::NotFound)?;
        let draft = ProductDraft {
            category: read::field("category", category)?,
            title: LocalText::default(),
            subtitle: LocalText::default(),
            content: commerce::catalog::Content::default(),
            skus: Vec::new(),
            ship_within_hours: 48,
            freight: None,
            commission: shared::BasisPoints::default(),
        };
        shop.catalog().create_draft(caller.actor, mine.id, draft).await
    }
    let result = create(&category).await.map_err(fail);
    answer(result, |id| format!("/studio/products/{id}"), "/studio/products/new", &[("category", &category)])
}
