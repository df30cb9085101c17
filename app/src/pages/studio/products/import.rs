use commerce::catalog::COLUMNS;
use leptos::prelude::*;
use leptos_meta::Meta;
use shared::{
    ImportId, ImportState, Locale,
    dto::{CellFault, ImportView, MyShop},
};

use super::{categories, list::no_shop};
use crate::{
    api::answer::kept,
    context::{caller, shop},
    i18n::studio::products::Products,
    pages::{
        load::{form_error, page, query},
        studio::{StudioFrame, StudioTab, my_shop},
    },
    present::when::When,
    ui::icon_of,
    views::field::banner,
};

/// `/studio/products/import?id=`: tables in and out. What runs is shown anew every few seconds, and survives a reload
/// because the job does.
#[component]
pub fn ImportPage() -> impl IntoView {
    let caller = caller();
    let id: Option<ImportId> = query("id");
    let kept = kept().unwrap_or_default();
    let refused = form_error().filter(|_| kept.problem.is_none());
    page(
        async move |shop| {
            let Some(mine) = my_shop(&shop, caller).await? else { return Ok(None) };
            let all = shop.catalog().imports(caller.actor, mine.id).await?;
            let open = match id {
                Some(id) => Some(shop.catalog().import(caller.actor, id).await?),
                None => None,
            };
            Ok(Some((mine, all, open)))
        },
        move |found: Option<(MyShop, Vec<ImportView>, Option<ImportView>)>| {
            let Some((mine, all, open)) = found else { return no_shop().into_any() };
            let texts = &caller.texts().studio.products;
            let refused = refused.map(|code| caller.texts().common.error(code));
            let runs = open.as_ref().is_some_and(|open| open.state == ImportState::Running);
            let acts =
                move || view! { <a class="btn" href="/studio/products.csv" download="products.csv">{texts.export}</a> };
            view! {
                {runs.then(|| view! { <Meta http_equiv="refresh" content="2" /> })}
                <StudioFrame title=texts.files tab=StudioTab::Products shop=Some(mine) acts=acts>
                    <p><a class="link" href="/studio/products">{icon_of("i s", "left")}{caller.texts().studio.shell.products}</a></p>
                    {refused.map(|words| view! { <p class="notice bad" role="alert">{words}</p> })}
                    {banner(kept.problem.as_ref())}
                    {open.as_ref().map(|open| job(open, texts))}
                    {upload(texts)}
                    {earlier(&all, texts)}
                    {columns(texts)}
                </StudioFrame>
            }
            .into_any()
        },
    )
}

fn upload(texts: &'static Products) -> impl IntoView {
    view! {
        <form class="card pad narrow" method="post" action="/fn/studio/import/check" enctype="multipart/form-data">
            <header><h2>{texts.import}</h2><p class="xs dim">{texts.import_help}</p></header>
            <div class="f"><label for="f-file">{texts.file}</label><input class="in file" id="f-file" type="file" name="file" accept=".csv,text/csv" required /></div>
            <label class="check s"><input class="box" type="checkbox" name="list" value="1" checked />{texts.list_at_once}</label>
            <button class="btn buy">{texts.check}</button>
        </form>
    }
}

fn job(job: &ImportView, texts: &'static Products) -> impl IntoView + use<> {
    let id = job.id.to_string();
    let act = |endpoint: &'static str, words: &'static str, class: &'static str| {
        view! { <form method="post" action=endpoint><input type="hidden" name="id" value=id.clone() /><button class=class>{words}</button></form> }
    };
    let apply = (job.state == ImportState::Checked && job.products > 0)
        .then(|| act("/fn/studio/import/apply", texts.apply, "btn buy"));
    let cancel = (!job.state.is_final()).then(|| act("/fn/studio/import/cancel", texts.cancel, "btn"));
    let progress = (job.state != ImportState::Checked).then(|| {
        view! {
            <label class="stack s" for="progress">{(texts.import_done)(job.done, job.products)}</label>
            <progress id="progress" max=job.products.to_string() value=job.done.to_string()></progress>
        }
    });
    let again = (job.state == ImportState::Running)
        .then(|| view! { <a class="btn" href=format!("/studio/products/import?id={id}")>{texts.reload}</a> });
    let waiting = (job.waiting > 0).then(|| view! { <p class="s">{(texts.import_waiting)(job.waiting)}</p> });
    let tone = if job.state == ImportState::Done { "tag good" } else { "tag" };
    view! {
        <section class="card pad" aria-live="polite">
            <header class="row wraps"><h2>{job.name.clone()}</h2><span class=tone>{(texts.import_state)(job.state)}</span></header>
            <p>{(texts.import_sum)(job.products, job.skus, job.new)}</p>
            {progress}{waiting}
            <div class="row wraps">{apply}{cancel}{again}</div>
            {faults(job, texts)}
        </section>
    }
}

fn faults(job: &ImportView, texts: &'static Products) -> Option<AnyView> {
    if job.fault_count == 0 {
        return None;
    }
    let rows = job.faults.iter().map(|fault| {
        let value = (!fault.value.is_empty()).then(|| view! { <code class="dim">{fault.value.clone()}</code> });
        view! { <tr><td class="num" data-name=texts.line>{fault.line}</td><td data-name=texts.column>{fault.column.clone()}</td><td data-name=texts.what>{(texts.cell)(fault.fault)}" "{value}</td></tr> }
    });
    let add = job
        .faults
        .iter()
        .any(|fault| fault.fault == CellFault::NotHeld)
        .then(|| view! { <p class="s">{categories::add()}</p> });
    let table = view! {
        <p class="fault">{(texts.import_faults)(job.fault_count)}</p>{add}
        <table class="plain-table"><thead><tr><th>{texts.line}</th><th>{texts.column}</th><th>{texts.what}</th></tr></thead><tbody>{rows.collect_view()}</tbody></table>
    };
    Some(table.into_any())
}

fn earlier(all: &[ImportView], texts: &'static Products) -> Option<AnyView> {
    if all.is_empty() {
        return None;
    }
    let now = shop().map(|shop| shop.clock().now()).unwrap_or_default();
    let when = When::new(now, caller().locale);
    let rows = all.iter().map(|job| {
        let href = format!("/studio/products/import?id={}", job.id);
        view! { <li><a class="row loose" href=href><b class="one">{job.name.clone()}</b><span class="dim num">{when.moment(&job.at)}</span><span class="tag">{(texts.import_state)(job.state)}</span></a></li> }
    });
    Some(view! { <nav class="card queue" aria-label=texts.import><ul>{rows.collect_view()}</ul></nav> }.into_any())
}

fn columns(texts: &'static Products) -> impl IntoView {
    let zh = caller().locale == Locale::ZhCn;
    let rows = COLUMNS.map(|(name, in_zh, in_en)| {
        view! { <tr><th scope="row"><code>{name}</code></th><td>{if zh { in_zh } else { in_en }}</td></tr> }
    });
    view! {
        <details class="card diff"><summary><b>{texts.columns}</b></summary><table class="plain-table"><tbody>{rows.collect_view()}</tbody></table></details>
    }
}
