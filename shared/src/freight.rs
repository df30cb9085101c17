//! What delivery costs: a shop's template applied to a parcel and a province.

use serde::{Deserialize, Serialize};

/// What a template counts.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(rename_all = "snake_case")]
pub enum FreightUnit {
    /// Pieces.
    Piece,
    /// Grams.
    Weight,
}

/// The price for some provinces: the first units together, then every started step of next units.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct FreightRule {
    /// Province names; `*` is everywhere else, other countries included.
    pub provinces: Vec<String>,
    /// Units covered by `first_fen`.
    pub first_units: i64,
    /// Minor units.
    pub first_fen: i64,
    /// Units of one further step.
    pub next_units: i64,
    /// Minor units of one further step.
    pub next_fen: i64,
}

/// A shop's delivery prices (运费模板).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "db", derive(sea_orm::FromJsonQueryResult))]
pub struct FreightTemplate {
    /// What is counted.
    pub by: FreightUnit,
    /// From this amount of goods on, in minor units, delivery is free.
    pub free_from_fen: Option<i64>,
    /// The rules; the first that names the province wins, else the one with `*`.
    pub rules: Vec<FreightRule>,
    /// Provinces that are not delivered to.
    #[serde(default)]
    pub no_delivery: Vec<String>,
}

/// The template does not deliver there.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("not delivered to this address")]
pub struct NoDelivery;

impl FreightTemplate {
    /// Freight in minor units for `pieces` of together `grams` and `goods` minor units to `province`.
    pub fn price(&self, province: &str, pieces: i64, grams: i64, goods: i64) -> Result<i64, NoDelivery> {
        if self.no_delivery.iter().any(|name| name == province) {
            return Err(NoDelivery);
        }
        let names = |rule: &&FreightRule, wanted: &str| rule.provinces.iter().any(|name| name == wanted);
        let rule = self.rules.iter().find(|rule| names(rule, province));
        let rule = rule.or_else(|| self.rules.iter().find(|rule| names(rule, "*"))).ok_or(NoDelivery)?;
        if self.free_from_fen.is_some_and(|free| goods >= free) {
            return Ok(0);
        }
        let units = match self.by {
            FreightUnit::Piece => pieces,
            FreightUnit::Weight => grams,
        };
        let beyond = (units - rule.first_units).max(0);
        let steps = beyond.div_euclid(rule.next_units.max(1)) + i64::from(beyond % rule.next_units.max(1) != 0);
        Ok(rule.first_fen + steps * rule.next_fen)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn template(by: FreightUnit) -> FreightTemplate {
        let rule = |provinces: &[&str], first_fen| FreightRule {
            provinces: provinces.iter().map(ToString::to_string).collect(),
            first_units: if by == FreightUnit::Piece { 1 } else { 1000 },
            first_fen,
            next_units: if by == FreightUnit::Piece { 2 } else { 500 },
            next_fen: 300,
        };
        FreightTemplate {
            by,
            free_from_fen: Some(9_900),
            rules: vec![rule(&["*"], 800), rule(&["西藏自治区"], 2_000)],
            no_delivery: vec!["台湾省".into()],
        }
    }

    #[test]
    fn the_named_province_beats_everywhere_and_started_steps_count() {
        let by_piece = template(FreightUnit::Piece);
        for (province, pieces, goods, price) in [
            ("浙江省", 1, 100, Ok(800)),
            ("浙江省", 2, 100, Ok(1_100)),
            ("浙江省", 4, 100, Ok(1_400)),
            ("西藏自治区", 1, 100, Ok(2_000)),
            ("西藏自治区", 1, 9_900, Ok(0)),
            ("台湾省", 1, 100, Err(NoDelivery)),
        ] {
            assert_eq!(by_piece.price(province, pieces, 0, goods), price);
        }
        assert_eq!(template(FreightUnit::Weight).price("浙江省", 9, 1_001, 0), Ok(1_100));
    }
}
