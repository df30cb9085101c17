use super::{Attribute, Discount, Image, ShipmentView, dto};
use crate::{Address, Money, OrderId, OrderLineId, OrderState, PaymentId, ProductId, Quantity, ShopId, SkuId, Source};

dto! {
    /// An order as its buyer sees it.
    pub struct OrderView {
        /// Address of the order page.
        pub id: OrderId,
        /// Number for people: date and counter-free random digits.
        pub number: String,
        /// Where it stands.
        pub state: OrderState,
        /// The platform's number of that state.
        pub state_code: i32,
        /// Who sells.
        pub shop_id: ShopId,
        /// The shop's name.
        pub shop_name: String,
        /// Handle of the shop's creator.
        pub handle: String,
        /// What was bought.
        pub lines: Vec<OrderLineView>,
        /// Sum of the lines.
        pub goods: Money,
        /// Delivery.
        pub freight: Money,
        /// What was taken off.
        pub discounts: Vec<Discount>,
        /// What the buyer owes or paid.
        pub total: Money,
        /// Where it goes.
        pub address: Address,
        /// Words to the shop.
        pub note: String,
        /// When it was placed.
        pub placed_at: String,
        /// Unpaid orders end here.
        pub pay_by: String,
        /// When it was paid.
        pub paid_at: Option<String>,
        /// The shop has to hand it over until then.
        pub ship_by: Option<String>,
        /// When the last parcel left.
        pub shipped_at: Option<String>,
        /// Receipt counts as confirmed from then on.
        pub confirm_by: Option<String>,
        /// When it was completed.
        pub completed_at: Option<String>,
        /// When it was cancelled or refunded.
        pub ended_at: Option<String>,
        /// Who ended it before payment: `buyer` or `timeout`.
        pub cancelled_by: Option<String>,
        /// The payment that is open or that paid it.
        pub payment_id: Option<PaymentId>,
        /// Its parcels.
        pub shipments: Vec<ShipmentView>,
    }

    /// One line of an order, as it read when it was placed.
    pub struct OrderLineView {
        /// Its id.
        pub id: OrderLineId,
        /// The product.
        pub product_id: ProductId,
        /// The variant.
        pub sku_id: SkuId,
        /// Title.
        pub title: String,
        /// Name and value of each option.
        pub attributes: Vec<Attribute>,
        /// Picture.
        pub image: Image,
        /// Price of one piece.
        pub price: Money,
        /// Pieces.
        pub quantity: Quantity,
        /// `price × quantity`.
        pub amount: Money,
        /// Pieces already handed to a carrier.
        pub shipped: i32,
        /// Where it was met.
        pub source: Source,
    }

    /// Which orders to list.
    #[derive(Default)]
    #[serde(default)]
    pub struct OrderQuery {
        /// Only this tab.
        pub tab: OrderTab,
        /// Only orders with these words or this number.
        pub q: Option<String>,
        /// Where to go on.
        pub cursor: Option<String>,
        /// Orders on a page; 0 for the default of 10, at most 50.
        pub limit: u32,
    }

    /// The tabs of the order list.
    #[derive(Copy, Default, Hash)]
    #[serde(rename_all = "snake_case")]
    pub enum OrderTab {
        /// Everything.
        #[default]
        All,
        /// Waiting for payment.
        ToPay,
        /// Waiting for the shop.
        ToShip,
        /// On the way.
        ToReceive,
        /// Completed.
        Done,
        /// Cancelled, refunded.
        Closed,
    }

    /// How many orders each tab has.
    #[derive(Copy, Default)]
    pub struct OrderCounts {
        /// Waiting for payment.
        pub to_pay: i64,
        /// Waiting for the shop.
        pub to_ship: i64,
        /// On the way.
        pub to_receive: i64,
    }
}
