//! What happens to cards when their product goes, and what is known of who met them.

use shared::{ErrorCode, Locale, ProductEvent, ProductId, VideoEvent, VideoId};

use super::studio::{DEMO, uploaded};
use crate::{
    Actor,
    testing::{Shop, guest, on_both_databases, owner, text},
    video::CardTime,
};

/// A clip that is out, with a card of each product.
async fn out(shop: &Shop, me: Actor, products: &[ProductId]) -> VideoId {
    let videos = shop.commerce.video();
    let id = uploaded(shop, me, DEMO).await;
    let mut picture = std::io::Cursor::new(Vec::new());
    image::RgbImage::new(360, 640).write_to(&mut picture, image::ImageFormat::Png).unwrap();
    videos.poster_from_picture(me, id, picture.into_inner().into()).await.unwrap();
    videos.set_caption(me, id, None, text("Morning tea")).await.unwrap();
    let card = |(nth, product): (i64, &ProductId)| CardTime {
        product: *product,
        from_ms: nth * 2_000,
        to_ms: nth * 2_000 + 2_000,
    };
    videos.set_cards(me, id, None, (0..).zip(products).map(card).collect()).await.unwrap();
    videos.move_on(me, id, VideoEvent::Publish, None).await.unwrap();
    id
}

on_both_databases! {
    async fn who_linked_a_product_that_goes_is_told_once(shop: Shop) {
        let (videos, catalog) = (shop.commerce.video(), shop.commerce.catalog());
        let me = owner(&shop.commerce, shop.stall().await.shop).await;
        let (cup, pot) = (shop.product("Cup", 3).await, shop.product("Pot", 3).await);
        let id = out(&shop, me, &[cup]).await;
        let letters = async || {
            shop.commerce.timer().run_due(Actor::System).await.unwrap();
            let all = shop.commerce.inbox().list(me).await.unwrap();
            all.into_iter().filter(|letter| letter.kind == "clip.link_dead").collect::<Vec<_>>()
        };
        assert!(letters().await.is_empty());
        catalog.change_state(me, cup, ProductEvent::Delist).await.unwrap();
        let told = letters().await;
        assert_eq!((told.len(), &*told[0].parts[0], &*told[0].parts[1]), (1, "Morning tea", "Cup"));
        assert_eq!(told[0].link, format!("/studio/clips/{id}#cards"));
        assert_eq!(letters().await.len(), 1);

        // It comes back and goes again: that is news once more.
        catalog.change_state(me, cup, ProductEvent::List).await.unwrap();
        assert_eq!(letters().await.len(), 1);
        catalog.change_state(me, cup, ProductEvent::Delist).await.unwrap();
        assert_eq!(letters().await.len(), 2);

        // By one tap another takes its place, for the same time.
        let mine = videos.my_clip(me, id, Locale::En).await.unwrap();
        let offered = mine.dead().next().unwrap().substitutes[0].id;
        assert_eq!(offered, pot);
        videos.swap_card(me, id, cup, Some(offered)).await.unwrap();
        assert_eq!(videos.my_clip(me, id, Locale::En).await.unwrap().dead().count(), 0);

        // What nobody sees is no news, until it goes out again.
        videos.move_on(me, id, VideoEvent::Unlist, None).await.unwrap();
        catalog.change_state(me, pot, ProductEvent::Delist).await.unwrap();
        assert_eq!(letters().await.len(), 2);
        videos.move_on(me, id, VideoEvent::Publish, None).await.unwrap();
        assert_eq!(letters().await.len(), 3);
    }

    async fn who_met_a_card_is_counted_once(shop: Shop) {
        let videos = shop.commerce.video();
        let me = owner(&shop.commerce, shop.stall().await.shop).await;
        let (cup, pot, other) = (shop.product("Cup", 3).await, shop.product("Pot", 3).await, shop.product("Jar", 3).await);
        let id = out(&shop, me, &[cup, pot]).await;
        let (one, two) = (guest(), guest());
        for (viewer, product, tapped) in [(one, cup, false), (one, cup, true), (one, cup, false), (two, cup, false), (two, pot, true), (Actor::Nobody, pot, true)] {
            videos.met_card(viewer, id, product, tapped).await.unwrap();
        }
        assert_eq!(videos.met_card(one, id, other, true).await.unwrap_err().code(), ErrorCode::NotFound);
        let mine = videos.my_clip(me, id, Locale::En).await.unwrap();
        assert_eq!(mine.cards.iter().map(|card| (card.seen, card.taps)).collect::<Vec<_>>(), [(2, 1), (1, 1)]);
        assert_eq!((mine.figures.seen, mine.figures.taps), (3, 2));
        videos.move_on(me, id, VideoEvent::Unlist, None).await.unwrap();
        assert_eq!(videos.met_card(one, id, cup, true).await.unwrap_err().code(), ErrorCode::NotFound);
    }
}
