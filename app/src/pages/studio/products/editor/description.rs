use commerce::catalog::Part;
use leptos::prelude::*;
use shared::LocalText;

use super::{Bench, sending, wrong};
use crate::{
    context::caller,
    ui::{Loading, icon_of, picture},
};

/// Paragraphs and pictures in their order.
pub fn description(bench: &Bench) -> impl IntoView + use<> {
    let texts = &caller().texts().studio.products;
    let parts = bench.view.draft.content.description.iter().enumerate().map(|(index, one)| {
        let place = index.to_string();
        let label = (texts.paragraph)(index + 1);
        let body = match one {
            Part::Text(text) => words(&place, &label, text).into_any(),
            Part::Picture(id) => {
                let image = bench.view.pictures.get(id);
                let image = image.map(|image| picture(image, Some(label.clone()), "160px", Loading::Lazy).into_any());
                let alt = bench.view.alts.get(id).cloned().unwrap_or_default();
                drawing(&place, &id.to_string(), &label, image, &alt).into_any()
            }
        };
        part(index, &label, body)
    });
    let new = caller().texts().studio.pictures.new_picture;
    let fresh = drawing(sending::PLACE, sending::ID, new, sending::image(), &LocalText::default()).into_any();
    view! {
        <section class="card pad" id="description" data-into="parts">
            <header><h2>{texts.description}</h2></header>
            <ol class="parts" data-list>{parts.collect_view()}</ol>
            <div class="row wraps">
                <button class="btn" name="act" value="part.text">{icon_of("i s", "plus")}{texts.add_paragraph}</button>
                <div class="f"><label class="xs dim" for="f-described">{texts.add_description_picture}</label><input class="in file" id="f-described" type="file" name="described" multiple accept=sending::ACCEPT /></div>
            </div>
            {sending::place()}
            {wrong("description", bench.fault("description"))}
            <template data-new>{part(1, new, fresh)}</template>
        </section>
    }
}

fn words(place: &str, label: &str, text: &LocalText) -> impl IntoView + use<> {
    let texts = &caller().texts().studio.products;
    let name = |part: &str| format!("part.{place}.{part}");
    view! {
        <input type="hidden" name=name("kind") value="text" />
        <div class="f2">
            <textarea class="in area" name=name("zh") rows="4" maxlength="4000" aria-label=format!("{label} {}", texts.zh) placeholder=texts.zh>{text.zh.clone()}</textarea>
            <textarea class="in area" name=name("en") rows="4" maxlength="4000" aria-label=format!("{label} {}", texts.en) placeholder=texts.en>{text.en.clone()}</textarea>
        </div>
    }
}

fn drawing(place: &str, id: &str, label: &str, image: Option<AnyView>, alt: &LocalText) -> impl IntoView + use<> {
    let name = |part: &str| format!("part.{place}.{part}");
    view! {
        <input type="hidden" name=name("kind") value="picture" />
        <input type="hidden" name=name("picture") value=id.to_owned() />
        <div class="drawing"><span class="pic part-pic">{image}</span><div class="stack full">{sending::alts(id, label, alt)}</div></div>
    }
}

fn part(index: usize, label: &str, body: AnyView) -> impl IntoView + use<> {
    let texts = &caller().texts().studio.products;
    let up = (index > 0).then(|| {
        view! { <button class="ib well" name="act" value=format!("part.up.{index}") aria-label=format!("{} {label}", texts.move_up) data-place="part.up.">{icon_of("i s", "back")}</button> }
    });
    view! {
        <li><div class="grow">{body}</div><span class="row">{up}<button class="ib well" name="act" value=format!("part.remove.{index}") aria-label=format!("{} {label}", texts.remove) data-place="part.remove.">{icon_of("i s", "trash")}</button></span></li>
    }
}
