use leptos::prelude::*;
use shared::OpeningMode;

use super::{Desk, who::text};
use crate::{
    context::caller,
    views::field::{Field, error},
};

/// The shop elsewhere: which kind it is, its name, number and address there.
pub fn link(desk: &Desk) -> impl IntoView + use<> {
    let (texts, form) = (&caller().texts().studio.linked, &desk.opening.form);
    let typed = desk.value("platform", &form.platform.map(|id| id.to_string()).unwrap_or_default());
    let heap = |mode: OpeningMode| {
        let options = desk.opening.platforms.iter().filter(|one| one.mode == mode).map(|one| {
            let id = one.id.to_string();
            view! { <option value=id.clone() selected={typed == id}>{one.name.clone()}</option> }
        });
        let options: Vec<_> = options.collect();
        let name = (desk.words.mode)(mode);
        (!options.is_empty()).then(|| view! { <optgroup label=name>{options}</optgroup> })
    };
    let heaps = [OpeningMode::Component, OpeningMode::Platform].map(heap).into_iter().collect_view();
    let wrong = desk.fault("platform", &typed);
    let (is_wrong, describe) = (wrong.is_some(), wrong.is_some().then(|| "e-platform".to_owned()));
    let name = text(desk, "outside_name", texts.name, &form.outside_name, Field { most: 60, ..Field::default() });
    let more = Field { hint: desk.texts.outside_hint.to_owned(), most: 200, ..Field::default() };
    let number = text(desk, "outside", desk.texts.outside, &form.outside, more);
    let more = Field { kind: "url", inputmode: "url", most: 200, optional: true, ..Field::default() };
    let address = text(desk, "outside_address", texts.address, &form.outside_address, more);
    let hosts: Vec<_> =
        desk.opening.platforms.iter().flat_map(|one| one.hosts.iter().map(ToString::to_string)).collect();
    let hosts = (!hosts.is_empty()).then(|| view! { <p class="xs dim">{(texts.address_help)(&hosts.join(", "))}</p> });
    view! {
        <fieldset class="link-fields">
            <legend class="strong">{texts.shop_elsewhere}</legend>
            <div class="fields">
                <div class="f" class:wrong=is_wrong>
                    <label for="f-platform">{texts.platform}</label>
                    <select class="in" id="f-platform" name="platform" aria-invalid=is_wrong.then_some("true") aria-describedby=describe.clone()>
                        <option value="">{texts.choose}</option>
                        {heaps}
                    </select>
                    {error(describe, wrong)}
                </div>
                <div class="f2">{name}{number}</div>
                <div class="stack full">{address}{hosts}</div>
            </div>
        </fieldset>
    }
}
