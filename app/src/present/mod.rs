//! From the shop's answers to what is shown: finished words in the reader's language, dates as people
//! in China say them.

pub mod address;
pub mod checkout;
pub mod pay;
pub mod qr;
pub mod regions;
pub mod track;
pub mod when;
