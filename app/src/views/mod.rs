//! What both the server and the browser draw: a page's first paint and the same part alive in an
//! island. Models hold finished words, since the browser carries no texts and no calendar.

pub mod address;
pub mod checkout;
pub mod countdown;
pub mod field;
pub mod pay;
pub mod track;
