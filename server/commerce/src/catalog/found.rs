use chrono::{DateTime, Utc};
use sea_orm::ConnectionTrait;
use shared::{CategoryId, FreightId, FreightRule, FreightTemplate, FreightUnit, LocalText, OpeningMode, ShopId};

use super::{
    categories::{Categories, Node},
    entity::{freight_template, shop},
    queries,
    record::{categories, categories_at},
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
    /// The qualification whoever sells here shows.
    pub paper: Option<LocalText>,
    /// Whether whoever opens a shop may still choose it.
    pub open: bool,
}

/// The categories at the root, in their order.
pub(crate) async fn roots(commerce: &Commerce, db: &impl ConnectionTrait) -> Result<Vec<Root>, Error> {
    Ok(roots_of(&*categories(commerce, db).await?))
}

/// The same at another moment, past every cache.
pub(crate) async fn roots_at(db: &impl ConnectionTrait, at: DateTime<Utc>) -> Result<Vec<Root>, Error> {
    Ok(roots_of(&categories_at(db, at).await?))
}

fn roots_of(categories: &Categories) -> Vec<Root> {
    let root = |node: &Node| Root {
        id: node.row.id,
        name: node.row.name.clone(),
        deposit_minor: node.row.deposit_minor,
        paper: node.paper.clone(),
        open: !node.closed,
    };
    categories.roots().into_iter().map(root).collect()
}

/// Founds a shop inside another room's transaction, with free delivery until it says otherwise. Its first
/// template has the shop's own number, so that founding needs no further one.
pub(crate) async fn found(tx: &Tx, id: ShopId, name: LocalText, phone: String, mode: OpeningMode) -> Result<(), Error> {
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
        ended: false,
        mode,
    };
    queries::insert_freight(tx, freight).await?;
    queries::insert_shop(tx, shop).await?;
    Ok(())
}
