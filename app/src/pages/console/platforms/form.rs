use leptos::prelude::*;
use shared::{OpeningMode, dto::PlatformRow};

use crate::{api::answer::Kept, context::caller};

/// Why the form came back, with what is wrong at each field.
pub fn problem(kept: &Kept) -> Option<AnyView> {
    let texts = &caller().texts().studio.linked;
    let problem = kept.problem.as_ref()?;
    let faults: Vec<_> = problem.fields.iter().map(|one| (texts.fault)(&one.field)).collect();
    let said = if faults.is_empty() { problem.title.clone() } else { faults.join(" ") };
    Some(view! { <p class="notice bad" role="alert" tabindex="-1" data-problem>{said}</p> }.into_any())
}

/// A platform to be, or one that is changed; what was typed comes back into the form it was typed in.
pub fn form(one: Option<&PlatformRow>, kept: &Kept) -> impl IntoView + use<> {
    let studio = caller().texts().studio;
    let texts = &studio.linked;
    let id = one.map(|one| one.id.to_string()).unwrap_or_default();
    let mine = kept.problem.is_some() && kept.value("id") == Some(id.as_str());
    let wrong = |field: &str| {
        let fields = kept.problem.as_ref().filter(|_| mine).map(|problem| problem.fields.as_slice());
        fields.unwrap_or_default().iter().any(|one| one.field == field).then_some("true")
    };
    let value = |field: &str, saved: String| match kept.value(field).filter(|_| mine) {
        Some(typed) => typed.to_owned(),
        None => saved,
    };
    let label = |field: &str| if id.is_empty() { format!("f-{field}") } else { format!("f-{field}-{id}") };
    let zh = value("name_zh", one.map(|one| one.name.zh.clone()).unwrap_or_default());
    let en = value("name_en", one.map(|one| one.name.en.clone()).unwrap_or_default());
    let hosts = one.map(|one| one.hosts.iter().map(ToString::to_string).collect::<Vec<_>>().join("\n"));
    let hosts = value("hosts", hosts.unwrap_or_default());
    let open =
        if mine { kept.value("open").is_some_and(|open| !open.is_empty()) } else { one.is_none_or(|one| one.open) };
    let modes = one.is_none().then(|| {
        let chosen = value("mode", OpeningMode::Platform.as_str().to_owned());
        let radios = [OpeningMode::Platform, OpeningMode::Component].map(|mode| {
            let on = chosen == mode.as_str();
            view! { <label class="check"><input class="radio" type="radio" name="mode" value=mode.as_str() checked=on />{(studio.words.mode)(mode)}</label> }
        });
        view! { <fieldset><legend class="s dim">{texts.mode}</legend><div class="row wraps">{radios.into_iter().collect_view()}</div></fieldset> }
    });
    let fixed = one.map(|one| view! { <input type="hidden" name="mode" value=one.mode.as_str() /> });
    let version = one.map(|one| one.version.to_string()).unwrap_or_default();
    let (class, title) = if one.is_some() { ("fields", None) } else { ("card fields", Some(texts.add)) };
    let help = label("hosts-help");
    view! {
        <form class=class method="post" action="/fn/console/platform">
            {title.map(|title| view! { <h2>{title}</h2> })}
            <input type="hidden" name="id" value=id.clone() />
            <input type="hidden" name="version" value=version />
            {fixed}{modes}
            <div class="f2">
                <div class="f"><label for=label("name_zh")>{texts.name_zh}</label><input class="in" id=label("name_zh") name="name_zh" value=zh maxlength="40" aria-required="true" aria-invalid=wrong("name") /></div>
                <div class="f"><label for=label("name_en")>{texts.name_en}</label><input class="in" id=label("name_en") name="name_en" value=en maxlength="40" /></div>
            </div>
            <div class="f"><label for=label("hosts")>{texts.hosts}</label><textarea class="in" id=label("hosts") name="hosts" rows="3" maxlength="3000" aria-required="true" aria-invalid=wrong("hosts") aria-describedby=help.clone()>{hosts}</textarea><p class="xs dim" id=help>{texts.hosts_help}</p></div>
            <label class="check s"><input class="box" type="checkbox" name="open" value="1" checked=open />{texts.open}</label>
            <div><button class="btn plain">{texts.save}</button></div>
        </form>
    }
}
