//! What the demo's viewer has bought so far: orders in every state, lived through at a clock of their
//! own that starts three weeks ago, with the payment provider in the same process.

use std::{
    future::Future,
    pin::Pin,
    sync::{Arc, OnceLock},
};

use anyhow::Context;
use chrono::TimeDelta;
use commerce::{
    Actor, Commerce,
    payment::{GatewayError, SandboxGateway, Transport},
    sandbox::Outcome,
};
use shared::{
    Address, Locale, OrderId, Quantity, Scene, Source,
    dto::{Basket, LineRequest, OrderRequest, OrderView, PaymentMethod, QuoteRequest, ShipmentItem},
};

use super::{Made, deposits, people::Owners};

/// How long ago the first order was placed.
const SINCE: TimeDelta = TimeDelta::days(20);

/// Places, pays, ships and ends them, oldest first.
pub async fn live_through(shop: &Commerce, made: &Made, viewer: Actor, owners: &Owners) -> anyhow::Result<()> {
    let mut story = Story::begin(shop, viewer).await?;
    deposits::leave(&story.past, made, owners).await?;
    // Completed: the buyer confirmed after three days.
    let order = story.order(made, &[("gaiwan-white", 1)], Scene::Video).await?;
    story.pay(&order, Outcome::Success).await?;
    story.until(SINCE - TimeDelta::minutes(3)).await?;
    story.until(TimeDelta::days(17)).await?;
    story.past.order().confirm_receipt(viewer, order.id).await?;
    // Cancelled: nobody paid.
    story.until(TimeDelta::days(9)).await?;
    story.order(made, &[("longjing", 2)], Scene::Showcase).await?;
    story.until(TimeDelta::days(9) - TimeDelta::minutes(31)).await?;
    // Paid too late: the money goes back by itself.
    story.until(TimeDelta::days(6)).await?;
    let order = story.order(made, &[("cup-plum", 1)], Scene::Showcase).await?;
    story.pay(&order, Outcome::Late).await?;
    // On its way.
    story.until(TimeDelta::hours(26)).await?;
    let order = story.order(made, &[("gaiwan-tianqing", 1), ("dahongpao", 1)], Scene::Video).await?;
    story.pay(&order, Outcome::Success).await?;
    story.until(TimeDelta::hours(26) - TimeDelta::minutes(3)).await?;
    // One of two things left.
    story.until(TimeDelta::hours(3)).await?;
    let order = story.order(made, &[("pot-xishi", 1), ("cup-six", 1)], Scene::Product).await?;
    story.pay(&order, Outcome::Success).await?;
    let part = order.lines.first().map(|line| ShipmentItem { line_id: line.id, quantity: line.quantity.get() });
    story.past.shipping().ship(Actor::System, order.id, part.into_iter().collect()).await?;
    // Given up by the buyer.
    story.until(TimeDelta::minutes(40)).await?;
    let order = story.order(made, &[("maofeng", 1)], Scene::Search).await?;
    story.past.order().cancel(viewer, order.id).await?;
    // Paid just now, and waiting to be paid.
    story.until(TimeDelta::zero()).await?;
    let order = story.order(made, &[("jasmine", 1)], Scene::Video).await?;
    story.pay(&order, Outcome::Success).await?;
    story.order(made, &[("cup-mug", 2)], Scene::Showcase).await?;
    Ok(())
}

/// The same shop in the past.
struct Story {
    past: Commerce,
    viewer: Actor,
    address: Address,
    /// How far behind the present it is.
    behind: TimeDelta,
}

impl Story {
    async fn begin(shop: &Commerce, viewer: Actor) -> anyhow::Result<Self> {
        let clock = shop.clock().apart();
        clock.advance(-SINCE);
        let provider = Arc::new(Provider::default());
        let gateway = SandboxGateway::new(provider.clone(), &shop.config().secret);
        let past = shop.at(clock, Arc::new(gateway));
        _ = provider.0.set(past.clone());
        let book = shop.identity().addresses(viewer).await?;
        let address = book.into_iter().next().context("the viewer has no address")?.address;
        Ok(Self { past, viewer, address, behind: SINCE })
    }

    /// Lives on until so long ago, and lets happen what has to.
    async fn until(&mut self, ago: TimeDelta) -> anyhow::Result<()> {
        self.past.clock().advance(self.behind - ago);
        self.behind = ago;
        self.past.timer().run_due(Actor::System).await?;
        Ok(())
    }

    /// Buys pieces of the first variant of each product.
    async fn order(&self, made: &Made, goods: &[(&str, i32)], scene: Scene) -> anyhow::Result<OrderView> {
        let mut lines = Vec::new();
        for (code, pieces) in goods {
            let product = *made.products.get(*code).with_context(|| format!("product {code}"))?;
            let skus = self.past.catalog().live(self.viewer, product, Locale::ZhCn).await?;
            let sku_id = skus.first().with_context(|| format!("a variant of {code}"))?.id;
            let source = Source { scene, ..Source::default() };
            lines.push(LineRequest { sku_id, quantity: Quantity::try_from(*pieces)?, source });
        }
        let basket = Basket { lines, cart: false };
        let request = QuoteRequest { basket: basket.clone(), address: Some(self.address.clone()) };
        let quote = self.past.checkout().quote(self.viewer, request, Locale::ZhCn).await?;
        let request =
            OrderRequest { basket, address: self.address.clone(), expected_total: quote.total, note: String::new() };
        let placed = self.past.order().place(self.viewer, self.past.new_key(), request, Locale::ZhCn).await?;
        placed.orders.into_iter().next().context("an order")
    }

    async fn pay(&self, order: &OrderView, outcome: Outcome) -> anyhow::Result<()> {
        let orders: Vec<OrderId> = vec![order.id];
        let payment =
            self.past.payment().create(self.viewer, self.past.new_key(), orders, PaymentMethod::Wechat).await?;
        for message in self.past.sandbox().attempt(payment.payment_id, outcome).await? {
            self.past.payment().notify(&message.headers, &message.body).await?;
        }
        self.past.timer().run_due(Actor::System).await?;
        Ok(())
    }
}

/// The provider's books, asked without HTTP: the server does not listen yet.
#[derive(Default)]
struct Provider(OnceLock<Commerce>);

impl std::fmt::Debug for Provider {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Provider")
    }
}

impl Transport for Provider {
    fn send<'a>(
        &'a self,
        method: &'static str,
        path: &'a str,
        authorization: String,
        body: String,
    ) -> Pin<Box<dyn Future<Output = Result<(u16, Vec<u8>), GatewayError>> + Send + 'a>> {
        Box::pin(async move {
            let books = self.0.get().ok_or_else(|| GatewayError::Unavailable("the provider is not open yet".into()))?;
            let answer = books.sandbox().answer(method, path, &authorization, &body).await;
            let answer = answer.map_err(|error| GatewayError::Unavailable(error.into()))?;
            Ok((answer.status, answer.body))
        })
    }
}
