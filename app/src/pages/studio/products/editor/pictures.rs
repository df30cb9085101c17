use leptos::prelude::*;

use super::{Bench, wrong};
use crate::{
    context::caller,
    ui::{Loading, icon_of, picture},
};

/// The pictures in their order, with buttons to change it, and the door for new ones.
pub fn pictures(bench: &Bench) -> impl IntoView + use<> {
    let texts = &caller().texts().studio.products;
    let all = &bench.view.draft.content.pictures;
    let fault = bench.fault("pictures");
    let is_wrong = fault.is_some();
    let items = all.iter().enumerate().map(|(place, id)| {
        let image = bench.view.pictures.get(id);
        let alt = image.map(|image| image.alt.clone()).filter(|alt| !alt.is_empty());
        let alt = alt.unwrap_or_else(|| (texts.picture)(place + 1));
        let forward = (place > 0).then(|| {
            view! { <button class="ib well" name="act" value=format!("picture.forward.{place}") aria-label=(texts.forward)(place + 1)>{icon_of("i s", "left")}</button> }
        });
        view! {
            <li>
                <input type="hidden" name="picture" value=id.to_string() />
                <span class="pic">{image.map(|image| picture(image, Some(alt), "160px", Loading::Lazy))}</span>
                <span class="row"><span class="xs num">{if place == 0 { texts.main_picture.to_owned() } else { (place + 1).to_string() }}</span>
                    <span class="end row">{forward}<button class="ib well" name="act" value=format!("picture.remove.{place}") aria-label=(texts.remove_picture)(place + 1)>{icon_of("i s", "trash")}</button></span></span>
            </li>
        }
    });
    view! {
        <section class="card pad" id="pictures" class:wrong=is_wrong>
            <header class="row wraps"><h2>{texts.pictures}</h2><span class="xs dim">{texts.pictures_help}</span><span class="xs dim num end">{all.len()}" / 9"</span></header>
            <ol class="pics">{items.collect_view()}</ol>
            <div class="f2">
                <div class="f"><label for="f-files">{texts.add_pictures}</label><input class="in file" id="f-files" type="file" name="files" multiple accept="image/jpeg,image/png,image/gif,image/webp" /></div>
                <div class="f"><label for="f-alt">{texts.alt}</label><input class="in" id="f-alt" name="alt" maxlength="200" /></div>
            </div>
            {wrong("pictures", fault)}
        </section>
    }
}
