use chrono::TimeDelta;
use shared::{AddressId, ErrorCode, Locale, PlanKind, SampleState};

use super::{super::SampleAct, fair};
use crate::{
    order::testing::{address, order},
    testing::{guest, on_both_databases},
};

on_both_databases! {
    async fn a_sample_is_asked_for_agreed_sent_and_received(shop: Shop) {
        let (f, c) = (fair(&shop).await, &shop.commerce);
        let (cup, pot) = (shop.product("Cup", 5).await, shop.product("Pot", 5).await);
        f.offer(c, cup, PlanKind::Ordinary, 1_000, &[]).await;
        let a = c.affiliate();
        let home = c.identity().save_address(f.maker, None, address(), true).await.unwrap().id;
        let (cup_sku, pot_sku) = (shop.sku_of(cup).await, shop.sku_of(pot).await);
        let (cup, pot) = ((cup, cup_sku), (pot, pot_sku));
        let ask = |product, address, note: &'static str| a.ask_sample(f.maker, &f.handle, product, address, note);
        assert_eq!(ask(pot, home, "").await.unwrap_err().code(), ErrorCode::NotFound, "it is not offered");
        assert_eq!(ask(cup, AddressId(uuid::Uuid::new_v4()), "").await.unwrap_err().fields(), ["address"]);
        assert_eq!(ask((cup.0, pot_sku), home, "").await.unwrap_err().fields(), ["sku"], "of another product");
        let id = ask(cup, home, " For a clip on Sunday ").await.unwrap();
        assert_eq!(ask(cup, home, "").await.unwrap_err().fields(), ["sample"]);

        let asked = a.asked_samples(f.merchant, f.shop, Locale::En).await.unwrap().remove(0);
        assert_eq!((asked.state, asked.note.as_str(), asked.address.as_str()),
            (SampleState::Requested, "For a clip on Sunday", "浙江省 杭州市"), "no more than the city before they agree");
        assert_eq!(c.inbox().list(f.merchant).await.unwrap()[0].kind, "sample.requested");
        let go = |actor, act| a.move_sample(actor, id, act);
        assert_eq!(go(f.merchant, SampleAct::Send("SF 1".into())).await.unwrap_err().code(), ErrorCode::IllegalTransition);
        assert_eq!(go(f.merchant, SampleAct::Decline(" ".into())).await.unwrap_err().fields(), ["reason"]);
        go(f.merchant, SampleAct::Accept).await.unwrap();
        assert!(a.asked_samples(f.merchant, f.shop, Locale::En).await.unwrap()[0].address.contains("文三路 1 号"));
        assert_eq!(go(f.merchant, SampleAct::Send(String::new())).await.unwrap_err().fields(), ["parcel"]);
        shop.advance(TimeDelta::seconds(1));
        go(f.merchant, SampleAct::Send("SF 1234".into())).await.unwrap();
        assert_eq!(go(f.maker, SampleAct::Withdraw).await.unwrap_err().code(), ErrorCode::IllegalTransition);
        go(f.maker, SampleAct::Receive).await.unwrap();
        let mine = a.my_samples(f.maker, &f.handle, Locale::En).await.unwrap().remove(0);
        assert_eq!((mine.state, mine.parcel.as_str()), (SampleState::Received, "SF 1234"));
        let told: Vec<_> = c.inbox().list(f.maker).await.unwrap().into_iter().map(|letter| letter.kind).collect();
        assert_eq!(told, ["sample.sent", "sample.accepted"]);
        assert_eq!(a.asked_samples(f.merchant, f.shop, Locale::En).await.unwrap()[0].address, "浙江省 杭州市", "over");

        let again = ask(cup, home, "").await.unwrap();
        a.move_sample(f.merchant, again, SampleAct::Decline("Sold out this week".into())).await.unwrap();
        let mine = a.my_samples(f.maker, &f.handle, Locale::En).await.unwrap();
        assert!(mine.iter().any(|sample| sample.reason == "Sold out this week"));
    }

    async fn of_two_at_once_one_counts(shop: Shop) {
        let (f, c) = (fair(&shop).await, &shop.commerce);
        let cup = shop.product("Cup", 5).await;
        f.offer(c, cup, PlanKind::Ordinary, 1_000, &[]).await;
        let a = c.affiliate();
        let home = c.identity().save_address(f.maker, None, address(), true).await.unwrap().id;
        let sku = shop.sku_of(cup).await;
        let ask = || a.ask_sample(f.maker, &f.handle, (cup, sku), home, "");
        let (one, two) = tokio::join!(ask(), ask());
        assert_eq!(u8::from(one.is_ok()) + u8::from(two.is_ok()), 1);
        let id = one.or(two).unwrap();
        let yes = a.move_sample(f.merchant, id, SampleAct::Accept);
        let no = a.move_sample(f.maker, id, SampleAct::Withdraw);
        let (yes, no) = tokio::join!(yes, no);
        assert!(yes.is_ok() || no.is_ok());
        let state = a.my_samples(f.maker, &f.handle, Locale::En).await.unwrap()[0].state;
        assert!(matches!(state, SampleState::Accepted | SampleState::Withdrawn), "{state:?}");
        assert_eq!(c.audit().await.unwrap(), [], "whoever was first, the piece is where the request says");
    }

    async fn a_piece_is_held_with_the_merchants_word_and_leaves_with_the_parcel(shop: Shop) {
        let (f, c) = (fair(&shop).await, &shop.commerce);
        let cup = shop.product("Cup", 1).await;
        let sku = shop.sku_of(cup).await;
        f.offer(c, cup, PlanKind::Ordinary, 1_000, &[]).await;
        let a = c.affiliate();
        let home = c.identity().save_address(f.maker, None, address(), true).await.unwrap().id;
        let ask = || a.ask_sample(f.maker, &f.handle, (cup, sku), home, "");
        let go = |actor, id, act| a.move_sample(actor, id, act);
        let left = async || {
            let product = c.catalog().product(guest(), cup, Locale::En).await.unwrap();
            assert_eq!(c.audit().await.unwrap(), []);
            (product.skus[0].stock, product.card.sold)
        };
        let first = ask().await.unwrap();
        assert_eq!(left().await, (1, 0), "asking holds nothing");
        go(f.merchant, first, SampleAct::Accept).await.unwrap();
        assert_eq!(left().await, (0, 0));
        assert_eq!(order(c, guest(), sku, 1).await.unwrap_err().code(), ErrorCode::OutOfStock);
        go(f.merchant, first, SampleAct::Decline("Broken".into())).await.unwrap();
        assert_eq!(left().await, (1, 0), "a change of mind");
        let second = ask().await.unwrap();
        go(f.merchant, second, SampleAct::Accept).await.unwrap();
        go(f.maker, second, SampleAct::Withdraw).await.unwrap();
        assert_eq!(left().await, (1, 0));

        // Somebody buys the last one before the merchant agrees.
        shop.advance(TimeDelta::seconds(1));
        let third = ask().await.unwrap();
        let bought = order(c, guest(), sku, 1).await.unwrap();
        assert_eq!(go(f.merchant, third, SampleAct::Accept).await.unwrap_err().code(), ErrorCode::OutOfStock);
        assert_eq!(a.my_samples(f.maker, &f.handle, Locale::En).await.unwrap()[0].state, SampleState::Requested);
        c.order().cancel(crate::order::testing::buyer_of(c, bought.id).await, bought.id).await.unwrap();
        go(f.merchant, third, SampleAct::Accept).await.unwrap();
        shop.advance(TimeDelta::seconds(1));
        go(f.merchant, third, SampleAct::Send("SF 1".into())).await.unwrap();
        assert_eq!(left().await, (0, 0), "gone, and nobody has bought it");
        go(f.maker, third, SampleAct::Receive).await.unwrap();
        assert_eq!(ask().await.unwrap_err().code(), ErrorCode::OutOfStock);
        let staff = c.staff();
        let log = |actor, shop| staff.activity(actor, shop, None, Locale::En);
        let asked: Vec<_> = log(f.maker, f.home).await.unwrap().items.into_iter().map(|entry| entry.act).collect();
        assert!(asked.contains(&"sample.requested".to_owned()) && asked.contains(&"sample.withdrawn".to_owned()));
        assert!(log(f.merchant, f.shop).await.unwrap().items.iter().any(|entry| entry.act == "sample.sent"));
    }
}
