//! The operator's word on another category.

use chrono::{DateTime, Utc};
use sea_orm::ActiveValue::Set;
use shared::{
    BuyerId, CategoryRequestEvent, CategoryRequestId, CategoryRequestState, Currency, DepositState, ErrorCode,
    LocalText, Locale, MessageId, Money, RejectReason, dto::QueuedWish,
};

use super::{
    entity::request,
    queries,
    standing::{Asked, Weighing, chosen, required, tell, weigh},
    wish::{self, turned},
};
use crate::{Actor, Commerce, Deposits, Error, catalog, closing, db::Tx};

/// Wishes that the queue shows at most.
const LISTED: u64 = 100;
/// Longest words of a reviewer, in characters.
const LONGEST: usize = 300;

/// What becomes of a wish.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Word {
    /// The shop may sell there.
    Approve,
    /// It goes back.
    Reject {
        /// Why.
        reason: RejectReason,
        /// What the shop reads.
        words: String,
    },
}

/// A word with everything fixed before its transaction.
#[derive(Clone)]
struct Ruling {
    row: request::Model,
    name: LocalText,
    word: Word,
    reviewer: Option<BuyerId>,
    letters: (MessageId, MessageId),
    at: DateTime<Utc>,
}

impl Deposits<'_> {
    /// Wishes that wait for the operator, the longest waiting first, the first 100; operators only.
    pub async fn queue(&self, actor: Actor, locale: Locale) -> Result<Vec<QueuedWish>, Error> {
        actor.require_operator()?;
        let db = self.shop().db.read();
        let asked = Asked::now(self.0, db).await?;
        let mut queue = Vec::new();
        for row in queries::waiting(db, LISTED).await? {
            let (shop, version) = (row.shop_id, row.version);
            let with: Vec<_> = chosen(db, shop).await?.into_iter().chain([row.category_id]).collect();
            let wish = wish::view(db, row, &asked, locale).await?;
            queue.push(QueuedWish {
                shop,
                shop_name: catalog::shop_name(self.0, shop, locale).await?,
                document: wish.file.as_ref().map(|file| file.id),
                held: Money::new(queries::total(db, shop, DepositState::Paid).await?, Currency::Cny),
                required: Money::new(asked.of(&with)?, Currency::Cny),
                version,
                wish,
            });
        }
        Ok(queue)
    }

    /// Decides about a wish as it read at `version`; operators only. Approved, the shop's deposit is weighed anew: a
    /// shortfall takes its goods off until it is topped up. `NotFound`, `Invalid` (`words`) for a reason without
    /// words or too many, `IllegalTransition`, `Conflict`.
    pub async fn decide(&self, actor: Actor, id: CategoryRequestId, version: i64, word: Word) -> Result<(), Error> {
        actor.require_operator()?;
        let (db, clock) = (self.shop().db.read(), &self.shop().clock);
        let row = queries::request(db, id).await?.ok_or(ErrorCode::NotFound)?;
        if row.state != CategoryRequestState::InReview {
            return Err(ErrorCode::IllegalTransition.into());
        }
        if row.version != version {
            return Err(ErrorCode::Conflict.into());
        }
        if let Word::Reject { reason, words } = &word {
            let told = *reason != RejectReason::Other || !words.trim().is_empty();
            if !told || words.chars().count() > LONGEST {
                return Err(Error::Invalid(vec!["words"]));
            }
        }
        let asked = Asked::now(self.0, db).await?;
        let ruling = Ruling {
            name: asked.root(row.category_id).map(|root| root.name.clone()).unwrap_or_default(),
            row,
            word,
            reviewer: actor.buyer(),
            letters: (MessageId(clock.new_id()), MessageId(clock.new_id())),
            at: clock.now(),
        };
        let commerce = self.0.clone();
        self.shop()
            .db
            .write(move |tx| {
                let (commerce, ruling) = (commerce.clone(), ruling.clone());
                Box::pin(async move { decided(&commerce, tx, ruling).await })
            })
            .await
    }
}

async fn decided(commerce: &Commerce, tx: &Tx, ruling: Ruling) -> Result<(), Error> {
    let Ruling { row, name, word, reviewer, letters, at } = ruling;
    let (shop, category) = (row.shop_id, row.category_id);
    let mut change = request::ActiveModel { reviewer: Set(reviewer), decided_at: Set(Some(at)), ..Default::default() };
    let names = vec![name.zh, name.en];
    match word {
        Word::Reject { reason, words } => {
            change.reason = Set(Some(reason));
            change.words = Set(words.trim().to_owned());
            turned(tx, row, CategoryRequestEvent::Reject, change).await?;
            tell(tx, shop, letters.0, "category.rejected", names, at).await
        }
        Word::Approve => {
            catalog::hold_shop(tx, shop).await?;
            closing::require_open(tx, shop).await?;
            change.live = Set(None);
            turned(tx, row, CategoryRequestEvent::Approve, change).await?;
            queries::add_category(tx, shop, category, at).await?;
            tell(tx, shop, letters.0, "category.approved", names, at).await?;
            let required = required(commerce, tx, shop).await?;
            weigh(tx, Weighing { shop, required, letter: letters.1, at }).await
        }
    }
}
