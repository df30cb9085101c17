//! What publishing would change, one line each, with the act that takes the line back.

use std::collections::{HashMap, HashSet};

use super::{Arrangement, WindowOp};
use crate::{GroupId, ProductId};

/// One way in which a draft differs from what is live.
#[derive(Debug, Clone, PartialEq, Eq)]
#[expect(missing_docs, reason = "the fields are what the variant says")]
pub enum Difference {
    /// A product is new.
    Added { item: ProductId },
    /// A product is gone.
    Removed { item: ProductId },
    /// A product stands elsewhere among those that stayed; counted from 1.
    Moved { item: ProductId, was: usize, is: usize },
    /// A product is shown large, or not any more, or elsewhere among the large ones.
    Pinned { item: ProductId, on: bool },
    /// A product is kept back, or shown again.
    Hidden { item: ProductId, on: bool },
    /// A product belongs to other topics.
    Regrouped { item: ProductId },
    /// A topic is new.
    GroupAdded { group: GroupId },
    /// A topic is gone.
    GroupRemoved { group: GroupId },
    /// A topic is called otherwise.
    GroupRenamed { group: GroupId },
    /// The topics are in another order.
    GroupsMoved,
    /// Another wide picture.
    Cover,
    /// Other colours.
    Look,
}

impl Difference {
    /// The product that it is about.
    pub const fn item(&self) -> Option<ProductId> {
        match self {
            Self::Added { item }
            | Self::Removed { item }
            | Self::Moved { item, .. }
            | Self::Pinned { item, .. }
            | Self::Hidden { item, .. }
            | Self::Regrouped { item } => Some(*item),
            _ => None,
        }
    }
}

/// How `draft` differs from `live`, and for each difference the act on the draft that takes it back, where one does.
pub fn differences(live: &Arrangement, draft: &Arrangement) -> Vec<(Difference, Option<WindowOp>)> {
    let mut all = Vec::new();
    items(live, draft, &mut all);
    pins(live, draft, &mut all);
    groups(live, draft, &mut all);
    if live.cover != draft.cover {
        all.push((Difference::Cover, Some(WindowOp::Cover { media: live.cover })));
    }
    if live.look != draft.look {
        all.push((Difference::Look, Some(WindowOp::Look { look: live.look })));
    }
    all
}

type Found = Vec<(Difference, Option<WindowOp>)>;

fn items(live: &Arrangement, draft: &Arrangement, all: &mut Found) {
    let was: HashMap<_, _> = live.items.iter().enumerate().map(|(at, item)| (item.id, at)).collect();
    let is: HashMap<_, _> = draft.items.iter().enumerate().map(|(at, item)| (item.id, at)).collect();
    // Those of both, in the draft's order, by their live places: what is not on the longest rising way has moved.
    let common: Vec<_> = draft.items.iter().filter_map(|item| was.get(&item.id).copied()).collect();
    let stayed = longest_rise(&common);
    for (at, item) in draft.items.iter().enumerate() {
        let id = item.id;
        let Some((from, old)) = was.get(&id).and_then(|from| Some((*from, live.items.get(*from)?))) else {
            all.push((Difference::Added { item: id }, Some(WindowOp::Remove { item: id })));
            continue;
        };
        if !stayed.contains(&from) {
            // Back in front of the nearest of its old followers that stayed where it was.
            let rest = live.items.iter().enumerate().skip(from + 1);
            let before = rest.filter(|(place, _)| stayed.contains(place)).map(|(_, item)| item.id).next();
            let moved = Difference::Moved { item: id, was: from + 1, is: at + 1 };
            all.push((moved, Some(WindowOp::Move { item: id, before })));
        }
        if old.hidden != item.hidden {
            let hidden = Difference::Hidden { item: id, on: item.hidden };
            all.push((hidden, Some(WindowOp::Hide { item: id, on: old.hidden })));
        }
        // A topic that is new or gone says so by itself.
        let both: HashSet<_> =
            live.groups.iter().map(|group| group.id).filter(|id| draft.group(*id).is_some()).collect();
        let mut other = old.groups.symmetric_difference(&item.groups).filter(|group| both.contains(group));
        if let Some(group) = other.next() {
            let one = other.next().is_none();
            let back = WindowOp::Join { item: id, group: *group, on: old.groups.contains(group) };
            all.push((Difference::Regrouped { item: id }, one.then_some(back)));
        }
    }
    for (at, item) in live.items.iter().enumerate().filter(|(_, item)| !is.contains_key(&item.id)) {
        let before = live.items.iter().skip(at + 1).map(|item| item.id).find(|id| is.contains_key(id));
        let back = WindowOp::PutBack { item: item.clone(), before, pin: pinned_before(live, item.id) };
        all.push((Difference::Removed { item: item.id }, Some(back)));
    }
}

