use sea_orm::ConnectionTrait;
use shared::{
    BuyerId, Locale, Money,
    dto::{Basket, LineRequest, Quote, QuoteRequest, QuotedLine, QuotedOrder},
};

use super::{Ask, PricedLine, PricedShop, price, total};
use crate::{Actor, Checkout, Commerce, Error, cart, media, order};

impl Checkout<'_> {
    /// What the basket costs now, per shop. Lines that cannot be bought say why and count nothing.
    /// `Validation` for an empty or too large basket (50 lines), `NotFound` for an unknown SKU.
    pub async fn quote(&self, actor: Actor, request: QuoteRequest, locale: Locale) -> Result<Quote, Error> {
        let db = self.shop().db.read();
        let QuoteRequest { basket, address } = request;
        let lines = lines_of(db, actor.buyer(), basket).await?;
        let province = address.map(|address| address.province);
        let ask = Ask { buyer: actor.buyer(), lines, province, at: self.shop().clock.now(), binding: false };
        let shops = price(self.0, db, &ask).await?;
        view(self.0, db, shops, locale).await
    }
}

/// The lines that a basket means. `Unauthenticated` for the cart of nobody.
pub async fn lines_of(
    db: &impl ConnectionTrait,
    buyer: Option<BuyerId>,
    basket: Basket,
) -> Result<Vec<LineRequest>, Error> {
    match (basket.cart, basket.lines.is_empty()) {
        (true, true) => {
            let buyer = buyer.ok_or(shared::ErrorCode::Unauthenticated)?;
            Ok(cart::selected(db, buyer).await?)
        }
        (false, false) => Ok(basket.lines),
        _ => Err(Error::Invalid(vec!["lines"])),
    }
}

async fn view(
    commerce: &Commerce,
    db: &impl ConnectionTrait,
    shops: Vec<PricedShop>,
    locale: Locale,
) -> Result<Quote, Error> {
    let total = total(&shops)?;
    let wanted = shops.iter().flat_map(|shop| &shop.lines).map(|line| line.offer.picture);
    let pictures = media::pictures(commerce, db, wanted.collect::<Vec<_>>()).await?;
    let line = |PricedLine { offer, quantity, source, amount, invalid }: PricedLine| QuotedLine {
        product_id: offer.product_id,
        sku_id: offer.sku_id,
        title: offer.title.get(locale).to_owned(),
        attributes: order::attributes(&offer.attributes, locale),
        image: order::picture(&pictures, offer.picture, locale),
        price: offer.price,
        quantity,
        amount,
        stock: offer.stock,
        invalid,
        source,
    };
    let orders = shops.into_iter().map(|shop| {
        let ship_within_hours = shop.lines.iter().map(|line| line.offer.ship_within_hours).max().unwrap_or_default();
        Ok(QuotedOrder {
            shop_id: shop.shop_id,
            shop_name: shop.name.get(locale).to_owned(),
            goods: Money::new(shop.goods, shop.currency),
            freight: Money::new(shop.freight, shop.currency),
            discounts: Vec::new(),
            total: shop.total()?,
            ship_within_hours,
            invalid: shop.invalid,
            lines: shop.lines.into_iter().map(line).collect(),
        })
    });
    Ok(Quote { orders: orders.collect::<Result<_, Error>>()?, total })
}
