use super::machine::machine;

machine! {
    /// Where money on its way back stands (WeChat Pay v3's refund states).
    RefundState {
        /// Decided here; the provider has not been told yet or has not answered.
        Requested = "requested", 0;
        /// The provider is working on it.
        Processing = "processing", 1;
        /// The buyer has the money.
        Succeeded = "succeeded", 2;
        /// The provider could not return it; a person must help.
        Abnormal = "abnormal", 3;
    }
    /// What can happen to a refund.
    RefundEvent {
        /// The provider took the request.
        Accept,
        /// The provider returned the money.
        Succeed,
        /// The provider could not return it.
        Break,
    }
    Requested + Accept => Processing;
    Requested + Succeed => Succeeded;
    Requested + Break => Abnormal;
    Processing + Succeed => Succeeded;
    Processing + Break => Abnormal;
    Abnormal + Succeed => Succeeded;
}
