//! The operator's tables: categories, fees, deposits, agreements, with what a change of them would do.

use crate::{
    AgreementId, AgreementKind, AttributeName, BasisPoints, CategoryId, LocalText, Money, Scene, ShopId, Term,
    TermChangeId, TermValue,
};

macro_rules! records {
    ($($(#[$attr:meta])* pub struct $name:ident { $($body:tt)* })+) => {$(
        #[derive(Debug, Clone, PartialEq, Eq)]
        $(#[$attr])*
        pub struct $name { $($body)* }
    )+};
}

records! {
    /// A category as the operator keeps it.
    pub struct CategoryDesk {
        /// Its id.
        pub id: CategoryId,
        /// The one above it.
        pub parent: Option<CategoryId>,
        /// How many are above it.
        pub depth: i32,
        /// Its unique name.
        pub code: String,
        /// What it is called now.
        pub name: LocalText,
        /// Names from the root, in the reader's language.
        pub path: Vec<String>,
        /// Whether it takes no new goods now; what is below a closed one is closed too.
        pub closed: bool,
        /// What products state, without what the categories above it ask for.
        pub attributes: Vec<AttributeName>,
        /// Receipt counts as confirmed after so many days.
        pub confirm_days: i32,
        /// Whether goods can be returned within seven days.
        pub seven_day_return: bool,
        /// The qualification whoever sells here shows.
        pub paper: Option<LocalText>,
        /// The security whoever sells here leaves.
        pub deposit: Money,
        /// Counts its changes: what is changed must be what was seen.
        pub revision: i64,
        /// Whether another one is below it.
        pub is_parent: bool,
    }

    /// A technical service fee with its time.
    pub struct FeeRate {
        /// Whose goods.
        pub category: CategoryId,
        /// Sold where; `None` for every scene without one of its own.
        pub scene: Option<Scene>,
        /// How much.
        pub rate: BasisPoints,
        /// From when.
        pub from: String,
        /// Until when; `None` until further notice.
        pub to: Option<String>,
        /// In force now; else it will be.
        pub runs: bool,
    }

    /// The fees that are or will be in force.
    pub struct FeeTable {
        /// The tree, parents before their children.
        pub categories: Vec<CategoryDesk>,
        /// The rates, by category and scene.
        pub rates: Vec<FeeRate>,
    }

    /// An entry of the history of the tables.
    pub struct TermChange {
        /// Its id.
        pub id: TermChangeId,
        /// Of which category; names from the root.
        pub path: Vec<String>,
        /// Which category.
        pub category: CategoryId,
        /// What it is about.
        pub term: Term,
        /// Of a fee: where.
        pub scene: Option<Scene>,
        /// What it said before; `None` if it said nothing.
        pub was: Option<TermValue>,
        /// What it says.
        pub becomes: TermValue,
        /// From when.
        pub from: String,
        /// When it was written.
        pub at: String,
        /// By whom; empty for the instance itself.
        pub who: String,
        /// It has not begun, so it can be taken back.
        pub planned: bool,
        /// It was taken back before it began.
        pub withdrawn: bool,
    }

    /// What lines were charged, and what they would be.
    #[derive(Copy)]
    pub struct FeeSum {
        /// What was paid for the goods.
        pub amount: Money,
        /// The fee when they were ordered.
        pub then: Money,
        /// The fee under the new rate.
        pub would: Money,
        /// The second less the first.
        pub difference: Money,
        /// Lines.
        pub lines: i64,
    }

    /// The same for one category and scene.
    pub struct FeeEffectRow {
        /// Names from the root.
        pub path: Vec<String>,
        /// Where it was sold.
        pub scene: Scene,
        /// The sums.
        pub sum: FeeSum,
    }

    /// The same for one shop.
    pub struct FeeEffectShop {
        /// The shop.
        pub shop: ShopId,
        /// Its name.
        pub name: String,
        /// The sums.
        pub sum: FeeSum,
    }

    /// What a fee would have done to the lines of the last days.
    pub struct FeeEffect {
        /// How many days.
        pub days: i64,
        /// By category and scene.
        pub rows: Vec<FeeEffectRow>,
        /// By shop, the largest difference first.
        pub shops: Vec<FeeEffectShop>,
        /// All of it, one for each currency.
        pub sums: Vec<FeeSum>,
    }

    /// An open shop and its deposit.
    pub struct Shortfall {
        /// The shop.
        pub shop: ShopId,
        /// Its name.
        pub name: String,
        /// What it has left.
        pub held: Money,
        /// What is asked of it as things stand then.
        pub asked: Money,
        /// What would be asked.
        pub would: Money,
        /// What it would have to add.
        pub short: Money,
    }

    /// What a deposit would do to the open shops.
    pub struct DepositEffect {
        /// Open shops that sell in the category.
        pub shops: i64,
        /// Those that would have to add something, the most first.
        pub short: Vec<Shortfall>,
        /// All they would have to add.
        pub sum: Money,
    }

    /// A version of an agreement, as the operator keeps it.
    pub struct AgreementVersion {
        /// Its id.
        pub id: AgreementId,
        /// What it is about.
        pub kind: AgreementKind,
        /// 1, 2, 3, …
        pub version: i32,
        /// Its title.
        pub title: LocalText,
        /// Its text.
        pub body: LocalText,
        /// SHA-256 of its text.
        pub hash: String,
        /// From when.
        pub from: String,
        /// Who published it; empty for the instance itself.
        pub who: String,
        /// When it was published; `None` if nobody noted it.
        pub at: Option<String>,
        /// Open shops whose applicants signed this version.
        pub signed: i64,
        /// Open shops whose applicants have to sign it still.
        pub unsigned: i64,
        /// In force now.
        pub runs: bool,
    }
}
