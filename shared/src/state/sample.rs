use super::machine::machine;

machine! {
    /// Where the request of a creator for a sample stands (寄样).
    SampleState {
        /// The merchant has not answered yet.
        Requested = "requested", 0;
        /// The merchant will send it.
        Accepted = "accepted", 1;
        /// The merchant will not, and said why.
        Declined = "declined", 2;
        /// It is on its way.
        Sent = "sent", 3;
        /// The creator has it.
        Received = "received", 4;
        /// The creator does not want it any more.
        Withdrawn = "withdrawn", 5;
    }
    /// What can happen to a request for a sample.
    SampleEvent {
        /// The merchant agrees.
        Accept,
        /// The merchant says no, with a reason.
        Decline,
        /// The merchant has posted it.
        Send,
        /// The creator has got it.
        Receive,
        /// The creator takes the request back.
        Withdraw,
    }
    Requested + Accept => Accepted;
    Requested + Decline => Declined;
    Requested + Withdraw => Withdrawn;
    Accepted + Decline => Declined;
    Accepted + Send => Sent;
    Accepted + Withdraw => Withdrawn;
    Sent + Receive => Received;
}
