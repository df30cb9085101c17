use bytes::Bytes;
use chrono::{DateTime, TimeDelta, Utc};
use shared::{
    BuyerId, ErrorCode, Locale, MediaId, ShopId, UploadEvent, UploadId, UploadPurpose, UploadState, dto::UploadView,
};

use super::{
    claim::SHOWN,
    entity::{part, upload},
    queries, store,
};
use crate::{
    Actor, Error, Media,
    clock::rfc3339,
    db::Tx,
    identity::{Limit, allow},
    media,
    staff::{Deed, act, plain},
};

/// What an upload that gets no more bytes is kept for.
const KEPT: TimeDelta = TimeDelta::hours(24);
/// Films of one account that may be unfinished.
const MOST_FILMS: u64 = 5;
/// Pictures of one account that may be unfinished: those of two products.
const MOST_PICTURES: u64 = 18;
/// Longest name of a file, in characters.
const NAME_CHARS: usize = 120;

/// A file to come.
#[derive(Debug, Clone)]
pub struct NewUpload {
    /// The shop it is for.
    pub shop: ShopId,
    /// What it is to become.
    pub purpose: UploadPurpose,
    /// What the sender calls it; shown to people, never used as a path.
    pub name: String,
    /// Bytes.
    pub length: i64,
}

impl Media<'_> {
    /// Largest film, in bytes: 500 MB.
    pub const MOST_UPLOAD: i64 = 500 * 1024 * 1024;
    /// Largest picture, in bytes: 12 MB.
    pub const MOST_PICTURE: i64 = 12 * 1024 * 1024;
    /// Most bytes that [`Self::append`] takes at once; each part costs a write to the disk.
    pub const PART: usize = 4 * 1024 * 1024;

    /// Makes room for a film or a picture, for those of the shop's people who look after its clips or products.
    /// `TooLarge`, `Invalid` (`length`), `LimitExceeded` with 5 unfinished films or 18 pictures, `RateLimited`.
    pub async fn start_upload(&self, actor: Actor, new: NewUpload) -> Result<UploadView, Error> {
        let account_id = actor.require_account()?;
        self.0.identity().require_duty(actor, new.shop, new.purpose.duty()).await?;
        let most = match new.purpose {
            UploadPurpose::Clip => Self::MOST_UPLOAD,
            UploadPurpose::Picture => Self::MOST_PICTURE,
        };
        if new.length > most {
            return Err(ErrorCode::TooLarge.into());
        }
        if new.length <= 0 {
            return Err(Error::Invalid(vec!["length"]));
        }
        allow(self.0, Limit::Upload, &account_id.to_string()).await?;
        let now = self.shop().clock.now();
        let row = upload::Model {
            id: UploadId(self.shop().clock.new_id()),
            shop_id: new.shop,
            account_id,
            purpose: new.purpose,
            name: tidy(&new.name),
            length: new.length,
            received: 0,
            state: UploadState::Receiving,
            progress: 0,
            fault: None,
            tries: 0,
            claimed_until: None,
            made_at: now,
            expires_at: now + KEPT,
        };
        let (made, deed) = (view(&row), Deed::new(&self.shop().clock, actor));
        let write = self.shop().db.write::<_, Error, _>(move |tx| {
            let row = row.clone();
            Box::pin(async move {
                let (shop, name) = (row.shop_id, plain(&row.name));
                let done = match row.purpose {
                    UploadPurpose::Clip => act::CLIP_UPLOADED,
                    UploadPurpose::Picture => act::PICTURE_UPLOADED,
                };
                insert(tx, row, account_id).await?;
                Ok(deed.record(tx, shop, done, name).await?)
            })
        });
        write.await?;
        Ok(made)
    }

    /// How much of a file is here, and the picture it has become; for the shop's people. `NotFound`.
    pub async fn uploaded(&self, actor: Actor, id: UploadId) -> Result<UploadView, Error> {
        let row = self.own_upload(actor, id).await?;
        let mut upload = view(&row);
        if (row.purpose, row.state) == (UploadPurpose::Picture, UploadState::Ready) {
            let picture = MediaId(id.0);
            let found = media::pictures(self.0, self.shop().db.read(), [picture]).await?.remove(&picture);
            upload.image = found.map(|picture| picture.view(Locale::default()));
        }
        Ok(upload)
    }

    /// The caller's own pictures for a shop whose last byte is not here yet; for those of its people who look after its
    /// products.
    pub async fn unfinished_pictures(&self, actor: Actor, shop: ShopId) -> Result<Vec<UploadView>, Error> {
        let purpose = UploadPurpose::Picture;
        self.0.identity().require_duty(actor, shop, purpose.duty()).await?;
        let account = actor.require_account()?;
        let rows = queries::of_shop(self.shop().db.read(), shop, purpose, SHOWN).await?;
        let open = |row: &&upload::Model| row.state == UploadState::Receiving && row.account_id == account;
        Ok(rows.iter().filter(open).map(view).collect())
    }

    /// Adds `bytes` at `start`; durable when it returns, and the next byte's place is its answer. At
    /// most [`Self::PART`] bytes. `Conflict` unless the file ends at `start` so far, `TooLarge` beyond
    /// its length, `NotFound`.
    pub async fn append(&self, actor: Actor, id: UploadId, start: i64, bytes: Bytes) -> Result<i64, Error> {
        let row = self.own_upload(actor, id).await?;
        let size = i64::try_from(bytes.len()).map_err(Error::failed("counting bytes"))?;
        if row.state != UploadState::Receiving || row.received != start {
            return Err(ErrorCode::Conflict.into());
        }
        if bytes.len() > Self::PART || size > row.length - start {
            return Err(ErrorCode::TooLarge.into());
        }
        if size == 0 {
            return Ok(start);
        }
        // Under a name of its own: whoever sends the same bytes at the same time writes beside it.
        let name = self.shop().clock.new_id();
        store::put(self.0, id, name, bytes).await?;
        let part = part::Model { upload_id: id, start, id: name, size };
        let end = start + size;
        let state =
            if end == row.length { row.state.transition(UploadEvent::Complete)? } else { UploadState::Receiving };
        let expires_at = self.shop().clock.now() + KEPT;
        let counted = self.shop().db.write(move |tx| Box::pin(count(tx, part.clone(), state, expires_at))).await;
        if counted.is_err() {
            store::drop_part(self.0, id, name).await;
        }
        counted.map(|()| end)
    }

    /// Says that a file whose length nobody knew ends here; for the shop's people. `Conflict` for an empty
    /// one and one that ended before, `NotFound`.
    pub async fn end_upload(&self, actor: Actor, id: UploadId) -> Result<(), Error> {
        let row = self.own_upload(actor, id).await?;
        let state = row.state.transition(UploadEvent::Complete)?;
        let ended = self
            .shop()
            .db
            .write::<_, Error, _>(move |tx| Box::pin(async move { Ok(queries::end(tx, id, state).await?) }));
        if ended.await? { Ok(()) } else { Err(ErrorCode::Conflict.into()) }
    }

    /// Gives a file up, or takes the note about a refused one away; for the shop's people. `NotFound`,
    /// `Conflict` while it is worked on.
    pub async fn cancel_upload(&self, actor: Actor, id: UploadId) -> Result<(), Error> {
        let row = self.own_upload(actor, id).await?;
        if matches!(row.state, UploadState::Checking | UploadState::Ready) {
            return Err(ErrorCode::Conflict.into());
        }
        super::forget(self.0, id).await
    }

    /// Somebody else's is none.
    async fn own_upload(&self, actor: Actor, id: UploadId) -> Result<upload::Model, Error> {
        let row = queries::by_id(self.shop().db.read(), id).await?.ok_or(ErrorCode::NotFound)?;
        let may = self.0.identity().require_duty(actor, row.shop_id, row.purpose.duty()).await;
        may.map_err(|_| ErrorCode::NotFound)?;
        if row.state == UploadState::Receiving && row.expires_at <= self.shop().clock.now() {
            return Err(ErrorCode::NotFound.into());
        }
        Ok(row)
    }
}

