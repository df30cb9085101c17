use commerce::affiliate::Sample;
use leptos::prelude::*;
use shared::{
    ProductId, SampleState,
    dto::{MyShop, ProductDetail, SavedAddress, SkuView},
};

use super::handle_of;
use crate::{
    api::answer::{Kept, kept},
    context::{caller, shop},
    pages::{
        load::{page, query},
        studio::{
            StudioFrame, StudioTab, my_shop,
            products::{no_shop, thumb},
        },
    },
    present::when::When,
    ui::icon_of,
    views::field::{banner, error, error_of},
};

type Record = (MyShop, Vec<Sample>, Option<ProductDetail>, Vec<SavedAddress>);

/// `/studio/selection/samples`, with `?product=id` the form to ask for one.
#[component]
pub fn MySamplesPage() -> impl IntoView {
    let caller = caller();
    let kept = kept().unwrap_or_default();
    let wanted: Option<ProductId> = query("product");
    page(
        async move |shop| {
            let Some(mine) = my_shop(&shop, caller).await? else { return Ok(None) };
            let samples = shop.affiliate().my_samples(caller.actor, &handle_of(&mine)?, caller.locale).await?;
            let product = match wanted {
                Some(id) => Some(shop.catalog().product(caller.actor, id, caller.locale).await?),
                None => None,
            };
            let book = shop.identity().addresses(caller.actor).await?;
            Ok(Some((mine, samples, product, book)))
        },
        move |found: Option<Record>| match found {
            Some(found) => shown(found, &kept).into_any(),
            None => no_shop().into_any(),
        },
    )
}

fn shown((mine, samples, product, book): Record, kept: &Kept) -> impl IntoView + use<> {
    let t = &caller().texts().studio.affiliate;
    let form = product.map(|product| ask(&product, &mine.handle, &book, kept));
    let when = When::new(shop().map(|shop| shop.clock().now()).unwrap_or_default(), caller().locale);
    let list = if samples.is_empty() {
        let help = form.is_none().then(|| view! { <p class="dim">{t.samples_none_help}</p> });
        view! { <section class="blank card">{icon_of("i l", "box")}<h2>{t.samples_none}</h2>{help}</section> }
            .into_any()
    } else {
        let rows = samples.iter().map(|sample| row(sample, when)).collect_view();
        view! { <ul class="lines card">{rows}</ul> }.into_any()
    };
    let acts = move || view! { <a class="btn" href="/studio/selection">{icon_of("i s", "left")}{t.selection}</a> };
    let told = banner(kept.problem.as_ref());
    view! {
        <StudioFrame title=t.samples tab=StudioTab::Selection shop=Some(mine) acts=acts>
            {told}
            {form}
            {list}
        </StudioFrame>
    }
}

fn ask(product: &ProductDetail, handle: &str, book: &[SavedAddress], kept: &Kept) -> AnyView {
    let t = &caller().texts().studio.affiliate;
    let problem = kept.problem.as_ref();
    let title = (t.ask_for)(&product.card.title);
    if book.is_empty() {
        return view! {
            <section class="card" id="ask"><h2>{title}</h2><p class="dim">{t.no_address}</p><p><a class="btn" href="/me/addresses?new=1">{t.add_address}</a></p></section>
        }
        .into_any();
    }
    let chosen = kept.value("address").map(str::to_owned);
    let options = book.iter().map(|saved| {
        let id = saved.id.to_string();
        let selected = chosen.as_ref().map_or(saved.is_default, |chosen| *chosen == id);
        let words = format!("{} {} {}", saved.address.name, saved.address.phone.masked(), saved.address.one_line());
        view! { <option value=id selected=selected>{words}</option> }
    });
    let options = options.collect_view();
    let wrong = |field: &'static str| error(Some(format!("e-{field}")), error_of(problem, field));
    view! {
        <section class="card narrow" id="ask" aria-labelledby="ask-h">
            <h2 id="ask-h">{title}</h2>
            <p class="s dim">{t.ask_help}</p>
            <form class="fields" method="post" action="/fn/affiliate/sample/ask">
                <input type="hidden" name="handle" value=handle.to_owned() />
                <input type="hidden" name="product" value=product.card.id.to_string() />
                {wrong("sample")}
                {which(&product.skus, kept)}
                <div class="f"><label for="f-address">{t.send_to}</label><select class="in" id="f-address" name="address">{options}</select>{wrong("address")}</div>
                <div class="f"><label for="f-note">{t.sample_note}</label><textarea class="in area" id="f-note" name="note" rows="3" maxlength="200">{kept.value("note").unwrap_or_default().to_owned()}</textarea>{wrong("note")}</div>
                <button class="btn buy">{t.ask}</button>
            </form>
        </section>
    }
    .into_any()
}

