use commerce::{Commerce, Error};
use leptos::prelude::*;
use shared::{
    ErrorCode, UploadId, VideoId,
    dto::{MyClip, MyShop, ProductCard, UploadView},
};

use super::{acts::acts, arriving::arriving, bench::bench, named};
use crate::{
    api::answer::kept,
    context::{Caller, caller},
    pages::{
        load::{page, query, required},
        studio::{StudioFrame, StudioTab, my_shop},
    },
    views::field::banner,
};

/// Where a film is.
enum Stage {
    /// No clip yet.
    Arriving(UploadView),
    /// A clip, what may be linked to it, and whether frames can be taken.
    Clip(Box<MyClip>, Vec<ProductCard>, bool),
}

/// `/studio/clips/{id}`: the upload and the clip it becomes have one address.
#[component]
pub fn ClipPage() -> impl IntoView {
    let caller = caller();
    let id = required::<UploadId>("clip");
    let kept = kept().unwrap_or_default();
    let saved: Option<String> = query("saved");
    page(
        async move |shop| load(&shop, caller, id?).await,
        move |(own, stage): (Option<MyShop>, Stage)| {
            let texts = &caller.texts().studio.clips;
            match stage {
                Stage::Arriving(upload) => {
                    let title = upload.name.clone();
                    view! {
                        <StudioFrame title tab=StudioTab::Clips shop=own><div class="clip-new"><section class="card">{arriving(&upload)}</section></div></StudioFrame>
                    }
                    .into_any()
                }
                Stage::Clip(clip, linkable, frames) => {
                    let done =
                        saved.as_deref().map(|what| view! { <p class="notice" role="status">{(texts.done)(what)}</p> });
                    let (title, head) = (named(&clip), clip.clone());
                    let head = move || acts(&head);
                    view! {
                        <StudioFrame title tab=StudioTab::Clips shop=own acts=ViewFn::from(head) bench=true>
                            {done}{banner(kept.problem.as_ref())}{bench(&clip, &linkable, frames, &kept)}
                        </StudioFrame>
                    }
                    .into_any()
                }
            }
        },
    )
}

async fn load(shop: &Commerce, caller: Caller, id: UploadId) -> Result<(Option<MyShop>, Stage), Error> {
    let own = my_shop(shop, caller).await?;
    let videos = shop.video();
    let clip = match videos.my_clip(caller.actor, VideoId(id.0), caller.locale).await {
        Ok(clip) => clip,
        Err(error) if error.code() == ErrorCode::NotFound => {
            let upload = shop.media().uploaded(caller.actor, id).await?;
            return Ok((own, Stage::Arriving(upload)));
        }
        Err(error) => return Err(error),
    };
    let linkable = videos.linkable(caller.actor, clip.id, caller.locale).await?;
    Ok((own, Stage::Clip(Box::new(clip), linkable, videos.takes_frames())))
}
