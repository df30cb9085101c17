//! A live room: its stage, and the bag over it.

mod bag;
mod stage;

pub use bag::Bag;
pub use stage::room;
