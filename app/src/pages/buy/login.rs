use leptos::prelude::*;

use crate::{
    api::answer::{Kept, kept},
    context::caller,
    i18n::buy::Buy,
    pages::load::query,
    ui::{Frame, Tab},
    views::field::{Field, banner, error_of, field, is_first},
};

/// `/login?next=`
#[component]
pub fn LoginPage() -> impl IntoView {
    let buy = caller().texts().buy;
    let kept = kept().unwrap_or_default();
    let next = kept.value("next").map(str::to_owned).or_else(|| query("next")).unwrap_or_default();
    let by_email = kept.value("email").is_some_and(|email| !email.is_empty()) && kept.problem.is_some();
    view! {
        <Frame title=buy.login tab=Tab::Me class="wrap slim" back="/me">
            <h1 class="page-title">{buy.login}</h1>
            <p class="dim">{buy.login_help}</p>
            {(!by_email).then(|| banner(kept.problem.as_ref()))}
            {by_phone(&kept, &next, buy)}
            <details class="card other-way" open=by_email>
                <summary class="strong">{buy.by_email}</summary>
                {by_email.then(|| banner(kept.problem.as_ref()))}
                {email_form(&kept, &next, buy)}
            </details>
        </Frame>
    }
}

fn by_phone(kept: &Kept, next: &str, buy: &'static Buy) -> impl IntoView + use<> {
    let phone = kept.value("phone").unwrap_or_default().to_owned();
    let sent = kept.value("sent").is_some_and(|sent| !sent.is_empty());
    let problem = kept.problem.as_ref();
    let phone_field = field(Field {
        name: "phone",
        label: buy.login_phone.to_owned(),
        value: phone.clone(),
        kind: "tel",
        inputmode: "tel",
        autocomplete: "tel",
        most: 24,
        error: error_of(problem, "phone"),
        focus: is_first(problem, "phone"),
        ..Field::default()
    });
    let send = if sent { buy.send_again } else { buy.send_code };
    let enter = sent.then(|| {
        let demo = kept.value("demo_code").filter(|code| !code.is_empty()).map(str::to_owned);
        let demo = demo.map(|code| view! { <p class="notice">{buy.demo_code}" "<b class="num">{code}</b></p> });
        let code_field = field(Field {
            name: "code",
            label: buy.code.to_owned(),
            inputmode: "numeric",
            autocomplete: "one-time-code",
            most: 6,
            error: error_of(problem, "code"),
            focus: is_first(problem, "code"),
            ..Field::default()
        });
        view! {
            <form class="card fields" id="code" method="post" action="/fn/session/sign_in">
                <p class="s good">{(buy.code_sent)(&phone)}</p>
                {demo}
                <input type="hidden" name="phone" value=phone.clone() />
                <input type="hidden" name="next" value=next.to_owned() />
                {code_field}
                <button class="btn buy big fill">{buy.sign_in}</button>
            </form>
        }
    });
    let class = if sent { "btn fill" } else { "btn buy big fill" };
    view! {
        <form class="card fields" method="post" action="/fn/session/code">
            <input type="hidden" name="next" value=next.to_owned() />
            {phone_field}
            <button class=class>{send}</button>
        </form>
        {enter}
    }
}

fn email_form(kept: &Kept, next: &str, buy: &'static Buy) -> impl IntoView + use<> {
    let problem = kept.problem.as_ref();
    let email = field(Field {
        name: "email",
        label: buy.email.to_owned(),
        value: kept.value("email").unwrap_or_default().to_owned(),
        kind: "email",
        autocomplete: "username",
        most: 120,
        error: error_of(problem, "email"),
        focus: is_first(problem, "email"),
        ..Field::default()
    });
    let password = field(Field {
        name: "password",
        label: buy.password.to_owned(),
        kind: "password",
        autocomplete: "current-password",
        most: 200,
        error: error_of(problem, "password"),
        focus: is_first(problem, "password"),
        ..Field::default()
    });
    view! {
        <form class="fields" method="post" action="/fn/session/sign_in">
            <input type="hidden" name="next" value=next.to_owned() />
            {email}
            {password}
            <button class="btn fill">{buy.sign_in}</button>
        </form>
    }
}
