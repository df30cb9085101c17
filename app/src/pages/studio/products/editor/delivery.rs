use leptos::prelude::*;
use shared::{Currency, Money};

use super::Bench;
use crate::{
    api::studio::products::editor::{PERIODS, PROTECTIONS},
    context::caller,
    ui::cents,
    views::field::{Field, field},
};

/// Delivery, limits, commission and promises.
pub fn delivery(bench: &Bench) -> impl IntoView + use<> {
    let texts = &caller().texts().studio.products;
    let draft = &bench.view.draft;
    let number = |name: &'static str, label: &str, value: String, optional: bool| {
        let (error, value) = (bench.fault(name), bench.value(name, value));
        field(Field { name, label: label.into(), value, inputmode: "decimal", error, optional, ..Field::default() })
    };
    let freights = bench.freights.iter().map(|choice| {
        let yuan = |minor| cents(Money::new(minor, Currency::Cny));
        let free = choice.free_from_minor.map(yuan);
        let name = (texts.freight_of)(&yuan(choice.from_minor), free.as_deref());
        view! { <option value=choice.id.to_string() selected={draft.freight == Some(choice.id)}>{name}</option> }
    });
    let limit = draft.content.limit;
    let periods = PERIODS.iter().map(|(name, period)| {
        let here = limit.is_some_and(|limit| limit.per == *period);
        view! { <option value=*name selected=here>{(texts.period)(name)}</option> }
    });
    let share = draft.commission.get();
    let share = format!("{}.{:02}", share / 100, share % 100);
    let promises = PROTECTIONS.iter().map(|(name, promise)| {
        let given = draft.content.protections.contains(promise);
        view! { <label class="check s"><input class="box" type="checkbox" name=*name value="1" checked=given />{(texts.protection)(name)}</label> }
    });
    view! {
        <section class="card pad" id="delivery">
            <header><h2>{texts.delivery}</h2></header>
            <div class="f2">
                {number("ship_within_hours", texts.hours, draft.ship_within_hours.to_string(), false)}
                <div class="f"><label for="f-freight">{texts.freight}</label><select class="in" id="f-freight" name="freight"><option value="" selected={draft.freight.is_none()}>{texts.freight_shop}</option>{freights.collect_view()}</select></div>
                {number("limit", texts.limit, limit.map(|limit| limit.quantity.to_string()).unwrap_or_default(), true)}
                <div class="f"><label for="f-limit_per">{texts.limit_per}</label><select class="in" id="f-limit_per" name="limit_per">{periods.collect_view()}</select></div>
                {number("commission", texts.commission, share, true)}
            </div>
            <fieldset class="promises"><legend class="s">{texts.protections}</legend>{promises.collect_view()}</fieldset>
        </section>
    }
}
