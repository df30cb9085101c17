//! What tests of other rooms must see of a clip.

use shared::{BasisPoints, VideoId};

use crate::Commerce;

/// The commission that a clip's first card was linked with.
pub async fn commission(commerce: &Commerce, clip: VideoId) -> BasisPoints {
    super::queries::cards(commerce.db().read(), &[clip]).await.unwrap()[0].commission
}
