use leptos::prelude::*;
use shared::dto::DocumentSlot;

use super::Desk;
use crate::{ui::icon_of, views::field::error};

/// What a paper may be, for the browser's chooser; the server looks at the content.
const ACCEPT: &str = "image/jpeg,image/png,image/webp,application/pdf";

/// A place per paper: by camera or from a file.
pub fn form(desk: &Desk) -> impl IntoView + use<> {
    let texts = desk.texts;
    let slots = desk.opening.documents.iter().map(|one| slot(desk, one)).collect_view();
    let none = desk.opening.documents.is_empty().then(|| view! { <p class="dim">{texts.no_papers}</p> });
    view! { <p class="s dim">{texts.papers_help}</p>{none}<ul class="papers">{slots}</ul> }
}

fn slot(desk: &Desk, slot: &DocumentSlot) -> impl IntoView + use<> {
    let texts = desk.texts;
    let kind = slot.kind.as_str();
    let title = slot.name.clone().unwrap_or_else(|| (desk.words.paper)(slot.kind).to_owned());
    let category = slot.category.map(|id| id.to_string());
    let name = category.as_ref().map_or_else(|| kind.to_owned(), |id| format!("{kind}-{id}"));
    let field = category.as_ref().map_or_else(|| format!("document.{kind}"), |id| format!("document.{kind}.{id}"));
    let refused = desk.refused(&field);
    let is_wrong = refused.is_some();
    let there = slot.file.as_ref().map(|file| {
        let size = format!("{} KB", (file.size / 1024).max(1));
        let at = desk.when.moment(&file.at);
        view! { <span class="s good row">{icon_of("i s", "check")}{texts.uploaded}" · "<span class="num dim">{size}" · "{at}</span></span> }
    });
    let label = if slot.file.is_some() { texts.replace } else { texts.upload };
    let (photo, file) = (format!("photo-{name}"), format!("file-{name}"));
    view! {
        <li class="paper" class:wrong=is_wrong>
            <h3>{title.clone()}</h3>
            {there}
            {error(None, refused)}
            <form class="row wraps" method="post" action="/studio/open/documents" enctype="multipart/form-data" aria-label=title>
                <input type="hidden" name="kind" value=kind />
                {category.map(|id| view! { <input type="hidden" name="category" value=id /> })}
                <label class="chooser touch" for=photo.clone()>{texts.camera}<input id=photo.clone() type="file" name="file" accept="image/*" capture="environment" /></label>
                <label class="chooser" for=file.clone()>{texts.file}<input id=file.clone() type="file" name="file" accept=ACCEPT /></label>
                <button class="btn plain">{label}</button>
            </form>
        </li>
    }
}
