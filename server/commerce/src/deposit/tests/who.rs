use shared::Role;

use super::*;
use crate::testing::{self, guest, on_both_databases, table, verdict};

on_both_databases! {
    async fn every_call_knows_who_may(shop: Shop) {
        let c = &shop.commerce;
        let (id, who) = shop_of(&shop).await;
        let member = async |role| {
            let Actor::Account(account) = testing::owner(c, shop.another_stall(&format!("s{}", Uuid::new_v4().simple())[..20]).await.shop).await else { unreachable!() };
            c.identity().add_member(Actor::System, id, account, role).await.unwrap();
            Actor::Account(account)
        };
        let (runner, finance) = (member(Role::Operator).await, member(Role::Finance).await);
        let tea = category(c, "tea", 100, false).await;
        let wish = c.deposit().ask(who, id, category(c, "food", 0, true).await).await.unwrap();
        granted(c, who, id, tea).await;
        let due = c.deposit().top_up(finance, id).await.unwrap();
        let closed = c.closing().announce(Actor::Nobody, id).await;
        assert_eq!(verdict(closed), 'f');
        // Nobody, a stranger, a signed-in stranger, who runs the shop, who looks after its money, its owner, the
        // operator, the system.
        let actors = [Actor::Nobody, guest(), testing::account(), runner, finance, who, operator(), Actor::System];
        let rule = shared::dto::ClosingRule { announce_days: -1, after_sale_days: 1 };
        table! { actors:
            "ffff...." async |a| c.deposit().account(a, id, Locale::En).await;
            "fff....." async |a| c.deposit().categories(a, id, Locale::En).await;
            "fffff..u" async |a| c.deposit().ask(a, id, tea).await;
            "fffff..u" async |a| c.deposit().attach(a, wish, Bytes::new()).await;
            "fffff..." async |a| c.deposit().submit(a, wish).await;
            "ffffff.." async |a| c.deposit().queue(a, Locale::En).await;
            "ffffff.." async |a| c.deposit().decide(a, wish, 9, Word::Approve).await;
            "ffffff.." async |a| c.deposit().check_all(a).await;
            "unnn.nnu" async |a| c.payment().pay_deposit(a, key(&Uuid::new_v4().to_string()), due, PaymentMethod::Wechat).await;
            "nnnn.nnn" async |a| c.deposit().kind(a, due).await;
            "fffff..." async |a| c.closing().view(a, id).await;
            "fffff..." async |a| c.closing().announce(a, id).await;
            "fffff..." async |a| c.closing().withdraw(a, id).await;
            "ffffff.." async |a| c.closing().rule(a).await;
            "ffffff.." async |a| c.closing().set_rule(a, rule, c.clock().now()).await;
            "fffff..." async |a| c.deposit().withdraw(a, wish).await;
            "ffff...u" async |a| c.deposit().top_up(a, id).await;
            "fffffnnn" async |a| c.deposit().drop_category(a, id, CategoryId(Uuid::new_v4())).await;
            "fffffff." async |a| c.deposit().grant(a, id, tea).await;
        }
    }
}
