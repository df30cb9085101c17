use shared::{ErrorCode, dto::Credentials};

use super::*;
use crate::testing::{guest, on_both_databases};

on_both_databases! {
    async fn people_are_found_by_what_the_operator_knows(shop: Shop) {
        let c = &shop.commerce;
        let (me, id) = warned(&shop).await;
        let phone: shared::Phone = "13800138421".to_owned().try_into().unwrap();
        let code = c.identity().send_code(guest(), phone.clone()).await.unwrap().demo_code.unwrap();
        let session = c.identity().sign_in(guest(), Credentials::Code { phone, code }).await.unwrap();
        let caller = c.identity().actor_of(&session.token).await.unwrap();
        let names = async |q: &str| -> Vec<BuyerId> {
            c.violation().people(operator(), q).await.unwrap().into_iter().map(|person| person.id).collect()
        };
        let (owner, caller) = (me.buyer().unwrap(), caller.buyer().unwrap());
        assert_eq!(names("own").await, [owner]);
        assert_eq!(names("@stall").await, [owner]);
        assert_eq!(names("8421").await, [caller]);
        assert_eq!(names("0138421").await, [caller]);
        assert!(names("13800138").await.is_empty(), "only by its end");
        assert!(names("%").await.is_empty() && names("_").await.is_empty());
        assert_eq!(c.violation().people(operator(), " ").await.unwrap_err().fields(), ["q"]);

        let file = c.violation().person(operator(), owner, Locale::En).await.unwrap();
        let masked = file.person.email.unwrap();
        assert!(masked.ends_with("***@demo.test"), "{masked}");
        assert_eq!(file.places.iter().map(|place| place.handle.as_str()).collect::<Vec<_>>(), ["stall"]);
        assert_eq!(file.violations.iter().map(|row| row.id).collect::<Vec<_>>(), [id]);
        assert!(file.readings.is_empty());
        let (reader, rest) = (operator(), c.identity());
        let reading = rest.read_contact(reader, caller).await.unwrap();
        let (phone, _) = rest.contact(reader, caller, reading).await.unwrap();
        assert_eq!(phone.as_deref(), Some("+8613800138421"));
        rest.contact(reader, caller, reading).await.unwrap();
        assert_eq!(c.violation().person(operator(), caller, Locale::En).await.unwrap().readings.len(), 1);
        // What one has noted opens nothing to another, nothing of somebody else, and nothing later.
        for (by, of) in [(operator(), caller), (reader, owner)] {
            assert_eq!(rest.contact(by, of, reading).await.unwrap_err().code(), ErrorCode::NotFound);
        }
        shop.advance(TimeDelta::minutes(5));
        assert_eq!(rest.contact(reader, caller, reading).await.unwrap_err().code(), ErrorCode::NotFound);
        let nobody = rest.read_contact(reader, BuyerId(Uuid::new_v4())).await.unwrap_err();
        assert_eq!(nobody.code(), ErrorCode::NotFound);
        let unknown = c.violation().person(operator(), BuyerId(Uuid::new_v4()), Locale::En).await.unwrap_err();
        assert_eq!(unknown.code(), ErrorCode::NotFound);
    }
}
