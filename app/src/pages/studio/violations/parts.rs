//! What both sides see of a violation.

use leptos::prelude::*;
use shared::{
    ViolationState,
    dto::{ViolationPaper, ViolationRow, ViolationView},
};

use crate::{context::caller, i18n::studio::violations::Violations, present::when::When, ui::icon_of};

/// The class of a state's tag; the words say the same.
const fn tone(state: ViolationState) -> &'static str {
    match state {
        ViolationState::InForce | ViolationState::Upheld => "tag hot",
        ViolationState::Appealed | ViolationState::Draft => "tag warn",
        ViolationState::Lifted => "tag good",
        ViolationState::Ended | ViolationState::Discarded => "tag",
    }
}

/// A list of violations, each leading to its page below `at`.
pub fn rows(rows: &[ViolationRow], at: &'static str, when: &When) -> impl IntoView + use<> {
    let texts = &caller().texts().studio.violations;
    let rows = rows.iter().map(|row| {
        let until = row.ends_at.as_ref().map_or_else(|| texts.until_lifted.to_owned(), |end| when.moment(end));
        view! {
            <li class="card">
                <a href=format!("{at}/{}", row.id)>
                    <span class="stack grow"><b class="one">{row.subject.clone()}</b><span class="s dim">{(texts.target)(row.target)}" · "{(texts.kind)(row.kind)}" · "{(texts.severity)(row.severity)}</span></span>
                    <span class="tag">{(texts.effect)(row.effect)}</span>
                    <span class=tone(row.state)>{(texts.state)(row.state)}</span>
                    <span class="xs dim num">{when.moment(&row.opened_at)}" – "{until}</span>
                </a>
            </li>
        }
    });
    view! { <ol class="queue">{rows.collect_view()}</ol> }
}

/// What it is against, what follows, how long.
pub fn facts(view: &ViolationView, when: &When, texts: &'static Violations) -> impl IntoView + use<> {
    let row = &view.row;
    let until = row.ends_at.as_ref().map_or_else(|| texts.until_lifted.to_owned(), |end| when.moment(end));
    let link =
        view.link.clone().map(|href| view! { <a class="link xs" href=href>{texts.see}{icon_of("i s", "right")}</a> });
    let shop = (!view.shop.is_empty()).then(|| format!(" · {}", view.shop));
    let since = if row.state.is_told() { texts.since } else { texts.written };
    view! {
        <dl class="card facts-row">
            <div><dt>{texts.against}</dt><dd class="stack"><span>{(texts.target)(row.target)}" · "<b>{row.subject.clone()}</b>{shop}</span>{link}</dd></div>
            <div><dt>{texts.which}</dt><dd>{(texts.kind)(row.kind)}" · "{(texts.severity)(row.severity)}</dd></div>
            <div><dt>{texts.follows}</dt><dd>{(texts.effect)(row.effect)}</dd></div>
            <div><dt>{since}</dt><dd class="num">{when.moment(&row.opened_at)}</dd></div>
            <div><dt>{texts.until}</dt><dd class="num">{until}</dd></div>
            <div><dt>{texts.standing}</dt><dd><span class=tone(row.state)>{(texts.state)(row.state)}</span></dd></div>
        </dl>
    }
}

/// A text with its paragraphs.
pub fn paragraphs(text: &str) -> impl IntoView + use<> {
    let parts: Vec<_> = text.split('\n').map(str::trim).filter(|part| !part.is_empty()).map(str::to_owned).collect();
    view! { <div class="letter">{parts.into_iter().map(|part| view! { <p>{part}</p> }).collect_view()}</div> }
}

/// The files of one side; `None` for no files.
pub fn papers(all: &[ViolationPaper], theirs: bool, when: &When, texts: &'static Violations) -> impl IntoView + use<> {
    let one = |(at, paper): (usize, &ViolationPaper)| {
        let href = format!("/studio/papers/{}", paper.id);
        let name = (texts.paper)(at + 1);
        let shown = if paper.pdf {
            view! { <a class="btn" href=href download>{icon_of("i s", "down")}"PDF"</a> }.into_any()
        } else {
            view! { <a href=href.clone() target="_blank" rel="noopener" aria-label=name.clone()><img src=href.clone() alt=name.clone() loading="lazy" /></a> }.into_any()
        };
        let at = paper.at.clone();
        view! { <li><figure><figcaption class="xs dim">{name}" · "<time class="num" datetime=at.clone()>{when.moment(&at)}</time></figcaption>{shown}</figure></li> }
    };
    let of_side: Vec<_> = all.iter().filter(|paper| paper.theirs == theirs).enumerate().map(one).collect();
    if of_side.is_empty() {
        view! { <p class="s dim">{texts.no_evidence}</p> }.into_any()
    } else {
        view! { <ul class="evidence">{of_side}</ul> }.into_any()
    }
}

/// The form that sends one more, below the page `page`.
pub fn upload(page: &str, texts: &'static Violations) -> impl IntoView + use<> {
    view! {
        <form class="fields" method="post" action=format!("{page}/papers") enctype="multipart/form-data">
            <label class="chooser"><span>{texts.file}</span><input type="file" name="file" accept="image/*,application/pdf" required /></label>
            <p class="xs dim">{texts.papers_help}</p>
            <div><button class="btn">{icon_of("i s", "plus")}{texts.add_file}</button></div>
        </form>
    }
}
