//! What operators, crawlers and browsers ask for beside pages and API.

pub mod clock;
pub mod health;
pub mod media;
pub mod metrics;
pub mod qr;
pub mod robots;
