use std::collections::HashSet;

use proptest::prelude::*;
use uuid::Uuid;

use super::{Arrangement, Difference, Placed, Topic, Vanished, WindowLook, WindowOp, differences};
use crate::{GroupId, LocalText, MediaId, ProductId};

fn product(n: u8) -> ProductId {
    ProductId(Uuid::from_u128(u128::from(n)))
}

fn group(n: u8) -> GroupId {
    GroupId(Uuid::from_u128(u128::from(n)))
}

fn named(n: u8) -> LocalText {
    LocalText { zh: format!("组{n}"), en: String::new() }
}

fn of(products: impl IntoIterator<Item = u8>) -> Arrangement {
    Arrangement {
        items: products.into_iter().map(|n| Placed::new(product(n))).collect(),
        pins: vec![],
        groups: vec![Topic { id: group(0), name: named(0) }, Topic { id: group(1), name: named(1) }],
        cover: MediaId(Uuid::nil()),
        look: WindowLook::default(),
    }
}

/// Any act on products 0 to 9, of which 8 are there, and groups 0 to 3, of which two are.
fn acts() -> impl Strategy<Value = WindowOp> {
    let (p, g) = (|| (0_u8..10).prop_map(product), || (0_u8..4).prop_map(group));
    let (maybe_p, maybe_g) =
        (|| prop::option::of((0_u8..10).prop_map(product)), || prop::option::of((0_u8..4).prop_map(group)));
    prop_oneof![
        (p(), maybe_p()).prop_map(|(item, before)| WindowOp::Move { item, before }),
        (p(), maybe_p()).prop_map(|(item, before)| WindowOp::Pin { item, before }),
        p().prop_map(|item| WindowOp::Unpin { item }),
        (p(), any::<bool>()).prop_map(|(item, on)| WindowOp::Hide { item, on }),
        (p(), maybe_p()).prop_map(|(item, before)| WindowOp::Add { item, before }),
        p().prop_map(|item| WindowOp::Remove { item }),
        (g(), 0_u8..9, maybe_g()).prop_map(|(group, n, before)| WindowOp::AddGroup { group, name: named(n), before }),
        (g(), 0_u8..9).prop_map(|(group, n)| WindowOp::RenameGroup { group, name: named(n) }),
        (g(), maybe_g()).prop_map(|(group, before)| WindowOp::MoveGroup { group, before }),
        g().prop_map(|group| WindowOp::RemoveGroup { group }),
        (p(), g(), any::<bool>()).prop_map(|(item, group, on)| WindowOp::Join { item, group, on }),
        any::<u128>().prop_map(|n| WindowOp::Cover { media: MediaId(Uuid::from_u128(n)) }),
        prop::sample::select(&WindowLook::ALL[..]).prop_map(|look| WindowOp::Look { look }),
    ]
}

/// Each product and each group once, pins and memberships of what is there.
fn is_sound(arrangement: &Arrangement) -> bool {
    let items: HashSet<_> = arrangement.items.iter().map(|item| item.id).collect();
    let pins: HashSet<_> = arrangement.pins.iter().copied().collect();
    let groups: HashSet<_> = arrangement.groups.iter().map(|group| group.id).collect();
    items.len() == arrangement.items.len()
        && pins.len() == arrangement.pins.len()
        && groups.len() == arrangement.groups.len()
        && pins.is_subset(&items)
        && arrangement.items.iter().all(|item| item.groups.iter().all(|group| groups.contains(group)))
}

proptest! {
    #[test]
    fn every_act_keeps_every_product_once_and_can_be_taken_back(acts in prop::collection::vec(acts(), 0..60)) {
        let mut now = of(0..8);
        let mut backs = Vec::new();
        for act in &acts {
            let was = now.clone();
            match now.apply(act) {
                Ok(back) => {
                    prop_assert!(is_sound(&now), "{act:?}");
                    let mut again = now.clone();
                    prop_assert!(again.apply(&back).is_ok(), "{act:?} {back:?}");
                    prop_assert_eq!(&again, &was, "{:?} {:?}", act, back);
                    backs.push(back);
                }
                Err(Vanished) => prop_assert_eq!(&now, &was),
            }
        }
        for back in backs.iter().rev() {
            now.apply(back).unwrap();
        }
        prop_assert_eq!(now, of(0..8));
    }

    #[test]
    fn taking_every_difference_back_leads_to_what_is_live(acts in prop::collection::vec(acts(), 0..12)) {
        let live = of(0..8);
        let mut draft = live.clone();
        for act in &acts {
            _ = draft.apply(act);
        }
        prop_assert_eq!(differences(&live, &draft).is_empty(), live == draft);
        // One at a time, as a creator does; what has no way back of its own is left.
        for _ in 0..100 {
            let Some(back) = differences(&live, &draft).into_iter().find_map(|(_, back)| back) else { break };
            draft.apply(&back).unwrap();
        }
        prop_assert!(differences(&live, &draft).iter().all(|(_, back)| back.is_none()));
    }

    #[test]
    fn an_act_survives_the_wire(act in acts()) {
        let json = serde_json::to_string(&act).unwrap();
        prop_assert_eq!(serde_json::from_str::<WindowOp>(&json).unwrap(), act);
    }
}

#[test]
fn one_drag_is_one_difference() {
    let live = of(0..6);
    let mut draft = live.clone();
    let back = draft.apply(&WindowOp::Move { item: product(4), before: Some(product(0)) }).unwrap();
    let found = differences(&live, &draft);
    assert_eq!(found, [(Difference::Moved { item: product(4), was: 5, is: 1 }, Some(back))]);
}

#[test]
fn two_editors_merge() {
    let mut draft = of(0..5);
    // Both looked at 0 1 2 3 4; the second act is done on top of the first one.
    draft.apply(&WindowOp::Move { item: product(4), before: Some(product(0)) }).unwrap();
    draft.apply(&WindowOp::Move { item: product(1), before: None }).unwrap();
    let order: Vec<_> = draft.items.iter().map(|item| item.id).collect();
    assert_eq!(order, [4, 0, 2, 3, 1].map(product));
    draft.apply(&WindowOp::Remove { item: product(2) }).unwrap();
    assert_eq!(draft.apply(&WindowOp::Pin { item: product(2), before: None }), Err(Vanished));
    assert_eq!(draft.apply(&WindowOp::Move { item: product(0), before: Some(product(2)) }), Err(Vanished));
}
