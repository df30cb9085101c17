//! Doing an act, and saying how to take it back.

use super::{Arrangement, Placed, Topic, Vanished, WindowOp};
use crate::{GroupId, ProductId};

impl Arrangement {
    /// Does `op` and answers with the act that takes it back; on `Vanished` nothing has changed. Every product is in the
    /// arrangement once before and after, whatever is done.
    pub fn apply(&mut self, op: &WindowOp) -> Result<WindowOp, Vanished> {
        use WindowOp as Op;
        Ok(match op.clone() {
            Op::Move { item, before } => self.take_to(item, before)?,
            Op::Pin { item, before } => self.pin(item, before)?,
            Op::Unpin { item } => match self.unpin(item) {
                Some(before) => Op::Pin { item, before },
                // Not pinned: to be taken back by the same.
                None => Op::Unpin { item },
            },
            Op::Hide { item, on } => {
                let placed = self.item_mut(item)?;
                let was = std::mem::replace(&mut placed.hidden, on);
                Op::Hide { item, on: was }
            }
            Op::Add { item, before } => match self.item(item) {
                Some(placed) => Op::Hide { item, on: placed.hidden },
                None => self.put_back(Placed::new(item), before, None)?,
            },
            Op::PutBack { item, before, pin } => self.put_back(item, before, pin)?,
            Op::Remove { item } => self.remove(item)?,
            Op::AddGroup { group, name, before } => {
                self.put_group_back(Topic { id: group, name }, before, Vec::new())?
            }
            Op::PutGroupBack { group, before, items } => self.put_group_back(group, before, items)?,
            Op::RenameGroup { group, name } => {
                let topic = self.groups.iter_mut().find(|topic| topic.id == group).ok_or(Vanished)?;
                Op::RenameGroup { group, name: std::mem::replace(&mut topic.name, name) }
            }
            Op::MoveGroup { group, before } => self.take_group_to(group, before)?,
            Op::RemoveGroup { group } => self.remove_group(group)?,
            Op::Join { item, group, on } => {
                self.group(group).ok_or(Vanished)?;
                let groups = &mut self.item_mut(item)?.groups;
                let changed = if on { groups.insert(group) } else { groups.remove(&group) };
                Op::Join { item, group, on: on != changed }
            }
            Op::Cover { media } => Op::Cover { media: std::mem::replace(&mut self.cover, media) },
            Op::Look { look } => Op::Look { look: std::mem::replace(&mut self.look, look) },
            Op::Replace { with } => Op::Replace { with: Box::new(std::mem::replace(self, *with)) },
        })
    }

    fn item_mut(&mut self, id: ProductId) -> Result<&mut Placed, Vanished> {
        self.items.iter_mut().find(|item| item.id == id).ok_or(Vanished)
    }

    fn place(&self, id: ProductId) -> Result<usize, Vanished> {
        self.items.iter().position(|item| item.id == id).ok_or(Vanished)
    }

    /// Where something lands that is put in front of `before`.
    fn landing(&self, before: Option<ProductId>) -> Result<usize, Vanished> {
        before.map_or(Ok(self.items.len()), |before| self.place(before))
    }

    fn take_to(&mut self, item: ProductId, before: Option<ProductId>) -> Result<WindowOp, Vanished> {
        let from = self.place(item)?;
        let back = WindowOp::Move { item, before: self.after(item) };
        if before != Some(item) {
            self.landing(before)?;
            let placed = self.items.remove(from);
            let to = self.landing(before)?;
            self.items.insert(to, placed);
        }
        Ok(back)
    }

    fn pin(&mut self, item: ProductId, before: Option<ProductId>) -> Result<WindowOp, Vanished> {
        self.place(item)?;
        if before == Some(item) && self.pins.contains(&item) {
            return Ok(WindowOp::Pin { item, before: next(&self.pins, item) });
        }
        let back = match self.unpin(item) {
            Some(before) => WindowOp::Pin { item, before },
            None => WindowOp::Unpin { item },
        };
        // A neighbour that was unpinned meanwhile is no reason to refuse: the end then.
        let at = before.and_then(|before| self.pins.iter().position(|pin| *pin == before));
        self.pins.insert(at.unwrap_or(self.pins.len()), item);
        Ok(back)
    }

    /// Whether it was pinned, and in front of what.
    fn unpin(&mut self, item: ProductId) -> Option<Option<ProductId>> {
        let at = self.pins.iter().position(|pin| *pin == item)?;
        self.pins.remove(at);
        Some(self.pins.get(at).copied())
    }

    fn put_back(
        &mut self,
        mut item: Placed,
        before: Option<ProductId>,
        pin: Option<Option<ProductId>>,
    ) -> Result<WindowOp, Vanished> {
        let id = item.id;
        if self.item(id).is_some() {
            return Err(Vanished);
        }
        let at = self.landing(before)?;
        item.groups.retain(|group| self.groups.iter().any(|topic| topic.id == *group));
        self.items.insert(at, item);
        if let Some(before) = pin {
            self.pin(id, before)?;
        }
        Ok(WindowOp::Remove { item: id })
    }

    fn remove(&mut self, id: ProductId) -> Result<WindowOp, Vanished> {
        let at = self.place(id)?;
        let pin = self.unpin(id);
        let item = self.items.remove(at);
        Ok(WindowOp::PutBack { item, before: self.items.get(at).map(|item| item.id), pin })
    }

    fn group_place(&self, id: GroupId) -> Result<usize, Vanished> {
        self.groups.iter().position(|group| group.id == id).ok_or(Vanished)
    }

    fn put_group_back(
        &mut self,
        group: Topic,
        before: Option<GroupId>,
        items: Vec<ProductId>,
    ) -> Result<WindowOp, Vanished> {
        let id = group.id;
        if self.group(id).is_some() {
            return Err(Vanished);
        }
        let at = before.map_or(Ok(self.groups.len()), |before| self.group_place(before))?;
        self.groups.insert(at, group);
        for placed in self.items.iter_mut().filter(|placed| items.contains(&placed.id)) {
            placed.groups.insert(id);
        }
        Ok(WindowOp::RemoveGroup { group: id })
    }

    fn take_group_to(&mut self, group: GroupId, before: Option<GroupId>) -> Result<WindowOp, Vanished> {
        let from = self.group_place(group)?;
        let back = WindowOp::MoveGroup { group, before: self.groups.get(from + 1).map(|next| next.id) };
        if before != Some(group) {
            before.map_or(Ok(0), |before| self.group_place(before))?;
            let topic = self.groups.remove(from);
            let to = before.map_or(Ok(self.groups.len()), |before| self.group_place(before))?;
            self.groups.insert(to, topic);
        }
        Ok(back)
    }

    fn remove_group(&mut self, id: GroupId) -> Result<WindowOp, Vanished> {
        let at = self.group_place(id)?;
        let group = self.groups.remove(at);
        let items = self.items.iter_mut().filter_map(|item| item.groups.remove(&id).then_some(item.id));
        let items = items.collect();
        Ok(WindowOp::PutGroupBack { group, before: self.groups.get(at).map(|next| next.id), items })
    }
}

fn next(list: &[ProductId], id: ProductId) -> Option<ProductId> {
    list.iter().skip_while(|there| **there != id).nth(1).copied()
}
