//! What was done, and what differs, in words.

use commerce::showcase::Window;
use shared::{Difference, GroupId, ProductId, WindowOp};

use crate::{context::caller, i18n::studio::window::Window as Texts};

fn texts() -> &'static Texts {
    &caller().texts().studio.window
}

fn title(window: &Window, id: ProductId) -> &str {
    window.titles.get(&id).map_or("—", String::as_str)
}

fn group(window: &Window, id: GroupId) -> &str {
    window.group_names.get(&id).map_or("—", |name| name.get(caller().locale))
}

/// A difference between draft and live, and what explains it.
pub fn difference(window: &Window, of: &Difference) -> (String, Option<String>) {
    let t = texts();
    let item = |id: &ProductId| title(window, *id);
    match of {
        Difference::Added { item: id } => ((t.added)(item(id)), None),
        Difference::Removed { item: id } => ((t.removed)(item(id)), None),
        Difference::Moved { item: id, was, is } => ((t.moved)(item(id)), Some((t.place)(*was, *is))),
        Difference::Pinned { item: id, on: true } => ((t.pinned_one)(item(id)), None),
        Difference::Pinned { item: id, on: false } => ((t.unpinned_one)(item(id)), None),
        Difference::Hidden { item: id, on: true } => ((t.hidden_one)(item(id)), None),
        Difference::Hidden { item: id, on: false } => ((t.shown_one)(item(id)), None),
        Difference::Regrouped { item: id } => ((t.regrouped)(item(id)), None),
        Difference::GroupAdded { group: id } => ((t.group_added)(group(window, *id)), None),
        Difference::GroupRemoved { group: id } => ((t.group_removed)(group(window, *id)), None),
        Difference::GroupRenamed { group: id } => ((t.group_renamed)(group(window, *id)), None),
        Difference::GroupsMoved => (t.groups_moved.to_owned(), None),
        Difference::Cover => (t.cover_changed.to_owned(), None),
        Difference::Look => (t.look_changed.to_owned(), None),
    }
}

/// What an act did.
pub fn act(window: &Window, op: &WindowOp) -> String {
    let t = texts();
    let item = |id: &ProductId| title(window, *id);
    match op {
        WindowOp::Move { item: id, .. } => (t.moved)(item(id)),
        WindowOp::Pin { item: id, .. } => (t.pinned_one)(item(id)),
        WindowOp::Unpin { item: id } => (t.unpinned_one)(item(id)),
        WindowOp::Hide { item: id, on: true } => (t.hidden_one)(item(id)),
        WindowOp::Hide { item: id, on: false } => (t.shown_one)(item(id)),
        WindowOp::Add { item: id, .. } => (t.added)(item(id)),
        WindowOp::PutBack { item: placed, .. } => (t.added)(item(&placed.id)),
        WindowOp::Remove { item: id } => (t.removed)(item(id)),
        WindowOp::AddGroup { group: id, .. } | WindowOp::PutGroupBack { group: shared::Topic { id, .. }, .. } => {
            (t.group_added)(group(window, *id))
        }
        WindowOp::RenameGroup { group: id, .. } => (t.group_renamed)(group(window, *id)),
        WindowOp::MoveGroup { .. } => t.groups_moved.to_owned(),
        WindowOp::RemoveGroup { group: id } => (t.group_removed)(group(window, *id)),
        WindowOp::Join { item: id, .. } => (t.regrouped)(item(id)),
        WindowOp::Cover { .. } => t.cover_changed.to_owned(),
        WindowOp::Look { .. } => t.look_changed.to_owned(),
        WindowOp::Replace { .. } => t.restored.to_owned(),
    }
}
