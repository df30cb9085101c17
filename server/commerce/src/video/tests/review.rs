use bytes::Bytes;
use chrono::TimeDelta;
use image::{DynamicImage, ImageFormat, RgbImage};
use shared::{BuyerId, ErrorCode, Locale, VideoEvent, VideoId, VideoState, dto::ReasonFault};
use uuid::Uuid;

use super::studio::{DEMO, uploaded};
use crate::{
    Actor,
    testing::{Shop, guest, on_both_databases, owner, text},
};

fn operator() -> Actor {
    Actor::Operator(BuyerId(Uuid::new_v4()))
}

fn picture() -> Bytes {
    let mut bytes = std::io::Cursor::new(Vec::new());
    DynamicImage::from(RgbImage::from_pixel(320, 480, image::Rgb([9, 20, 20])))
        .write_to(&mut bytes, ImageFormat::Png)
        .unwrap();
    bytes.into_inner().into()
}

/// The stall's owner and a draft with everything that it needs to go out.
async fn draft(shop: &Shop) -> (Actor, VideoId) {
    let me = owner(&shop.commerce, shop.stall().await.shop).await;
    let id = uploaded(shop, me, DEMO).await;
    shop.commerce.video().poster_from_picture(me, id, picture()).await.unwrap();
    shop.commerce.video().set_caption(me, id, None, text("Morning tea")).await.unwrap();
    (me, id)
}

async fn round(shop: &Shop) -> i32 {
    shop.commerce.video().waiting(operator(), Locale::En).await.unwrap().0[0].round
}

async fn seen(shop: &Shop, id: VideoId) -> bool {
    let videos = shop.commerce.video();
    let one = videos.video(guest(), id, Locale::En).await.is_ok();
    let handle = "stall".parse().unwrap();
    let listed = videos.of_creator(guest(), &handle, None, Locale::En).await.unwrap().items.len() == 1;
    let found = shop.commerce.search().search(guest(), "tea", None, Locale::En).await.unwrap().videos.len() == 1;
    let fed = videos.feed(guest(), None, None, Locale::En).await.unwrap().items.len() == 1;
    assert_eq!([one, listed, found, fed], [one; 4]);
    one
}

