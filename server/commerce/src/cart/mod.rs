//! What buyers have set aside: lines keep where they were met and what they cost then. Owns `cart_line`.

mod service;

pub(crate) use service::merge;
