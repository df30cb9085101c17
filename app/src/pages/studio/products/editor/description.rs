use commerce::catalog::Part;
use leptos::prelude::*;

use super::{Bench, wrong};
use crate::{
    context::caller,
    ui::{Loading, icon_of, picture},
};

/// Paragraphs and pictures in their order.
pub fn description(bench: &Bench) -> impl IntoView + use<> {
    let texts = &caller().texts().studio.products;
    let parts = bench.view.draft.content.description.iter().enumerate().map(|(index, one)| {
        let name = |part: &str| format!("part.{index}.{part}");
        let label = (texts.paragraph)(index + 1);
        let body = match one {
            Part::Text(text) => view! {
                <input type="hidden" name=name("kind") value="text" />
                <div class="f2">
                    <textarea class="in area" name=name("zh") rows="4" maxlength="4000" aria-label=format!("{label} {}", texts.zh) placeholder=texts.zh>{text.zh.clone()}</textarea>
                    <textarea class="in area" name=name("en") rows="4" maxlength="4000" aria-label=format!("{label} {}", texts.en) placeholder=texts.en>{text.en.clone()}</textarea>
                </div>
            }
            .into_any(),
            Part::Picture(id) => view! {
                <input type="hidden" name=name("kind") value="picture" />
                <input type="hidden" name=name("picture") value=id.to_string() />
                <span class="pic part-pic">{bench.view.pictures.get(id).map(|image| picture(image, Some(label.clone()), "160px", Loading::Lazy))}</span>
            }
            .into_any(),
        };
        let up = (index > 0).then(|| {
            view! { <button class="ib well" name="act" value=format!("part.up.{index}") aria-label=format!("{} {label}", texts.move_up)>{icon_of("i s", "back")}</button> }
        });
        view! {
            <li><div class="grow">{body}</div><span class="row">{up}<button class="ib well" name="act" value=format!("part.remove.{index}") aria-label=format!("{} {label}", texts.remove)>{icon_of("i s", "trash")}</button></span></li>
        }
    });
    view! {
        <section class="card pad" id="description">
            <header><h2>{texts.description}</h2></header>
            <ol class="parts">{parts.collect_view()}</ol>
            <div class="row wraps">
                <button class="btn" name="act" value="part.text">{icon_of("i s", "plus")}{texts.add_paragraph}</button>
                <div class="f"><label class="xs dim" for="f-described">{texts.add_description_picture}</label><input class="in file" id="f-described" type="file" name="described" multiple accept="image/jpeg,image/png,image/gif,image/webp" /></div>
            </div>
            {wrong("description", bench.fault("description"))}
        </section>
    }
}
