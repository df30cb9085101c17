//! Who may see the film and the poster of a clip, by whatever address they are asked for.

use shared::{Duty, ErrorCode, MediaId, VideoState};

use super::queries;
use crate::{Actor, Commerce, Error, media::Reach, showcase};

/// For everybody while a clip that shows `media` is out; else for the people of its shop who look after clips, and the
/// operator. `NotFound` for all others, and where no clip shows it.
pub(crate) async fn reach(commerce: &Commerce, actor: Actor, media: MediaId) -> Result<Reach, Error> {
    let db = commerce.db().read();
    let mut rows = queries::showing(db, media).await?;
    if rows.iter().any(|row| !row.removed && row.state == VideoState::Published) {
        return Ok(Reach::Recallable);
    }
    if matches!(actor, Actor::System | Actor::Operator(_)) {
        return Ok(Reach::Own);
    }
    rows.retain(|row| !row.removed);
    let makers: Vec<_> = rows.iter().map(|row| row.creator_id).collect();
    for creator in showcase::creators(commerce, db, &makers).await? {
        let Some(shop) = creator.row.shop_id else { continue };
        match commerce.identity().require_duty(actor, shop, Duty::Clips).await {
            Ok(_) => return Ok(Reach::Own),
            Err(error) if error.code() == ErrorCode::Internal => return Err(error),
            Err(_) => {}
        }
    }
    Err(ErrorCode::NotFound.into())
}
