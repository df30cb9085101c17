use leptos::prelude::*;

use crate::api::Failure;

/// Calls a category something else.
#[server(prefix = "/fn", endpoint = "console/category/name")]
pub async fn name_category(
    category: String,
    seen: String,
    #[server(default)] name_zh: String,
    #[server(default)] name_en: String,
    #[server(default)] from: String,
) -> Result<(), Failure> {
    use shared::TermValue;

    use crate::api::{answer::answer, console::read, fail};

    let value = TermValue::Name(read::text(&name_zh, &name_en));
    let result = read::set(&category, &seen, value, &from).await.map_err(fail);
    let typed = [("form", "name"), ("name_zh", name_zh.as_str()), ("name_en", &name_en), ("from", &from)];
    let page = format!("/console/categories?id={category}");
    answer(result, |()| format!("{page}&saved=1"), &page, &typed)
}

/// Closes a category for new goods, or opens it again (`closed` is empty).
#[server(prefix = "/fn", endpoint = "console/category/closed")]
pub async fn close_category(
    category: String,
    seen: String,
    #[server(default)] closed: String,
    #[server(default)] from: String,
) -> Result<(), Failure> {
    use shared::TermValue;

    use crate::api::{answer::answer, console::read, fail};

    let result = read::set(&category, &seen, TermValue::Closed(!closed.is_empty()), &from).await.map_err(fail);
    let page = format!("/console/categories?id={category}");
    answer(result, |()| format!("{page}&saved=1"), &page, &[("form", "closed"), ("from", &from)])
}

/// Sets what buyers are promised in a category.
#[server(prefix = "/fn", endpoint = "console/category/protection")]
pub async fn protect_category(
    category: String,
    seen: String,
    #[server(default)] confirm_days: String,
    #[server(default)] seven_day_return: String,
    #[server(default)] from: String,
) -> Result<(), Failure> {
    use shared::TermValue;

    use crate::api::{answer::answer, console::read, fail, read::field};

    async fn set(category: &str, seen: &str, days: &str, returns: &str, from: &str) -> Result<(), commerce::Error> {
        let confirm_days = field("confirm_days", days)?;
        let value = TermValue::Protection { confirm_days, seven_day_return: !returns.is_empty() };
        read::set(category, seen, value, from).await
    }
    let result = set(&category, &seen, &confirm_days, &seven_day_return, &from).await.map_err(fail);
    let typed = [("form", "protection"), ("confirm_days", confirm_days.as_str()), ("from", &from)];
    let page = format!("/console/categories?id={category}");
    answer(result, |()| format!("{page}&saved=1"), &page, &typed)
}

/// Asks whoever opens a shop in a category for a qualification; without a name for none.
#[server(prefix = "/fn", endpoint = "console/category/paper")]
pub async fn set_paper(
    category: String,
    seen: String,
    #[server(default)] paper_zh: String,
    #[server(default)] paper_en: String,
    #[server(default)] from: String,
) -> Result<(), Failure> {
    use shared::TermValue;

    use crate::api::{answer::answer, console::read, fail};

    let name = read::text(&paper_zh, &paper_en);
    let none = name.zh.is_empty() && name.en.is_empty();
    let value = TermValue::Paper((!none).then_some(name));
    let result = read::set(&category, &seen, value, &from).await.map_err(fail);
    let typed = [("form", "paper"), ("paper_zh", paper_zh.as_str()), ("paper_en", &paper_en), ("from", &from)];
    let page = format!("/console/categories?id={category}");
    answer(result, |()| format!("{page}&saved=1"), &page, &typed)
}
