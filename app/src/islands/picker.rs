use leptos::{ev::MouseEvent, html::Form, prelude::*, task::spawn_local};
use serde::{Deserialize, Serialize};
use shared::{Currency, Money, Quantity};
use wasm_bindgen::JsValue;
use web_sys::{CustomEvent, CustomEventInit, Element};

use super::dom;
use crate::ui::{icon, icon_of};

/// From so few pieces on, the buyer is told how many are left.
const FEW: i32 = 20;

/// What can be chosen of a product.
#[derive(Debug, Clone, Serialize, Deserialize)]
#[expect(missing_docs, reason = "as in `ProductDetail`")]
pub struct PickProduct {
    pub id: String,
    pub options: Vec<PickOption>,
    pub skus: Vec<PickSku>,
    pub currency: Currency,
    /// Most pieces of one order; 0 without a limit.
    pub limit: i32,
    pub scene: String,
    pub video: String,
    /// The showcase it belongs to.
    pub showcase: String,
    /// Nothing of it can be bought now.
    pub closed: bool,
}

/// A dimension of choice.
#[derive(Debug, Clone, Serialize, Deserialize)]
#[expect(missing_docs, reason = "as in `ProductOption`")]
pub struct PickOption {
    pub name: String,
    pub values: Vec<PickValue>,
}

/// One value of it.
#[derive(Debug, Clone, Serialize, Deserialize)]
#[expect(missing_docs, reason = "a name and a small picture")]
pub struct PickValue {
    pub name: String,
    pub picture: Option<String>,
}

/// One variant; prices in minor units.
#[derive(Debug, Clone, Serialize, Deserialize)]
#[expect(missing_docs, reason = "as in `SkuView`")]
pub struct PickSku {
    pub id: String,
    pub choice: Vec<i32>,
    pub price: i64,
    pub was: Option<i64>,
    pub stock: i32,
    pub picture: Option<i32>,
}

/// The picker's words; `{}` stands for a number.
#[derive(Debug, Clone, Serialize, Deserialize)]
#[expect(missing_docs, reason = "each field is its own text")]
pub struct PickTexts {
    pub choose: String,
    pub quantity: String,
    pub fewer: String,
    pub more: String,
    pub out: String,
    pub left: String,
    pub in_stock: String,
    pub sold_out: String,
    pub limit: String,
    pub shop: String,
    pub bag: String,
    pub add: String,
    pub added: String,
    pub buy: String,
}

impl PickProduct {
    /// The variant to begin with: the first that can be bought.
    pub fn first(&self) -> Option<&PickSku> {
        self.skus.iter().find(|sku| sku.stock > 0).or(self.skus.first())
    }

    fn sku(&self, choice: &[i32]) -> Option<&PickSku> {
        self.skus.iter().find(|sku| sku.choice == choice)
    }

    fn most(&self, sku: Option<&PickSku>) -> i32 {
        let limit = if self.limit > 0 { self.limit } else { Quantity::MAX };
        sku.map_or(0, |sku| sku.stock).min(limit).min(Quantity::MAX)
    }

    /// Whether `value` of `option` can be bought together with the other choices.
    fn fits(&self, choice: &[i32], option: usize, value: i32) -> bool {
        self.skus.iter().any(|sku| {
            sku.stock > 0 && sku.choice.iter().enumerate().all(|(i, v)| *v == if i == option { value } else { choice[i] })
        })
    }

    /// The choice after tapping `value`: the other options follow where the combination does not exist.
    fn tapped(&self, choice: &[i32], option: usize, value: i32) -> Vec<i32> {
        let mut next = choice.to_vec();
        next[option] = value;
        if self.sku(&next).is_some_and(|sku| sku.stock > 0) {
            return next;
        }
        let with = |sku: &&PickSku| sku.choice[option] == value;
        let best = self.skus.iter().filter(|sku| sku.stock > 0).find(with);
        best.or(self.skus.iter().find(with)).map_or(next, |sku| sku.choice.clone())
    }
}

