use commerce::affiliate::Sample;
use leptos::prelude::*;
use shared::{SampleState, dto::MyShop};

use super::{elsewhere, tabs};
use crate::{
    api::answer::{Kept, kept},
    context::{caller, shop},
    i18n::studio::affiliate::Affiliate,
    pages::{
        load::page,
        studio::{
            StudioFrame, StudioTab, my_shop,
            products::{no_shop, thumb},
            selection::{choice, state},
        },
    },
    present::when::When,
    ui::icon_of,
    views::field::{banner, error, error_of},
};

/// `/studio/promotion/samples`
#[component]
pub fn AskedSamplesPage() -> impl IntoView {
    let caller = caller();
    let kept = kept().unwrap_or_default();
    page(
        async move |shop| {
            let Some(mine) = my_shop(&shop, caller).await? else { return Ok(None) };
            let found = shop.affiliate().asked_samples(caller.actor, mine.id, caller.locale).await?;
            Ok(Some((mine, found)))
        },
        move |found: Option<(MyShop, Vec<Sample>)>| match found {
            Some((mine, _)) if !mine.mode.sells_here() => elsewhere(mine).into_any(),
            Some((mine, found)) => shown(mine, &found, &kept).into_any(),
            None => no_shop().into_any(),
        },
    )
}

fn shown(mine: MyShop, samples: &[Sample], kept: &Kept) -> impl IntoView + use<> {
    let t = &caller().texts().studio.affiliate;
    let when = When::new(shop().map(|shop| shop.clock().now()).unwrap_or_default(), caller().locale);
    let waiting = samples.iter().filter(|sample| sample.state == SampleState::Requested).count();
    let list = if samples.is_empty() {
        view! { <section class="blank card">{icon_of("i l", "box")}<p class="dim">{t.requests_none}</p></section> }
            .into_any()
    } else {
        let rows = samples.iter().map(|sample| row(sample, when, kept)).collect_view();
        view! { <ul class="lines card">{rows}</ul> }.into_any()
    };
    let told = banner(kept.problem.as_ref());
    view! {
        <StudioFrame title=t.requests tab=StudioTab::Promotion shop=Some(mine)>
            {tabs(true, u64::try_from(waiting).ok())}
            {told}
            {list}
        </StudioFrame>
    }
}

fn row(sample: &Sample, when: When, kept: &Kept) -> impl IntoView + use<> {
    let t = &caller().texts().studio.affiliate;
    let id = sample.id.to_string();
    let hidden =
        matches!(sample.state, SampleState::Requested).then(|| view! { <small class="dim">" · "{t.city_only}</small> });
    let note = (!sample.note.is_empty()).then(|| view! { <p class="s">{sample.note.clone()}</p> });
    let parcel = (!sample.parcel.is_empty())
        .then(|| view! { <p class="row s num">{icon_of("i s", "truck")}{sample.parcel.clone()}</p> });
    let stock = match sample.state {
        SampleState::Requested if sample.left > 0 => Some((t.only_left)(sample.left)),
        SampleState::Requested => Some(t.sold_out.to_owned()),
        SampleState::Accepted => Some(t.held.to_owned()),
        _ => None,
    };
    let stock = stock.map(|words| view! { <span>{words}</span> });
    let kept = Some(kept).filter(|kept| kept.value("of") == Some(id.as_str()));
    view! {
        <li class="stack full sample" id=format!("s-{id}")>
            <div class="row loose">
                {thumb(Some(&sample.product.image))}
                <div class="stack grow">
                    <b class="two">{sample.product.title.clone()}</b>
                    <span class="row wraps xs dim">{state(sample.state, true)}{choice(sample)}<a class="u" href=format!("/c/{}", sample.creator.handle)>{sample.creator.name.clone()}</a>{stock}<time class="num" datetime=sample.asked_at.clone()>{when.moment(&sample.asked_at)}</time></span>
                    {note}
                    <p class="s dim">{sample.address.clone()}{hidden}</p>
                    {parcel}
                </div>
            </div>
            {acts(sample, kept, t)}
        </li>
    }
}

fn acts(sample: &Sample, kept: Option<&Kept>, t: &'static Affiliate) -> Option<AnyView> {
    let id = sample.id.to_string();
    let who = format!("{} · {}", sample.product.title, sample.creator.name);
    let text = |name: &'static str, label: &'static str, most: i32| {
        let value = kept.and_then(|kept| kept.value(name)).unwrap_or_default().to_owned();
        let wrong = error_of(kept.and_then(|kept| kept.problem.as_ref()), name);
        let field = format!("{name}-{id}");
        view! {
            <div class="f"><label for=field.clone()>{label}</label><input class="in" id=field name=name maxlength=most value=value autocomplete="off" />{error(None, wrong)}</div>
        }
    };
    let hidden = || view! { <input type="hidden" name="sample" value=id.clone() /> };
    let again = kept.is_some();
    let decline = || {
        view! {
            <details class="grow" open=again>
                <summary class="btn" aria-label=format!("{}: {who}", t.decline)>{t.decline}</summary>
                <form class="fields" method="post" action="/fn/affiliate/sample/move">{hidden()}{text("reason", t.reason, 200)}<button class="btn" name="act" value="decline">{t.decline}</button></form>
            </details>
        }
    };
    match sample.state {
        SampleState::Requested => Some(
            view! {
                <div class="row wraps sample-acts">
                    <form method="post" action="/fn/affiliate/sample/move">{hidden()}<button class="btn plain" name="act" value="accept" aria-label=format!("{}: {who}", t.accept)>{icon_of("i s", "check")}{t.accept}</button></form>
                    {decline()}
                </div>
            }
            .into_any(),
        ),
        SampleState::Accepted => Some(
            view! {
                <div class="row wraps sample-acts">
                    <form class="row wraps" method="post" action="/fn/affiliate/sample/move">{hidden()}{text("parcel", t.parcel, 80)}<button class="btn plain" name="act" value="send">{t.send}</button></form>
                    {decline()}
                </div>
            }
            .into_any(),
        ),
        _ => None,
    }
}