/// In front of what a product is pinned; `None` if it is not.
fn pinned_before(arrangement: &Arrangement, id: ProductId) -> Option<Option<ProductId>> {
    let at = arrangement.pins.iter().position(|pin| *pin == id)?;
    Some(arrangement.pins.get(at + 1).copied())
}

fn pins(live: &Arrangement, draft: &Arrangement, all: &mut Found) {
    for id in draft.pins.iter().filter(|id| !live.pins.contains(id) && live.item(**id).is_some()) {
        all.push((Difference::Pinned { item: *id, on: true }, Some(WindowOp::Unpin { item: *id })));
    }
    for id in live.pins.iter().filter(|id| !draft.pins.contains(id) && draft.item(**id).is_some()) {
        let before = pinned_before(live, *id).flatten();
        all.push((Difference::Pinned { item: *id, on: false }, Some(WindowOp::Pin { item: *id, before })));
    }
    let order =
        |of: &[ProductId], there: &[ProductId]| of.iter().filter(|id| there.contains(id)).copied().collect::<Vec<_>>();
    let (old, new) = (order(&live.pins, &draft.pins), order(&draft.pins, &live.pins));
    if let Some((_, id)) = old.iter().zip(&new).find(|(old, new)| old != new) {
        all.push((Difference::Pinned { item: *id, on: true }, None));
    }
}

fn groups(live: &Arrangement, draft: &Arrangement, all: &mut Found) {
    for group in &draft.groups {
        match live.group(group.id) {
            None => {
                let back = WindowOp::RemoveGroup { group: group.id };
                all.push((Difference::GroupAdded { group: group.id }, Some(back)));
            }
            Some(old) if old.name != group.name => {
                let back = WindowOp::RenameGroup { group: group.id, name: old.name.clone() };
                all.push((Difference::GroupRenamed { group: group.id }, Some(back)));
            }
            Some(_) => {}
        }
    }
    for (at, group) in live.groups.iter().enumerate().filter(|(_, group)| draft.group(group.id).is_none()) {
        let before = live.groups.iter().skip(at + 1).map(|group| group.id).find(|id| draft.group(*id).is_some());
        let items = live.items.iter().filter(|item| item.groups.contains(&group.id)).map(|item| item.id).collect();
        let back = WindowOp::PutGroupBack { group: group.clone(), before, items };
        all.push((Difference::GroupRemoved { group: group.id }, Some(back)));
    }
    let order = |of: &Arrangement, there: &Arrangement| {
        of.groups.iter().map(|group| group.id).filter(|id| there.group(*id).is_some()).collect::<Vec<_>>()
    };
    if order(live, draft) != order(draft, live) {
        all.push((Difference::GroupsMoved, None));
    }
}

/// The values of a longest rising subsequence.
fn longest_rise(values: &[usize]) -> HashSet<usize> {
    // For each length the place of the smallest value that ends a rise of it, and each value's predecessor.
    let mut ends: Vec<usize> = Vec::new();
    let mut previous: Vec<Option<usize>> = Vec::with_capacity(values.len());
    for (at, value) in values.iter().enumerate() {
        let length = ends.partition_point(|end| values.get(*end).is_some_and(|there| there < value));
        previous.push(length.checked_sub(1).and_then(|shorter| ends.get(shorter).copied()));
        match ends.get_mut(length) {
            Some(end) => *end = at,
            None => ends.push(at),
        }
    }
    let mut rise = HashSet::new();
    let mut at = ends.last().copied();
    while let Some(here) = at {
        rise.extend(values.get(here).copied());
        at = previous.get(here).copied().flatten();
    }
    rise
}