/// Chooses a variant and a number of pieces. Before it is alive, and where it never comes alive, the
/// form posts to `/fn/pick`, which finds the variant by the options.
#[island]
pub fn Picker(product: PickProduct, texts: PickTexts) -> impl IntoView {
    let first = product.first().map(|sku| sku.choice.clone()).unwrap_or_default();
    let only = product.options.is_empty().then(|| product.first().map(|sku| sku.id.clone())).flatten();
    let choice = RwSignal::new(first.clone());
    let pieces = RwSignal::new(1);
    let form = NodeRef::<Form>::new();
    let product = StoredValue::new(product);
    let texts = StoredValue::new(texts);

    Effect::new(move |before: Option<Vec<i32>>| {
        let now = choice.get();
        if let (Some(form), true) = (form.get_untracked(), before.is_some_and(|before| before != now)) {
            product.with_value(|product| show_choice(&form, product, &now));
        }
        now
    });

    let options = product.with_value(|product| {
        let named = product.options.iter().enumerate();
        named.map(|(i, option)| fieldset(i, option.clone(), &first, choice, pieces, product, texts)).collect_view()
    });
    let (id, scene, video) = product.with_value(|p| (p.id.clone(), p.scene.clone(), p.video.clone()));
    view! {
        <form class="pick" method="post" action="/fn/pick" autocomplete="off" node_ref=form>
            <input type="hidden" name="product" value=id />
            <input type="hidden" name="scene" value=scene />
            <input type="hidden" name="video" value=video />
            {only.map(|sku| view! { <input type="hidden" name="sku_id" value=sku /> })}
            <section class="sec sku" aria-label=texts.with_value(|t| t.choose.clone())>
                {options}
                {quantity(choice, pieces, product, texts)}
            </section>
            {buy_bar(choice, pieces, product, texts)}
        </form>
    }
}

fn fieldset(
    i: usize,
    option: PickOption,
    first: &[i32],
    choice: RwSignal<Vec<i32>>,
    pieces: RwSignal<i32>,
    all: &PickProduct,
    texts: StoredValue<PickTexts>,
) -> impl IntoView + use<> {
    let product = StoredValue::new(all.clone());
    let names: Vec<String> = option.values.iter().map(|value| value.name.clone()).collect();
    let chosen = move || choice.with(|c| usize::try_from(c[i]).ok().and_then(|v| names.get(v).cloned()));
    let values = (0..).zip(option.values).map(|(v, value): (i32, PickValue)| {
        let never = !all.skus.iter().any(|sku| sku.choice[i] == v && sku.stock > 0);
        let fits = move || product.with_value(|p| choice.with(|c| p.fits(c, i, v)));
        let tap = move |_| {
            choice.update(|c| *c = product.with_value(|p| p.tapped(c, i, v)));
            pieces.update(|n| *n = (*n).min(product.with_value(|p| choice.with_untracked(|c| p.most(p.sku(c))))).max(1));
        };
        let picture = value.picture.map(|src| view! { <img src=src width="32" height="32" alt="" loading="lazy" /> });
        view! {
            <label class="opt" class:out=move || !fits()>
                <input type="radio" name=format!("o{i}") value=v checked=first[i] == v disabled=never prop:checked=move || choice.with(|c| c[i] == v) on:change=tap />
                {picture}
                <span class="vname">{value.name}</span>
                <span class="no" hidden=fits>{texts.with_value(|t| t.out.clone())}</span>
            </label>
        }
    });
    let values = values.collect_view();
    view! {
        <fieldset>
            <legend>{option.name}" "<span class="dim">{chosen}</span></legend>
            <div class="opts">{values}</div>
        </fieldset>
    }
}

fn quantity(
    choice: RwSignal<Vec<i32>>,
    pieces: RwSignal<i32>,
    product: StoredValue<PickProduct>,
    texts: StoredValue<PickTexts>,
) -> impl IntoView {
    let stock = move || product.with_value(|p| choice.with(|c| p.sku(c).map_or(0, |sku| sku.stock)));
    let most = move || product.with_value(|p| choice.with(|c| p.most(p.sku(c))));
    let words = move || {
        texts.with_value(|t| match stock() {
            ..1 => t.sold_out.clone(),
            n @ 1..=FEW => t.left.replace("{}", &n.to_string()),
            _ => t.in_stock.clone(),
        })
    };
    let step = move |by: i32| move |_: MouseEvent| pieces.update(|n| *n = (*n + by).min(most()).max(1));
    let typed = move |event| pieces.set(event_target_value(&event).parse().unwrap_or(1).min(most()).max(1));
    let label = texts.with_value(|t| (t.quantity.clone(), t.quantity.clone(), t.fewer.clone(), t.more.clone(), t.limit.clone()));
    let limit = (!label.4.is_empty()).then(|| view! { <span class="dim dot"></span><span class="dim">{label.4}</span> });
    view! {
        <div class="count-line">
            <div class="stack">
                <span class="s strong">{label.0}</span>
                <span class="xs"><span class="strong" class:warn=move || stock() <= FEW data-testid="stock">{words}</span>{limit}</span>
            </div>
            <div class="step">
                <button type="button" aria-label=label.2 disabled=move || pieces.get() <= 1 on:click=step(-1)>{icon_of("i m", "minus")}</button>
                <input type="number" inputmode="numeric" name="quantity" min="1" max="99" value="1" aria-label=label.1 prop:value=move || pieces.get() on:change=typed />
                <button type="button" aria-label=label.3 disabled=move || { pieces.get() >= most() } on:click=step(1)>{icon_of("i m", "plus")}</button>
            </div>
        </div>
    }
}

