use leptos::prelude::*;
use shared::{VideoId, dto::WaitingClip};

use crate::{
    api::answer::{Kept, kept},
    context::caller,
    i18n::studio::clip_review::ClipReview,
    pages::{
        load::{page, query},
        studio::{StudioFrame, StudioTab},
    },
    present::when::When,
    ui::{Loading, icon_of, picture},
    views::field::banner,
};

/// What the operator can give a reason for.
const FIELDS: [&str; 4] = ["caption", "film", "poster", "cards"];

/// `/console/clips?id=`
#[component]
pub fn ClipReviewPage() -> impl IntoView {
    let caller = caller();
    let kept = kept().unwrap_or_default();
    let id: Option<VideoId> = query("id");
    page(
        async move |shop| {
            let videos = shop.video();
            let needed = videos.needs_review(caller.actor).await?;
            Ok((videos.waiting(caller.actor, caller.locale).await?, needed, shop.clock().now()))
        },
        move |((waiting, all), needed, now)| {
            let texts = &caller.texts().studio.clip_review;
            let when = When::new(now, caller.locale);
            let chosen = waiting.iter().find(|clip| Some(clip.id) == id).or(waiting.first());
            let stray = kept.problem.is_some().then(|| stray(&kept, chosen, texts)).flatten();
            let body = match chosen {
                Some(clip) => view! { <div class="review-desk">{queue(&waiting, clip.id, &when, texts)}{open(clip, &kept, &when, texts)}</div> }.into_any(),
                None => view! { <section class="blank card">{icon_of("i l", "check")}<p class="dim">{texts.empty}</p></section> }.into_any(),
            };
            let count = (all > 0).then(|| view! { <span class="tag warn">{(texts.waiting)(all)}</span> });
            view! {
                <StudioFrame title=texts.title tab=StudioTab::Review shop=None acts=ViewFn::from(|| ())>
                    <nav class="queue-tabs" aria-label=texts.both><a href="/console/products">{texts.products}</a><a href="/console/clips" aria-current="page">{texts.title}</a></nav>
                    {banner(kept.problem.as_ref())}
                    {stray}
                    {count}
                    {body}
                    {rule(needed, texts)}
                </StudioFrame>
            }
        },
    )
}

fn named(clip: &WaitingClip, texts: &'static ClipReview) -> String {
    let words = clip.caption.get(caller().locale);
    if words.is_empty() { texts.no_words.to_owned() } else { words.to_owned() }
}

/// Whether what came back was meant for this clip as it was handed in now.
fn is_meant(kept: &Kept, clip: &WaitingClip) -> bool {
    let is = |field: &str, text: String| kept.value(field).is_some_and(|kept| kept == text);
    is("id", clip.id.to_string()) && is("round", clip.round.to_string())
}

/// A word that was meant for a clip which does not wait any more, or as something else: it is shown once more, and does
/// not turn up at the next one.
fn stray(kept: &Kept, chosen: Option<&WaitingClip>, texts: &'static ClipReview) -> Option<AnyView> {
    let id = kept.value("id")?;
    if chosen.is_some_and(|clip| is_meant(kept, clip)) {
        return None;
    }
    let reasons = FIELDS.iter().filter_map(|field| {
        let words = kept.value(field).filter(|words| !words.is_empty())?.to_owned();
        Some(view! { <li>{(texts.field)(field)}": "{words}</li> })
    });
    let round = kept.value("round").unwrap_or_default();
    let words = (texts.stray)(id.get(..8).unwrap_or(id), round);
    Some(view! { <div class="notice warn" role="alert" data-stray><p class="s">{words}</p><ul class="marks">{reasons.collect_view()}</ul></div> }.into_any())
}

