use leptos::prelude::*;
use shared::{LocalText, MediaId, dto::Image};

use super::{Bench, sending, wrong};
use crate::{
    context::caller,
    ui::{Loading, icon_of, picture},
};

/// The pictures in their order, with buttons to change it, and the door for new ones.
pub fn pictures(bench: &Bench) -> impl IntoView + use<> {
    let texts = &caller().texts().studio.products;
    let all = &bench.view.draft.content.pictures;
    let fault = bench.fault("pictures").or_else(|| bench.fault("alts"));
    let is_wrong = fault.is_some();
    let items = all.iter().enumerate().map(|(place, id)| {
        let alt = bench.view.alts.get(id).cloned().unwrap_or_default();
        item(place, &id.to_string(), shown(bench, *id, place), &alt)
    });
    view! {
        <section class="card pad" id="pictures" class:wrong=is_wrong data-into="pictures" data-main=texts.main_picture>
            <header class="row wraps"><h2>{texts.pictures}</h2><span class="xs dim">{texts.pictures_help}</span><span class="xs dim num end">{all.len()}" / 9"</span></header>
            <ol class="pics" data-list>{items.collect_view()}</ol>
            <div class="f2">
                <div class="f"><label for="f-files">{texts.add_pictures}</label><input class="in file" id="f-files" type="file" name="files" multiple accept=sending::ACCEPT /></div>
                <div class="f"><label for="f-alt">{texts.alt}</label><input class="in" id="f-alt" name="alt" maxlength="200" /></div>
            </div>
            {sending::place()}
            {wrong("pictures", fault)}
            <template data-new>{item(1, sending::ID, sending::image(), &LocalText::default())}</template>
        </section>
    }
}

fn shown(bench: &Bench, id: MediaId, place: usize) -> Option<AnyView> {
    let texts = &caller().texts().studio.products;
    let image: &Image = bench.view.pictures.get(&id)?;
    let alt = if image.alt.is_empty() { (texts.picture)(place + 1) } else { image.alt.clone() };
    Some(picture(image, Some(alt), "160px", Loading::Lazy).into_any())
}

fn item(place: usize, id: &str, image: Option<AnyView>, alt: &LocalText) -> impl IntoView + use<> {
    let texts = &caller().texts().studio.products;
    let forward = (place > 0).then(|| {
        view! { <button class="ib well" name="act" value=format!("picture.forward.{place}") aria-label=(texts.forward)(place + 1) data-place="picture.forward.">{icon_of("i s", "left")}</button> }
    });
    let name = if id == sending::ID {
        caller().texts().studio.pictures.new_picture.to_owned()
    } else {
        (texts.picture)(place + 1)
    };
    view! {
        <li>
            <input type="hidden" name="picture" value=id.to_owned() />
            <span class="pic">{image}</span>
            <span class="row"><span class="xs num" data-nr>{if place == 0 { texts.main_picture.to_owned() } else { (place + 1).to_string() }}</span>
                <span class="end row">{forward}<button class="ib well" name="act" value=format!("picture.remove.{place}") aria-label=(texts.remove_picture)(place + 1) data-place="picture.remove.">{icon_of("i s", "trash")}</button></span></span>
            {sending::alts(id, &name, alt)}
        </li>
    }
}
