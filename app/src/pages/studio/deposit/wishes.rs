use leptos::prelude::*;
use shared::{CategoryRequestState, dto::CategoryWish};

use crate::{context::caller, present::when::When, ui::icon_of, views::field::error};

/// What a paper may be, for the browser's chooser; the server looks at the content.
const ACCEPT: &str = "image/jpeg,image/png,image/webp,application/pdf";

/// What the shop asked for, and what comes next.
pub fn wishes(wishes: &[CategoryWish], owner: bool, when: &When) -> impl IntoView + use<> {
    let texts = &caller().texts().studio.deposit;
    if wishes.is_empty() {
        return None;
    }
    let rows = wishes.iter().map(|one| wish(one, owner, when)).collect_view();
    Some(view! {
        <section class="card" aria-labelledby="wishes">
            <h2 id="wishes">{texts.wishes}</h2>
            <ul class="papers">{rows}</ul>
        </section>
    })
}

fn wish(wish: &CategoryWish, owner: bool, when: &When) -> impl IntoView + use<> {
    use CategoryRequestState as S;
    let studio = caller().texts().studio;
    let texts = &studio.deposit;
    let tone = match wish.state {
        S::Approved => "tag good",
        S::Rejected | S::Draft => "tag warn",
        S::InReview | S::Withdrawn => "tag",
    };
    let told = (wish.state == S::Rejected).then(|| {
        let reason = wish.reason.map(studio.words.reason).unwrap_or_default();
        let said: Vec<_> = [reason, wish.words.as_str()].into_iter().filter(|part| !part.is_empty()).collect();
        format!("{}: {}", texts.says, said.join(" · "))
    });
    let is_open = matches!(wish.state, S::Draft | S::Rejected);
    let is_wrong = told.is_some();
    let form = (owner && is_open && wish.paper.is_some()).then(|| upload(wish, when));
    let ready = wish.paper.is_none() || wish.file.is_some();
    let turn = |act: &'static str, class: &'static str, words: &'static str| {
        view! {
            <form method="post" action="/fn/deposit/wish">
                <input type="hidden" name="id" value=wish.id.to_string() />
                <button class=class name="act" value=act>{words}</button>
            </form>
        }
    };
    let submit = (owner && is_open && ready).then(|| turn("submit", "btn buy", texts.hand_in));
    let withdraw = (owner && (is_open || wish.state == S::InReview)).then(|| turn("withdraw", "btn", texts.withdraw));
    view! {
        <li class="paper" class:wrong=is_wrong>
            <h3 class="row wraps"><span class="grow">{wish.name.clone()}</span><span class=tone>{(texts.state)(wish.state)}</span></h3>
            <time class="xs dim num" datetime=wish.at.clone()>{when.moment(&wish.at)}</time>
            {error(None, told)}
            {form}
            <div class="row wraps">{submit}{withdraw}</div>
        </li>
    }
}

fn upload(wish: &CategoryWish, when: &When) -> impl IntoView + use<> {
    let texts = &caller().texts().studio.deposit;
    let paper = wish.paper.clone().unwrap_or_default();
    let file = format!("file-{}", wish.id);
    let there = wish.file.as_ref().map(|file| {
        let at = when.moment(&file.at);
        view! { <span class="s good row">{icon_of("i s", "check")}{texts.attached}" · "<span class="num dim">{at}</span></span> }
    });
    let label = if wish.file.is_some() { texts.replace } else { texts.attach };
    view! {
        <p class="s">{texts.needs}<b>{paper.clone()}</b></p>
        {there}
        <form class="row wraps" method="post" action="/studio/deposit/papers" enctype="multipart/form-data" aria-label=paper>
            <input type="hidden" name="wish" value=wish.id.to_string() />
            <label class="chooser" for=file.clone()>{texts.choose}<input id=file.clone() type="file" name="file" accept=ACCEPT required /></label>
            <button class="btn plain">{label}</button>
        </form>
    }
}
