use shared::{Locale, PlanKind, ProductId};

use super::{
    super::{SelectionQuery, SelectionSort, Whose},
    fair, points,
};
use crate::testing::{on_both_databases, text};

on_both_databases! {
    async fn goods_are_filtered_sorted_and_paged(shop: Shop) {
        let (f, c) = (fair(&shop).await, &shop.commerce);
        let mut products = Vec::new();
        for (n, (price, stock, hours, rate)) in [(500, 9, 24, 1_000), (300, 0, 48, 3_000), (900, 2, 72, 2_000)].into_iter().enumerate() {
            let mut draft = shop.draft(&format!("Cup {n}"), stock).await;
            draft.skus[0].price.minor = price;
            draft.ship_within_hours = hours;
            let id = shop.listed(draft).await;
            f.offer(c, id, PlanKind::Ordinary, rate, &[]).await;
            products.push(id);
        }
        let p = &products;
        let review = crate::catalog::NewReview {
            product: p[2], name: "A".into(), stars: 4, text: text("good"), sku: text(""), at: c.clock().now(),
        };
        c.catalog().add_review(crate::Actor::System, review).await.unwrap();
        let ask = async |query: SelectionQuery| {
            let found = c.affiliate().selection(f.maker, &f.handle, query, Locale::En).await.unwrap();
            found.items.into_iter().map(|item| item.card.id).collect::<Vec<ProductId>>()
        };
        let all = SelectionQuery::default;
        let sorted = |sort| ask(SelectionQuery { sort, ..all() });
        assert_eq!(sorted(SelectionSort::Rate).await, [p[2], p[0], p[1]], "what is sold out comes last");
        assert_eq!(sorted(SelectionSort::Earns).await, [p[2], p[0], p[1]]);
        assert_eq!(sorted(SelectionSort::Cheapest).await, [p[0], p[2], p[1]]);
        assert_eq!(sorted(SelectionSort::Score).await[0], p[2]);
        assert_eq!(ask(SelectionQuery { rate_from: Some(points(2_000)), ..all() }).await, [p[2], p[1]]);
        assert_eq!(ask(SelectionQuery { price_from: Some(301), price_to: Some(500), ..all() }).await, [p[0]]);
        assert_eq!(ask(SelectionQuery { stock_from: Some(3), ..all() }).await, [p[0]]);
        assert_eq!(ask(SelectionQuery { ship_within: Some(48), ..all() }).await, [p[0], p[1]]);
        assert_eq!(ask(SelectionQuery { score_from: Some(400), ..all() }).await, [p[2]]);
        assert_eq!(ask(SelectionQuery { q: "CUP 1".into(), ..all() }).await, [p[1]]);
        assert_eq!(ask(SelectionQuery { refunds_to: Some(points(1_000)), ..all() }).await, [], "nothing is known");
        assert_eq!(ask(SelectionQuery { whose: Whose::Named, ..all() }).await, []);
        let long = SelectionQuery { q: "x".repeat(81), ..all() };
        assert_eq!(c.affiliate().selection(f.maker, &f.handle, long, Locale::En).await.unwrap_err().fields(), ["q"]);

        for n in 0..23 {
            let id = shop.product(&format!("Jar {n}"), 1).await;
            f.offer(c, id, PlanKind::Ordinary, 100, &[]).await;
        }
        let page = async |from| c.affiliate().selection(f.maker, &f.handle, SelectionQuery { from, ..all() }, Locale::En).await.unwrap();
        let (first, second) = (page(0).await, page(24).await);
        assert_eq!((first.items.len(), first.total, first.next, second.items.len(), second.next), (24, 26, Some(24), 2, None));

        f.take(c, p[0]).await.unwrap();
        let mine = f.choice(c).await.into_iter().find(|item| item.card.id == p[0]);
        assert!(page(0).await.items.iter().filter(|item| item.in_window).count() <= 1);
        assert!(mine.is_none_or(|item| item.in_window));
        let named = ask(SelectionQuery { q: "Cup 0".into(), ..all() }).await;
        assert_eq!(named, [p[0]]);
    }
}
