//! Acts on a window, from the values of buttons and fields.

use commerce::Error;
use shared::{ErrorCode, GroupId, Handle, LocalText, ProductId, WindowOp};

use super::field;
use crate::api::WindowForm;

/// Whose window.
pub fn handle(text: &str) -> Result<Handle, Error> {
    text.parse().map_err(|_| ErrorCode::NotFound.into())
}

/// The act that a form asks for; `new` is the id of a new group.
pub fn op(form: &WindowForm, new: GroupId) -> Result<WindowOp, Error> {
    if !form.op.is_empty() {
        return serde_json::from_str(&form.op).map_err(|_| Error::Invalid(vec!["op"]));
    }
    let mut parts = form.act.split(':');
    let (what, first, second) =
        (parts.next().unwrap_or_default(), parts.next().unwrap_or_default(), parts.next().unwrap_or_default());
    let item = || field::<ProductId>("item", if first.is_empty() { &form.item } else { first });
    let group = || field::<GroupId>("group", if first.is_empty() { &form.group } else { first });
    let name = || LocalText { zh: form.name_zh.trim().to_owned(), en: form.name_en.trim().to_owned() };
    let join = |on| Ok(WindowOp::Join { item: item()?, group: field("group", second)?, on });
    match what {
        "move" => Ok(WindowOp::Move { item: item()?, before: maybe("before", second)? }),
        "pin" => Ok(WindowOp::Pin { item: item()?, before: maybe("before", second)? }),
        "unpin" => Ok(WindowOp::Unpin { item: item()? }),
        "hide" => Ok(WindowOp::Hide { item: item()?, on: true }),
        "show" => Ok(WindowOp::Hide { item: item()?, on: false }),
        "remove" => Ok(WindowOp::Remove { item: item()? }),
        "add" => Ok(WindowOp::Add { item: item()?, before: maybe("before", second)? }),
        "join" => join(true),
        "leave" => join(false),
        "group-add" => Ok(WindowOp::AddGroup { group: new, name: name(), before: None }),
        "group-rename" => Ok(WindowOp::RenameGroup { group: group()?, name: name() }),
        "group-move" => Ok(WindowOp::MoveGroup { group: group()?, before: maybe("before", second)? }),
        "group-remove" => Ok(WindowOp::RemoveGroup { group: group()? }),
        "cover" => Ok(WindowOp::Cover { media: field("media", &form.media)? }),
        "look" => {
            let look = serde_json::from_value(form.look.clone().into()).map_err(|_| Error::Invalid(vec!["look"]))?;
            Ok(WindowOp::Look { look })
        }
        _ => Err(Error::Invalid(vec!["act"])),
    }
}

fn maybe<T: std::str::FromStr>(name: &'static str, text: &str) -> Result<Option<T>, Error> {
    if text.is_empty() { Ok(None) } else { field(name, text).map(Some) }
}
