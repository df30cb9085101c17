use bytes::Bytes;
use chrono::TimeDelta;
use shared::{
    ErrorCode, LocalText, Locale, ProductEvent, ShopId, UploadFault, UploadPurpose, UploadState, VideoEvent, VideoId,
    VideoState,
};

use crate::{
    Actor, Commerce, Media,
    media::{self, NewUpload, Part},
    testing::{Shop, account, guest, on_both_databases, owner},
    video::CardTime,
};

pub const DEMO: &[u8] = include_bytes!("../../../../demo/media/clip-tea-1.mp4");

/// Sends `bytes` and lets the work be done.
pub async fn uploaded(shop: &Shop, me: Actor, bytes: &'static [u8]) -> VideoId {
    sent_to(&shop.commerce, shop.stall().await.shop, me, bytes).await
}

async fn sent_to(commerce: &Commerce, shop: ShopId, me: Actor, bytes: &'static [u8]) -> VideoId {
    let media = commerce.media();
    let new = NewUpload {
        shop,
        purpose: UploadPurpose::Clip,
        name: "早茶.mp4".into(),
        length: i64::try_from(bytes.len()).unwrap(),
    };
    let id = media.start_upload(me, new).await.unwrap().id;
    let mut at = 0;
    for part in bytes.chunks(Media::PART) {
        at = media.append(me, id, at, Bytes::from_static(part)).await.unwrap();
    }
    while commerce.video().take_in(Actor::System).await.unwrap() {}
    VideoId(id.0)
}

fn card(product: shared::ProductId, from_ms: i64, to_ms: i64) -> CardTime {
    CardTime { product, from_ms, to_ms }
}

