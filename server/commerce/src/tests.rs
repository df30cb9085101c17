//! Who may do what, room by room. The catalogue has its own table beside its drafts.

use bytes::Bytes;
use shared::{
    Locale, MediaId, UploadPurpose,
    dto::{Basket, CartLineChange, OrderQuery, PaymentMethod, QuoteRequest, ShipmentItem},
};
use uuid::Uuid;

use crate::{
    Actor,
    media::{NewClip, NewUpload},
    order::testing::{address, line, paid, payment, request},
    testing::{account, guest, key, on_both_databases, owner, table, text},
    video::NewVideo,
};

on_both_databases! {
    async fn every_call_knows_who_may(shop: Shop) {
        let (sku, stall, other) = (shop.sku(50).await, shop.stall().await, shop.another_stall("other").await);
        let c = &shop.commerce;
        let buyer = guest();
        // Nobody, a stranger, the buyer, a signed-in stranger, the seller, another seller, the operator, the system.
        let (seller, rival) = (owner(c, stall.shop).await, owner(c, other.shop).await);
        let actors = [
            Actor::Nobody, guest(), buyer, account(), seller, rival,
            Actor::Operator(shared::BuyerId(Uuid::new_v4())), Actor::System,
        ];

        let order = paid(c, buyer, sku, 1).await.id;
        let waiting = crate::order::testing::order(c, buyer, sku, 1).await.unwrap().id;
        let payment = payment(c, buyer, waiting).await;
        let own = c.cart().add(buyer, line(sku, 1)).await.unwrap();
        let kept = c.identity().save_address(buyer, None, address(), true).await.unwrap().id;
        let handle = "stall".parse().unwrap();
        let clip = NewVideo {
            creator: stall.creator,
            caption: text("Clip"),
            clip: MediaId(Uuid::new_v4()),
            poster: MediaId(Uuid::new_v4()),
            duration_ms: 12_000,
            likes: 0,
            plays: 0,
            published_at: None,
            cards: vec![],
            comments: vec![],
        };
        let clip = c.video().add_video(Actor::System, clip).await.unwrap();
        let film = || NewClip { bytes: Bytes::from_static(b"no film"), width: 720, height: 1280, duration_ms: 1 };
        let upload = |length| NewUpload { shop: stall.shop, purpose: UploadPurpose::Clip, name: "film.mp4".into(), length };
        let arriving = c.media().start_upload(seller, upload(9)).await.unwrap().id;
        let fresh = || key(&Uuid::new_v4().to_string());
        let basket = || Basket { lines: vec![line(sku, 1)], cart: false };
        let nothing = |line_id| vec![ShipmentItem { line_id, quantity: 0 }];
        let first = c.order().get(buyer, order, Locale::En).await.unwrap().lines[0].id;
        let code = || format!("{}@demo.test", Uuid::new_v4().simple()).try_into().unwrap();

        table! { actors:
            "........" async |a| c.showcase().creators(a, Locale::En).await;
            "........" async |a| c.checkout().quote(a, QuoteRequest { basket: basket(), address: None }, Locale::En).await;
            "........" async |a| c.video().played(a, clip).await;
            "........" async |a| c.order().counts(a).await;

            "u......u" async |a| c.cart().add(a, line(sku, 1)).await;
            "u......u" async |a| c.order().list(a, OrderQuery::default(), Locale::En).await;
            "u......u" async |a| c.order().place(a, fresh(), request(vec![line(sku, 1)], 100), Locale::En).await;
            "u......u" async |a| c.identity().addresses(a).await;
            "u......u" async |a| c.identity().save_address(a, None, address(), false).await;
            "u......u" async |a| c.video().like(a, clip, true).await;
            "u......u" async |a| c.showcase().follow(a, &handle, true).await;
            "uuu....u" async |a| c.video().comment(a, clip, "good").await;
            "uuu....u" async |a| c.media().upload(a, Bytes::from_static(b"no picture"), "").await;

            "nn.nnnnn" async |a| c.cart().change(a, own, CartLineChange { quantity: None, selected: None }).await;
            "un.nnnnu" async |a| c.identity().save_address(a, Some(kept), address(), false).await;
            "un.nnnnu" async |a| c.payment().create(a, fresh(), vec![waiting], PaymentMethod::Wechat).await;
            "nn.nnnnn" async |a| c.payment().get(a, payment).await;
            "nn.nnnnn" async |a| c.payment().sync(a, payment).await;
            "nn.n.n.." async |a| c.order().get(a, order, Locale::En).await;
            "nn.nnnnn" async |a| c.order().confirm_receipt(a, order).await;
            "nn.nnnnn" async |a| c.order().cancel(a, waiting).await;
            "nnfn.n.." async |a| c.shipping().ship(a, order, nothing(first)).await;
            "nnfn.n.." async |a| c.order().refund(a, order, false).await;

            "ffff.f.." async |a| c.video().my_clips(a, stall.shop, Locale::En).await;
            "nnnn.n.." async |a| c.video().my_clip(a, clip, Locale::En).await;
            "nnnn.n.." async |a| c.video().linkable(a, clip, Locale::En).await;
            "nnnn.n.." async |a| c.video().set_cards(a, clip, None, vec![]).await;
            "nnnn.n.." async |a| c.video().set_caption(a, clip, None, text("Tea")).await;
            "nnnn.n.." async |a| c.video().poster_from_frame(a, clip, -1).await;
            "nnnn.n.u" async |a| c.video().poster_from_picture(a, clip, Bytes::from_static(b"no picture")).await;
            "nnnn.n.." async |a| c.video().move_on(a, clip, shared::VideoEvent::Recall, None).await;
            "nnnn.n.." async |a| c.video().discard(a, clip).await;
            "uuuf.f.u" async |a| c.media().start_upload(a, upload(0)).await;
            "nnnn.n.." async |a| c.media().uploaded(a, arriving).await;
            "nnnn.n.." async |a| c.media().append(a, arriving, 5, Bytes::new()).await;
            "nnnn.n.." async |a| c.media().end_upload(a, arriving).await;
            "nnnn.nnn" async |a| c.media().cancel_upload(a, arriving).await;
            "fffffff." async |a| c.video().take_in(a).await;

            "fffffff." async |a| c.payment().state(a, payment).await;
            "fffffff." async |a| c.payment().expire(a, payment).await;
            "fffffff." async |a| c.timer().run_due(a).await;
            "fffffff." async |a| c.identity().create_account(a, code(), "a password", "Name", true).await;
            "fffffff." async |a| c.identity().add_member(a, stall.shop, seller.buyer().unwrap(), shared::Role::Owner).await;
            "fffffff." async |a| c.media().import_clip(a, film()).await;
            "ffffff.." async |a| c.video().remove(a, clip).await;

            "nn.nnnnn" async |a| c.cart().remove(a, own).await;
            "un.nnnnu" async |a| c.identity().remove_address(a, kept).await;
        }
        assert_eq!(c.audit().await.unwrap(), []);
    }
}
