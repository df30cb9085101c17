//! The way of a sandbox parcel, computed from its number.

use chrono::TimeDelta;
use shared::{LocalText, ShipmentEvent, ShipmentId};

use super::{Step, Track};

/// Where parcels start, by the last digit of their number.
const ORIGINS: [(&str, &str); 3] = [("杭州市", "Hangzhou"), ("广州市", "Guangzhou"), ("成都市", "Chengdu")];
/// Names of large cities for readers of English; others are shown as the buyer wrote them.
const CITIES: [(&str, &str); 12] = [
    ("北京市", "Beijing"),
    ("上海市", "Shanghai"),
    ("天津市", "Tianjin"),
    ("重庆市", "Chongqing"),
    ("杭州市", "Hangzhou"),
    ("南京市", "Nanjing"),
    ("苏州市", "Suzhou"),
    ("广州市", "Guangzhou"),
    ("深圳市", "Shenzhen"),
    ("成都市", "Chengdu"),
    ("武汉市", "Wuhan"),
    ("西安市", "Xi’an"),
];

/// `YT` and 13 digits, always the same for a parcel.
pub fn waybill(shipment: ShipmentId) -> String {
    // The first half of a UUIDv7 is time; its second half is what tells parcels apart.
    let (_, random) = shipment.0.as_u64_pair();
    format!("YT{:013}", random % 10_000_000_000_000)
}

/// Every step from collection to the door, within two days.
pub fn steps(track: &Track) -> Vec<Step> {
    let seed: u64 =
        track.waybill.bytes().filter(u8::is_ascii_digit).fold(0, |n, d| n.wrapping_mul(10) + u64::from(d - b'0'));
    // A number below `range` that differs from step to step.
    let vary = |step: u64, range: u64| i64::try_from((seed / (7 * step + 1) + 13 * step) % range).unwrap_or_default();
    let (from_zh, from_en) = ORIGINS[usize::try_from(seed % 3).unwrap_or_default()];
    let origin = LocalText { zh: from_zh.into(), en: from_en.into() };
    let city = track.destination.city.trim();
    let city_en = CITIES.iter().find(|(zh, _)| *zh == city).map_or(city, |(_, en)| en);
    let there = LocalText { zh: city.into(), en: city_en.into() };
    let district = track.destination.district.trim();
    let station = if district.is_empty() { city } else { district };
    let courier = 1 + vary(9, 89);

    let plan: [(i64, ShipmentEvent, &LocalText, String, String); 7] = [
        (10, ShipmentEvent::PickUp, &origin, "快递员已揽收".into(), "Picked up by the courier".into()),
        (
            120 + vary(1, 60),
            ShipmentEvent::Move,
            &origin,
            format!("快件到达【{from_zh}转运中心】"),
            format!("Arrived at the {from_en} hub"),
        ),
        (
            300 + vary(2, 90),
            ShipmentEvent::Move,
            &origin,
            format!("快件离开【{from_zh}转运中心】，发往【{city}转运中心】"),
            format!("Left the {from_en} hub for {city_en}"),
        ),
        (
            1_320 + vary(3, 180),
            ShipmentEvent::Move,
            &there,
            format!("快件到达【{city}转运中心】"),
            format!("Arrived at the {city_en} hub"),
        ),
        (
            1_800 + vary(4, 120),
            ShipmentEvent::Move,
            &there,
            format!("快件到达【{station}营业部】"),
            format!("Arrived at the delivery station in {city_en}"),
        ),
        (
            2_200 + vary(5, 90),
            ShipmentEvent::GoOut,
            &there,
            format!("快递员（工号 {courier:03}）正在派送"),
            format!("Out for delivery with courier {courier:03}"),
        ),
        (
            2_400 + vary(6, 180),
            ShipmentEvent::Deliver,
            &there,
            "已签收，感谢使用云途速运".into(),
            "Delivered. Thank you for using Cloudway Express".into(),
        ),
    ];
    let step = |((minutes, event, place, zh, en), seq): ((i64, ShipmentEvent, &LocalText, String, String), i32)| Step {
        seq,
        at: track.shipped_at + TimeDelta::minutes(minutes),
        place: place.clone(),
        event,
        text: LocalText { zh, en },
    };
    plan.into_iter().zip(1..).map(step).collect()
}

#[cfg(test)]
mod tests {
    use chrono::DateTime;
    use shared::{Address, Phone, ShipmentState};

    use super::*;

    /// Whatever its number, a parcel goes a legal way, in order, and arrives within two days.
    #[test]
    fn every_parcel_arrives_by_legal_steps() {
        let destination = Address {
            name: "李雷".into(),
            phone: Phone::try_from("13800138000".to_owned()).unwrap(),
            country: "CN".into(),
            province: "浙江省".into(),
            city: "杭州市".into(),
            district: "西湖区".into(),
            line1: "文三路 1 号".into(),
            postcode: String::new(),
        };
        for _ in 0..200 {
            let waybill = waybill(ShipmentId(uuid::Uuid::new_v4()));
            let shipped_at = DateTime::from_timestamp(1_795_348_800, 0).unwrap();
            let track = Track { waybill, destination: destination.clone(), shipped_at };
            let steps = steps(&track);
            assert!(steps.windows(2).all(|pair| pair[0].at < pair[1].at && pair[0].seq + 1 == pair[1].seq));
            assert!(steps.last().unwrap().at <= shipped_at + TimeDelta::days(2));
            let end = steps.iter().try_fold(ShipmentState::Created, |state, step| state.transition(step.event));
            assert_eq!(end, Ok(ShipmentState::Delivered));
        }
    }
}
