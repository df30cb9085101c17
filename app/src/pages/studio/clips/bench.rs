use leptos::prelude::*;
use shared::{
    ErrorCode, VideoState,
    dto::{MyClip, ProductCard, ReasonFault},
};

use super::{cards::cards, poster::poster, tone};
use crate::{
    api::answer::Kept,
    context::{caller, shop},
    i18n::{grouped, studio::clips::Clips},
    present::when::When,
    ui::full_price,
    views::field::{Field, error_of, field, is_first},
};

/// The clip beside everything that can be set about it.
pub fn bench(clip: &MyClip, linkable: &[ProductCard], frames: bool, kept: &Kept) -> impl IntoView + use<> {
    let texts = &caller().texts().studio.clips;
    let poster_url = clip.has_poster.then(|| clip.clip.poster.url(640));
    view! {
        <div class="clip-bench" data-clip-bench>
            <div class="clip-stage">
                <video controls playsinline preload="metadata" src=clip.clip.url.clone() poster=poster_url aria-label=clip.caption.get(caller().locale).to_owned()></video>
                {state(clip, texts)}
                {figures(clip, texts)}
            </div>
            <div class="clip-forms">
                {cards(clip, linkable, kept)}
                {words(clip, kept, texts)}
                {poster(clip, frames, texts)}
                {later(clip, kept, texts)}
            </div>
        </div>
    }
}

fn state(clip: &MyClip, texts: &'static Clips) -> impl IntoView + use<> {
    let now = shop().map(|shop| shop.clock().now()).unwrap_or_default();
    let when = When::new(now, caller().locale);
    let out = clip.publish_at.as_deref().map(|at| (texts.goes_out)(&when.moment(at)));
    let said = match clip.state {
        VideoState::InReview => Some(texts.waits),
        VideoState::Rejected => Some(texts.sent_back),
        VideoState::Banned => Some(texts.taken_off),
        _ => None,
    };
    let said = said.map(|words| view! { <p class="s">{words}</p> });
    let review = &caller().texts().studio.clip_review;
    let reasons = clip.reasons.iter().map(|reason| {
        let words = match reason.fault {
            ReasonFault::BannedWord => (review.banned_word)(&reason.words),
            _ => reason.words.clone(),
        };
        view! { <li class="s"><b>{(review.field)(&reason.field)}</b>" · "{words}</li> }
    });
    let reasons = (!clip.reasons.is_empty()).then(|| view! { <ul class="clip-reasons">{reasons.collect_view()}</ul> });
    view! { <p class="row wraps"><span class=tone(clip.state)>{(texts.state)(clip.state)}</span><span class="s dim">{out}</span></p>{said}{reasons} }
}

fn figures(clip: &MyClip, texts: &'static Clips) -> impl IntoView + use<> {
    let figures = &clip.figures;
    let rows = [
        (texts.plays, figures.plays),
        (texts.likes, figures.likes),
        (texts.comments, figures.comments),
        (texts.seen, figures.seen),
        (texts.taps, figures.taps),
        (texts.orders, figures.orders),
    ];
    let rows = rows.map(|(name, count)| view! { <div><dt>{name}</dt><dd class="num">{grouped(count)}</dd></div> });
    view! {
        <section class="card" aria-labelledby="figures">
            <h2 id="figures">{texts.figures}</h2>
            <dl class="clip-figures">{rows.collect_view()}<div><dt>{texts.amount}</dt><dd>{full_price(figures.amount)}</dd></div></dl>
        </section>
    }
}

fn words(clip: &MyClip, kept: &Kept, texts: &'static Clips) -> impl IntoView + use<> {
    let problem = kept.problem.as_ref();
    let one = |name: &'static str, label: &str, value: &str| {
        field(Field {
            name,
            label: label.to_owned(),
            value: kept.value(name).unwrap_or(value).to_owned(),
            most: 300,
            error: error_of(problem, name),
            focus: is_first(problem, name),
            optional: true,
            ..Field::default()
        })
    };
    // Somebody else was faster: theirs stands beside what was typed, which is not lost.
    let others = is_conflict(kept) && kept.value("caption_zh").is_some();
    let now = others.then(|| {
        let both = [("zh-CN", &clip.caption.zh), ("en", &clip.caption.en)];
        let both = both.into_iter().filter(|(_, words)| !words.is_empty());
        let both = both.map(|(lang, words)| view! { <p class="s" lang=lang>{words.clone()}</p> }).collect_view();
        view! { <div class="notice warn" role="alert" data-others><p class="s"><b>{texts.changed_words}</b></p>{both}</div> }
    });
    view! {
        <form class="card fields" id="words" method="post" action="/fn/clip/caption">
            <h2>{texts.caption}</h2>
            <input type="hidden" name="id" value=clip.id.to_string() />
            <input type="hidden" name="version" value=clip.words_version.to_string() />
            {now}
            {one("caption_zh", texts.caption_zh, &clip.caption.zh)}
            {one("caption_en", texts.caption_en, &clip.caption.en)}
            <p class="row"><button class="btn">{texts.save}</button></p>
        </form>
    }
}

/// Whether a form came back because somebody else had changed the same.
pub fn is_conflict(kept: &Kept) -> bool {
    kept.problem.as_ref().is_some_and(|problem| problem.code == ErrorCode::Conflict)
}

/// To go out by itself.
fn later(clip: &MyClip, kept: &Kept, texts: &'static Clips) -> impl IntoView + use<> {
    matches!(clip.state, VideoState::Draft | VideoState::Unlisted | VideoState::Rejected).then(|| {
        let at = field(Field {
            name: "at",
            label: texts.publish_at.to_owned(),
            value: kept.value("at").unwrap_or_default().to_owned(),
            kind: "datetime-local",
            error: error_of(kept.problem.as_ref(), "at"),
            ..Field::default()
        });
        view! {
            <form class="card fields" method="post" action="/fn/clip/move">
                <h2>{texts.schedule}</h2>
                <input type="hidden" name="id" value=clip.id.to_string() />
                {at}
                <p class="row"><button class="btn" name="event" value="schedule">{texts.schedule}</button></p>
            </form>
        }
    })
}
