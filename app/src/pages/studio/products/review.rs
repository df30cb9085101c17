use commerce::catalog::DraftView;
use leptos::prelude::*;
use shared::{
    Locale, ProductId,
    dto::{CategoryChoice, Page, ProductRule, ReviewRule, Waiting},
};

use super::{differences, thumb};
use crate::{
    api::answer::{Kept, kept},
    context::caller,
    i18n::studio::products::Products,
    pages::{
        load::{page, query},
        studio::{StudioFrame, StudioTab},
    },
    present::when::When,
    ui::{Loading, icon_of, picture},
    views::field::banner,
};

/// Fields of a draft that the operator can send back a reason for.
const FIELDS: [&str; 10] = [
    "title",
    "subtitle",
    "pictures",
    "alts",
    "category",
    "attributes",
    "description",
    "options",
    "price",
    "protections",
];

struct Desk {
    queue: Page<Waiting>,
    open: Option<(DraftView, Waiting)>,
    rules: Vec<ProductRule>,
    words: Vec<String>,
    categories: Vec<CategoryChoice>,
}

/// `/console/products?id=&cursor=`
#[component]
pub fn ReviewPage() -> impl IntoView {
    let caller = caller();
    let kept = kept().unwrap_or_default();
    let (id, cursor): (Option<ProductId>, Option<String>) = (query("id"), query("cursor"));
    page(
        async move |shop| {
            let catalog = shop.catalog();
            let queue = catalog.waiting(caller.actor, cursor, caller.locale).await?;
            let chosen = queue.items.iter().find(|item| Some(item.id) == id).or(queue.items.first()).cloned();
            let open = match chosen {
                Some(item) => Some((catalog.draft_view(caller.actor, item.id, caller.locale).await?, item)),
                None => None,
            };
            Ok(Desk {
                rules: catalog.product_rules(caller.actor).await?,
                words: catalog.banned_words(caller.actor).await?,
                categories: catalog.all_categories(caller.actor, caller.locale).await?,
                queue,
                open,
            })
        },
        move |desk: Desk| {
            let texts = &caller.texts().studio.products;
            let clips = &caller.texts().studio.clip_review;
            let body = match &desk.open {
                Some((view, item)) => view! { <div class="review-desk">{queue(&desk.queue, item.id, texts)}{open(view, item, &kept, texts)}</div> }.into_any(),
                None => view! { <section class="blank card">{icon_of("i l", "check")}<p class="dim">{texts.queue_empty}</p></section> }.into_any(),
            };
            view! {
                <StudioFrame title=texts.queue tab=StudioTab::Review shop=None>
                    <nav class="queue-tabs" aria-label=clips.both><a href="/console/products" aria-current="page">{texts.queue}</a><a href="/console/clips">{clips.title}</a></nav>
                    {banner(kept.problem.as_ref())}
                    {body}
                    {rules(&desk, texts)}
                </StudioFrame>
            }
        },
    )
}

fn queue(queue: &Page<Waiting>, here: ProductId, texts: &'static Products) -> impl IntoView + use<> {
    let now = crate::context::shop().map(|shop| shop.clock().now()).unwrap_or_default();
    let when = When::new(now, caller().locale);
    let rows = queue.items.iter().map(|item| {
        let current = (item.id == here).then_some("true");
        view! {
            <li><a class="row loose" href=format!("/console/products?id={}", item.id) aria-current=current>
                {thumb(item.image.as_ref())}
                <span class="stack"><b class="one">{item.title.clone()}</b><small class="dim">{item.shop.clone()}" · "{(texts.waits_since)(&when.moment(&item.since))}</small>{item.is_new.then(|| view! { <span class="tag">{texts.is_new}</span> })}</span>
            </a></li>
        }
    });
    let next = queue.next.clone().map(|cursor| {
        view! { <a class="btn older" rel="next" href=format!("/console/products?cursor={cursor}")>{texts.more}</a> }
    });
    view! { <nav class="card queue" aria-label=texts.queue><ul>{rows.collect_view()}</ul>{next}</nav> }
}

fn open(view: &DraftView, item: &Waiting, kept: &Kept, texts: &'static Products) -> impl IntoView + use<> {
    let id = view.id.to_string();
    let pictures = view.draft.content.pictures.iter().filter_map(|id| view.pictures.get(id)).map(|image| {
        view! { <li class="pic">{picture(image, None, "160px", Loading::Lazy)}</li> }
    });
    let typed = |field: &str| kept.value(field).unwrap_or_default().to_owned();
    let reasons = FIELDS.iter().map(|field| {
        let shown = said(view, field, caller().locale);
        view! {
            <div class="f reason">
                <label for=format!("r-{field}")>{(texts.field)(field)}{shown.map(|shown| view! { <span class="dim">" · "{shown}</span> })}</label>
                <input class="in" id=format!("r-{field}") name=format!("reasons[{field}]") maxlength="300" value=typed(field) />
            </div>
        }
    });
    view! {
        <article class="stack wide-stack" aria-label=item.title.clone()>
            <header class="row wraps"><h2>{item.title.clone()}</h2><span class="dim">{item.shop.clone()}</span><a class="link end" href=format!("/studio/products/{id}/preview")>{texts.preview}{icon_of("i s", "right")}</a></header>
            <ul class="pics small">{pictures.collect_view()}</ul>
            {differences::differences(&view.differences)}
            <form class="card pad" method="post" action="/fn/console/product/approve">
                <input type="hidden" name="id" value=id.clone() />
                <input type="hidden" name="version" value=item.version.to_string() />
                <button class="btn buy">{icon_of("i s", "check")}{texts.approve}</button>
            </form>
            <form class="card pad" method="post" action="/fn/console/product/reject">
                <p class="s dim">{texts.reject_help}</p>
                <input type="hidden" name="id" value=id />
                <input type="hidden" name="version" value=item.version.to_string() />
                {reasons.collect_view()}
                <button class="btn">{texts.reject}</button>
            </form>
        </article>
    }
}

