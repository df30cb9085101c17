//! What creators and merchants look at.

use shared::{
    BasisPoints, CreatorId, Money, PlanId, PlanKind, SampleId, SampleState,
    dto::{CreatorCard, ProductCard},
};

/// A page of what a creator may show.
#[derive(Debug, Clone)]
pub struct Selection {
    /// The goods of this page.
    pub items: Vec<Selected>,
    /// How many there are in all.
    pub total: usize,
    /// Where the next page begins.
    pub next: Option<usize>,
}

/// One of them.
#[derive(Debug, Clone)]
pub struct Selected {
    /// The product.
    pub card: ProductCard,
    /// What it brings.
    pub commission: Commission,
    /// It is promised to leave within so many hours after it was paid.
    pub ship_within_hours: i32,
    /// Half of the orders of the last 90 days did within so many; `None` if too few were sent.
    pub ships_in: Option<i32>,
    /// The share of the paid orders of the last 90 days whose money went back; `None` if they are too few.
    pub refunds: Option<BasisPoints>,
    /// The mean of its reviews × 100 of 5 and their number; `None` without a review.
    pub score: Option<(i32, i64)>,
    /// Whether the draft of the creator's window has it.
    pub in_window: bool,
    /// A request for a sample that is not over.
    pub sample: Option<SampleState>,
}

/// What a product brings a creator.
#[derive(Debug, Clone)]
pub struct Commission {
    /// The share now.
    pub rate: BasisPoints,
    /// By which kind of plan; `None` for the shop's own goods.
    pub kind: Option<PlanKind>,
    /// For one piece at the lowest price.
    pub earns: Money,
    /// A lower rate that was announced, and from when it holds.
    pub falls: Option<(BasisPoints, String)>,
    /// When it ends, if that is known.
    pub ends: Option<String>,
    /// What was promised when the creator linked to it.
    pub linked: Option<BasisPoints>,
}

/// What a merchant offers.
#[derive(Debug, Clone)]
pub struct Promotion {
    /// The plans that have not ended, newest first.
    pub plans: Vec<PlanView>,
    /// What can be offered.
    pub goods: Vec<ProductCard>,
    /// Days from the word to the fall.
    pub notice_days: i64,
    /// Requests for samples that wait for an answer.
    pub waiting: u64,
}

/// One plan.
#[derive(Debug, Clone)]
pub struct PlanView {
    /// Its id.
    pub id: PlanId,
    /// What is to be sold; `None` for what was deleted for good.
    pub product: Option<ProductCard>,
    /// For whom.
    pub kind: PlanKind,
    /// The share now, or when it starts.
    pub rate: BasisPoints,
    /// A lower rate that was announced, and from when it holds.
    pub falls: Option<(BasisPoints, String)>,
    /// When it starts, if it has not.
    pub starts: Option<String>,
    /// When it ends, if that is known.
    pub ends: Option<String>,
    /// Whom it names.
    pub creators: Vec<Named>,
    /// How many creators have taken the product into their windows.
    pub links: i64,
}

/// A creator whom a plan names.
#[derive(Debug, Clone)]
pub struct Named {
    /// Who.
    pub id: CreatorId,
    /// Their handle.
    pub handle: String,
    /// Their name.
    pub name: String,
    /// Until when, if that is known.
    pub until: Option<String>,
}

/// A request for a sample.
#[derive(Debug, Clone)]
pub struct Sample {
    /// Its id.
    pub id: SampleId,
    /// Of what.
    pub product: ProductCard,
    /// Which of its SKUs, in words; empty if there is one only.
    pub choice: String,
    /// Pieces of that which are left.
    pub left: i32,
    /// For whom.
    pub creator: CreatorCard,
    /// Where it stands.
    pub state: SampleState,
    /// What the creator has in mind.
    pub note: String,
    /// Why the merchant said no.
    pub reason: String,
    /// The parcel, once it is sent.
    pub parcel: String,
    /// Where it goes: to the merchant only the city until they agree and once it is over.
    pub address: String,
    /// When it was asked for.
    pub asked_at: String,
    /// When it moved last.
    pub changed_at: String,
}
