use sea_orm::ActiveValue::Set;
use shared::{
    BuyerId, CartLineId, ErrorCode, Locale, Money, ProductState, Quantity, SkuId,
    dto::{Cart, CartLine, CartLineChange, CartShop, LineRequest},
};

use super::{
    entity::{ActiveModel, Model},
    queries,
};
use crate::{
    Actor, Carts, Commerce, Error,
    catalog::{Offer, offers},
    db::Tx,
    media, order,
};

/// Most lines of one cart.
pub const MAX_LINES: usize = 100;

impl Carts<'_> {
    /// The caller's cart with today's prices, stock and reasons.
    pub async fn get(&self, actor: Actor, locale: Locale) -> Result<Cart, Error> {
        let Some(buyer) = actor.buyer() else { return Ok(empty()) };
        let db = self.shop().db.read();
        let lines = queries::of_buyer(db, buyer).await?;
        let wanted: Vec<_> = lines.iter().map(|line| (line.sku_id, line.source.scene)).collect();
        let offers = offers(self.0, db, &wanted, self.shop().clock.now(), false).await?;
        // A SKU that is not there at all has nothing to show; a delisted product still has.
        let lines: Vec<_> = lines.into_iter().zip(offers).filter_map(|(line, offer)| Some((line, offer?))).collect();
        let pictures = lines.iter().map(|(_, offer)| offer.picture).collect::<Vec<_>>();
        let pictures = media::pictures(self.0, db, pictures).await?;
        let mut cart = empty();
        let mut payable = Vec::new();
        for (line, offer) in lines {
            let image = order::picture(&pictures, offer.picture, locale);
            let shop_id = offer.shop_id;
            let index = cart.shops.iter().position(|shop| shop.shop_id == shop_id).unwrap_or_else(|| {
                let shop_name = offer.shop_name.get(locale).to_owned();
                cart.shops.push(CartShop { shop_id, shop_name, handle: offer.handle.clone(), lines: Vec::new() });
                cart.shops.len() - 1
            });
            let invalid = reason(&offer, line.quantity.get());
            cart.pieces += line.quantity.get();
            if line.selected && invalid.is_none() {
                payable.push(offer.price.times(line.quantity)?);
            }
            let before = line.price();
            let dropped = before.currency == offer.price.currency && before.minor > offer.price.minor;
            cart.shops[index].lines.push(CartLine {
                id: line.id,
                product_id: offer.product_id,
                sku_id: line.sku_id,
                title: offer.title.get(locale).to_owned(),
                attributes: order::attributes(&offer.attributes, locale),
                image,
                price: offer.price,
                price_before: dropped.then_some(before),
                quantity: line.quantity,
                stock: offer.stock,
                selected: line.selected,
                invalid,
                source: line.source,
            });
        }
        let currency = payable.first().map(|money| money.currency).unwrap_or_default();
        // Shops of several currencies cannot be paid together; the sum then says what the first costs.
        cart.total = Money::sum(currency, payable.into_iter().filter(|money| money.currency == currency))?;
        Ok(cart)
    }

    /// Pieces in the caller's cart, for the badge.
    pub async fn pieces(&self, actor: Actor) -> Result<i32, Error> {
        match actor.buyer() {
            Some(buyer) => Ok(queries::quantities(self.shop().db.read(), buyer).await?.into_iter().sum()),
            None => Ok(0),
        }
    }

    /// Adds pieces; a SKU that is there already gets more of them. `NotFound`, `NotOnSale`, `SoldElsewhere`,
    /// `OutOfStock` beyond what is left, `LimitExceeded`; at most 100 lines.
    pub async fn add(&self, actor: Actor, line: LineRequest) -> Result<CartLineId, Error> {
        let buyer = actor.require_buyer()?;
        let commerce = self.0.clone();
        let id = CartLineId(self.shop().clock.new_id());
        self.shop()
            .db
            .write(move |tx| {
                let (commerce, line) = (commerce.clone(), line.clone());
                Box::pin(async move { add(&commerce, tx, buyer, id, line).await })
            })
            .await
    }

    /// Changes a line; `NotFound` if it is not the caller's, `OutOfStock`.
    pub async fn change(&self, actor: Actor, id: CartLineId, change: CartLineChange) -> Result<(), Error> {
        let buyer = owner(actor)?;
        let commerce = self.0.clone();
        self.shop()
            .db
            .write(move |tx| {
                let commerce = commerce.clone();
                let CartLineChange { quantity, selected } = change;
                Box::pin(async move {
                    let line = queries::by_id(tx, buyer, id).await?.ok_or(ErrorCode::NotFound)?;
                    set(&commerce, tx, line, quantity, selected).await
                })
            })
            .await
    }

    /// Removes a line; `NotFound` if it is not the caller's.
    pub async fn remove(&self, actor: Actor, id: CartLineId) -> Result<(), Error> {
        let buyer = owner(actor)?;
        let gone = self
            .shop()
            .db
            .write(move |tx| Box::pin(async move { Ok::<_, Error>(queries::remove(tx, buyer, id).await?) }));
        if gone.await? { Ok(()) } else { Err(ErrorCode::NotFound.into()) }
    }
}

