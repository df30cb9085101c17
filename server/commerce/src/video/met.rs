use shared::{ErrorCode, ProductId, VideoId};

use super::{entity::met, queries, record::clips};
use crate::{Actor, Error, Videos};

impl Videos<'_> {
    /// Counts that a card of a clip was on the screen, or `tapped`; anybody, once per buyer and card. Those who are
    /// nobody are not counted. `NotFound`, `Gone`.
    pub async fn met_card(&self, actor: Actor, id: VideoId, product: ProductId, tapped: bool) -> Result<(), Error> {
        self.check(id).await?;
        let clip = clips(self.0, self.shop().db.read(), &[id]).await?.pop().ok_or(ErrorCode::NotFound)?;
        if !clip.cards.iter().any(|card| card.product_id == product) {
            return Err(ErrorCode::NotFound.into());
        }
        let Some(buyer_id) = actor.buyer() else { return Ok(()) };
        let row = met::Model { video_id: id, product_id: product, buyer_id, tapped, at: self.shop().clock.now() };
        let met = self.shop().db.write::<_, Error, _>(move |tx| {
            let row = row.clone();
            Box::pin(async move { Ok(queries::insert_met(tx, row).await?) })
        });
        met.await
    }
}
