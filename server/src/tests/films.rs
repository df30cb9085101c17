//! The film of a clip by its address, as caches and browsers ask for it.

use axum::http::{Request, StatusCode};
use bytes::Bytes;
use commerce::{Actor, media::NewClip, showcase::NewCreator, video::NewVideo};
use shared::{LocalText, MediaId, Role, VideoEvent};
use uuid::Uuid;

use super::{Server, uploads};

const POSTER: &[u8] = include_bytes!("../../demo/media/clip-tea-1.320.webp");

#[tokio::test]
async fn a_film_is_there_while_its_clip_is() {
    let server = Server::new().await;
    let c = &server.commerce;
    let (shop, token) = uploads::shop(&server).await;
    let me = c.identity().actor_of(&token).await.unwrap();
    let words = LocalText { zh: "茶".into(), en: "Tea".into() };
    let picture = || MediaId(Uuid::new_v4());
    let creator = NewCreator {
        handle: "tea".parse().unwrap(),
        shop: Some(shop),
        name: words.clone(),
        bio: words.clone(),
        avatar: picture(),
        cover: picture(),
        verified: true,
        followers: 0,
    };
    let creator = c.showcase().add_creator(Actor::System, creator).await.unwrap();
    let film =
        NewClip { bytes: Bytes::from_static(b"\0\0\0\x18ftypmp42rest"), width: 720, height: 1280, duration_ms: 1 };
    let poster = c.media().import(Actor::System, vec![(320, Bytes::from_static(POSTER))], words.clone()).await.unwrap();
    let new = NewVideo {
        creator,
        caption: words,
        clip: c.media().import_clip(Actor::System, film).await.unwrap(),
        poster,
        duration_ms: 1,
        likes: 0,
        plays: 0,
        published_at: None,
        cards: vec![],
        comments: vec![],
    };
    let (clip, poster) = (format!("/media/{}/clip.mp4", new.clip), format!("/media/{poster}/320.webp"));
    let id = c.video().add_video(Actor::System, new).await.unwrap();
    let finance = server.account("finance@demo.test").await;
    let account = c.identity().actor_of(&finance).await.unwrap().require_account().unwrap();
    c.identity().add_member(Actor::System, shop, account, Role::Finance).await.unwrap();
    let stranger = server.account("stranger@demo.test").await;
    let cookie = |token: &str| Request::get(&clip).header("cookie", format!("vitrine_session={token}"));

    for path in [&clip, &poster] {
        let out = server.get(path).await;
        assert_eq!((out.status, out.header("cache-control")), (StatusCode::OK, "public, max-age=600, must-revalidate"));
        let known = Request::get(path).header("if-none-match", out.header("etag"));
        assert_eq!(server.send(known, "").await.status, StatusCode::NOT_MODIFIED);
    }
    let etag = server.get(&clip).await.header("etag").to_owned();
    c.video().move_on(me, id, VideoEvent::Unlist, None).await.unwrap();
    for path in [&clip, &poster] {
        for token in ["", "nonsense", &*server.guest(), &*stranger, &*finance] {
            let gone = server.send(Request::get(path).header("cookie", format!("vitrine_session={token}")), "").await;
            assert_eq!((gone.status, gone.header("cache-control")), (StatusCode::NOT_FOUND, "no-store"), "{token}");
        }
        let own = server.send(Request::get(path).header("cookie", format!("vitrine_session={token}")), "").await;
        assert_eq!((own.status, own.header("cache-control")), (StatusCode::OK, "private, no-cache"));
    }
    // Who kept it asks again, and is told that it is gone.
    let kept = Request::get(&clip).header("if-none-match", &etag);
    assert_eq!(server.send(kept, "").await.status, StatusCode::NOT_FOUND);
    let part = server.send(cookie(&token).header("range", "bytes=4-7"), "").await;
    assert_eq!((part.status, part.body.as_str()), (StatusCode::PARTIAL_CONTENT, "ftyp"));
    let bearer = Request::get(&clip).header("authorization", format!("Bearer {token}"));
    assert_eq!(server.send(bearer, "").await.status, StatusCode::OK);
    c.video().move_on(me, id, VideoEvent::Publish, None).await.unwrap();
    assert_eq!(server.get(&clip).await.status, StatusCode::OK);
}