on_both_databases! {
    async fn a_shop_that_closes_takes_in_what_waits_too(shop: Shop) {
        let videos = shop.commerce.video();
        videos.set_review(operator(), true).await.unwrap();
        let (me, id) = draft(&shop).await;
        videos.move_on(me, id, VideoEvent::Publish, None).await.unwrap();
        assert_eq!(videos.my_clip(me, id, Locale::En).await.unwrap().state, VideoState::InReview);
        let (creator, now, meant) = (shop.stall().await.creator, shop.commerce.clock().now(), round(&shop).await);
        let taken = shop.commerce.db().write::<_, crate::Error, _>(move |tx| Box::pin(async move { crate::video::take_in(tx, creator, 10, now).await }));
        assert_eq!(taken.await.unwrap(), 1);
        assert_eq!(videos.my_clip(me, id, Locale::En).await.unwrap().state, VideoState::Draft);
        assert_eq!(videos.waiting(operator(), Locale::En).await.unwrap().1, 0);
        assert_eq!(videos.approve(operator(), id, meant).await.unwrap_err().code(), ErrorCode::IllegalTransition);
    }

    async fn a_clip_that_waits_is_seen_by_nobody(shop: Shop) {
        let videos = shop.commerce.video();
        let (me, id) = draft(&shop).await;
        assert!(!videos.needs_review(operator()).await.unwrap(), "off until the operator asks for it");
        videos.set_review(operator(), true).await.unwrap();
        assert_eq!(videos.move_on(me, id, VideoEvent::Publish, None).await.unwrap(), VideoState::InReview);
        assert!(!seen(&shop, id).await);
        for event in [VideoEvent::Publish, VideoEvent::Unlist, VideoEvent::Queue] {
            assert_eq!(videos.move_on(me, id, event, None).await.unwrap_err().code(), ErrorCode::IllegalTransition);
        }
        let (queue, all) = videos.waiting(operator(), Locale::En).await.unwrap();
        assert_eq!((all, queue[0].id, queue[0].round, queue[0].is_new), (1, id, 1, true));
        for wrong in [vec![("caption", " ")], vec![("price", "Too low")], vec![]] {
            let wrong = wrong.into_iter().map(|(field, words)| (field.to_owned(), words.to_owned())).collect();
            assert_eq!(videos.send_back(operator(), id, 1, wrong).await.unwrap_err().fields(), ["reasons"]);
        }
        videos.send_back(operator(), id, 1, vec![("film".into(), "Shows a brand".into())]).await.unwrap();
        let mine = videos.my_clip(me, id, Locale::En).await.unwrap();
        assert_eq!((mine.state, mine.reasons[0].words.as_str()), (VideoState::Rejected, "Shows a brand"));
        assert_eq!(videos.approve(operator(), id, 1).await.unwrap_err().code(), ErrorCode::IllegalTransition);
        videos.set_caption(me, id, None, text("Evening tea")).await.unwrap();
        videos.move_on(me, id, VideoEvent::Publish, None).await.unwrap();
        assert_eq!(videos.approve(operator(), id, 1).await.unwrap_err().code(), ErrorCode::Conflict);
        videos.approve(operator(), id, 2).await.unwrap();
        assert!(seen(&shop, id).await);
        let kinds: Vec<_> = shop.commerce.inbox().list(me).await.unwrap().into_iter().map(|letter| letter.kind).collect();
        assert!(kinds.contains(&"clip.approved".to_owned()) && kinds.contains(&"clip.rejected".to_owned()));

        // In and out again: what has passed needs no second look; other words do.
        videos.move_on(me, id, VideoEvent::Unlist, None).await.unwrap();
        assert_eq!(videos.move_on(me, id, VideoEvent::Publish, None).await.unwrap(), VideoState::Published);
        videos.set_caption(me, id, None, text("Evening tea")).await.unwrap();
        assert!(seen(&shop, id).await, "the same words change nothing");
        videos.set_caption(me, id, None, text("Morning tea")).await.unwrap();
        assert!(!seen(&shop, id).await);
        videos.set_caption(me, id, None, text("Noon tea")).await.unwrap();
        assert_eq!(videos.my_clip(me, id, Locale::En).await.unwrap().state, VideoState::Draft, "it came back by the change");
        assert_eq!(videos.discard(me, id).await.is_ok(), videos.my_clip(me, id, Locale::En).await.is_err());
    }

    async fn the_rules_come_first(shop: Shop) {
        let videos = shop.commerce.video();
        let (me, id) = draft(&shop).await;
        shop.commerce.catalog().set_banned_words(operator(), vec!["morning".into()]).await.unwrap();
        assert_eq!(videos.move_on(me, id, VideoEvent::Publish, None).await.unwrap(), VideoState::Rejected);
        let reasons = videos.my_clip(me, id, Locale::En).await.unwrap().reasons;
        assert_eq!((reasons[0].field.as_str(), reasons[0].fault, reasons[0].words.as_str()), ("caption", ReasonFault::BannedWord, "morning"));
        videos.set_caption(me, id, None, text("Evening tea")).await.unwrap();
        assert_eq!(videos.move_on(me, id, VideoEvent::Publish, None).await.unwrap(), VideoState::Published);
        assert_eq!(videos.set_caption(me, id, None, text("Good morning")).await.unwrap_err().fields(), ["banned"]);
        assert!(seen(&shop, id).await);
    }

    async fn what_is_to_go_out_later_waits_too(shop: Shop) {
        let videos = shop.commerce.video();
        let (me, id) = draft(&shop).await;
        let at = shop.commerce.clock().now() + TimeDelta::hours(2);
        // Scheduled before anybody asked for a review, changed since.
        videos.move_on(me, id, VideoEvent::Schedule, Some(at)).await.unwrap();
        videos.set_review(operator(), true).await.unwrap();
        videos.set_caption(me, id, None, text("Noon tea")).await.unwrap();
        videos.approve(operator(), id, round(&shop).await).await.unwrap();
        let mine = videos.my_clip(me, id, Locale::En).await.unwrap();
        assert_eq!((mine.state, mine.publish_at.is_some()), (VideoState::Scheduled, true));
        shop.advance(TimeDelta::hours(2));
        shop.commerce.timer().run_due(Actor::System).await.unwrap();
        assert!(seen(&shop, id).await);
        // Approved after its time: at once.
        videos.move_on(me, id, VideoEvent::Unlist, None).await.unwrap();
        videos.set_caption(me, id, None, text("Late tea")).await.unwrap();
        let at = shop.commerce.clock().now() + TimeDelta::hours(1);
        assert_eq!(videos.move_on(me, id, VideoEvent::Schedule, Some(at)).await.unwrap(), VideoState::InReview);
        shop.advance(TimeDelta::hours(3));
        shop.commerce.timer().run_due(Actor::System).await.unwrap();
        assert!(!seen(&shop, id).await, "the operator has not seen it");
        videos.approve(operator(), id, round(&shop).await).await.unwrap();
        assert!(seen(&shop, id).await);
    }

    async fn taking_it_back_and_approving_it_at_once_ends_in_one_of_the_two(shop: Shop) {
        let videos = shop.commerce.video();
        let (me, id) = draft(&shop).await;
        videos.set_review(operator(), true).await.unwrap();
        for _ in 0..5 {
            videos.move_on(me, id, VideoEvent::Publish, None).await.unwrap();
            let round = round(&shop).await;
            let (back, approved) = tokio::join!(videos.move_on(me, id, VideoEvent::Recall, None), videos.approve(operator(), id, round));
            match videos.my_clip(me, id, Locale::En).await.unwrap().state {
                VideoState::Draft => assert!(back.is_ok() && approved.is_err()),
                VideoState::Published => {
                    assert!(back.is_err() && approved.is_ok());
                    break;
                }
                state => panic!("{state:?}"),
            }
        }
    }
}
