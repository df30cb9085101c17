/// A payment provider: a stateless translation of five calls. Unknown answers mean "still waiting".
pub trait PaymentGateway: std::fmt::Debug + Send + Sync {}
