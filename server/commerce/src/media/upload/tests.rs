use bytes::Bytes;
use chrono::TimeDelta;
use shared::{ErrorCode, Role, UploadId, UploadPurpose, UploadState, dto::UploadView};

use super::NewUpload;
use crate::{
    Actor, Error, Media,
    testing::{Shop, account, guest, on_both_databases, owner},
};

async fn start(shop: &Shop, actor: Actor, length: i64) -> Result<UploadView, Error> {
    let new = NewUpload { shop: shop.stall().await.shop, purpose: UploadPurpose::Clip, name: "茶.mp4".into(), length };
    shop.commerce.media().start_upload(actor, new).await
}

async fn joined(shop: &Shop, id: UploadId) -> Vec<u8> {
    let folder = tempfile::TempDir::new().unwrap();
    let file = folder.path().join("file");
    crate::media::upload::store::join(&shop.commerce, id, &file).await.unwrap();
    std::fs::read(file).unwrap()
}

/// Objects in the store, of which a part that lost its race must not be one.
async fn objects(shop: &Shop) -> usize {
    use futures::TryStreamExt;
    let files = shop.commerce.0.media.files.clone();
    object_store::ObjectStore::list(&*files, None).try_collect::<Vec<_>>().await.unwrap().len()
}

on_both_databases! {
    async fn a_file_grows_from_its_end_only(shop: Shop) {
        let (media, me) = (shop.commerce.media(), owner(&shop.commerce, shop.stall().await.shop).await);
        let id = start(&shop, me, 6).await.unwrap().id;
        assert_eq!(media.append(me, id, 0, Bytes::from_static(b"abc")).await.unwrap(), 3);
        for (at, bytes, code) in [
            (0, "abc", ErrorCode::Conflict),
            (4, "e", ErrorCode::Conflict),
            (-1, "a", ErrorCode::Conflict),
            (3, "defg", ErrorCode::TooLarge),
        ] {
            assert_eq!(media.append(me, id, at, Bytes::from_static(bytes.as_bytes())).await.unwrap_err().code(), code);
        }
        assert_eq!(media.append(me, id, 3, Bytes::new()).await.unwrap(), 3);
        assert_eq!(media.append(me, id, 3, Bytes::from_static(b"def")).await.unwrap(), 6);
        let view = media.uploaded(me, id).await.unwrap();
        assert_eq!((view.received, view.state, view.name.as_str()), (6, UploadState::Checking, "茶.mp4"));
        assert_eq!(joined(&shop, id).await, b"abcdef");
        assert_eq!(media.append(me, id, 6, Bytes::from_static(b"g")).await.unwrap_err().code(), ErrorCode::Conflict);
        assert_eq!(media.cancel_upload(me, id).await.unwrap_err().code(), ErrorCode::Conflict, "it is being worked on");
    }

    async fn the_same_bytes_at_once_count_once(shop: Shop) {
        let (media, me) = (shop.commerce.media(), owner(&shop.commerce, shop.stall().await.shop).await);
        let id = start(&shop, me, 8).await.unwrap().id;
        let tries = (0..8).map(|nth| media.append(me, id, 0, Bytes::from(vec![b'a' + nth; 4])));
        let done = futures::future::join_all(tries).await;
        assert_eq!(done.iter().filter(|one| one.is_ok()).count(), 1);
        assert!(done.iter().flat_map(|one| one.as_ref().err()).all(|error| error.code() == ErrorCode::Conflict));
        media.append(me, id, 4, Bytes::from_static(b"zzzz")).await.unwrap();
        let bytes = joined(&shop, id).await;
        assert!(bytes[..4].iter().all(|byte| *byte == bytes[0]), "one sender's, not a mixture");
        assert_eq!((&bytes[4..], objects(&shop).await), (b"zzzz".as_slice(), 2));
    }

    async fn who_may_and_how_much(shop: Shop) {
        let (media, me) = (shop.commerce.media(), owner(&shop.commerce, shop.stall().await.shop).await);
        for (length, code) in [(Media::MOST_UPLOAD + 1, ErrorCode::TooLarge), (2 << 30, ErrorCode::TooLarge), (0, ErrorCode::Validation), (-1, ErrorCode::Validation)] {
            assert_eq!(start(&shop, me, length).await.unwrap_err().code(), code);
        }
        for actor in [Actor::Nobody, guest()] {
            assert_eq!(start(&shop, actor, 1).await.unwrap_err().code(), ErrorCode::Unauthenticated);
        }
        assert_eq!(start(&shop, account(), 1).await.unwrap_err().code(), ErrorCode::Forbidden);
        let identity = shop.commerce.identity();
        for role in Role::ALL {
            let mail = format!("{}@demo.test", role.as_str()).try_into().unwrap();
            let them = identity.create_account(Actor::System, mail, "a password", "Them", false).await.unwrap();
            identity.add_member(Actor::System, shop.stall().await.shop, them, role).await.unwrap();
            let may = start(&shop, Actor::Account(them), 1).await.is_ok();
            assert_eq!(may, matches!(role, Role::Owner | Role::Operator), "{role:?}");
        }
        let id = start(&shop, me, 10).await.unwrap().id;
        for stranger in [account(), guest(), Actor::Nobody, owner(&shop.commerce, shop.another_stall("other").await.shop).await] {
            assert_eq!(media.uploaded(stranger, id).await.unwrap_err().code(), ErrorCode::NotFound);
            assert_eq!(media.append(stranger, id, 0, Bytes::from_static(b"x")).await.unwrap_err().code(), ErrorCode::NotFound);
            assert_eq!(media.cancel_upload(stranger, id).await.unwrap_err().code(), ErrorCode::NotFound);
            assert_eq!(media.end_upload(stranger, id).await.unwrap_err().code(), ErrorCode::NotFound);
        }
        for _ in 0..4 {
            start(&shop, me, 10).await.unwrap();
        }
        assert_eq!(start(&shop, me, 10).await.unwrap_err().code(), ErrorCode::LimitExceeded);
        media.cancel_upload(me, id).await.unwrap();
        assert_eq!(media.uploaded(me, id).await.unwrap_err().code(), ErrorCode::NotFound);
        start(&shop, me, 10).await.unwrap();
    }

    async fn a_file_of_unknown_length_ends_where_it_ends(shop: Shop) {
        let (media, me) = (shop.commerce.media(), owner(&shop.commerce, shop.stall().await.shop).await);
        let id = start(&shop, me, Media::MOST_UPLOAD).await.unwrap().id;
        assert_eq!(media.end_upload(me, id).await.unwrap_err().code(), ErrorCode::Conflict, "nothing is here");
        media.append(me, id, 0, Bytes::from_static(b"abc")).await.unwrap();
        media.end_upload(me, id).await.unwrap();
        let view = media.uploaded(me, id).await.unwrap();
        assert_eq!((view.length, view.state), (3, UploadState::Checking));
        assert_eq!(media.end_upload(me, id).await.unwrap_err().code(), ErrorCode::IllegalTransition);
    }

    async fn what_stops_coming_is_forgotten_with_its_bytes(shop: Shop) {
        let (media, me) = (shop.commerce.media(), owner(&shop.commerce, shop.stall().await.shop).await);
        let id = start(&shop, me, 9).await.unwrap().id;
        media.append(me, id, 0, Bytes::from_static(b"abc")).await.unwrap();
        shop.advance(TimeDelta::hours(23));
        media.append(me, id, 3, Bytes::from_static(b"abc")).await.unwrap();
        // Written, but the process ended before it was counted.
        crate::media::upload::store::put(&shop.commerce, id, uuid::Uuid::new_v4(), Bytes::from_static(b"ghi")).await.unwrap();
        shop.advance(TimeDelta::hours(23));
        shop.commerce.timer().run_due(Actor::System).await.unwrap();
        assert_eq!(media.uploaded(me, id).await.unwrap().received, 6);
        assert_eq!(objects(&shop).await, 3);
        shop.advance(TimeDelta::hours(2));
        assert_eq!(media.uploaded(me, id).await.unwrap_err().code(), ErrorCode::NotFound);
        shop.commerce.timer().run_due(Actor::System).await.unwrap();
        assert_eq!(objects(&shop).await, 0);
    }
}
