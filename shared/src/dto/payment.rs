use super::dto;
use crate::{DepositId, Money, OrderId, PaymentId, PaymentState};

dto! {
    /// How to pay.
    #[derive(Copy, Default, Hash)]
    #[serde(rename_all = "snake_case")]
    pub enum PaymentMethod {
        /// WeChat Pay; played by the sandbox in the demo.
        #[default]
        Wechat,
        /// Alipay; played by the sandbox in the demo.
        Alipay,
        /// Bank card; played by the sandbox in the demo.
        Card,
    }

    /// Starts a payment of one or several orders.
    pub struct PaymentRequest {
        /// How.
        #[serde(default)]
        pub method: PaymentMethod,
    }

    /// A payment as its payer sees it.
    pub struct PaymentView {
        /// Address of the cashier page.
        pub payment_id: PaymentId,
        /// Where it stands.
        pub state: PaymentState,
        /// How it is paid.
        pub method: PaymentMethod,
        /// The orders it pays; none if it pays a deposit.
        pub orders: Vec<OrderId>,
        /// The deposit it pays.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        pub deposit: Option<DepositId>,
        /// How much.
        pub amount: Money,
        /// Nobody may pay it after.
        pub pay_by: String,
        /// Where the payer is sent, on phone or desktop.
        pub pay_url: String,
        /// What a QR code would hold.
        pub code_url: String,
        /// When it was paid.
        pub paid_at: Option<String>,
    }
}
