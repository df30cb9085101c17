//! Where the money is: a double-entry, append-only record, keyed by event and reference. Owns
//! `ledger_entry`. No balance is stored anywhere that cannot be rebuilt from it.
//!
//! Debits are positive, credits negative; every posting adds up to zero. Accounts: `provider` holds
//! what the payment provider collected for us; `pending` is owed to a shop once its orders settle;
//! `fee` is what the platform will earn; `commission` is owed to a creator; `buyers` is owed back to
//! buyers until the provider has returned it; `deposit` is what a shop left as security.

mod entity;
pub(crate) mod queries;

use chrono::{DateTime, Utc};
use sea_orm::{ConnectionTrait, DbErr};
use shared::{CreatorId, Currency, DepositId, OrderId, PaymentId, RefundId, ShopId};
use uuid::Uuid;

/// The accounts, by their names in the database.
pub(crate) mod account {
    pub const PROVIDER: &str = "provider";
    pub const PENDING: &str = "pending";
    pub const FEE: &str = "fee";
    pub const COMMISSION: &str = "commission";
    pub const BUYERS: &str = "buyers";
    pub const DEPOSIT: &str = "deposit";
}

/// The events, by their names in the database.
pub(crate) mod event {
    pub const RECEIVED: &str = "received";
    pub const FEE_PREDICTED: &str = "fee_predicted";
    pub const COMMISSION_PREDICTED: &str = "commission_predicted";
    pub const RECEIVED_IN_VAIN: &str = "received_in_vain";
    pub const REFUND_OWED: &str = "refund_owed";
    pub const FEE_RETURNED: &str = "fee_returned";
    pub const COMMISSION_RETURNED: &str = "commission_returned";
    pub const REFUND_PAID: &str = "refund_paid";
    pub const DEPOSIT_RECEIVED: &str = "deposit_received";
    pub const DEPOSIT_RETURNING: &str = "deposit_returning";
}

/// What an order moves when it is paid or refunded, in minor units.
#[derive(Debug, Clone)]
pub(crate) struct OrderMoney {
    pub order: OrderId,
    pub shop: ShopId,
    pub currency: Currency,
    pub total: i64,
    /// Predicted technical service fee of all lines.
    pub fee: i64,
    /// Predicted commission per creator.
    pub commissions: Vec<(CreatorId, i64)>,
}

/// Rows of one moment, collected and written in one statement.
#[derive(Debug)]
pub(crate) struct Posting {
    at: DateTime<Utc>,
    rows: Vec<entity::Model>,
}

impl Posting {
    pub const fn new(at: DateTime<Utc>) -> Self {
        Self { at, rows: Vec::new() }
    }

    /// Writes everything; breaks the primary key if one of the events was posted before.
    pub async fn write(self, db: &impl ConnectionTrait) -> Result<(), DbErr> {
        queries::insert(db, self.rows).await
    }

    /// An order was paid: money at the provider, owed to the shop less predicted fee and commission.
    pub fn paid(&mut self, money: &OrderMoney) {
        let shop = Some(money.shop.0);
        let id = money.order.0;
        self.pair(
            event::RECEIVED,
            id,
            (account::PROVIDER, None),
            (account::PENDING, shop),
            money.total,
            money.currency,
        );
        self.pair(event::FEE_PREDICTED, id, (account::PENDING, shop), (account::FEE, None), money.fee, money.currency);
        self.commission(event::COMMISSION_PREDICTED, money, 1);
    }

    /// A paid order is to be refunded in full: nothing is owed to the shop, the platform or creators
    /// any more, all of it to the buyer.
    pub fn order_refund(&mut self, money: &OrderMoney) {
        let shop = Some(money.shop.0);
        let id = money.order.0;
        let buyer = (account::BUYERS, None);
        self.pair(event::REFUND_OWED, id, (account::PENDING, shop), buyer, money.total, money.currency);
        self.pair(event::FEE_RETURNED, id, (account::FEE, None), (account::PENDING, shop), money.fee, money.currency);
        self.commission(event::COMMISSION_RETURNED, money, -1);
    }

    /// Money came for orders that are closed or paid already.
    pub fn received_in_vain(&mut self, payment: PaymentId, minor: i64, currency: Currency) {
        let buyer = (account::BUYERS, None);
        self.pair(event::RECEIVED_IN_VAIN, payment.0, (account::PROVIDER, None), buyer, minor, currency);
    }

    /// A deposit was paid: money at the provider, held for the shop.
    pub fn deposit_received(&mut self, deposit: DepositId, shop: ShopId, minor: i64, currency: Currency) {
        let held = (account::DEPOSIT, Some(shop.0));
        self.pair(event::DEPOSIT_RECEIVED, deposit.0, (account::PROVIDER, None), held, minor, currency);
    }

    /// A deposit goes back: nothing is held for the shop any more, all of it is owed to whoever paid it.
    pub fn deposit_returning(&mut self, deposit: DepositId, shop: ShopId, minor: i64, currency: Currency) {
        let held = (account::DEPOSIT, Some(shop.0));
        self.pair(event::DEPOSIT_RETURNING, deposit.0, held, (account::BUYERS, None), minor, currency);
    }

    /// The provider returned money to a buyer.
    pub fn refund_paid(&mut self, refund: RefundId, minor: i64, currency: Currency) {
        let buyer = (account::BUYERS, None);
        self.pair(event::REFUND_PAID, refund.0, buyer, (account::PROVIDER, None), minor, currency);
    }

    /// Commissions of several creators share one event: the first is its row, further ones carry
    /// their position in the account's name, since an account appears once per event and reference.
    fn commission(&mut self, event: &str, money: &OrderMoney, sign: i64) {
        let all: i64 = money.commissions.iter().map(|(_, minor)| minor).sum();
        if all == 0 {
            return;
        }
        self.row(event, money.order.0, account::PENDING, Some(money.shop.0), sign * all, money.currency);
        for (index, (creator, minor)) in money.commissions.iter().enumerate() {
            let name = if index == 0 { account::COMMISSION.into() } else { format!("{}:{index}", account::COMMISSION) };
            self.row(event, money.order.0, &name, Some(creator.0), -sign * minor, money.currency);
        }
    }

    /// Nothing moves if the amount is zero.
    fn pair(&mut self, event: &str, id: Uuid, debit: Side<'_>, credit: Side<'_>, minor: i64, currency: Currency) {
        if minor != 0 {
            self.row(event, id, debit.0, debit.1, minor, currency);
            self.row(event, id, credit.0, credit.1, -minor, currency);
        }
    }

    fn row(
        &mut self,
        event: &str,
        reference: Uuid,
        account: &str,
        owner: Option<Uuid>,
        minor: i64,
        currency: Currency,
    ) {
        let (event, account) = (event.to_owned(), account.to_owned());
        self.rows.push(entity::Model { reference, event, account, owner, minor, currency, at: self.at });
    }
}

type Side<'a> = (&'a str, Option<Uuid>);
