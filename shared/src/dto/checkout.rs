use super::{Attribute, Image, LineRequest, dto};
use crate::{Address, ErrorCode, Money, ProductId, Quantity, ShopId, SkuId, Source};

dto! {
    /// What is to be bought: these lines, or the selected ones of the caller's cart.
    pub struct Basket {
        /// The lines; empty with `cart`.
        #[serde(default, skip_serializing_if = "Vec::is_empty")]
        pub lines: Vec<LineRequest>,
        /// Take the selected lines of the cart.
        #[serde(default)]
        pub cart: bool,
    }

    /// Asks what a basket would cost.
    pub struct QuoteRequest {
        /// What is to be bought.
        #[serde(flatten)]
        pub basket: Basket,
        /// Where it goes; without it freight is the lowest there is.
        #[serde(default)]
        pub address: Option<Address>,
    }

    /// What a basket costs now. Every sum is the sum of its parts.
    pub struct Quote {
        /// One order per shop.
        pub orders: Vec<QuotedOrder>,
        /// What the buyer pays in all.
        pub total: Money,
    }

    /// One shop's part.
    pub struct QuotedOrder {
        /// Its id.
        pub shop_id: ShopId,
        /// Its name.
        pub shop_name: String,
        /// What is bought there.
        pub lines: Vec<QuotedLine>,
        /// Sum of the lines.
        pub goods: Money,
        /// Delivery.
        pub freight: Money,
        /// What is taken off, by name; none until coupons come.
        pub discounts: Vec<Discount>,
        /// `goods + freight - discounts`.
        pub total: Money,
        /// The shop hands it over within so many hours after payment.
        pub ship_within_hours: i32,
        /// Why it cannot be ordered (`no_delivery`).
        pub invalid: Option<ErrorCode>,
    }

    /// One line of a quote.
    pub struct QuotedLine {
        /// The product.
        pub product_id: ProductId,
        /// The variant.
        pub sku_id: SkuId,
        /// Its title.
        pub title: String,
        /// Name and value of each option.
        pub attributes: Vec<Attribute>,
        /// Its picture.
        pub image: Image,
        /// Price of one piece.
        pub price: Money,
        /// How many pieces.
        pub quantity: Quantity,
        /// `price × quantity`.
        pub amount: Money,
        /// Pieces that can still be bought.
        pub stock: i32,
        /// Why it cannot be bought now.
        pub invalid: Option<ErrorCode>,
        /// Where it was met.
        pub source: Source,
    }

    /// Something taken off.
    pub struct Discount {
        /// What for.
        pub name: String,
        /// How much, positive.
        pub amount: Money,
    }

    /// Places the orders of a basket.
    pub struct OrderRequest {
        /// What is bought.
        #[serde(flatten)]
        pub basket: Basket,
        /// Where it goes.
        pub address: Address,
        /// What the buyer agreed to pay in all; anything else is refused with `price_changed`.
        pub expected_total: Money,
        /// Words to the shops, at most 200 characters.
        #[serde(default)]
        pub note: String,
    }

    /// The orders that were placed, one per shop.
    pub struct PlacedOrders {
        /// The orders, in the quote's order.
        pub orders: Vec<super::OrderView>,
    }
}
