use leptos::prelude::*;
use shared::{Quantity, dto::CartLine};

use crate::{
    context::caller,
    i18n::buy::Buy,
    ui::{Loading, cents, full_price, icon_of, picture},
    views::checkout::options,
};

/// From so few pieces on, a line says how many are left.
const FEW: i32 = 9;

/// One line of the cart: a form of buttons that works without scripts.
pub fn cart_line(line: &CartLine, buy: &'static Buy) -> impl IntoView + use<> {
    let id = line.id.to_string();
    let anchor = format!("l-{id}");
    let href = format!("/p/{}", line.product_id);
    let wrong = line.invalid.map(|code| caller().texts().common.error(code));
    let valid = wrong.is_none();
    let take = format!("{}: {}", buy.take, line.title);
    let dropped = line.price_before.map(|before| {
        let by = cents(shared::Money::new(before.minor - line.price.minor, before.currency));
        view! { <span class="tag hot">{(buy.dropped)(&by)}</span> }
    });
    let few = (valid && line.stock <= FEW).then(|| view! { <span class="tag warn">{(buy.left)(line.stock)}</span> });
    let why = wrong.map(|words| view! { <span class="tag warn wraps">{words}</span> });
    view! {
        <form class="line cart-line" class:off=!valid id=anchor method="post" action="/fn/cart/change" data-line>
            <input type="hidden" name="line" value=id />
            <button class="mark" name="selected" value=if line.selected { "0" } else { "1" } aria-pressed=line.selected.to_string() aria-label=take disabled=!valid>
                {icon_of("i s", "check")}
            </button>
            <a class="pic s" href=href.clone() tabindex="-1" aria-hidden="true">{picture(&line.image, Some(String::new()), "72px", Loading::Lazy)}</a>
            <div class="stack">
                <h3 class="two"><a href=href>{line.title.clone()}</a></h3>
                <span class="xs dim">{options(&line.attributes)}</span>
                {dropped}{few}{why}
                <span class="row wraps ends">
                    {full_price(line.price)}
                    {stepper(line, valid, buy)}
                </span>
            </div>
            <button class="ib drop" formaction="/fn/cart/remove" aria-label=format!("{}: {}", buy.remove, line.title)>{icon_of("i m", "trash")}</button>
        </form>
    }
}

fn stepper(line: &CartLine, valid: bool, buy: &'static Buy) -> impl IntoView + use<> {
    let now = line.quantity.get();
    let most = line.stock.min(Quantity::MAX);
    let fewer = format!("{}: {}", buy.fewer, line.title);
    let more = format!("{}: {}", buy.more, line.title);
    view! {
        <span class="step" role="group" aria-label=buy.quantity>
            <button name="quantity" value=now - 1 disabled={now <= 1} aria-label=fewer>{icon_of("i m", "minus")}</button>
            <output>{now}</output>
            <button name="quantity" value=now + 1 disabled={!valid || now >= most} aria-label=more>{icon_of("i m", "plus")}</button>
        </span>
    }
}
