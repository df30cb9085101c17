//! What the editor of a window looks at.

use std::collections::{BTreeSet, HashMap};

use shared::{
    BuyerId, Difference, GroupId, Handle, LocalText, Locale, ProductId, Topic, WindowLook, WindowOp, differences,
    dto::{Image, ProductCard},
};

use super::{live, queries};
use crate::{Actor, Error, Showcases, catalog, clock::rfc3339, identity, media};

/// Goods that are offered to be added.
const OFFERED: u64 = 200;
/// Versions of the history that are listed.
const LISTED: u64 = 20;

/// A window being arranged.
#[derive(Debug, Clone)]
pub struct Window {
    /// The creator's handle.
    pub handle: Handle,
    /// Their name.
    pub name: String,
    /// How many acts the draft has seen.
    pub version: i64,
    /// Who did the last one; empty if nobody, or the system.
    pub changed_by: String,
    /// And when; empty before the first one.
    pub changed_at: String,
    /// The products in order.
    pub items: Vec<WindowItem>,
    /// The topics in order.
    pub groups: Vec<Topic>,
    /// The wide picture.
    pub cover: Image,
    /// The colours.
    pub look: WindowLook,
    /// The shop's goods that are not in it.
    pub more: Vec<ProductCard>,
    /// What publishing would change, with the way back where there is one.
    pub differences: Vec<(Difference, Option<WindowOp>)>,
    /// What undo would take back.
    pub undo: Option<WindowOp>,
    /// What redo would do again.
    pub redo: Option<WindowOp>,
    /// What was shown, newest first.
    pub history: Vec<WindowVersion>,
    /// When the draft is published by itself.
    pub publish_at: Option<String>,
    /// Names of all products that are spoken of.
    pub titles: HashMap<ProductId, String>,
    /// Names of all topics that are spoken of.
    pub group_names: HashMap<GroupId, LocalText>,
}

/// One product of a window.
#[derive(Debug, Clone)]
pub struct WindowItem {
    /// Which.
    pub id: ProductId,
    /// Its card; `None` for what was deleted for good.
    pub card: Option<ProductCard>,
    /// Whether visitors can see it: it is on sale.
    pub on_sale: bool,
    /// Shown large, at this place among the pinned.
    pub pinned: Option<usize>,
    /// Kept back.
    pub hidden: bool,
    /// Its topics.
    pub groups: BTreeSet<GroupId>,
}

/// A version of the history.
#[derive(Debug, Clone)]
pub struct WindowVersion {
    /// 1, 2, 3, …
    pub number: i64,
    /// When it was published.
    pub at: String,
    /// By whom; empty for the system.
    pub by: String,
    /// What they noted.
    pub note: String,
    /// Products in it.
    pub items: usize,
}

impl Showcases<'_> {
    /// The draft of `handle` with everything to arrange it by, in `locale`; for members whose duty it is.
    pub async fn window(&self, actor: Actor, handle: &Handle, locale: Locale) -> Result<Window, Error> {
        let creator = self.window_of(actor, handle).await?;
        let db = self.shop().db.read();
        let live = live::read(db, &creator).await?;
        let row = queries::draft(db, creator.id).await?;
        let draft = row.as_ref().map_or_else(|| live.clone(), |row| row.arrangement.clone());
        let undo = queries::last_act(db, creator.id).await?.map(|act| act.op);
        let redo = queries::first_undone(db, creator.id).await?.map(|act| act.op);
        let differences = differences(&live, &draft);

        let own = match creator.shop_id {
            Some(shop) => catalog::newest_of_shop(db, shop, OFFERED).await?,
            None => Vec::new(),
        };
        let mut ids: Vec<_> = draft.items.iter().chain(&live.items).map(|item| item.id).chain(own.clone()).collect();
        ids.extend([&undo, &redo].into_iter().flatten().filter_map(WindowOp::item));
        ids.sort_unstable();
        ids.dedup();
        let (mut cards, mut on_sale) = (HashMap::new(), BTreeSet::new());
        for glance in catalog::glances(self.0, db, &ids).await? {
            if glance.on_sale() {
                on_sale.insert(glance.id());
            }
            cards.insert(glance.id(), glance.card(self.0, db, locale).await?);
        }
        let items = draft.items.iter().map(|item| WindowItem {
            id: item.id,
            card: cards.get(&item.id).cloned(),
            on_sale: on_sale.contains(&item.id),
            pinned: draft.pins.iter().position(|pin| *pin == item.id),
            hidden: item.hidden,
            groups: item.groups.clone(),
        });
        let items = items.collect();
        let more = own.iter().filter(|id| draft.item(**id).is_none()).filter_map(|id| cards.get(id).cloned());
        let cover = media::pictures(self.0, db, [draft.cover]).await?.remove(&draft.cover);
        let group_names = live.groups.iter().chain(&draft.groups).map(|group| (group.id, group.name.clone()));
        let mut group_names: HashMap<_, _> = group_names.collect();
        for op in [&undo, &redo].into_iter().flatten() {
            if let WindowOp::AddGroup { group, name, .. } = op {
                group_names.entry(*group).or_insert_with(|| name.clone());
            }
        }
        let mut history = Vec::new();
        for row in queries::versions(db, creator.id, LISTED).await? {
            let by = self.called(row.by).await?;
            let items = row.arrangement.items.len();
            history.push(WindowVersion { number: row.number, at: rfc3339(row.at), by, note: row.note, items });
        }
        let changed_by = self.called(row.as_ref().and_then(|row| row.changed_by)).await?;
        let acted = row.as_ref().filter(|row| row.version > 0);
        Ok(Window {
            handle: creator.handle.clone(),
            name: creator.name.get(locale).to_owned(),
            version: row.as_ref().map_or(0, |row| row.version),
            changed_by,
            changed_at: acted.map(|row| rfc3339(row.changed_at)).unwrap_or_default(),
            items,
            cover: cover.unwrap_or_else(|| media::Picture::missing(draft.cover)).view(locale),
            look: draft.look,
            more: more.collect(),
            differences,
            undo,
            redo,
            history,
            publish_at: row.and_then(|row| row.publish_at).map(rfc3339),
            titles: cards.into_iter().map(|(id, card)| (id, card.title)).collect(),
            group_names,
            groups: draft.groups,
        })
    }

    async fn called(&self, by: Option<BuyerId>) -> Result<String, Error> {
        match by {
            Some(by) => identity::name_of(self.0, by).await,
            None => Ok(String::new()),
        }
    }
}