/// Which of its SKUs; there is nothing to choose where there is one.
fn which(skus: &[SkuView], kept: &Kept) -> AnyView {
    let t = &caller().texts().studio.affiliate;
    if let [only] = skus {
        return view! { <input type="hidden" name="sku" value=only.id.to_string() /> }.into_any();
    }
    let typed = kept.value("sku").map(str::to_owned);
    let first = skus.iter().find(|sku| sku.stock > 0).map(|sku| sku.id.to_string());
    let chosen = typed.or(first).unwrap_or_default();
    let options = skus.iter().map(|sku| {
        let (id, gone) = (sku.id.to_string(), sku.stock < 1);
        let words: Vec<_> = sku.attributes.iter().map(|attribute| attribute.value.as_str()).collect();
        let note = if gone { format!(" · {}", t.sold_out) } else { String::new() };
        let picked = id == chosen;
        view! { <option value=id selected=picked disabled=gone>{words.join(" · ")}{note}</option> }
    });
    let wrong = error(Some("e-sku".to_owned()), error_of(kept.problem.as_ref(), "sku"));
    view! {
        <div class="f"><label for="f-sku">{t.which}</label><select class="in" id="f-sku" name="sku">{options.collect_view()}</select>{wrong}</div>
    }
    .into_any()
}

fn row(sample: &Sample, when: When) -> impl IntoView + use<> {
    let t = &caller().texts().studio.affiliate;
    let id = sample.id.to_string();
    let act = match sample.state {
        SampleState::Requested | SampleState::Accepted => Some(("withdraw", t.withdraw)),
        SampleState::Sent => Some(("receive", t.receive)),
        _ => None,
    };
    let act = act.map(|(act, words)| {
        let label = format!("{words}: {}", sample.product.title);
        view! {
            <form method="post" action="/fn/affiliate/sample/move">
                <input type="hidden" name="sample" value=id.clone() />
                <button class="btn" name="act" value=act aria-label=label>{words}</button>
            </form>
        }
    });
    let said = (!sample.reason.is_empty()).then(|| view! { <p class="s">{(t.said)(&sample.reason)}</p> });
    let parcel = (!sample.parcel.is_empty())
        .then(|| view! { <p class="row s num">{icon_of("i s", "truck")}{sample.parcel.clone()}</p> });
    let note = (!sample.note.is_empty()).then(|| view! { <p class="s dim">{sample.note.clone()}</p> });
    view! {
        <li class="row loose wraps sample" id=format!("s-{id}")>
            {thumb(Some(&sample.product.image))}
            <div class="stack grow">
                <a class="name two" href=format!("/p/{}", sample.product.id)>{sample.product.title.clone()}</a>
                <span class="row wraps xs dim">{state(sample.state, false)}{choice(sample)}<span>{sample.product.shop_name.clone()}</span><time class="num" datetime=sample.changed_at.clone()>{when.moment(&sample.changed_at)}</time></span>
                {note}{said}{parcel}
            </div>
            {act}
        </li>
    }
}

/// Which of its SKUs, if there is more than one.
pub fn choice(sample: &Sample) -> impl IntoView + use<> {
    (!sample.choice.is_empty()).then(|| view! { <span class="strong">{sample.choice.clone()}</span> })
}

/// Where a request stands, in words for the creator or the merchant; colour only repeats them.
pub fn state(state: SampleState, merchant: bool) -> impl IntoView {
    let t = &caller().texts().studio.affiliate;
    let words = if merchant && state == SampleState::Requested { t.to_answer } else { (t.sample_state)(state) };
    let tone = match state {
        SampleState::Requested | SampleState::Accepted => "tag warn",
        SampleState::Sent | SampleState::Received => "tag good",
        SampleState::Declined | SampleState::Withdrawn => "tag",
    };
    view! { <span class=tone>{words}</span> }
}
