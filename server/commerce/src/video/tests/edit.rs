//! Two people, one clip.

use shared::{ErrorCode, Locale, ProductId};

use super::studio::{DEMO, uploaded};
use crate::{
    testing::{on_both_databases, owner, text},
    video::CardTime,
};

const fn card(product: ProductId, from_ms: i64, to_ms: i64) -> CardTime {
    CardTime { product, from_ms, to_ms }
}

on_both_databases! {
    async fn words_are_not_overwritten_unseen(shop: Shop) {
        let (videos, me) = (shop.commerce.video(), owner(&shop.commerce, shop.stall().await.shop).await);
        let id = uploaded(&shop, me, DEMO).await;
        let seen = videos.my_clip(me, id, Locale::En).await.unwrap().words_version;
        videos.set_caption(me, id, Some(seen), text("Mine")).await.unwrap();
        assert_eq!(videos.set_caption(me, id, Some(seen), text("Theirs")).await.unwrap_err().code(), ErrorCode::Conflict);
        // The same once more is no other.
        videos.set_caption(me, id, Some(seen), text("Mine")).await.unwrap();
        let now = videos.my_clip(me, id, Locale::En).await.unwrap();
        assert_eq!((now.caption.en.as_str(), now.words_version), ("Mine", seen + 1));
        videos.set_caption(me, id, Some(now.words_version), text("Theirs, knowingly")).await.unwrap();

        let seen = Some(now.words_version + 1);
        let two = [text("One"), text("Two")].map(|words| videos.set_caption(me, id, seen, words));
        let done = futures::future::join_all(two).await;
        assert_eq!(done.iter().filter(|one| one.is_ok()).count(), 1);
    }

    async fn cards_are_not_overwritten_unseen(shop: Shop) {
        let (videos, me) = (shop.commerce.video(), owner(&shop.commerce, shop.stall().await.shop).await);
        let (cup, pot) = (shop.product("Cup", 3).await, shop.product("Pot", 3).await);
        let id = uploaded(&shop, me, DEMO).await;
        let seen = Some(videos.my_clip(me, id, Locale::En).await.unwrap().cards_version);
        videos.set_cards(me, id, seen, vec![card(cup, 1_000, 4_000)]).await.unwrap();
        let late = videos.set_cards(me, id, seen, vec![card(pot, 1_000, 4_000)]).await;
        assert_eq!(late.unwrap_err().code(), ErrorCode::Conflict);
        // Nor does a card that was exchanged come back by an older form.
        let seen = Some(videos.my_clip(me, id, Locale::En).await.unwrap().cards_version);
        videos.swap_card(me, id, cup, Some(pot)).await.unwrap();
        let late = videos.set_cards(me, id, seen, vec![card(cup, 2_000, 5_000)]).await;
        assert_eq!(late.unwrap_err().code(), ErrorCode::Conflict);
        // Words are another form: they do not mind.
        let now = videos.my_clip(me, id, Locale::En).await.unwrap();
        videos.set_caption(me, id, Some(now.words_version), text("Tea")).await.unwrap();
        let now = videos.my_clip(me, id, Locale::En).await.unwrap();
        assert_eq!(now.cards.iter().map(|card| card.product.id).collect::<Vec<_>>(), [pot]);
        videos.set_cards(me, id, Some(now.cards_version), vec![card(cup, 2_000, 5_000)]).await.unwrap();
    }
}