fn buy_bar(
    choice: RwSignal<Vec<i32>>,
    pieces: RwSignal<i32>,
    product: StoredValue<PickProduct>,
    texts: StoredValue<PickTexts>,
) -> impl IntoView {
    let busy = RwSignal::new(false);
    let none = move || product.with_value(|p| p.closed || choice.with(|c| p.sku(c).is_none_or(|sku| sku.stock <= 0)));
    let line = move || {
        product.with_value(|p| {
            let sku = choice.with_untracked(|c| p.sku(c).map(|sku| sku.id.clone())).unwrap_or_default();
            (sku, pieces.get_untracked(), p.scene.clone(), p.video.clone())
        })
    };
    let add = move |event: MouseEvent| {
        event.prevent_default();
        let (sku, n, scene, video) = line();
        busy.set(true);
        spawn_local(async move {
            let body = format!("sku_id={sku}&quantity={n}&scene={scene}&video={video}");
            match dom::send("/fn/cart/add", body).await {
                Ok(pieces) => {
                    dom::set_badges(pieces.parse().unwrap_or_default());
                    dom::toast(&texts.with_value(|t| t.added.clone()));
                }
                Err(words) => dom::toast(&words),
            }
            busy.set(false);
        });
    };
    let buy = move |event: MouseEvent| {
        event.prevent_default();
        let (sku, n, scene, video) = line();
        let query = format!("sku={sku}&quantity={n}&scene={scene}&video={video}");
        if announce(&event_target::<Element>(&event), &query) {
            _ = window().location().assign(&format!("/checkout?{query}"));
        }
    };
    let showcase = product.with_value(|p| p.showcase.clone());
    let t = texts.with_value(Clone::clone);
    view! {
        <div class="buybar">
            <a class="mini-act" href=showcase>{icon("store")}{t.shop}</a>
            <a class="mini-act" href="/cart">{icon("bag")}{t.bag}<span class="badge" data-bag hidden></span></a>
            <div class="pair">
                <button class="btn soft" name="then" value="add" data-testid="sheet-add" disabled=move || none() || busy.get() on:click=add>{t.add}</button>
                <button class="btn buy" name="then" value="buy" data-testid="sheet-buy" disabled=none on:click=buy>{t.buy}</button>
            </div>
        </div>
    }
}

/// Tells the page that this line is to be bought; false if something, such as the sheet, took it over.
fn announce(from: &Element, query: &str) -> bool {
    let init = CustomEventInit::new();
    init.set_bubbles(true);
    init.set_cancelable(true);
    init.set_detail(&JsValue::from_str(query));
    let event = CustomEvent::new_with_event_init_dict("vitrine:buy", &init);
    event.is_ok_and(|event| from.dispatch_event(&event).unwrap_or(true))
}

/// Brings price and picture outside the form up to date.
fn show_choice(form: &Element, product: &PickProduct, choice: &[i32]) {
    let (Some(sku), Ok(Some(root))) = (product.sku(choice), form.closest("[data-product]")) else { return };
    let money = |minor| Money::new(minor, product.currency);
    if let Some(place) = dom::within(&root, "[data-price]") {
        place.set_text_content(Some(&crate::ui::cents(money(sku.price))));
    }
    if let Some(place) = dom::within(&root, "[data-was]") {
        place.set_text_content(sku.was.map(|was| crate::ui::cents(money(was))).as_deref());
    }
    let Some(gallery) = dom::within(&root, ".gallery") else { return };
    let picture = sku.picture.and_then(|i| u32::try_from(i).ok()).and_then(|i| gallery.children().item(i));
    if let Some(picture) = picture {
        let left = picture.get_bounding_client_rect().left() - gallery.get_bounding_client_rect().left();
        gallery.scroll_by_with_x_and_y(left, 0.0);
    }
}
