use leptos::prelude::*;
use shared::dto::{CategoryChoice, MyShop};

use super::{categories, list::no_shop, rate};
use crate::{
    api::answer::kept,
    context::caller,
    pages::{
        load::page,
        studio::{StudioFrame, StudioTab, elsewhere::not_here, my_shop},
    },
    views::field::banner,
};

/// `/studio/products/new`
#[component]
pub fn NewProductPage() -> impl IntoView {
    let caller = caller();
    let kept = kept().unwrap_or_default();
    page(
        async move |shop| {
            let Some(mine) = my_shop(&shop, caller).await? else { return Ok(None) };
            let choices = shop.catalog().category_choices(caller.actor, mine.id, caller.locale).await?;
            Ok(Some((mine, choices)))
        },
        move |found: Option<(MyShop, Vec<CategoryChoice>)>| {
            let Some((mine, choices)) = found else { return no_shop().into_any() };
            let texts = &caller.texts().studio.products;
            if mine.mode.is_outside() {
                let says = caller.texts().studio.linked.new_not_here;
                return not_here(mine, texts.new, StudioTab::Products, says, true).into_any();
            }
            let name =
                |choice: &CategoryChoice| format!("{} · {}", choice.path.join(" / "), (texts.fee)(&rate(choice.fee)));
            let options = categories::options(&choices, None, name);
            view! {
                <StudioFrame title=texts.new tab=StudioTab::Products shop=Some(mine)>
                    {banner(kept.problem.as_ref())}
                    <form class="card pad narrow" method="post" action="/fn/studio/product/create">
                        <div class="f">
                            <label for="f-category">{texts.category}</label>
                            <select class="in" id="f-category" name="category" aria-describedby="h-category">{options}</select>
                            <p class="xs dim" id="h-category">{texts.category_help}" "{categories::add()}</p>
                        </div>
                        <button class="btn buy big">{texts.start}</button>
                    </form>
                </StudioFrame>
            }
            .into_any()
        },
    )
}