/// What the draft says in a field, in one line.
fn said(view: &DraftView, field: &str, locale: Locale) -> Option<String> {
    let draft = &view.draft;
    let text = match field {
        "title" => draft.title.get(locale).to_owned(),
        "subtitle" => draft.subtitle.get(locale).to_owned(),
        "attributes" => {
            draft.content.attributes.iter().map(|fact| fact.value.get(locale)).collect::<Vec<_>>().join(" · ")
        }
        "price" => draft.skus.iter().map(|sku| sku.price.to_string()).collect::<Vec<_>>().join(" · "),
        "options" => draft
            .content
            .options
            .iter()
            .flat_map(|option| option.values.iter().map(|value| value.get(locale)))
            .collect::<Vec<_>>()
            .join(" · "),
        _ => return None,
    };
    (!text.is_empty()).then(|| text.chars().take(160).collect())
}

fn rules(desk: &Desk, texts: &'static Products) -> impl IntoView + use<> {
    let name = |rule: &ProductRule| {
        let found = rule.category.and_then(|id| desk.categories.iter().find(|choice| choice.id == id));
        found.map_or_else(|| texts.all_categories.to_owned(), |choice| choice.path.join(" / "))
    };
    let rows = desk.rules.iter().map(|rule| {
        let floor = rule.floor_minor.map(|minor| format!("¥{}.{:02}", minor / 100, minor % 100));
        let remove = rule.category.map(|id| {
            view! {
                <form method="post" action="/fn/console/product/rule_remove">
                    <input type="hidden" name="category" value=id.to_string() />
                    <button class="btn" aria-label=format!("{}: {}", name(rule), texts.rule_remove)>{texts.rule_remove}</button>
                </form>
            }
        });
        view! { <tr><th scope="row">{name(rule)}</th><td data-name=texts.rule_review>{(texts.review_rule)(rule.review)}</td><td class="num" data-name=texts.floor>{floor.unwrap_or_else(|| texts.nothing.to_owned())}</td><td data-name=texts.required_keys>{rule.required.join(", ")}</td><td>{remove}</td></tr> }
    });
    let options = desk
        .categories
        .iter()
        .map(|choice| view! { <option value=choice.id.to_string()>{choice.path.join(" / ")}</option> });
    let reviews = [
        ("none", ReviewRule::None),
        ("new_products", ReviewRule::NewProducts),
        ("every_change", ReviewRule::EveryChange),
    ];
    let reviews = reviews.map(|(name, rule)| view! { <option value=name>{(texts.review_rule)(rule)}</option> });
    view! {
        <div class="two-cards" id="rules">
            <section class="card pad">
                <header><h2>{texts.rules}</h2></header>
                {(!desk.rules.is_empty()).then(|| view! { <table class="plain-table money-table"><thead><tr><th>{texts.rule_category}</th><th>{texts.rule_review}</th><th>{texts.floor}</th><th>{texts.required_keys}</th><th><span class="sr">{texts.rule_remove}</span></th></tr></thead><tbody>{rows.collect_view()}</tbody></table> })}
                <form class="fields" method="post" action="/fn/console/product/rule">
                    <div class="f2">
                        <label class="f"><span class="xs dim">{texts.rule_category}</span><select class="in" name="category"><option value="">{texts.all_categories}</option>{options.collect_view()}</select></label>
                        <label class="f"><span class="xs dim">{texts.rule_review}</span><select class="in" name="review">{reviews}</select></label>
                        <label class="f"><span class="xs dim">{texts.floor}</span><input class="in" name="floor" inputmode="decimal" /></label>
                        <label class="f"><span class="xs dim">{texts.required_keys}</span><input class="in" name="required" /></label>
                    </div>
                    <button class="btn">{texts.set}</button>
                </form>
            </section>
            <form class="card pad" method="post" action="/fn/console/product/words">
                <header><h2>{texts.banned}</h2><p class="xs dim">{texts.banned_help}</p></header>
                <textarea class="in area" name="words" rows="8" aria-label=texts.banned>{desk.words.join("\n")}</textarea>
                <button class="btn">{texts.set}</button>
            </form>
        </div>
    }
}
