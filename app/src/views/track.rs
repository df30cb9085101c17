//! How an order stands: its state as the title, phases, deadline, next action, parcels.

use leptos::prelude::*;
use serde::{Deserialize, Serialize};

use super::countdown::countdown;
use crate::ui::{icon, icon_of};

/// Everything of an order that changes while one looks at it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct TrackModel {
    /// The order.
    pub order: String,
    /// What happens now.
    pub title: String,
    /// A line more about it.
    pub lead: String,
    /// The phases; empty for an order that has ended early.
    pub phases: Vec<Phase>,
    /// What the phases are, for those who do not see them.
    pub phases_label: String,
    /// The deadline and what happens after it.
    pub due: String,
    /// Seconds until the deadline, where it is close.
    pub left: Option<i64>,
    /// `{m} 分 {s} 秒`
    pub left_pattern: String,
    /// What can be done, the next thing last.
    pub actions: Vec<Action>,
    /// The parcels.
    pub parcels: Vec<Parcel>,
    /// `包裹`
    pub parcel_label: String,
    /// `复制运单号`
    pub copy_label: String,
    /// Nothing will change any more.
    pub settled: bool,
}

/// One phase.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Phase {
    /// Its name.
    pub name: String,
    /// When.
    pub at: String,
    /// `past`, `now` or empty.
    pub class: String,
}

/// Something to do.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Action {
    /// Its name.
    pub label: String,
    /// A page, or with `fields` where a form posts to.
    pub to: String,
    /// What the form sends; none for a link.
    pub fields: Vec<(String, String)>,
    /// Asks before, in words.
    pub sure: Option<String>,
    /// The next thing to do.
    pub next: bool,
}

/// One parcel.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Parcel {
    /// Carrier and number.
    pub carrier: String,
    /// The carrier's number.
    pub waybill: String,
    /// When it should arrive, or that it has.
    pub arrives: String,
    /// What is in it, where there are several.
    pub holds: String,
    /// What happened, newest first.
    pub trace: Vec<Step>,
}

/// One step of a parcel.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Step {
    /// The state, where it changed.
    pub state: String,
    /// In words.
    pub text: String,
    /// When, in words.
    pub at: String,
    /// When, RFC 3339.
    pub datetime: String,
}

/// The head of the order page.
pub fn hero(track: &TrackModel) -> AnyView {
    let icons = ["wallet", "box", "truck", "check"];
    let phases = track.phases.iter().zip(icons).map(|(phase, now)| {
        let mark = match phase.class.as_str() {
            "past" => Some(icon("check")),
            "now" => Some(icon(now)),
            _ => None,
        };
        let at = phase.at.clone();
        view! { <li class=phase.class.clone() aria-current=(phase.class == "now").then_some("step")><b>{mark}</b><span>{phase.name.clone()}<br /><span class="dim">{at}</span></span></li> }
    });
    let phases = (!track.phases.is_empty())
        .then(|| view! { <ol class="phases" aria-label=track.phases_label.clone()>{phases.collect_view()}</ol> });
    let left = track.left.map(|left| countdown(left, track.left_pattern.clone()));
    let due = (!track.due.is_empty())
        .then(|| view! { <p class="due">{icon_of("i m", "clock")}<span>{track.due.clone()}" "{left}</span></p> });
    view! {
        <section class="card hero">
            <div class="lead"><h1>{track.title.clone()}</h1><p class="s dim">{track.lead.clone()}</p></div>
            {phases}
            {due}
            {actions(track)}
        </section>
    }
    .into_any()
}

fn actions(track: &TrackModel) -> Option<AnyView> {
    if track.actions.is_empty() {
        return None;
    }
    let all = track.actions.iter().map(action).collect_view();
    Some(view! { <div class="act-bar">{all}</div> }.into_any())
}

/// A link, or a form of one button; one that cannot be undone asks first.
pub fn action(action: &Action) -> AnyView {
    let class = if action.next { "btn buy" } else { "btn" };
    if action.fields.is_empty() {
        return view! { <a class=class href=action.to.clone()>{action.label.clone()}</a> }.into_any();
    }
    let fields = action
        .fields
        .iter()
        .map(|(name, value)| view! { <input type="hidden" name=name.clone() value=value.clone() /> });
    let fields = fields.collect_view();
    let (label, to) = (action.label.clone(), action.to.clone());
    match action.sure.clone() {
        None => view! { <form class:grow=action.next method="post" action=to>{fields}<button class=format!("{class} fill")>{label}</button></form> }.into_any(),
        Some(sure) => view! {
            <details class="sure">
                <summary class="btn">{label.clone()}</summary>
                <form class="ask-sure" method="post" action=to>{fields}<p class="s">{sure}</p><button class="btn soft fill">{label}</button></form>
            </details>
        }
        .into_any(),
    }
}

/// The parcels of an order.
pub fn parcels(track: &TrackModel) -> AnyView {
    let count = track.parcels.len();
    let all = track.parcels.iter().enumerate().map(|(i, parcel)| {
        let trace = parcel.trace.iter().enumerate().map(|(n, step)| {
            let state = (!step.state.is_empty()).then(|| view! { <strong>{step.state.clone()}</strong> });
            view! {
                <li class=if n == 0 { "now" } else { "" }>
                    <div class="stack">{state}<span>{step.text.clone()}</span><time datetime=step.datetime.clone()>{step.at.clone()}</time></div>
                </li>
            }
        });
        let holds = (!parcel.holds.is_empty()).then(|| view! { <p class="xs dim">{parcel.holds.clone()}</p> });
        view! {
            <section class="card parcel">
                <header>
                    <h2>{track.parcel_label.clone()}" "<span class="dim s num">{i + 1}" / "{count}</span></h2>
                    <span class="row s dim num">
                        {parcel.carrier.clone()}" "{parcel.waybill.clone()}
                        <button class="copy" type="button" data-copy=parcel.waybill.clone() aria-label=track.copy_label.clone()>{icon_of("i m", "copy")}</button>
                    </span>
                </header>
                <p class="s good strong">{parcel.arrives.clone()}</p>
                {holds}
                <ol class="trace">{trace.collect_view()}</ol>
            </section>
        }
    });
    all.collect_view().into_any()
}
