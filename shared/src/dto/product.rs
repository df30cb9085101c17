use super::{Image, dto};
use crate::{CreatorId, Currency, Money, ProductId, ProductState, ShopId, SkuId};

dto! {
    /// A product as it is listed.
    pub struct ProductCard {
        /// Address of the product page.
        pub id: ProductId,
        /// The shop's own words.
        pub title: String,
        /// One line below the title; may be empty.
        pub subtitle: String,
        /// Lowest price of its SKUs.
        pub price: Money,
        /// Whether some SKUs cost more than `price`.
        pub price_from: bool,
        /// What that SKU was or is elsewhere; above `price`.
        pub market_price: Option<Money>,
        /// Its first picture.
        pub image: Image,
        /// Pieces of all SKUs that can still be bought.
        pub stock: i32,
        /// Pieces sold so far.
        pub sold: i64,
        /// Who sells it.
        pub shop_id: ShopId,
        /// The shop's name.
        pub shop_name: String,
        /// Handle of the creator in whose showcase it is at home.
        pub handle: String,
        /// `on_sale`, or why not.
        pub state: ProductState,
        /// The SKU to put into the cart with one tap; `null` if one has to be chosen.
        pub only_sku: Option<SkuId>,
    }

    /// Everything about a product that its page and sheet show.
    pub struct ProductDetail {
        /// What lists show of it.
        #[serde(flatten)]
        pub card: ProductCard,
        /// All pictures, the first included.
        pub gallery: Vec<Image>,
        /// Paragraphs and pictures, in order.
        pub description: Vec<Block>,
        /// Name and value, in the category's order.
        pub attributes: Vec<Attribute>,
        /// What a SKU is chosen by, in order; empty if there is one SKU only.
        pub options: Vec<ProductOption>,
        /// Every SKU.
        pub skus: Vec<SkuView>,
        /// Who sells it.
        pub shop: ShopView,
        /// The platform that sells it, where it is not sold here: it cannot go into a cart.
        pub sold_by: Option<SoldBy>,
        /// What the shop promises, by name (`seven_day_return`, `freight_insurance`, `fake_one_pay_three`, `damage_guarantee`).
        pub protections: Vec<Protection>,
        /// The shop hands the parcel over within so many hours after payment.
        pub ship_within_hours: i32,
        /// Purchase limit per person.
        pub limit: Option<PurchaseLimit>,
        /// Category names from the root.
        pub category: Vec<String>,
        /// Latest reviews.
        pub reviews: Vec<Review>,
        /// Reviews in all.
        pub review_count: i64,
        /// Average stars × 100, 0 without reviews.
        pub stars_pct: i32,
        /// Lowest delivery fee, for a first impression; the quote knows the exact one.
        pub freight_from: Money,
        /// From this amount of goods on, delivery is free.
        pub freight_free_from: Option<Money>,
    }

    /// Where a product is bought that is shown here and sold elsewhere.
    pub struct SoldBy {
        /// What the platform is called.
        pub platform: String,
        /// Where its page leads; empty if it has none.
        pub host: String,
        /// Its page there, `https` at one of the platform's own hosts; `null` if there is none.
        pub address: Option<String>,
    }

    /// A promise of the shop.
    #[derive(Copy, Hash)]
    #[serde(rename_all = "snake_case")]
    pub enum Protection {
        /// Returnable within seven days without a reason (七天无理由).
        SevenDayReturn,
        /// Freight insurance pays for sending it back (运费险).
        FreightInsurance,
        /// Three times the price for a fake (假一赔三).
        FakeOnePayThree,
        /// Broken on arrival is replaced (坏损包退).
        DamageGuarantee,
    }

    /// A paragraph or a picture.
    #[serde(rename_all = "snake_case")]
    pub enum Block {
        /// Plain text.
        Text(String),
        /// A picture.
        Picture(Image),
    }

    /// A fact about the product.
    pub struct Attribute {
        /// What it is about.
        pub name: String,
        /// What is so.
        pub value: String,
    }

    /// A dimension of choice, such as glaze or capacity.
    pub struct ProductOption {
        /// Its name.
        pub name: String,
        /// What can be chosen.
        pub values: Vec<String>,
    }

    /// One buyable variant.
    pub struct SkuView {
        /// What goes into a line.
        pub id: SkuId,
        /// Index of the chosen value of each option, in the options' order.
        pub choice: Vec<i32>,
        /// Name and value of each option, as the order will keep them.
        pub attributes: Vec<Attribute>,
        /// Price of one piece.
        pub price: Money,
        /// What it was; above `price`.
        pub market_price: Option<Money>,
        /// Pieces that can still be bought.
        pub stock: i32,
        /// Its own picture, as an index into the gallery.
        pub picture: Option<i32>,
    }

    /// A shop as its customers see it.
    pub struct ShopView {
        /// Its id.
        pub id: ShopId,
        /// Its name.
        pub name: String,
        /// Its logo.
        pub logo: Image,
        /// Handle of its creator.
        pub handle: String,
        /// Score × 100 of 5 (480 is 4.80).
        pub score_pct: i32,
        /// Products on sale.
        pub products: i64,
        /// Pieces sold so far.
        pub sold: i64,
    }

    /// How many pieces one person may buy in a period (限购).
    #[derive(Copy)]
    pub struct PurchaseLimit {
        /// In which time.
        pub per: LimitPeriod,
        /// How many pieces.
        pub quantity: i32,
    }

    /// The period of a purchase limit.
    #[derive(Copy, Hash)]
    #[serde(rename_all = "snake_case")]
    pub enum LimitPeriod {
        /// One order.
        Order,
        /// A calendar day in China.
        Day,
        /// Seven days.
        Week,
        /// Thirty days.
        Month,
    }

    /// What a buyer wrote.
    pub struct Review {
        /// Shortened name.
        pub name: String,
        /// 1 to 5.
        pub stars: i32,
        /// Their words.
        pub text: String,
        /// What they bought.
        pub sku: String,
        /// When, RFC 3339.
        pub at: String,
    }

    /// A search result of creators.
    pub struct CreatorCard {
        /// Its id.
        pub id: CreatorId,
        /// Name in addresses.
        pub handle: String,
        /// Name.
        pub name: String,
        /// Round picture.
        pub avatar: Image,
        /// Checked by the operator.
        pub verified: bool,
        /// How many follow.
        pub followers: i64,
    }
}

impl ProductDetail {
    /// The SKU with exactly these choices.
    pub fn sku_of(&self, choice: &[i32]) -> Option<&SkuView> {
        self.skus.iter().find(|sku| sku.choice == choice)
    }

    /// The currency all its SKUs are priced in.
    pub const fn currency(&self) -> Currency {
        self.card.price.currency
    }
}