on_both_databases! {
    async fn a_film_becomes_a_draft_and_then_a_clip(shop: Shop) {
        let (videos, me) = (shop.commerce.video(), owner(&shop.commerce, shop.stall().await.shop).await);
        let (cup, pot) = (shop.product("Cup", 3).await, shop.product("Pot", 3).await);
        let id = uploaded(&shop, me, DEMO).await;
        let mine = videos.my_clip(me, id, Locale::En).await.unwrap();
        assert_eq!((mine.state, mine.caption.zh.as_str()), (VideoState::Draft, "早茶"));
        assert!((11_900..12_100).contains(&mine.clip.duration_ms));
        let film = shop.commerce.media().file(Actor::System, shared::MediaId(id.0), "clip.mp4", Part::Between(0, 11)).await.unwrap();
        assert_eq!((film.content_type, &film.bytes().await[4..8]), ("video/mp4", b"ftyp".as_slice()));
        assert_eq!(videos.video(guest(), id, Locale::En).await.unwrap_err().code(), ErrorCode::NotFound, "a draft is nobody's business");

        for wrong in [vec![card(cup, 0, 500)], vec![card(cup, 0, 99_000)], vec![card(cup, 0, 2_000), card(pot, 0, 3_000)]] {
            assert_eq!(videos.set_cards(me, id, None, wrong).await.unwrap_err().fields(), ["cards"]);
        }
        videos.set_cards(me, id, None, vec![card(cup, 1_000, 4_000), card(pot, 3_000, 8_000)]).await.unwrap();
        videos.set_caption(me, id, None, LocalText { zh: "早上的茶".into(), en: "Morning tea".into() }).await.unwrap();
        if videos.takes_frames() {
            assert!(mine.has_poster);
            videos.poster_from_frame(me, id, 2_500).await.unwrap();
            assert_eq!(videos.poster_from_frame(me, id, 99_000).await.unwrap_err().fields(), ["at"]);
        }
        videos.move_on(me, id, VideoEvent::Publish, None).await.unwrap();
        let seen = videos.video(guest(), id, Locale::En).await.unwrap();
        assert_eq!(seen.cards.iter().map(|card| (card.product.id, card.from_ms)).collect::<Vec<_>>(), [(cup, 1_000), (pot, 3_000)]);
        assert_eq!(seen.caption, "Morning tea");
        assert_eq!(videos.feed(guest(), None, None, Locale::En).await.unwrap().items.len(), 1);

        // Changed while it is out: at once, for everybody.
        videos.set_cards(me, id, None, vec![card(pot, 0, 8_000)]).await.unwrap();
        assert_eq!(videos.video(guest(), id, Locale::En).await.unwrap().cards.len(), 1);
        assert_eq!(videos.discard(me, id).await.unwrap_err().code(), ErrorCode::IllegalTransition);
        videos.move_on(me, id, VideoEvent::Unlist, None).await.unwrap();
        assert_eq!(videos.video(guest(), id, Locale::En).await.unwrap_err().code(), ErrorCode::NotFound);
        assert!(videos.feed(guest(), None, None, Locale::En).await.unwrap().items.is_empty());
        assert_eq!(videos.move_on(me, id, VideoEvent::Unlist, None).await.unwrap_err().code(), ErrorCode::IllegalTransition);
        videos.move_on(me, id, VideoEvent::Publish, None).await.unwrap();
        assert!(shop.commerce.audit().await.unwrap().is_empty());
    }

    async fn a_clip_goes_out_when_its_time_has_come(shop: Shop) {
        let (videos, me) = (shop.commerce.video(), owner(&shop.commerce, shop.stall().await.shop).await);
        let id = uploaded(&shop, me, DEMO).await;
        let now = shop.commerce.clock().now();
        let hours = TimeDelta::hours;
        for at in [None, Some(now), Some(now - hours(1)), Some(now + TimeDelta::days(91))] {
            assert_eq!(videos.move_on(me, id, VideoEvent::Schedule, at).await.unwrap_err().fields().len(), 1);
        }
        if !videos.takes_frames() {
            assert_eq!(videos.move_on(me, id, VideoEvent::Publish, None).await.unwrap_err().fields(), ["poster"]);
            return;
        }
        videos.move_on(me, id, VideoEvent::Schedule, Some(now + hours(2))).await.unwrap();
        videos.move_on(me, id, VideoEvent::Recall, None).await.unwrap();
        videos.move_on(me, id, VideoEvent::Schedule, Some(now + hours(2))).await.unwrap();
        shop.advance(hours(1));
        shop.commerce.timer().run_due(Actor::System).await.unwrap();
        assert_eq!(videos.my_clip(me, id, Locale::En).await.unwrap().state, VideoState::Scheduled);
        shop.advance(hours(1));
        shop.commerce.timer().run_due(Actor::System).await.unwrap();
        let out = videos.my_clip(me, id, Locale::En).await.unwrap();
        assert_eq!((out.state, out.publish_at), (VideoState::Published, None));
        videos.video(guest(), id, Locale::En).await.unwrap();
    }

    async fn terms_stay_as_they_were_and_dead_links_are_mended(shop: Shop) {
        let (videos, catalog, me) = (shop.commerce.video(), shop.commerce.catalog(), owner(&shop.commerce, shop.stall().await.shop).await);
        let (cup, pot, jar) = (shop.product("Cup", 3).await, shop.product("Pot", 3).await, shop.product("Jar", 3).await);
        let id = uploaded(&shop, me, DEMO).await;
        videos.set_cards(me, id, None, vec![card(cup, 1_000, 4_000), card(pot, 5_000, 9_000)]).await.unwrap();
        catalog.change_state(me, cup, ProductEvent::Delist).await.unwrap();
        let mine = videos.my_clip(me, id, Locale::En).await.unwrap();
        let dead: Vec<_> = mine.dead().collect();
        assert_eq!((dead.len(), dead[0].product.id), (1, cup));
        assert_eq!(videos.dead_cards(me, shop.stall().await.shop).await.unwrap(), 1);
        let offered = |id| dead[0].substitutes.iter().any(|card| card.id == id);
        assert!(offered(jar) && !offered(pot) && dead[0].substitutes.len() == 1, "what has a card already is none");
        // What was linked may move on the timeline; what is off sale cannot be linked anew.
        videos.set_cards(me, id, None, vec![card(cup, 2_000, 4_000), card(pot, 5_000, 9_000)]).await.unwrap();
        assert_eq!(videos.swap_card(me, id, cup, Some(pot)).await.unwrap_err().code(), ErrorCode::Conflict);
        videos.swap_card(me, id, cup, Some(jar)).await.unwrap();
        assert_eq!(videos.set_cards(me, id, None, vec![card(cup, 0, 4_000)]).await.unwrap_err().code(), ErrorCode::NotOnSale);
        let cards = videos.my_clip(me, id, Locale::En).await.unwrap().cards;
        assert_eq!(cards.iter().map(|card| (card.product.id, card.from_ms)).collect::<Vec<_>>(), [(jar, 2_000), (pot, 5_000)]);
        videos.swap_card(me, id, jar, None).await.unwrap();
        assert_eq!(videos.my_clip(me, id, Locale::En).await.unwrap().cards.len(), 1);
        let other = shop.another_stall("other").await;
        let theirs = owner(&shop.commerce, other.shop).await;
        for stranger in [Actor::Nobody, guest(), account(), theirs] {
            assert_eq!(videos.my_clip(stranger, id, Locale::En).await.unwrap_err().code(), ErrorCode::NotFound);
            assert_eq!(videos.set_cards(stranger, id, None, vec![]).await.unwrap_err().code(), ErrorCode::NotFound);
            assert_eq!(videos.set_caption(stranger, id, None, LocalText::default()).await.unwrap_err().code(), ErrorCode::NotFound);
            assert_eq!(videos.move_on(stranger, id, VideoEvent::Publish, None).await.unwrap_err().code(), ErrorCode::NotFound);
            assert_eq!(videos.discard(stranger, id).await.unwrap_err().code(), ErrorCode::NotFound);
            assert_eq!(videos.swap_card(stranger, id, pot, None).await.unwrap_err().code(), ErrorCode::NotFound);
            assert_eq!(videos.linkable(stranger, id, Locale::En).await.unwrap_err().code(), ErrorCode::NotFound);
        }
        assert_eq!(videos.my_clips(theirs, shop.stall().await.shop, Locale::En).await.unwrap_err().code(), ErrorCode::Forbidden);
        videos.discard(me, id).await.unwrap();
        assert_eq!(videos.my_clip(me, id, Locale::En).await.unwrap_err().code(), ErrorCode::NotFound);
    }

    async fn what_is_no_film_is_refused_and_says_why(shop: Shop) {
        let me = owner(&shop.commerce, shop.stall().await.shop).await;
        let id = uploaded(&shop, me, b"<svg xmlns='http://www.w3.org/2000/svg'><script>alert(1)</script></svg>").await;
        let upload = shop.commerce.media().uploaded(me, shared::UploadId(id.0)).await.unwrap();
        assert_eq!((upload.state, upload.fault), (UploadState::Refused, Some(UploadFault::NotMp4)));
        let list = shop.commerce.video().my_clips(me, shop.stall().await.shop, Locale::En).await.unwrap();
        assert_eq!((list.uploads.len(), list.clips.len()), (1, 0));
        assert!(shop.commerce.media().file(Actor::System, shared::MediaId(id.0), "clip.mp4", Part::Whole).await.is_err());
        shop.commerce.media().cancel_upload(me, upload.id).await.unwrap();
        assert_eq!(shop.commerce.video().take_in(guest()).await.unwrap_err().code(), ErrorCode::Forbidden);
    }

    async fn without_ffmpeg_a_film_is_served_as_it_came(shop: Shop) {
        let parts = &shop.commerce.0;
        let files = media::Store::open("memory://").unwrap().without_ffmpeg();
        let (gateway, carrier) = (parts.gateway.clone(), parts.carrier.clone());
        let bare = Commerce::new(parts.db.clone(), parts.clock.clone(), parts.config.clone(), files, gateway, carrier);
        let own = shop.stall().await.shop;
        let (me, videos) = (owner(&bare, own).await, bare.video());
        let id = sent_to(&bare, own, me, DEMO).await;
        assert_eq!(bare.media().file(Actor::System, shared::MediaId(id.0), "clip.mp4", Part::Whole).await.unwrap().bytes().await, DEMO);
        assert!(bare.media().file(Actor::System, shared::MediaId(id.0), "480.mp4", Part::Whole).await.is_err());
        assert_eq!(videos.move_on(me, id, VideoEvent::Publish, None).await.unwrap_err().fields(), ["poster"]);
        assert_eq!(videos.poster_from_frame(me, id, 0).await.unwrap_err().code(), ErrorCode::UnsupportedMedia);
        let mut picture = std::io::Cursor::new(Vec::new());
        image::RgbImage::new(360, 640).write_to(&mut picture, image::ImageFormat::Png).unwrap();
        videos.poster_from_picture(me, id, picture.into_inner().into()).await.unwrap();
        videos.move_on(me, id, VideoEvent::Publish, None).await.unwrap();
        assert_eq!(videos.video(guest(), id, Locale::En).await.unwrap().clip.poster.height, 640);
    }

    async fn two_processes_make_one_clip(shop: Shop) {
        let me = owner(&shop.commerce, shop.stall().await.shop).await;
        let media = shop.commerce.media();
        let new = NewUpload { shop: shop.stall().await.shop, purpose: UploadPurpose::Clip, name: "x.mp4".into(), length: i64::try_from(DEMO.len()).unwrap() };
        let id = media.start_upload(me, new).await.unwrap().id;
        media.append(me, id, 0, Bytes::from_static(DEMO)).await.unwrap();
        let (one, other) = (shop.commerce.clone(), shop.commerce.clone());
        let (one, other) = tokio::join!(
            async { one.video().take_in(Actor::System).await.unwrap() },
            async { other.video().take_in(Actor::System).await.unwrap() },
        );
        assert!(one != other, "one of them worked");
        let list = shop.commerce.video().my_clips(me, shop.stall().await.shop, Locale::En).await.unwrap();
        assert_eq!((list.uploads.len(), list.clips.len()), (0, 1));
    }
}
