use leptos::prelude::*;
use shared::RuleKind;

use super::Desk;
use crate::{
    ui::icon_of,
    views::field::{Field, field},
};

/// Every condition with what there is now, and the form for the one that can be met here.
pub fn form(desk: &Desk) -> impl IntoView + use<> {
    let texts = desk.texts;
    let rows = desk.opening.conditions.iter().map(|condition| {
        let (mark, class, state) =
            if condition.met { ("check", "good", texts.met) } else { ("alert", "warn", texts.unmet) };
        view! {
            <li class="row">
                <span class=class>{icon_of("i m", mark)}</span>
                <span class="stack grow">
                    <span>{(desk.words.rule)(condition.kind, condition.wanted)}</span>
                    <span class="xs dim">{(desk.words.current)(condition.kind, condition.current)}</span>
                </span>
                <span class=format!("tag {class}")>{state}</span>
            </li>
        }
    });
    let rows = rows.collect_view();
    let unnamed = desk.opening.conditions.iter().any(|one| one.kind == RuleKind::RealName && !one.met);
    let verify = unnamed.then(|| name(desk));
    view! { <ul class="facts-list">{rows}</ul>{verify} }
}

fn name(desk: &Desk) -> impl IntoView + use<> {
    let texts = desk.texts;
    let input = |name: &'static str, label: &str, most: i32, complete: &'static str| {
        field(Field {
            name,
            label: label.to_owned(),
            value: desk.value(name, ""),
            most,
            autocomplete: complete,
            error: desk.fault(name, ""),
            ..Field::default()
        })
    };
    let real = input("real_name", texts.real_name, 40, "name");
    let number = input("identity_number", texts.identity_number, 24, "off");
    view! {
        <form class="fields" method="post" action="/fn/opening/name">
            <p class="s dim">{texts.verify_help}</p>
            <div class="f2">{real}{number}</div>
            <div><button class="btn plain">{texts.verify}</button></div>
        </form>
    }
}
