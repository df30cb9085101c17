use sea_orm::ConnectionTrait;
use shared::{CategoryId, FreightId, FreightRule, FreightTemplate, FreightUnit, LocalText, ShopId};

use super::{
    entity::{freight_template, shop},
    queries,
    record::categories,
};
use crate::{Commerce, Error, db::Tx};

/// Score of a shop that nobody has judged yet, × 100 of 5.
const FRESH_SCORE: i32 = 500;

/// A category at the root of the tree, as whoever opens a shop chooses it.
#[derive(Debug, Clone)]
pub(crate) struct Root {
    pub id: CategoryId,
    pub name: LocalText,
    pub deposit_minor: i64,
}

/// The categories at the root, the oldest first.
pub(crate) async fn roots(commerce: &Commerce, db: &impl ConnectionTrait) -> Result<Vec<Root>, Error> {
    let categories = categories(commerce, db).await?;
    let root = |row: &super::entity::category::Model| Root {
        id: row.id,
        name: row.name.clone(),
        deposit_minor: row.deposit_minor,
    };
    Ok(categories.roots().into_iter().map(root).collect())
}

/// Founds a shop inside another room's transaction, with free delivery until it says otherwise. Its first
/// template has the shop's own number, so that founding needs no further one.
pub(crate) async fn found(tx: &Tx, id: ShopId, name: LocalText, phone: String) -> Result<(), Error> {
    let everywhere =
        FreightRule { provinces: vec!["*".into()], first_units: 1, first_fen: 0, next_units: 1, next_fen: 0 };
    let template = FreightTemplate {
        by: FreightUnit::Piece,
        free_from_fen: None,
        rules: vec![everywhere],
        no_delivery: Vec::new(),
    };
    let freight = freight_template::Model { id: FreightId(id.0), template };
    let shop = shop::Model {
        id,
        name,
        logo: None,
        score_pct: FRESH_SCORE,
        phone,
        freight_id: freight.id,
        no_listing: false,
        suspended: false,
    };
    queries::insert_freight(tx, freight).await?;
    queries::insert_shop(tx, shop).await?;
    Ok(())
}
