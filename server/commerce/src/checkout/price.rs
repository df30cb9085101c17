use std::collections::{BTreeMap, BTreeSet};

use chrono::{DateTime, Utc};
use sea_orm::ConnectionTrait;
use shared::{
    BuyerId, Currency, ErrorCode, FreightTemplate, LocalText, Money, NoDelivery, ProductState, Quantity, ShopId,
    Source, dto::LineRequest,
};

use super::limit;
use crate::{
    Commerce, Error,
    catalog::{Offer, offers},
};

/// Most lines of one basket.
pub const MAX_LINES: usize = 50;

/// What is asked for, by whom and where to.
#[derive(Debug, Clone)]
pub(crate) struct Ask {
    /// Whose purchase limits apply; `None` looks at the basket alone.
    pub buyer: Option<BuyerId>,
    pub lines: Vec<LineRequest>,
    /// `None` asks for the lowest freight there is.
    pub province: Option<String>,
    pub at: DateTime<Utc>,
    /// Makes concurrent orders of this buyer wait, so that limits hold, and shops that stop selling: for placing,
    /// inside its transaction.
    pub binding: bool,
}

/// One shop's part of a basket.
#[derive(Debug, Clone)]
pub(crate) struct PricedShop {
    pub shop_id: ShopId,
    pub name: LocalText,
    pub handle: String,
    pub lines: Vec<PricedLine>,
    pub currency: Currency,
    /// Minor units; lines that cannot be bought count nothing.
    pub goods: i64,
    pub freight: i64,
    pub invalid: Option<ErrorCode>,
}

impl PricedShop {
    /// What this shop's order costs.
    pub fn total(&self) -> Result<Money, Error> {
        let freight = Money::new(self.freight, self.currency);
        Ok(Money::new(self.goods, self.currency).plus(freight)?)
    }
}

/// One line of a basket with the offer of this moment.
#[derive(Debug, Clone)]
pub(crate) struct PricedLine {
    pub offer: Offer,
    pub quantity: Quantity,
    pub source: Source,
    pub amount: Money,
    pub invalid: Option<ErrorCode>,
}

/// What the basket costs, one part per shop in the order of its lines. `Invalid` for an empty or too
/// large basket, `NotFound` for an unknown SKU.
pub(crate) async fn price(commerce: &Commerce, db: &impl ConnectionTrait, ask: &Ask) -> Result<Vec<PricedShop>, Error> {
    if !(1..=MAX_LINES).contains(&ask.lines.len()) {
        return Err(Error::Invalid(vec!["lines"]));
    }
    let wanted: Vec<_> = ask.lines.iter().map(|line| (line.sku_id, line.source.scene)).collect();
    let offers = offers(commerce, db, &wanted, ask.at, ask.binding).await?;
    let found: Option<Vec<Offer>> = offers.into_iter().collect();
    let found = found.ok_or(ErrorCode::NotFound)?;
    // Two lines of one SKU share its stock, so they are judged together.
    let mut pieces = BTreeMap::new();
    for line in &ask.lines {
        *pieces.entry(line.sku_id).or_insert(0_i32) += line.quantity.get();
    }
    let exceeded = limit::exceeded(db, ask, &found).await?;

    let mut shops: Vec<PricedShop> = Vec::new();
    for (offer, line) in found.into_iter().zip(&ask.lines) {
        let asked = pieces.get(&offer.sku_id).copied().unwrap_or_default();
        let invalid = reason(&offer, asked, &exceeded);
        let amount = offer.price.times(line.quantity)?;
        let index = shops.iter().position(|shop| shop.shop_id == offer.shop_id).unwrap_or_else(|| {
            shops.push(PricedShop {
                shop_id: offer.shop_id,
                name: offer.shop_name.clone(),
                handle: offer.handle.clone(),
                lines: Vec::new(),
                currency: offer.price.currency,
                goods: 0,
                freight: 0,
                invalid: None,
            });
            shops.len() - 1
        });
        let (quantity, source) = (line.quantity, line.source.clone());
        shops[index].lines.push(PricedLine { offer, quantity, source, amount, invalid });
    }
    for shop in &mut shops {
        let valid = || shop.lines.iter().filter(|line| line.invalid.is_none());
        let goods = Money::sum(shop.currency, valid().map(|line| line.amount))?.minor;
        let freight = freight(&valid().collect::<Vec<_>>(), ask.province.as_deref());
        shop.goods = goods;
        shop.invalid = freight.is_err().then_some(ErrorCode::NoDelivery);
        shop.freight = freight.unwrap_or_default();
    }
    Ok(shops)
}

/// What the buyer pays in all. `Validation` if the shops sell in different currencies.
pub(crate) fn total(shops: &[PricedShop]) -> Result<Money, Error> {
    let currency = shops.first().map(|shop| shop.currency).unwrap_or_default();
    let totals = shops.iter().map(PricedShop::total).collect::<Result<Vec<_>, _>>()?;
    Ok(Money::sum(currency, totals)?)
}

fn reason(offer: &Offer, asked: i32, exceeded: &BTreeSet<shared::ProductId>) -> Option<ErrorCode> {
    if offer.state != ProductState::OnSale {
        Some(ErrorCode::NotOnSale)
    } else if offer.elsewhere {
        Some(ErrorCode::SoldElsewhere)
    } else if offer.stock < asked {
        Some(ErrorCode::OutOfStock)
    } else {
        exceeded.contains(&offer.product_id).then_some(ErrorCode::LimitExceeded)
    }
}

/// Lines with the same template travel together; their parcels' prices add up.
fn freight(lines: &[&PricedLine], province: Option<&str>) -> Result<i64, NoDelivery> {
    let mut parcels: Vec<(&FreightTemplate, i64, i64, i64)> = Vec::new();
    for line in lines {
        let pieces = i64::from(line.quantity.get());
        let grams = i64::from(line.offer.weight_g) * pieces;
        match parcels.iter_mut().find(|(template, ..)| *template == &line.offer.freight) {
            Some(parcel) => {
                parcel.1 += pieces;
                parcel.2 += grams;
                parcel.3 += line.amount.minor;
            }
            None => parcels.push((&line.offer.freight, pieces, grams, line.amount.minor)),
        }
    }
    parcels
        .into_iter()
        .map(|(template, pieces, grams, goods)| match province {
            Some(province) => template.price(province, pieces, grams, goods),
            None => lowest(template, pieces, grams, goods),
        })
        .sum()
}

fn lowest(template: &FreightTemplate, pieces: i64, grams: i64, goods: i64) -> Result<i64, NoDelivery> {
    let provinces = template.rules.iter().filter_map(|rule| rule.provinces.first());
    provinces.filter_map(|province| template.price(province, pieces, grams, goods).ok()).min().ok_or(NoDelivery)
}
