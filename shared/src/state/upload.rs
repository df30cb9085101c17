use super::machine::machine;

machine! {
    /// How far a film that somebody uploads has come.
    UploadState {
        /// Its bytes arrive.
        Receiving = "receiving", 0;
        /// All of them are here; they are looked at and made ready to play.
        Checking = "checking", 1;
        /// It is a clip.
        Ready = "ready", 2;
        /// It is none, for the reason beside it.
        Refused = "refused", 3;
    }
    /// What can happen to an upload.
    UploadEvent {
        /// The last byte is durable.
        Complete,
        /// It plays.
        Accept,
        /// It does not.
        Refuse,
    }
    Receiving + Complete => Checking;
    Checking + Accept => Ready;
    Checking + Refuse => Refused;
}
