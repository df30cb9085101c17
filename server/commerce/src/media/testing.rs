//! Pictures for tests.

use shared::{BuyerId, LocalText, MediaId};
use uuid::Uuid;

use super::{entity::Model, queries};
use crate::{Commerce, Error};

/// So many pictures that nobody looks at, brought by somebody or by the instance itself.
pub async fn pictures(commerce: &Commerce, uploaded_by: Option<BuyerId>, number: usize) -> Vec<MediaId> {
    let at = commerce.clock().now();
    let row = |_| Model {
        id: MediaId(Uuid::new_v4()),
        kind: "image".into(),
        alt: LocalText::default(),
        width: 800,
        height: 800,
        widths: serde_json::json!([800]),
        duration_ms: 0,
        uploaded_by,
        at,
    };
    let rows: Vec<_> = (0..number).map(row).collect();
    let ids = rows.iter().map(|row| row.id).collect();
    let insert = commerce.db().write::<_, Error, _>(move |tx| {
        let rows = rows.clone();
        Box::pin(async move {
            for row in rows {
                queries::insert(tx, row).await?;
            }
            Ok(())
        })
    });
    insert.await.unwrap();
    ids
}
