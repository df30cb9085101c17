//! What proves a violation, and what speaks against it: files that only two sides ever see.

use bytes::Bytes;
use shared::{DocumentId, ErrorCode, ViolationId, ViolationState};

use super::{
    entity::{access, paper, violation},
    queries,
};
use crate::{
    Actor, Error, Violations,
    db::Tx,
    identity::{Limit, allow},
    onboarding::{self, Vault},
    staff::{Deed, act},
};

/// Files of one side.
const MOST: usize = 10;

/// The content of a paper.
#[derive(Debug, Clone)]
pub struct Evidence {
    /// `image/webp` or `application/pdf`.
    pub content_type: &'static str,
    /// It.
    pub bytes: Bytes,
}

impl Violations<'_> {
    /// Takes a file: evidence of an operator's, as long as the violation counts, or one of whom it concerns, as
    /// long as they may appeal or their appeal waits. A picture (encoded anew) or a PDF by content, at most 10 MB,
    /// sealed before it is stored; 10 of each side. `NotFound`, `TooLarge`, `UnsupportedMedia`, `RateLimited`,
    /// `LimitExceeded`, `IllegalTransition`.
    pub async fn add_paper(&self, actor: Actor, id: ViolationId, bytes: Bytes) -> Result<DocumentId, Error> {
        let (row, theirs) = self.side(actor, id).await?;
        let (clock, files) = (&self.shop().clock, &self.shop().media);
        takes_papers(&row, theirs, clock.now())?;
        if let Some(sender) = actor.buyer() {
            allow(self.0, Limit::Upload, &sender.to_string()).await?;
        }
        let checked = onboarding::checked(self.0, bytes).await?;
        let paper_id = DocumentId(clock.new_id());
        let sealed = Vault::of(&self.shop().config.secret)?.seal(paper_id.0, &checked.bytes)?;
        // The file first: a row without its file would be a paper nobody can read.
        files.put_sealed(paper_id.0, sealed.into()).await?;
        let deed = Deed::new(clock, actor);
        let row = paper::Model {
            id: paper_id,
            violation_id: id,
            theirs,
            pdf: checked.pdf,
            size: i64::try_from(checked.bytes.len()).unwrap_or(i64::MAX),
            at: clock.now(),
        };
        if let Err(error) = self.shop().db.write(move |tx| Box::pin(keep(tx, row.clone(), deed))).await {
            files.forget_sealed(paper_id.0).await?;
            return Err(error);
        }
        Ok(paper_id)
    }

    /// A paper, for operators and whom its violation concerns; the reading is logged before the first byte leaves.
    /// `NotFound` for everybody else and for what is not there.
    pub async fn paper(&self, actor: Actor, id: DocumentId) -> Result<Evidence, Error> {
        let row = queries::paper(self.shop().db.read(), id).await?.ok_or(ErrorCode::NotFound)?;
        self.side(actor, row.violation_id).await?;
        let access = access::Model {
            id: self.shop().clock.new_id(),
            violation_id: row.violation_id,
            paper_id: id,
            reader: actor.buyer(),
            at: self.shop().clock.now(),
        };
        let logged = self.shop().db.write::<_, Error, _>(move |tx| {
            let access = access.clone();
            Box::pin(async move { Ok(queries::insert_access(tx, access).await?) })
        });
        logged.await?;
        let sealed = self.shop().media.get_sealed(id.0).await?;
        let bytes = Vault::of(&self.shop().config.secret)?.open(id.0, &sealed)?;
        let content_type = if row.pdf { "application/pdf" } else { "image/webp" };
        Ok(Evidence { content_type, bytes: bytes.into() })
    }

    /// The violation, and whether the actor is whom it concerns and not the operator; `NotFound` for all others.
    async fn side(&self, actor: Actor, id: ViolationId) -> Result<(violation::Model, bool), Error> {
        if actor.require_operator().is_err() {
            return Ok((self.theirs(actor, id).await?, true));
        }
        let row = queries::by_id(self.shop().db.read(), id).await?.ok_or(ErrorCode::NotFound)?;
        let theirs = self.concerns(actor, &row).await?;
        Ok((row, theirs))
    }
}

/// `IllegalTransition` where it is too late for papers of that side.
fn takes_papers(row: &violation::Model, theirs: bool, now: chrono::DateTime<chrono::Utc>) -> Result<(), Error> {
    let takes = match (theirs, row.state) {
        (true, ViolationState::Appealed) => true,
        (true, ViolationState::InForce) => now <= row.appeal_by,
        (true, _) => false,
        (false, _) => row.closed_at.is_none(),
    };
    if takes { Ok(()) } else { Err(ErrorCode::IllegalTransition.into()) }
}

async fn keep(tx: &Tx, row: paper::Model, deed: Deed) -> Result<(), Error> {
    let of = queries::locked(tx, row.violation_id).await?.ok_or(ErrorCode::NotFound)?;
    takes_papers(&of, row.theirs, row.at)?;
    let there = queries::papers(tx, row.violation_id).await?;
    if there.iter().filter(|paper| paper.theirs == row.theirs).count() >= MOST {
        return Err(ErrorCode::LimitExceeded.into());
    }
    if let Some(shop) = of.shop_id.filter(|_| row.theirs) {
        deed.record(tx, shop, act::VIOLATION_PAPER, of.subject).await?;
    }
    Ok(queries::insert_paper(tx, row).await?)
}
