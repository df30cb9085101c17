use leptos::prelude::*;
use shared::{
    ApplicationState, DocumentKind, OpeningMode, RejectReason, SubjectType, WebAddress,
    dto::{ApplicationReview, ReviewField},
};

use crate::{i18n::studio::Studio, ui::icon_of};

/// Everything that needs a verdict, in one form; read only once it is decided.
pub fn fields(review: &ApplicationReview, studio: &'static Studio) -> impl IntoView + use<> {
    let texts = &studio.review;
    let open = review.head.state == ApplicationState::InReview;
    let done = review.fields.iter().filter(|field| field.verdict.is_some()).count();
    let rows = review.fields.iter().enumerate().map(|(at, field)| row(at, field, open, studio)).collect_view();
    let acts = open.then(|| {
        view! {
            <div class="decide">
                <b class="num grow">{(texts.judged)(done, review.fields.len())}</b>
                <button class="btn" name="decision" value="keep">{texts.keep}</button>
                <button class="btn soft" name="decision" value="reject">{texts.send_back}</button>
                <button class="btn buy" name="decision" value="approve">{texts.approve}</button>
            </div>
        }
    });
    view! {
        <form class="verdicts" method="post" action="/fn/console/judge" aria-labelledby="fields">
            <h2 id="fields">{texts.fields}</h2>
            <input type="hidden" name="id" value=review.head.id.to_string() />
            <input type="hidden" name="version" value=review.version.to_string() />
            <ul class="verdict-rows">{rows}</ul>
            {acts}
        </form>
    }
}

/// What a field is called and says, in words.
fn said(field: &ReviewField, studio: &'static Studio) -> (String, AnyView) {
    let words = &studio.words;
    let mut parts = field.field.split('.');
    let kind = (parts.next().unwrap_or_default(), parts.next().unwrap_or_default());
    let value = field.value.clone();
    let plain = |text: String| view! { <b class="value">{text}</b> }.into_any();
    match kind {
        ("mode", _) => {
            let mode = value.parse::<OpeningMode>().map(words.mode).unwrap_or_default();
            ((words.field)("mode").to_owned(), plain(mode.to_owned()))
        }
        ("subject", _) => {
            let subject = value.parse::<SubjectType>().map(words.subject).unwrap_or_default();
            ((words.field)("subject").to_owned(), plain(subject.to_owned()))
        }
        ("platform", _) => ((words.field)("platform").to_owned(), plain(field.about.clone())),
        ("outside_address", _) if value.parse::<WebAddress>().is_ok() => {
            let to = value.clone();
            let link = view! { <a class="u value" href=to target="_blank" rel="noopener noreferrer nofollow">{value}<span class="sr">{studio.linked.new_tab}</span></a> };
            ((words.field)("outside_address").to_owned(), link.into_any())
        }
        ("category", _) => ((words.field)("category").to_owned(), plain(field.about.clone())),
        ("document", kind) => {
            let name = kind.parse::<DocumentKind>().map(words.paper).unwrap_or_default();
            let title = if field.about.is_empty() { name.to_owned() } else { field.about.clone() };
            let to = format!("#paper-{}", field.field.trim_start_matches("document.").replace('.', "-"));
            (title, view! { <a class="u" href=to>{studio.review.open_paper}</a> }.into_any())
        }
        (name, _) => ((words.field)(name).to_owned(), plain(value)),
    }
}

fn row(at: usize, field: &ReviewField, open: bool, studio: &'static Studio) -> impl IntoView + use<> {
    let texts = &studio.review;
    let (label, value) = said(field, studio);
    let verdict = field.verdict.clone();
    let (yes, no) = (verdict.as_ref().is_some_and(|one| one.ok), verdict.as_ref().is_some_and(|one| !one.ok));
    let changed = field.changed.then(|| view! { <span class="tag hot">{texts.changed}</span> });
    let name = |part: &str| format!("verdicts[{at}][{part}]");
    let reason = verdict.as_ref().and_then(|one| one.reason);
    let words = verdict.map(|one| one.words).unwrap_or_default();
    let judge = if open {
        let options = RejectReason::ALL.iter().map(|one| {
            view! { <option value=one.as_str() selected={reason == Some(*one)}>{(studio.words.reason)(*one)}</option> }
        });
        let options = options.collect_view();
        view! {
            <fieldset class="yn">
                <legend class="sr">{label.clone()}</legend>
                <input type="hidden" name=name("field") value=field.field.clone() />
                <label class="check"><input class="radio" type="radio" name=name("ok") value="yes" checked=yes />{texts.accept}</label>
                <label class="check"><input class="radio no" type="radio" name=name("ok") value="no" checked=no />{texts.refuse}</label>
            </fieldset>
            <div class="why">
                <label class="f"><span class="xs dim">{texts.reason}</span><select class="in" name=name("reason")><option value="">{texts.choose_reason}</option>{options}</select></label>
                <label class="f"><span class="xs dim">{texts.words}</span><textarea class="in" name=name("words") rows="2" maxlength="300">{words}</textarea></label>
                <p class="xs dim">{texts.words_help}</p>
            </div>
        }
        .into_any()
    } else {
        match (yes, no) {
            (true, _) => view! { <span class="good row s">{icon_of("i s", "check")}{texts.accept}</span> }.into_any(),
            (_, true) => {
                let reason = reason.map(studio.words.reason).unwrap_or_default();
                view! { <span class="warn row s">{icon_of("i s", "alert")}{reason}" "{words}</span> }.into_any()
            }
            _ => ().into_any(),
        }
    };
    view! { <li class="verdict card"><p class="row wraps"><span class="s dim">{label}</span>{changed}</p>{value}{judge}</li> }
}