/// Whoever is no buyer has no lines.
fn owner(actor: Actor) -> Result<BuyerId, Error> {
    actor.buyer().ok_or_else(|| ErrorCode::NotFound.into())
}

const fn empty() -> Cart {
    Cart { shops: Vec::new(), pieces: 0, total: Money::new(0, shared::Currency::Cny) }
}

fn reason(offer: &Offer, pieces: i32) -> Option<ErrorCode> {
    if offer.state != ProductState::OnSale {
        Some(ErrorCode::NotOnSale)
    } else if offer.elsewhere {
        Some(ErrorCode::SoldElsewhere)
    } else if offer.stock < pieces {
        Some(ErrorCode::OutOfStock)
    } else {
        offer.limit.is_some_and(|limit| pieces > limit.quantity).then_some(ErrorCode::LimitExceeded)
    }
}

/// What `pieces` of a SKU would be today, or why they cannot be had.
async fn offer(commerce: &Commerce, tx: &Tx, sku: SkuId, pieces: i32) -> Result<Offer, Error> {
    let wanted = [(sku, shared::Scene::default())];
    let offer = offers(commerce, tx, &wanted, commerce.clock().now(), false).await?.pop().flatten();
    let offer = offer.ok_or(ErrorCode::NotFound)?;
    match reason(&offer, pieces) {
        Some(code) => Err(code.into()),
        None => Ok(offer),
    }
}

async fn add(
    commerce: &Commerce,
    tx: &Tx,
    buyer: BuyerId,
    id: CartLineId,
    request: LineRequest,
) -> Result<CartLineId, Error> {
    let LineRequest { sku_id, quantity, source } = request;
    let lines = queries::of_buyer(tx, buyer).await?;
    let now = commerce.clock().now();
    if let Some(line) = lines.iter().find(|line| line.sku_id == sku_id) {
        let sum = line.quantity.get() + quantity.get();
        let sum = Quantity::try_from(sum).map_err(|_| Error::Invalid(vec!["quantity"]))?;
        offer(commerce, tx, sku_id, sum.get()).await?;
        let change = ActiveModel {
            quantity: Set(sum),
            selected: Set(true),
            source: Set(source),
            changed_at: Set(now),
            ..Default::default()
        };
        queries::update(tx, buyer, line.id, change).await?;
        return Ok(line.id);
    }
    if lines.len() >= MAX_LINES {
        return Err(Error::Invalid(vec!["lines"]));
    }
    let offer = offer(commerce, tx, sku_id, quantity.get()).await?;
    let line = Model {
        id,
        buyer_id: buyer,
        sku_id,
        quantity,
        selected: true,
        price_minor: offer.price.minor,
        currency: offer.price.currency,
        source,
        added_at: now,
        changed_at: now,
    };
    // Two taps at once: the second finds the first one's line and has to look again.
    if queries::insert(tx, line).await? { Ok(id) } else { Err(ErrorCode::Conflict.into()) }
}

async fn set(
    commerce: &Commerce,
    tx: &Tx,
    line: Model,
    quantity: Option<Quantity>,
    selected: Option<bool>,
) -> Result<(), Error> {
    // Fewer pieces are always welcome, even of what is sold out.
    if let Some(more) = quantity.filter(|quantity| quantity.get() > line.quantity.get()) {
        offer(commerce, tx, line.sku_id, more.get()).await?;
    }
    let mut change = ActiveModel { changed_at: Set(line.changed_at), ..Default::default() };
    if let Some(quantity) = quantity {
        change.quantity = Set(quantity);
    }
    if let Some(selected) = selected {
        change.selected = Set(selected);
    }
    queries::update(tx, line.buyer_id, line.id, change).await?;
    Ok(())
}
