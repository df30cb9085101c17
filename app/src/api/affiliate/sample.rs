use leptos::prelude::*;

use crate::api::Failure;

/// Asks for a sample on behalf of the creator called `handle`.
#[server(prefix = "/fn", endpoint = "affiliate/sample/ask")]
pub async fn ask_sample(
    handle: String,
    product: String,
    #[server(default)] sku: String,
    #[server(default)] address: String,
    #[server(default)] note: String,
) -> Result<shared::SampleId, Failure> {
    use crate::{
        api::{answer::answer, fail, read},
        context::{caller, shop},
    };

    async fn ask(
        handle: &str,
        piece: (&str, &str),
        address: &str,
        note: &str,
    ) -> Result<shared::SampleId, commerce::Error> {
        let (shop, handle) = (shop()?, read::window::handle(handle)?);
        let piece = (read::field("product", piece.0)?, read::field("sku", piece.1)?);
        let address = read::field("address", address)?;
        shop.affiliate().ask_sample(caller().actor, &handle, piece, address, note).await
    }
    let result = ask(&handle, (&product, &sku), &address, &note).await.map_err(fail);
    let back = format!("/studio/selection/samples?product={}", product.trim());
    let typed = [("sku", sku.as_str()), ("address", &address), ("note", &note)];
    answer(result, |id| format!("/studio/selection/samples#s-{id}"), &back, &typed)
}

/// Moves a request on: `act` is `accept`, `decline` (with a reason), `send` (with the parcel), `receive` or `withdraw`.
#[server(prefix = "/fn", endpoint = "affiliate/sample/move")]
pub async fn move_sample(
    sample: String,
    act: String,
    #[server(default)] reason: String,
    #[server(default)] parcel: String,
) -> Result<(), Failure> {
    use commerce::affiliate::SampleAct;

    use crate::{
        api::{answer::answer, fail, read},
        context::{caller, shop},
    };

    async fn go(sample: &str, act: &str, reason: &str, parcel: &str) -> Result<(), commerce::Error> {
        let act = match act {
            "accept" => SampleAct::Accept,
            "decline" => SampleAct::Decline(reason.to_owned()),
            "send" => SampleAct::Send(parcel.to_owned()),
            "receive" => SampleAct::Receive,
            "withdraw" => SampleAct::Withdraw,
            _ => return Err(commerce::Error::Invalid(vec!["act"])),
        };
        shop()?.affiliate().move_sample(caller().actor, read::field("sample", sample)?, act).await
    }
    let result = go(&sample, &act, &reason, &parcel).await.map_err(fail);
    let mine = matches!(act.as_str(), "receive" | "withdraw");
    let page = if mine { "/studio/selection/samples" } else { "/studio/promotion/samples" };
    let typed = [("of", sample.as_str()), ("reason", reason.as_str()), ("parcel", parcel.as_str())];
    answer(result, |()| format!("{page}#s-{sample}"), page, &typed)
}
