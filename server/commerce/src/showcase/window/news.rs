//! What an editor who has seen an older version has to be shown: what was touched since, by whomever.

use std::collections::BTreeSet;

use shared::{Arrangement, ErrorCode, Handle, Locale, ProductId, WindowOp};

use super::{
    entity::change,
    queries,
    view::{Reach, Window},
};
use crate::{Actor, Error, Showcases};

/// Acts after which the whole window is sooner read than what each of them touched.
const MANY: i64 = 100;

/// What has changed since a version of the draft.
#[derive(Debug, Clone)]
pub struct WindowNews {
    /// The draft as it is now; of its products only those that were touched.
    pub window: Window,
    /// Those of them that look otherwise; the rest only stand elsewhere.
    pub changed: BTreeSet<ProductId>,
    /// Products that were taken out.
    pub gone: Vec<ProductId>,
    /// Topics were touched, or how many products they have.
    pub groups: bool,
    /// Products came in or went out, so others can be added.
    pub goods: bool,
    /// Wide picture or colours were touched.
    pub dress: bool,
}

/// News, if there are any.
#[derive(Debug, Clone)]
pub enum Since {
    /// Nobody has done anything.
    Nothing,
    /// So much that the whole window is to be read again, which has this version.
    Much(i64),
    /// These things.
    These(Box<WindowNews>),
}

impl Showcases<'_> {
    /// What was done to the draft of `handle` after its version `seen`, in `locale`; where topics were touched, the product
    /// whose topics are `open` is among what was. For members whose duty it is.
    pub async fn window_since(
        &self,
        actor: Actor,
        handle: &Handle,
        seen: i64,
        open: Option<ProductId>,
        locale: Locale,
    ) -> Result<Since, Error> {
        let creator = self.window_of(actor, handle).await?;
        let db = self.shop().db.read();
        // The version alone first: most who ask hear of nothing, and the draft is large.
        let version = queries::draft_version(db, creator.id).await?.unwrap_or_default();
        if version <= seen {
            return Ok(Since::Nothing);
        }
        let Some(row) = queries::draft(db, creator.id).await? else { return Ok(Since::Nothing) };
        if row.version - seen > MANY {
            return Ok(Since::Much(row.version));
        }
        let changes = queries::changes(db, creator.id, seen, row.version).await?;
        // Those that were forgotten are missing.
        let complete = i64::try_from(changes.len()).is_ok_and(|count| count == row.version - seen);
        let Some(touched) = Touched::by(&changes, &row.arrangement).filter(|_| complete) else {
            return Ok(Since::Much(row.version));
        };
        let Touched { moved, mut changed, groups, goods, dress } = touched;
        changed.extend(open.filter(|id| groups && row.arrangement.item(*id).is_some()));
        let items: BTreeSet<_> = moved.union(&changed).copied().collect();
        let gone = items.iter().filter(|id| row.arrangement.item(**id).is_none()).copied().collect();
        let window = self.look(creator, Some(row), &Reach::Only { items, goods, dress }, locale).await?;
        Ok(Since::These(Box::new(WindowNews { window, changed, gone, groups, goods, dress })))
    }

    /// The draft of `handle` with one of its products alone, to sort that one into topics; `NotFound` if the draft does not
    /// have it. For members whose duty it is.
    pub async fn window_item(
        &self,
        actor: Actor,
        handle: &Handle,
        item: ProductId,
        locale: Locale,
    ) -> Result<Window, Error> {
        let creator = self.window_of(actor, handle).await?;
        let row = queries::draft(self.shop().db.read(), creator.id).await?;
        let reach = Reach::Only { items: BTreeSet::from([item]), goods: false, dress: false };
        let window = self.look(creator, row, &reach, locale).await?;
        if window.items.is_empty() { Err(ErrorCode::NotFound.into()) } else { Ok(window) }
    }
}

/// What some acts have touched.
#[derive(Default)]
struct Touched {
    moved: BTreeSet<ProductId>,
    changed: BTreeSet<ProductId>,
    groups: bool,
    goods: bool,
    dress: bool,
}

impl Touched {
    /// `None` if one of them touched everything.
    fn by(changes: &[change::Model], now: &Arrangement) -> Option<Self> {
        use WindowOp as Op;
        let mut touched = Self::default();
        for change in changes {
            let is_move = matches!(change.op, Op::Move { .. });
            let items = if is_move { &mut touched.moved } else { &mut touched.changed };
            items.extend(change.op.item());
            match &change.op {
                Op::Move { .. } | Op::Pin { .. } | Op::Unpin { .. } | Op::Hide { .. } => {}
                Op::Add { .. } | Op::PutBack { .. } | Op::Remove { .. } => {
                    (touched.groups, touched.goods) = (true, true);
                }
                Op::Join { .. } | Op::AddGroup { .. } | Op::MoveGroup { .. } => touched.groups = true,
                Op::PutGroupBack { items, .. } => {
                    touched.groups = true;
                    touched.changed.extend(items);
                }
                // Each of its products says the name.
                Op::RenameGroup { group, .. } => {
                    touched.groups = true;
                    let named = now.items.iter().filter(|item| item.groups.contains(group));
                    touched.changed.extend(named.map(|item| item.id));
                }
                Op::RemoveGroup { .. } => {
                    touched.groups = true;
                    if let Op::PutGroupBack { items, .. } = &change.inverse {
                        touched.changed.extend(items);
                    }
                }
                Op::Cover { .. } | Op::Look { .. } => touched.dress = true,
                Op::Replace { .. } => return None,
            }
        }
        Some(touched)
    }
}
