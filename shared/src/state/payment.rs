use super::machine::machine;

machine! {
    /// Where an attempt to pay stands (WeChat Pay v3's trade states).
    PaymentState {
        /// The provider waits for the buyer (NOTPAY, USERPAYING).
        Waiting = "waiting", 1;
        /// Paid, and the orders know it (SUCCESS).
        Succeeded = "succeeded", 2;
        /// The buyer's attempt failed; they may try again (PAYERROR).
        Failed = "failed", 3;
        /// Nobody may pay it any more (CLOSED).
        Closed = "closed", 4;
        /// Paid too late or twice; the money is on its way back (REFUND).
        Refunding = "refunding", 5;
        /// The money is back.
        Refunded = "refunded", 6;
    }
    /// What can happen to a payment.
    PaymentEvent {
        /// The provider has the money and the orders wait for it.
        Succeed,
        /// The provider has the money, but the orders are closed or paid already.
        SucceedInVain,
        /// The provider reports a failed attempt.
        Fail,
        /// The deadline passed, the buyer gave up or paid otherwise.
        Close,
        /// The provider confirmed the refund.
        ConfirmRefund,
    }
    Waiting + Succeed => Succeeded;
    Waiting + SucceedInVain => Refunding;
    Waiting + Fail => Failed;
    Waiting + Close => Closed;
    Failed + Succeed => Succeeded;
    Failed + SucceedInVain => Refunding;
    Failed + Close => Closed;
    Closed + SucceedInVain => Refunding;
    Refunding + ConfirmRefund => Refunded;
}
