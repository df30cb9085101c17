//! The film and the poster of a clip, by their address, for every role in every state.

use shared::{BuyerId, Locale, MediaId, Role, VideoEvent, VideoId};
use uuid::Uuid;

use super::studio::{DEMO, uploaded};
use crate::{
    Actor,
    media::{Part, Reach},
    testing::{Shop, account, guest, on_both_databases, owner, text},
};

on_both_databases! {
    async fn only_what_is_out_is_for_everybody(shop: Shop) {
        let (videos, identity, stall) = (shop.commerce.video(), shop.commerce.identity(), shop.stall().await);
        let me = owner(&shop.commerce, stall.shop).await;
        let id = uploaded(&shop, me, DEMO).await;
        let mut bytes = std::io::Cursor::new(Vec::new());
        image::RgbImage::new(360, 640).write_to(&mut bytes, image::ImageFormat::Png).unwrap();
        videos.poster_from_picture(me, id, bytes.into_inner().into()).await.unwrap();
        videos.set_caption(me, id, None, text("Morning tea")).await.unwrap();
        let poster = videos.my_clip(me, id, Locale::En).await.unwrap().clip.poster;
        let operator = Actor::Operator(BuyerId(Uuid::new_v4()));
        let mut theirs = vec![(me, true), (operator, true), (Actor::System, true)];
        for actor in [Actor::Nobody, guest(), account(), owner(&shop.commerce, shop.another_stall("other").await.shop).await] {
            theirs.push((actor, false));
        }
        for role in Role::ALL {
            let mail = format!("{}@demo.test", role.as_str()).try_into().unwrap();
            let them = identity.create_account(Actor::System, mail, "a password", "Them", false).await.unwrap();
            identity.add_member(Actor::System, stall.shop, them, role).await.unwrap();
            theirs.push((Actor::Account(them), role.may(shared::Duty::Clips)));
        }
        let asked = async |actor, id: MediaId, name: &str| {
            shop.commerce.media().file(actor, id, name, Part::Whole).await.ok().map(|file| file.reach)
        };
        let check = async |what: &str, is_out: bool| {
            for (actor, may) in &theirs {
                let expected = if is_out { Some(Reach::Recallable) } else { may.then_some(Reach::Own) };
                assert_eq!(asked(*actor, MediaId(id.0), "clip.mp4").await, expected, "{what}: the film, {actor:?}");
                assert_eq!(asked(*actor, poster.id, "320.webp").await, expected, "{what}: the poster, {actor:?}");
                assert_eq!(asked(*actor, MediaId(id.0), "480.mp4").await.is_some(), expected.is_some() && small(&shop, me, id).await, "{what}: the small film, {actor:?}");
            }
        };
        check("a draft", false).await;
        videos.set_review(operator, true).await.unwrap();
        videos.move_on(me, id, VideoEvent::Publish, None).await.unwrap();
        check("waiting", false).await;
        let round = videos.waiting(operator, Locale::En).await.unwrap().0[0].round;
        videos.send_back(operator, id, round, vec![("film".into(), "Too dark".into())]).await.unwrap();
        check("sent back", false).await;
        videos.move_on(me, id, VideoEvent::Publish, None).await.unwrap();
        videos.approve(operator, id, round + 1).await.unwrap();
        check("out", true).await;
        videos.move_on(me, id, VideoEvent::Unlist, None).await.unwrap();
        check("unlisted", false).await;
        videos.move_on(me, id, VideoEvent::Publish, None).await.unwrap();
        check("out again", true).await;
        let at = shop.commerce.clock().now();
        shop.commerce.db().write::<_, crate::Error, _>(move |tx| Box::pin(async move { crate::video::ban(tx, id, at).await })).await.unwrap();
        check("banned", false).await;
    }

    async fn a_poster_that_was_replaced_is_nobodys_and_a_removed_clip_the_operators(shop: Shop) {
        let videos = shop.commerce.video();
        let me = owner(&shop.commerce, shop.stall().await.shop).await;
        let id = uploaded(&shop, me, DEMO).await;
        let mut posters = Vec::new();
        for shade in [1, 9] {
            let mut bytes = std::io::Cursor::new(Vec::new());
            image::RgbImage::from_pixel(360, 640, image::Rgb([shade; 3])).write_to(&mut bytes, image::ImageFormat::Png).unwrap();
            videos.poster_from_picture(me, id, bytes.into_inner().into()).await.unwrap();
            posters.push(videos.my_clip(me, id, Locale::En).await.unwrap().clip.poster.id);
        }
        videos.move_on(me, id, VideoEvent::Publish, None).await.unwrap();
        let media = shop.commerce.media();
        assert!(media.file(guest(), posters[0], "320.webp", Part::Whole).await.is_err());
        assert!(media.file(guest(), posters[1], "320.webp", Part::Whole).await.is_ok());
        videos.remove(Actor::System, id).await.unwrap();
        for (actor, may) in [(guest(), false), (me, false), (Actor::Operator(BuyerId(Uuid::new_v4())), true)] {
            assert_eq!(media.file(actor, MediaId(id.0), "clip.mp4", Part::Whole).await.is_ok(), may, "{actor:?}");
        }
    }
}

/// Whether the film has a smaller rendition: where it is larger, and something here can make one.
async fn small(shop: &Shop, me: Actor, id: VideoId) -> bool {
    shop.commerce.video().my_clip(me, id, Locale::En).await.unwrap().clip.small.is_some()
}
