use commerce::affiliate::{Named, PlanView};
use leptos::prelude::*;
use shared::PlanKind;

use crate::{
    api::answer::Kept,
    context::caller,
    i18n::studio::affiliate::Affiliate,
    pages::studio::products::{rate, thumb},
    present::when::When,
    ui::icon_of,
    views::field::{error, error_of},
};

/// One plan with its acts.
pub fn plan(plan: &PlanView, notice: i64, when: When, kept: &Kept) -> impl IntoView + use<> {
    let t = &caller().texts().studio.affiliate;
    let id = plan.id.to_string();
    // What came back from one of its forms.
    let kept = Some(kept).filter(|kept| kept.value("of") == Some(id.as_str()));
    let title = plan.product.as_ref().map(|card| card.title.clone()).unwrap_or_default();
    let news = [
        plan.starts.as_ref().map(|at| (t.starts)(&when.moment(at))),
        plan.falls.as_ref().map(|(lower, at)| (t.falls)(&rate(*lower), &when.moment(at))),
        plan.ends.as_ref().map(|at| (t.ends)(&when.moment(at))),
    ];
    let news = news
        .into_iter()
        .flatten()
        .map(|words| view! { <span class="tag warn wraps">{icon_of("i s", "clock")}{words}</span> });
    let news = news.collect_view();
    let names = (plan.kind != PlanKind::Ordinary).then(|| named(plan, when, kept, t));
    let tone = if plan.kind == PlanKind::Ordinary { "tag" } else { "tag hot" };
    view! {
        <li class="plan" id=format!("plan-{id}")>
            <div class="row loose">
                {thumb(plan.product.as_ref().map(|card| &card.image))}
                <div class="stack grow">
                    <b class="two">{title.clone()}</b>
                    <span class="row wraps xs dim"><span class=tone>{(t.kind_name)(plan.kind)}</span><span class="num">{(t.links)(plan.links)}</span>{news}</span>
                </div>
                <b class="hot num rate">{rate(plan.rate)}</b>
            </div>
            {names}
            {acts(plan, &title, notice, kept, t)}
        </li>
    }
}

fn acts(
    plan: &PlanView,
    title: &str,
    notice: i64,
    kept: Option<&Kept>,
    t: &'static Affiliate,
) -> impl IntoView + use<> {
    let id = plan.id.to_string();
    let typed = kept.and_then(|kept| kept.value("new_rate")).filter(|typed| !typed.is_empty()).map(str::to_owned);
    let points = plan.rate.get();
    let typed = typed.unwrap_or_else(|| format!("{}.{:02}", points / 100, points % 100));
    let wrong = error(Some(format!("e-rate-{id}")), error_of(kept.and_then(|kept| kept.problem.as_ref()), "rate"));
    let keep = (plan.falls.is_some() || plan.ends.is_some()).then(|| {
        view! {
            <form method="post" action="/fn/affiliate/plan">
                <input type="hidden" name="plan" value=id.clone() />
                <button class="btn" name="act" value="keep" aria-label=format!("{}: {title}", t.keep)>{t.keep}</button>
            </form>
        }
    });
    let end = plan.ends.is_none().then(|| {
        view! {
            <details class="sure">
                <summary class="btn" aria-label=format!("{}: {title}", t.end)>{t.end}</summary>
                <form class="ask-sure" method="post" action="/fn/affiliate/plan">
                    <input type="hidden" name="plan" value=id.clone() />
                    <p class="s">{(t.end_sure)(notice)}</p>
                    <button class="btn soft fill" name="act" value="end">{t.end}</button>
                </form>
            </details>
        }
    });
    view! {
        <div class="row wraps">
            <form class="row" method="post" action="/fn/affiliate/plan">
                <input type="hidden" name="plan" value=id.clone() />
                <input class="in cell num" name="rate" inputmode="decimal" maxlength="6" value=typed aria-label=format!("{}: {title}", t.rate) />
                <button class="btn" name="act" value="rate" aria-label=format!("{}: {title}", t.change)>{t.change}</button>
            </form>
            {keep}{end}
            {wrong}
        </div>
    }
}

/// Whom it names; a targeted one can name more, and drop.
fn named(plan: &PlanView, when: When, kept: Option<&Kept>, t: &'static Affiliate) -> impl IntoView + use<> {
    let id = plan.id.to_string();
    let targeted = plan.kind == PlanKind::Targeted;
    let all = plan.creators.iter().map(|creator: &Named| {
        let until = creator.until.as_ref().map(|at| view! { <span class="tag warn">{(t.until)(&when.moment(at))}</span> });
        let drop = (targeted && creator.until.is_none()).then(|| {
            let label = format!("{}: {}", t.drop, creator.name);
            view! {
                <form method="post" action="/fn/affiliate/plan">
                    <input type="hidden" name="plan" value=id.clone() />
                    <button class="btn" name="act" value=format!("drop:{}", creator.id) aria-label=label>{t.drop}</button>
                </form>
            }
        });
        view! { <li class="row"><a class="s one" href=format!("/c/{}", creator.handle)>{creator.name.clone()}" @"{creator.handle.clone()}</a>{until}{drop}</li> }
    });
    let all = all.collect_view();
    let more = targeted.then(|| {
        let typed = kept.and_then(|kept| kept.value("creator")).unwrap_or_default().to_owned();
        let problem = kept.and_then(|kept| kept.problem.as_ref());
        view! {
            <form class="row wraps" method="post" action="/fn/affiliate/plan">
                <input type="hidden" name="plan" value=id.clone() />
                <input class="in handle" name="creator" maxlength="33" autocomplete="off" value=typed aria-label=t.creators placeholder=t.creators />
                <button class="btn" name="act" value="name">{t.name}</button>
                {error(Some(format!("e-creators-{id}")), error_of(problem, "creators"))}
            </form>
        }
    });
    view! { <div class="named"><ul>{all}</ul>{more}</div> }
}
