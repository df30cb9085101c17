//! What was bought: orders, their lines, states and deadlines. Owns `orders`, `order_line`,
//! `placement` (the idempotency of placing).

mod service;

pub(crate) use service::merge;
