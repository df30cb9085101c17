//! Products in and out as a table: one line per SKU, read and checked before anything is written, written in batches
//! by whichever process is there.

mod columns;
mod decode;
mod encode;
mod export;
mod job;
#[cfg(test)]
mod tests;
mod work;
mod write;

pub use columns::COLUMNS;
