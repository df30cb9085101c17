//! `/studio/products/{id}`: one form for all that is typed, beside it what differs from online; below it the
//! product's life, in forms of their own.

mod basics;
mod delivery;
mod description;
mod life;
mod mastered;
mod pictures;
mod sending;
mod variants;

use commerce::catalog::DraftView;
use leptos::prelude::*;
use shared::{
    EditState, ProductId,
    dto::{CategoryChoice, FreightChoice, MyShop, UploadView},
};

use super::{differences, list::no_shop, states};
use crate::{
    api::answer::{Kept, kept},
    context::caller,
    pages::{
        load::{form_error, page, query, required},
        studio::{StudioFrame, StudioTab, my_shop},
    },
    ui::icon_of,
    views::field::banner,
};

/// What the parts of the editor show.
struct Bench {
    view: DraftView,
    categories: Vec<CategoryChoice>,
    freights: Vec<FreightChoice>,
    /// Pictures that did not arrive whole.
    unfinished: Vec<UploadView>,
    /// Somebody tried to submit: every fault is shown.
    check: bool,
}

impl Bench {
    /// What was typed into `field` and fits nothing, else `value`.
    fn value(&self, field: &str, value: String) -> String {
        let typed = self.view.typed.iter().find(|(name, _)| name == field);
        typed.map_or(value, |(_, text)| text.clone())
    }

    /// What is wrong with the field called `name` of the draft, once it was to be submitted or cannot be read.
    fn fault(&self, name: &str) -> Option<String> {
        let texts = &caller().texts().studio.products;
        let unread = self.view.typed.iter().any(|(field, _)| field.rsplit('.').next() == Some(name));
        let sent_back = self.view.reasons.iter().find(|reason| reason.field == name);
        if unread || (self.check && self.view.faults.contains(&name)) {
            return Some((texts.fault)(name).to_owned());
        }
        sent_back.map(|reason| (texts.reason)(reason.fault, &reason.words))
    }

    fn category(&self) -> Option<&CategoryChoice> {
        self.categories.iter().find(|choice| choice.id == self.view.draft.category)
    }
}

/// What is wrong with a part, below it.
fn wrong(id: &'static str, words: Option<String>) -> impl IntoView {
    words.map(|words| view! { <p class="fault" id=format!("e-{id}")>{words}</p> })
}

/// `/studio/products/{id}?saved=&check=`
#[component]
pub fn EditorPage() -> impl IntoView {
    let caller = caller();
    let id = required::<ProductId>("product");
    let kept = kept().unwrap_or_default();
    let saved: Option<String> = query("saved");
    let check = query::<String>("check").is_some();
    let refused = form_error().filter(|_| kept.problem.is_none());
    page(
        async move |shop| {
            let Some(mine) = my_shop(&shop, caller).await? else { return Ok(None) };
            let catalog = shop.catalog();
            let view = catalog.draft_view(caller.actor, id?, caller.locale).await?;
            let categories = catalog.category_choices(caller.actor, view.shop, caller.locale).await?;
            let freights = catalog.freight_choices(caller.actor, view.shop).await?;
            let unfinished = shop.media().unfinished_pictures(caller.actor, view.shop).await?;
            Ok(Some((mine, Bench { view, categories, freights, unfinished, check })))
        },
        move |found: Option<(MyShop, Bench)>| match found {
            Some((mine, bench)) => {
                let refused = refused.map(|code| caller.texts().common.error(code));
                shown(mine, bench, kept, saved.as_deref(), refused).into_any()
            }
            None => no_shop().into_any(),
        },
    )
}

fn shown(mine: MyShop, bench: Bench, kept: Kept, saved: Option<&str>, refused: Option<&'static str>) -> impl IntoView {
    let texts = &caller().texts().studio.products;
    let view = bench.view.clone();
    let title = view.draft.title.get(caller().locale);
    let title = if title.is_empty() { texts.new } else { title }.to_owned();
    let told = saved.map(|saved| match saved {
        "listed" => texts.saved_listed,
        "waiting" => texts.saved_waiting,
        "copy" => texts.saved_copy,
        "upload" => texts.saved_upload,
        _ => texts.saved,
    });
    let names = bench.category().map(|choice| choice.attributes.as_slice()).unwrap_or_default();
    let id = view.id.to_string();
    let acts = {
        let (online, id) = (view.listed, id.clone());
        move || {
            let see = online.then(|| view! { <a class="btn" href=format!("/p/{id}")>{texts.see_online}</a> });
            view! { {see}<button class="btn" form="editor" name="act" value="save">{texts.save}</button><button class="btn buy" form="editor" name="act" value="submit">{texts.submit}</button> }
        }
    };
    let master = view.master.clone();
    let place = master.as_ref().map(|place| mastered::place(place, &mine.master));
    let pictures = match &master {
        Some(place) if place.pictures => mastered::pictures(&bench).into_any(),
        _ => pictures::pictures(&bench).into_any(),
    };
    let variants = match &master {
        Some(_) => mastered::variants(&bench).into_any(),
        None => variants::variants(&bench).into_any(),
    };
    let in_review = (view.edit == EditState::InReview).then(|| view! { <p class="notice">{texts.in_review_note}</p> });
    let back = (!view.reasons.is_empty() && view.edit == EditState::Rejected)
        .then(|| differences::reasons(&view.reasons, names));
    let faults = (bench.check && !(view.faults.is_empty() && view.typed.is_empty()))
        .then(|| view! { <p class="notice bad" id="faults" role="alert" tabindex="-1">{texts.faults_note}</p> });
    view! {
        <StudioFrame title=title tab=StudioTab::Products shop=Some(mine) acts=acts>
            <p class="row wraps"><a class="link" href="/studio/products">{icon_of("i s", "left")}{caller().texts().studio.shell.products}</a>{states(view.state, view.edit, view.listed)}</p>
            {told.map(|words| view! { <p class="notice good" role="status">{words}</p> })}
            {refused.map(|words| view! { <p class="notice bad" role="alert">{words}</p> })}
            {banner(kept.problem.as_ref())}
            {place}
            {in_review}{back}{faults}
            {differences::differences(&view.differences)}
            <form id="editor" class="editor" method="post" action="/fn/studio/product/save" enctype="multipart/form-data">
                // What Enter presses: without it the first button of the page would be, which removes a picture.
                <button class="sr" name="act" value="save" tabindex="-1" aria-hidden="true"></button>
                <input type="hidden" name="id" value=id.clone() />
                <input type="hidden" name="version" value=view.version.to_string() />
                {pictures}
                {basics::basics(&bench)}
                {variants}
                {delivery::delivery(&bench)}
                {description::description(&bench)}
                {sending::parts(&bench)}
                <div class="savebar row wraps">
                    <button class="btn" name="act" value="save">{texts.save}</button>
                    <button class="btn" name="act" value="preview">{texts.preview}</button>
                    <button class="btn buy" name="act" value="submit">{texts.submit}</button>
                </div>
            </form>
            {life::life(&bench, &kept)}
        </StudioFrame>
    }
}
