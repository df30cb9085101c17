use leptos::prelude::*;
use shared::{
    ErrorCode,
    dto::{MyClip, MyClips, MyShop},
};

use super::{arriving::arriving, named, tone};
use crate::{
    context::caller,
    i18n::{compact, studio::clips::Clips},
    pages::{
        load::page,
        studio::{StudioFrame, StudioTab, my_shop},
    },
    ui::{Loading, full_price, icon, icon_of, picture},
};

/// `/studio/clips`
#[component]
pub fn ClipsPage() -> impl IntoView {
    let caller = caller();
    page(
        async move |shop| {
            let own = my_shop(&shop, caller).await?.ok_or(ErrorCode::Forbidden)?;
            let clips = shop.video().my_clips(caller.actor, own.id, caller.locale).await?;
            Ok((own, clips))
        },
        move |(own, MyClips { uploads, clips }): (MyShop, MyClips)| {
            let texts = &caller.texts().studio.clips;
            let acts = move || {
                view! { <a class="btn buy" href="/studio/clips/new">{icon_of("i m", "plus")}{texts.new}</a> }
            };
            let empty = (clips.is_empty() && uploads.is_empty()).then(|| {
                view! {
                    <section class="blank card"><h2>{texts.empty}</h2><p class="dim">{texts.empty_help}</p><a class="btn buy" href="/studio/clips/new">{texts.new}</a></section>
                }
            });
            let alerts = alerts(&clips, texts);
            let arriving = (!uploads.is_empty()).then(|| {
                let all = uploads.iter().map(|upload| view! { <li class="card">{arriving(upload)}</li> }).collect_view();
                view! { <section class="clip-part" aria-labelledby="arriving"><h2 id="arriving">{texts.arriving}</h2><ul class="clip-uploads">{all}</ul></section> }
            });
            let grid = (!clips.is_empty()).then(|| {
                let all = clips.iter().map(|clip| tile(clip, texts)).collect_view();
                view! { <section class="clip-part" aria-labelledby="all-clips"><h2 id="all-clips">{texts.all}</h2><ul class="clip-grid">{all}</ul></section> }
            });
            view! {
                <StudioFrame title=texts.clips tab=StudioTab::Clips shop=Some(own) acts=ViewFn::from(acts)>
                    {empty}{alerts}{arriving}{grid}
                </StudioFrame>
            }
        },
    )
}

/// Products of public or coming clips that cannot be bought any more.
fn alerts(clips: &[MyClip], texts: &'static Clips) -> impl IntoView + use<> {
    let all: Vec<_> = clips
        .iter()
        .flat_map(|clip| {
            clip.dead().map(|card| {
                let said = (texts.dead)(&named(clip), &card.product.title);
                let href = format!("/studio/clips/{}#cards", clip.id);
                view! { <li class="row wraps">{icon_of("i m warn", "alert")}<span class="grow s">{said}</span><a class="btn" href=href>{texts.mend}</a></li> }
            })
        })
        .collect();
    (!all.is_empty()).then(|| {
        view! { <section class="card clip-alerts" aria-labelledby="alerts"><h2 id="alerts">{texts.alerts}</h2><ul>{all}</ul></section> }
    })
}

fn tile(clip: &MyClip, texts: &'static Clips) -> impl IntoView + use<> {
    let locale = caller().locale;
    let figures = &clip.figures;
    let counts = [
        (texts.plays, "play", compact(figures.plays, locale)),
        (texts.likes, "heart", compact(figures.likes, locale)),
        (texts.comments, "talk", compact(figures.comments, locale)),
        (texts.orders, "bag", compact(figures.orders, locale)),
    ];
    let counts = counts.map(|(name, mark, count)| {
        view! { <span class="row" title=name>{icon_of("i s", mark)}<span class="sr">{name}" "</span><span class="num">{count}</span></span> }
    });
    let poster = if clip.has_poster {
        picture(&clip.clip.poster, Some(String::new()), "(width >= 48rem) 200px, 45vw", Loading::Lazy).into_any()
    } else {
        icon("play").into_any()
    };
    let dead = clip.dead().count();
    let dead =
        (dead > 0).then(|| view! { <span class="tag warn">{icon_of("i s", "alert")}{texts.off_sale}" "{dead}</span> });
    view! {
        <li>
            <article class="clip-tile">
                <div class="pic">{poster}</div>
                <p class="row wraps"><span class=tone(clip.state)>{(texts.state)(clip.state)}</span>{dead}</p>
                <h3 class="two s"><a href=format!("/studio/clips/{}", clip.id)>{named(clip)}</a></h3>
                <p class="clip-counts xs dim">{counts.collect_view()}</p>
                <p class="s">{full_price(figures.amount)}</p>
            </article>
        </li>
    }
}