async fn insert(tx: &Tx, row: upload::Model, account: BuyerId) -> Result<(), Error> {
    let most = match row.purpose {
        UploadPurpose::Clip => MOST_FILMS,
        UploadPurpose::Picture => MOST_PICTURES,
    };
    if queries::open_of(tx, account, row.purpose).await? >= most {
        return Err(ErrorCode::LimitExceeded.into());
    }
    Ok(queries::insert(tx, row).await?)
}

/// The part and the count of it, together.
async fn count(tx: &Tx, part: part::Model, state: UploadState, expires_at: DateTime<Utc>) -> Result<(), Error> {
    let (id, from, to) = (part.upload_id, part.start, part.start + part.size);
    if !queries::advance(tx, id, (from, to), state, expires_at).await? {
        return Err(ErrorCode::Conflict.into());
    }
    Ok(queries::insert_part(tx, part).await?)
}

pub(super) fn view(row: &upload::Model) -> UploadView {
    UploadView {
        id: row.id,
        purpose: row.purpose,
        shop_id: row.shop_id,
        name: row.name.clone(),
        length: row.length,
        received: row.received,
        state: row.state,
        progress: row.progress,
        fault: row.fault,
        image: None,
        expires_at: rfc3339(row.expires_at),
    }
}

/// A name that can be shown: one line, not too long.
fn tidy(name: &str) -> String {
    let last = name.rsplit(['/', '\\']).next().unwrap_or_default();
    last.chars().filter(|c| !c.is_control()).take(NAME_CHARS).collect::<String>().trim().to_owned()
}
