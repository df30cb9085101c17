//! The editor's one form: every button of it saves all that was typed, then does what it says. It comes as
//! `multipart/form-data`, so the server reads it and hands it over here.

mod matrix;
mod reader;

pub use reader::{PERIODS, PROTECTIONS};

use commerce::{Commerce, Error, catalog::Part};
use shared::{ErrorCode, MediaId, ProductId};

use super::life::after;
use crate::context::Caller;

/// What was sent.
#[derive(Debug, Default)]
pub struct EditorForm {
    /// Fields of text, in the order of the page.
    pub fields: Vec<(String, String)>,
    /// New pictures of the product.
    pub pictures: Vec<MediaId>,
    /// New pictures of its description.
    pub described: Vec<MediaId>,
    /// Whether a file was refused.
    pub refused: bool,
}

impl EditorForm {
    fn get(&self, name: &str) -> &str {
        self.fields.iter().find(|(field, _)| field == name).map_or("", |(_, value)| value.as_str())
    }
}

/// Saves the form into the draft and does what its button asks; gives the page to go on with.
pub async fn save(commerce: &Commerce, caller: Caller, form: EditorForm) -> Result<String, Error> {
    let id: ProductId = form.get("id").parse().map_err(|_| ErrorCode::NotFound)?;
    let catalog = commerce.catalog();
    let before = catalog.draft(caller.actor, id).await?;
    let master = catalog.master_of(caller.actor, id).await?;
    let (mut draft, typed) = reader::read(&form, &before);
    let is_linked = master.is_some();
    let act = form.get("act").to_owned();
    let mut steps = act.split('.');
    let (verb, noun) = (steps.next().unwrap_or_default(), steps.next().unwrap_or_default());
    let place = steps.next().and_then(|text| text.parse::<usize>().ok());
    let mut anchor = "";
    match (verb, noun, place) {
        ("matrix", ..) => {
            matrix::fill(&mut draft);
            anchor = "#skus";
        }
        ("sku", "remove", Some(place)) if place < draft.skus.len() => {
            draft.skus.remove(place);
            anchor = "#skus";
        }
        ("picture", "forward", Some(place)) if (1..draft.content.pictures.len()).contains(&place) => {
            draft.content.pictures.swap(place, place - 1);
            for sku in &mut draft.skus {
                sku.picture = sku.picture.map(|index| moved(index, place));
            }
            anchor = "#pictures";
        }
        ("picture", "remove", Some(place)) if place < draft.content.pictures.len() => {
            draft.content.pictures.remove(place);
            for sku in &mut draft.skus {
                sku.picture = sku.picture.and_then(|index| removed(index, place));
            }
            anchor = "#pictures";
        }
        ("part", "text", _) => {
            draft.content.description.push(Part::Text(shared::LocalText::default()));
            anchor = "#description";
        }
        ("part", "up", Some(place)) if (1..draft.content.description.len()).contains(&place) => {
            draft.content.description.swap(place, place - 1);
            anchor = "#description";
        }
        ("part", "remove", Some(place)) if place < draft.content.description.len() => {
            draft.content.description.remove(place);
            anchor = "#description";
        }
        _ => {}
    }
    // What another shop is master of is not in the form.
    if let Some(place) = master {
        draft = draft.mastered_by(&before, place.pictures);
    }
    let seen = form.get("version").parse().ok();
    let page = format!("/studio/products/{id}");
    match catalog.edit(caller.actor, id, seen, draft.clone(), typed.clone()).await {
        Ok(()) => {}
        // Nothing typed is lost: it becomes a draft of its own, beside the one that the other person saved.
        Err(error) if error.code() == ErrorCode::Conflict && !is_linked => {
            let view = catalog.draft_view(caller.actor, id, caller.locale).await?;
            let copy = catalog.create_draft(caller.actor, view.shop, draft.clone()).await?;
            catalog.edit(caller.actor, copy, None, draft, typed).await?;
            return Ok(format!("/studio/products/{copy}?saved=copy"));
        }
        Err(error) => return Err(error),
    }
    if verb == "submit" {
        return match catalog.submit(caller.actor, id).await {
            Ok(state) => Ok(after(&page, state)),
            Err(Error::Invalid(_)) => Ok(format!("{page}?check=1#faults")),
            Err(error) => Err(error),
        };
    }
    if verb == "preview" {
        return Ok(format!("{page}/preview"));
    }
    let saved = if form.refused { "upload" } else { "1" };
    Ok(format!("{page}?saved={saved}{anchor}"))
}

/// Where a SKU's picture is once the one at `place` stands before its neighbour.
fn moved(index: i32, place: usize) -> i32 {
    match usize::try_from(index) {
        Ok(here) if here == place => index - 1,
        Ok(here) if here + 1 == place => index + 1,
        _ => index,
    }
}

/// Where it is once the one at `place` is gone.
fn removed(index: i32, place: usize) -> Option<i32> {
    match usize::try_from(index) {
        Ok(here) if here == place => None,
        Ok(here) if here > place => Some(index - 1),
        _ => Some(index),
    }
}
