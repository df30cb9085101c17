//! The tables that visitors see, as one arrangement, and back.

use std::collections::{BTreeMap, HashMap, HashSet};

use chrono::{DateTime, Utc};
use sea_orm::ConnectionTrait;
use shared::{Arrangement, CreatorId, ErrorCode, GroupId, Placed, ProductId, Topic};

use super::{
    super::{
        entity::{creator, group, item, item_group},
        queries,
    },
    queries as drafts,
};
use crate::{Error, db::Tx};

/// What a creator shows now, the hidden included.
pub async fn read(db: &impl ConnectionTrait, creator: &creator::Model) -> Result<Arrangement, Error> {
    let rows = queries::items(db, creator.id).await?;
    let mut groups: HashMap<ProductId, Vec<GroupId>> = HashMap::new();
    for (group, product) in queries::memberships(db, creator.id).await? {
        groups.entry(product).or_default().push(group);
    }
    let pins: BTreeMap<_, _> =
        rows.iter().filter_map(|row| Some(((row.pinned?, row.product_id), row.product_id))).collect();
    let placed = rows.iter().map(|row| Placed {
        id: row.product_id,
        hidden: row.hidden,
        groups: groups.remove(&row.product_id).unwrap_or_default().into_iter().collect(),
    });
    Ok(Arrangement {
        items: placed.collect(),
        pins: pins.into_values().collect(),
        groups: topics(queries::groups(db, creator.id).await?),
        cover: creator.cover,
        look: creator.look,
    })
}

fn topics(rows: Vec<group::Model>) -> Vec<Topic> {
    rows.into_iter().map(|row| Topic { id: row.id, name: row.name }).collect()
}

/// The products in a creator's draft; before there is one, in what is live.
pub(crate) async fn drafted(db: &impl ConnectionTrait, creator: &creator::Model) -> Result<HashSet<ProductId>, Error> {
    let arrangement = match drafts::draft(db, creator.id).await? {
        Some(draft) => draft.arrangement,
        None => read(db, creator).await?,
    };
    Ok(arrangement.items.into_iter().map(|item| item.id).collect())
}

/// Makes the tables say `next`, writing only the rows that differ, many in a statement.
pub async fn write(tx: &Tx, id: CreatorId, next: &Arrangement, at: DateTime<Utc>) -> Result<(), Error> {
    let creator = queries::creators_by_id(tx, vec![id]).await?.pop().ok_or(ErrorCode::NotFound)?;
    if (creator.cover, creator.look) != (next.cover, next.look) {
        queries::dress(tx, id, next.cover, next.look).await?;
    }
    let (old_groups, old_items) = (queries::groups(tx, id).await?, queries::items(tx, id).await?);
    let old_members: HashSet<_> = queries::memberships(tx, id).await?.into_iter().collect();
    let groups = group_rows(id, next);
    let items = item_rows(id, next, &old_items, at);
    let members = next.items.iter().flat_map(|item| item.groups.iter().map(|group| (*group, item.id)));
    let members: HashSet<_> = members.collect();

    // What is referred to goes last and comes first.
    queries::delete_memberships(tx, old_members.difference(&members).copied().collect()).await?;
    let (stale, fresh) = changed(&old_groups, &groups);
    // Their memberships refer to groups, so a group that stays is changed and not replaced.
    let gone = stale.iter().filter(|row| !groups.iter().any(|kept| kept.id == row.id)).map(|row| row.id);
    queries::delete_groups(tx, gone.collect()).await?;
    for row in fresh {
        queries::put_group(tx, row).await?;
    }
    let (stale, fresh) = changed(&old_items, &items);
    queries::delete_items(tx, id, stale.into_iter().map(|row| row.product_id).collect()).await?;
    queries::insert_items(tx, fresh).await?;
    let fresh = members.difference(&old_members);
    let fresh = fresh.map(|(group_id, product_id)| item_group::Model { group_id: *group_id, product_id: *product_id });
    queries::insert_memberships(tx, fresh.collect()).await?;
    Ok(())
}

/// The rows of `old` that are not in `new`, and the other way round. Both are in the order of their places.
fn changed<T: Clone + PartialEq + Position>(old: &[T], new: &[T]) -> (Vec<T>, Vec<T>) {
    let by_key = |rows: &[T]| rows.iter().map(|row| (row.key(), row.clone())).collect::<HashMap<_, _>>();
    let (old_by, new_by) = (by_key(old), by_key(new));
    let stale = old.iter().filter(|row| new_by.get(&row.key()) != Some(row)).cloned().collect();
    let fresh = new.iter().filter(|row| old_by.get(&row.key()) != Some(row)).cloned().collect();
    (stale, fresh)
}

/// What a row is known by.
trait Position {
    fn key(&self) -> uuid::Uuid;
}

impl Position for item::Model {
    fn key(&self) -> uuid::Uuid {
        self.product_id.0
    }
}

impl Position for group::Model {
    fn key(&self) -> uuid::Uuid {
        self.id.0
    }
}

fn group_rows(creator_id: CreatorId, next: &Arrangement) -> Vec<group::Model> {
    let groups = (0..).zip(&next.groups);
    groups
        .map(|(position, topic)| group::Model { id: topic.id, creator_id, name: topic.name.clone(), position })
        .collect()
}

fn item_rows(creator_id: CreatorId, next: &Arrangement, old: &[item::Model], at: DateTime<Utc>) -> Vec<item::Model> {
    let added: HashMap<_, _> = old.iter().map(|row| (row.product_id, row.added_at)).collect();
    let pins: HashMap<_, _> = (0..).zip(&next.pins).map(|(at, id)| (*id, at)).collect();
    let row = |(position, placed): (i32, &Placed)| item::Model {
        creator_id,
        product_id: placed.id,
        position,
        pinned: pins.get(&placed.id).copied(),
        hidden: placed.hidden,
        added_at: added.get(&placed.id).copied().unwrap_or(at),
    };
    (0..).zip(&next.items).map(row).collect()
}
