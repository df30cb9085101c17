//! What the editor of a window looks at.

use std::collections::{BTreeSet, HashMap, HashSet};

use sea_orm::ConnectionTrait;
use shared::{
    Arrangement, BuyerId, Difference, GroupId, Handle, LocalText, Locale, ProductId, Topic, WindowLook, WindowOp,
    differences,
    dto::{Image, ProductCard},
};

use super::{super::entity::creator, entity::draft, live, queries};
use crate::{Actor, Error, Showcases, catalog, clock::rfc3339, identity, media};

/// Goods that are offered to be added.
const OFFERED: u64 = 200;
/// Versions of the history that are listed.
const LISTED: u64 = 20;
/// Differences that are told one by one.
const TOLD: usize = 50;
/// Pictures that are offered as the wide one.
const COVERS: usize = 12;

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
    /// Every product in order.
    pub order: Vec<ProductId>,
    /// The products in order; in news only those that look or stand otherwise.
    pub items: Vec<WindowItem>,
    /// The topics in order.
    pub groups: Vec<Topic>,
    /// How many products each topic has.
    pub sizes: HashMap<GroupId, usize>,
    /// Products that visitors would see if they were on sale.
    pub dead: usize,
    /// The wide picture.
    pub cover: Image,
    /// What could take its place: pictures of the first products, itself first.
    pub covers: Vec<Image>,
    /// The colours.
    pub look: WindowLook,
    /// The shop's goods that are not in it; in news only if they changed.
    pub more: Vec<ProductCard>,
    /// What publishing would change, with the way back where there is one; of very many the first.
    pub differences: Vec<(Difference, Option<WindowOp>)>,
    /// How many they are.
    pub different: usize,
    /// What undo would take back.
    pub undo: Option<WindowOp>,
    /// What redo would do again.
    pub redo: Option<WindowOp>,
    /// What was shown, newest first; not in news.
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
    /// Its place in the order, counted from 0.
    pub place: usize,
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

/// How much of a window is read.
#[derive(Debug)]
pub(super) enum Reach {
    /// All of it.
    Whole,
    /// These products; the goods that could be added, and the pictures, only if they are wanted.
    Only { items: BTreeSet<ProductId>, goods: bool, dress: bool },
}

impl Reach {
    fn has(&self, id: ProductId) -> bool {
        match self {
            Self::Whole => true,
            Self::Only { items, .. } => items.contains(&id),
        }
    }

    const fn goods(&self) -> bool {
        matches!(self, Self::Whole | Self::Only { goods: true, .. })
    }

    const fn dress(&self) -> bool {
        matches!(self, Self::Whole | Self::Only { dress: true, .. })
    }
}

/// Products that are spoken of, as far as they are known.
#[derive(Default)]
struct Known {
    cards: HashMap<ProductId, ProductCard>,
    on_sale: HashSet<ProductId>,
}