fn queue(all: &[WaitingClip], here: VideoId, when: &When, texts: &'static ClipReview) -> impl IntoView + use<> {
    let rows = all.iter().map(|clip| {
        let current = (clip.id == here).then_some("true");
        let is_new = clip.is_new.then(|| view! { <span class="tag">{texts.is_new}</span> });
        let poster = picture(&clip.clip.poster, Some(String::new()), "48px", Loading::Lazy);
        view! {
            <li><a class="row loose" href=format!("/console/clips?id={}", clip.id) aria-current=current>
                <span class="pic thumb">{poster}</span>
                <span class="stack"><b class="one">{named(clip, texts)}</b><small class="dim">{clip.creator.clone()}" · "{(texts.waits_since)(&when.moment(&clip.since))}</small>{is_new}</span>
            </a></li>
        }
    });
    view! { <nav class="card queue" aria-label=texts.title><ul>{rows.collect_view()}</ul></nav> }
}

fn open(clip: &WaitingClip, kept: &Kept, when: &When, texts: &'static ClipReview) -> impl IntoView + use<> {
    let (id, round) = (clip.id.to_string(), clip.round.to_string());
    let later =
        clip.publish_at.as_ref().map_or_else(|| texts.at_once.to_owned(), |at| (texts.goes_out)(&when.moment(at)));
    let captions = [("zh-CN", &clip.caption.zh), ("en", &clip.caption.en)];
    let captions = captions.into_iter().filter(|(_, words)| !words.is_empty());
    let captions = captions.map(|(lang, words)| view! { <p lang=lang>{words.clone()}</p> }).collect_view();
    let products = clip
        .products
        .iter()
        .map(|(id, title)| view! { <li><a class="u" href=format!("/p/{id}")>{title.clone()}</a></li> });
    let products = (!clip.products.is_empty())
        .then(|| view! { <h3 class="s">{texts.linked}</h3><ul class="facts-list">{products.collect_view()}</ul> });
    let reasons = FIELDS.iter().map(|field| {
        let typed = kept.value(field).filter(|_| is_meant(kept, clip)).unwrap_or_default().to_owned();
        view! { <div class="f reason"><label for=format!("r-{field}")>{(texts.field)(field)}</label><input class="in" id=format!("r-{field}") name=format!("reasons[{field}]") maxlength="300" value=typed /></div> }
    });
    view! {
        <article class="stack wide-stack" aria-label=named(clip, texts)>
            <header class="row wraps"><h2>{named(clip, texts)}</h2><a class="link end" href=format!("/c/{}", clip.handle)>{clip.creator.clone()}{icon_of("i s", "right")}</a></header>
            <div class="clip-look card">
                <video controls playsinline preload="metadata" poster=clip.clip.poster.url(640) src=clip.clip.url.clone() aria-label=named(clip, texts)></video>
                <div class="stack full">{captions}<p class="s dim">{later}</p>{products}</div>
            </div>
            <p class="s dim" id="meant">{(texts.meant)(&id.chars().take(8).collect::<String>(), &round)}</p>
            <form class="card pad" method="post" action="/fn/console/clip/approve" aria-describedby="meant">
                <input type="hidden" name="id" value=id.clone() />
                <input type="hidden" name="round" value=round.clone() />
                <button class="btn buy">{icon_of("i s", "check")}{texts.approve}</button>
            </form>
            <form class="card pad" method="post" action="/fn/console/clip/reject" aria-describedby="meant">
                <p class="s dim">{texts.reject_help}</p>
                <input type="hidden" name="id" value=id />
                <input type="hidden" name="round" value=round />
                {reasons.collect_view()}
                <button class="btn">{texts.reject}</button>
            </form>
        </article>
    }
}

fn rule(needed: bool, texts: &'static ClipReview) -> impl IntoView + use<> {
    view! {
        <form class="card fields narrow" id="rule" method="post" action="/fn/console/clip/rule">
            <h2>{texts.rule}</h2>
            <label class="check"><input type="checkbox" name="needed" value="on" checked=needed />{texts.needed}</label>
            <p class="xs dim">{texts.rule_help}</p>
            <div><button class="btn">{texts.set}</button></div>
        </form>
    }
}
