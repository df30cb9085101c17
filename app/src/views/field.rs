//! One field of a form with its label and, in words, what is wrong with it.

use leptos::prelude::*;
use shared::dto::Problem;

/// What a field asks for.
#[derive(Debug, Clone, Default)]
pub struct Field {
    /// Its name in the request; also its id, after `f-`.
    pub name: &'static str,
    /// What it is called.
    pub label: String,
    /// What is in it.
    pub value: String,
    /// `type` of the input.
    pub kind: &'static str,
    /// How browsers may fill it.
    pub autocomplete: &'static str,
    /// Most characters.
    pub most: i32,
    /// The keyboard of phones.
    pub inputmode: &'static str,
    /// A faint example.
    pub hint: String,
    /// The datalist with suggestions.
    pub list: Option<&'static str>,
    /// What is wrong with it.
    pub error: Option<String>,
    /// The first one with a problem gets the focus.
    pub focus: bool,
    /// Whether it may stay empty.
    pub optional: bool,
}

/// What `problem` says of `field`, by its plain name.
pub fn error_of(problem: Option<&Problem>, field: &str) -> Option<String> {
    let fields = &problem?.fields;
    let found = fields.iter().find(|fault| fault.field.rsplit('.').next() == Some(field))?;
    Some(found.message.clone())
}

/// Whether `field` is the first one with a problem: it gets the focus.
pub fn is_first(problem: Option<&Problem>, field: &str) -> bool {
    problem
        .and_then(|problem| problem.fields.first())
        .is_some_and(|first| first.field.rsplit('.').next() == Some(field))
}

/// The field.
pub fn field(field: Field) -> AnyView {
    let id = format!("f-{}", field.name);
    let wrong = field.error.is_some();
    let describe = wrong.then(|| format!("e-{}", field.name));
    let kind = if field.kind.is_empty() { "text" } else { field.kind };
    view! {
        <div class="f" class:wrong=wrong>
            <label for=id.clone()>{field.label}</label>
            <input
                id=id
                class="in"
                name=field.name
                type=kind
                value=field.value
                placeholder=field.hint
                maxlength=(field.most > 0).then_some(field.most)
                inputmode=(!field.inputmode.is_empty()).then_some(field.inputmode)
                autocomplete=(!field.autocomplete.is_empty()).then_some(field.autocomplete)
                list=field.list
                autofocus=field.focus
                aria-required=(!field.optional).then_some("true")
                aria-invalid=wrong.then_some("true")
                aria-describedby=describe.clone()
            />
            {error(describe, field.error)}
        </div>
    }
    .into_any()
}

/// A choice among `options`, each a value and its words, of which `chosen` is taken.
pub fn select(
    name: &'static str,
    label: &'static str,
    options: impl Iterator<Item = (String, String)>,
    chosen: &str,
) -> AnyView {
    let id = format!("f-{name}");
    let options = options.map(|(value, words)| {
        let selected = value == chosen;
        view! { <option value=value selected=selected>{words}</option> }
    });
    let options = options.collect_view();
    view! { <div class="f"><label for=id.clone()>{label}</label><select class="in" id=id name=name>{options}</select></div> }
        .into_any()
}

/// What is wrong, for `aria-describedby`.
pub fn error(id: Option<String>, words: Option<String>) -> Option<impl IntoView> {
    words.map(|words| view! { <p class="fault" id=id>{words}</p> })
}

/// The problem of a form as a whole, above it; one about fields is said at the fields too.
pub fn banner(problem: Option<&Problem>) -> Option<AnyView> {
    let title = problem?.title.clone();
    Some(view! { <p class="notice bad" role="alert" tabindex="-1" data-problem>{title}</p> }.into_any())
}