impl Showcases<'_> {
    /// The draft of `handle` with everything to arrange it by, in `locale`; for members whose duty it is.
    pub async fn window(&self, actor: Actor, handle: &Handle, locale: Locale) -> Result<Window, Error> {
        let creator = self.window_of(actor, handle).await?;
        let row = queries::draft(self.shop().db.read(), creator.id).await?;
        self.look(creator, row, &Reach::Whole, locale).await
    }

    pub(super) async fn look(
        &self,
        creator: creator::Model,
        row: Option<draft::Model>,
        reach: &Reach,
        locale: Locale,
    ) -> Result<Window, Error> {
        let db = self.shop().db.read();
        let live = live::read(db, &creator).await?;
        let draft = row.as_ref().map_or_else(|| live.clone(), |row| row.arrangement.clone());
        let undo = queries::last_act(db, creator.id).await?.map(|act| act.op);
        let redo = queries::first_undone(db, creator.id).await?.map(|act| act.op);
        let mut differences = differences(&live, &draft);
        let different = differences.len();
        differences.truncate(TOLD);

        let own = match creator.shop_id.filter(|_| reach.goods()) {
            Some(shop) => catalog::newest_of_shop(db, shop, OFFERED).await?,
            None => Vec::new(),
        };
        let told = differences.iter().filter_map(|(of, _)| of.item());
        let mut ids: Vec<_> = told.chain(own.iter().copied()).collect();
        ids.extend(draft.items.iter().map(|item| item.id).filter(|id| reach.has(*id)));
        ids.extend(draft.items.iter().take(COVERS).map(|item| item.id).filter(|_| reach.dress()));
        ids.extend([&undo, &redo].into_iter().flatten().filter_map(WindowOp::item));
        let Known { cards, on_sale } = self.known(db, ids, locale).await?;
        let dead = dead(db, &draft).await?;
        let shown = draft.items.iter().enumerate().filter(|(_, item)| reach.has(item.id));
        let items = shown.map(|(place, item)| WindowItem {
            id: item.id,
            place,
            card: cards.get(&item.id).cloned(),
            on_sale: on_sale.contains(&item.id),
            pinned: draft.pins.iter().position(|pin| *pin == item.id),
            hidden: item.hidden,
            groups: item.groups.clone(),
        });
        let items = items.collect();
        let inside: HashSet<_> = draft.items.iter().map(|item| item.id).collect();
        let more = own.iter().filter(|id| !inside.contains(*id)).filter_map(|id| cards.get(id).cloned());
        let cover = media::pictures(self.0, db, [draft.cover]).await?.remove(&draft.cover);
        let cover = cover.unwrap_or_else(|| media::Picture::missing(draft.cover)).view(locale);
        let group_names = live.groups.iter().chain(&draft.groups).map(|group| (group.id, group.name.clone()));
        let mut group_names: HashMap<_, _> = group_names.collect();
        for op in [&undo, &redo].into_iter().flatten() {
            if let WindowOp::AddGroup { group, name, .. } = op {
                group_names.entry(*group).or_insert_with(|| name.clone());
            }
        }
        // No act changes it, and each of its versions is as large as the draft.
        let history = if matches!(reach, Reach::Whole) { self.history(&creator).await? } else { Vec::new() };
        let changed_by = self.called(row.as_ref().and_then(|row| row.changed_by)).await?;
        let acted = row.as_ref().filter(|row| row.version > 0);
        Ok(Window {
            handle: creator.handle.clone(),
            name: creator.name.get(locale).to_owned(),
            version: row.as_ref().map_or(0, |row| row.version),
            changed_by,
            changed_at: acted.map(|row| rfc3339(row.changed_at)).unwrap_or_default(),
            order: draft.items.iter().map(|item| item.id).collect(),
            items,
            sizes: sizes(&draft),
            dead,
            covers: covers(&draft, &cards, &cover),
            cover,
            look: draft.look,
            more: more.collect(),
            differences,
            different,
            undo,
            redo,
            history,
            publish_at: row.and_then(|row| row.publish_at).map(rfc3339),
            titles: cards.into_iter().map(|(id, card)| (id, card.title)).collect(),
            group_names,
            groups: draft.groups,
        })
    }

    async fn known(&self, db: &impl ConnectionTrait, mut ids: Vec<ProductId>, locale: Locale) -> Result<Known, Error> {
        ids.sort_unstable();
        ids.dedup();
        let mut known = Known::default();
        for glance in catalog::glances(self.0, db, &ids).await? {
            if glance.on_sale() {
                known.on_sale.insert(glance.id());
            }
            known.cards.insert(glance.id(), glance.card(self.0, db, locale).await?);
        }
        Ok(known)
    }

    async fn history(&self, creator: &creator::Model) -> Result<Vec<WindowVersion>, Error> {
        let mut history = Vec::new();
        for row in queries::versions(self.shop().db.read(), creator.id, LISTED).await? {
            let by = self.called(row.by).await?;
            let items = row.arrangement.items.len();
            history.push(WindowVersion { number: row.number, at: rfc3339(row.at), by, note: row.note, items });
        }
        Ok(history)
    }

    async fn called(&self, by: Option<BuyerId>) -> Result<String, Error> {
        match by {
            Some(by) => identity::name_of(self.0, by).await,
            None => Ok(String::new()),
        }
    }
}

/// Products of `draft` that would be shown if they were on sale.
async fn dead(db: &impl ConnectionTrait, draft: &Arrangement) -> Result<usize, Error> {
    let shown: Vec<_> = draft.items.iter().filter(|item| !item.hidden).map(|item| item.id).collect();
    let on_sale = catalog::on_sale_among(db, &shown).await?;
    Ok(shown.len().saturating_sub(on_sale))
}

fn sizes(draft: &Arrangement) -> HashMap<GroupId, usize> {
    let mut sizes = HashMap::new();
    for group in draft.items.iter().flat_map(|item| &item.groups) {
        *sizes.entry(*group).or_default() += 1;
    }
    sizes
}

fn covers(draft: &Arrangement, cards: &HashMap<ProductId, ProductCard>, cover: &Image) -> Vec<Image> {
    let mut covers = vec![cover.clone()];
    for image in draft.items.iter().filter_map(|item| cards.get(&item.id)).map(|card| &card.image) {
        if covers.len() < COVERS && covers.iter().all(|other| other.id != image.id) {
            covers.push(image.clone());
        }
    }
    covers
}
