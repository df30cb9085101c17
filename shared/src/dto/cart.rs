use super::{Attribute, Image, dto};
use crate::{CartLineId, ErrorCode, Money, ProductId, Quantity, ShopId, SkuId, Source};

dto! {
    /// Something to buy: what a cart line, a quote line and an order line ask for.
    pub struct LineRequest {
        /// The variant.
        pub sku_id: SkuId,
        /// How many pieces.
        pub quantity: Quantity,
        /// Where it was met.
        #[serde(default)]
        pub source: Source,
    }

    /// A buyer's cart, one part per shop.
    pub struct Cart {
        /// The parts, last changed first.
        pub shops: Vec<CartShop>,
        /// Pieces in all, for the badge.
        pub pieces: i32,
        /// Sum of the selected valid lines.
        pub total: Money,
    }

    /// The lines of one shop.
    pub struct CartShop {
        /// Its id.
        pub shop_id: ShopId,
        /// Its name.
        pub shop_name: String,
        /// Handle of its creator.
        pub handle: String,
        /// The lines, last added first.
        pub lines: Vec<CartLine>,
    }

    /// One SKU in the cart.
    pub struct CartLine {
        /// Its id.
        pub id: CartLineId,
        /// The product.
        pub product_id: ProductId,
        /// The variant.
        pub sku_id: SkuId,
        /// The product's title now.
        pub title: String,
        /// Name and value of each option.
        pub attributes: Vec<Attribute>,
        /// Its picture.
        pub image: Image,
        /// Price of one piece now.
        pub price: Money,
        /// Price of one piece when it was added, if that was higher: "dropped since".
        pub price_before: Option<Money>,
        /// How many pieces.
        pub quantity: Quantity,
        /// Pieces that can still be bought.
        pub stock: i32,
        /// Taken along to the checkout.
        pub selected: bool,
        /// Why it cannot be bought now (`out_of_stock`, `not_on_sale`, `limit_exceeded`).
        pub invalid: Option<ErrorCode>,
        /// Where it was met.
        pub source: Source,
    }

    /// A change of one line.
    pub struct CartLineChange {
        /// New number of pieces.
        #[serde(default)]
        pub quantity: Option<Quantity>,
        /// Whether it is taken along.
        #[serde(default)]
        pub selected: Option<bool>,
    }
}
