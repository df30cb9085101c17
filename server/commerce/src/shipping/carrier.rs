/// A carrier: books parcels and says where they are.
pub trait Carrier: std::fmt::Debug + Send + Sync {}
