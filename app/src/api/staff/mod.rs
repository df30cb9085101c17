//! The people of a shop.

mod change;
mod invite;
mod join;
mod remove;
mod uninvite;

pub use change::change_role;
pub use invite::invite_member;
pub use join::join_shop;
pub use remove::remove_member;
pub use uninvite::take_offer_back;

/// Where all of these forms stand.
#[cfg(feature = "ssr")]
const PAGE: &str = "/studio/staff";

/// A role by its name on the wire.
#[cfg(feature = "ssr")]
fn role(text: &str) -> Result<shared::Role, commerce::Error> {
    let known = shared::Role::ALL.into_iter().find(|role| role.as_str() == text);
    known.ok_or(commerce::Error::Invalid(vec!["role"]))
}
