//! What the people of a shop and the operator do.

pub mod products;
