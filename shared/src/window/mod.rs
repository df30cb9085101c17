//! How a creator arranges a showcase: the arrangement, what can be done to it, and how two of them differ.
//! Pure, so that whoever edits sees at once what the server will say.

mod apply;
mod arrangement;
mod diff;
mod op;
#[cfg(test)]
mod tests;

pub use arrangement::{Arrangement, Placed, Topic, WindowLook};
pub use diff::{Difference, differences};
pub use op::{Vanished, WindowOp};
