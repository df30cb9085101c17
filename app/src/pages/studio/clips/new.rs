use leptos::prelude::*;
use shared::{
    ErrorCode, UploadState,
    dto::{MyShop, UploadView},
};

use super::arriving::arriving;
use crate::{
    context::caller,
    pages::{
        load::{form_error, page, query},
        studio::{StudioFrame, StudioTab, my_shop},
    },
    ui::icon_of,
};

/// `/studio/clips/new`: a plain form; the script sends the same file in parts and can go on later.
#[component]
pub fn NewClipPage() -> impl IntoView {
    let caller = caller();
    let wrong = form_error();
    let field: Option<String> = query("field");
    page(
        async move |shop| {
            let own = my_shop(&shop, caller).await?.ok_or(ErrorCode::Forbidden)?;
            let uploads = shop.video().my_clips(caller.actor, own.id, caller.locale).await?.uploads;
            Ok((own, uploads))
        },
        move |(own, uploads): (MyShop, Vec<UploadView>)| {
            let texts = &caller.texts().studio.clips;
            let common = caller.texts().common;
            let wrong = wrong.map(|code| match &field {
                Some(field) if code == ErrorCode::Validation => (common.field)(field),
                _ => common.error(code),
            });
            let fault = wrong.map(|words| view! { <p class="notice bad" role="alert" data-problem>{words}</p> });
            let open: Vec<_> = uploads.into_iter().filter(|upload| upload.state == UploadState::Receiving).collect();
            let open = (!open.is_empty()).then(|| {
                let all = open.iter().map(|upload| {
                    view! { <li class="card" data-open=upload.id.to_string() data-name=upload.name.clone() data-length=upload.length>{arriving(upload)}</li> }
                });
                view! { <ul class="clip-uploads">{all.collect_view()}</ul> }
            });
            let shop = own.id.to_string();
            view! {
                <StudioFrame title=texts.new tab=StudioTab::Clips shop=Some(own)>
                    <div class="clip-new">
                        {fault}
                        <form class="card stack clip-send" method="post" action="/uploads/form" enctype="multipart/form-data" data-upload
                            data-broken=texts.broken_line data-paused=texts.paused data-other=texts.other_file>
                            <input type="hidden" name="shop" value=shop />
                            <div class="f">
                                <label for="f-film">{texts.film}</label>
                                <input id="f-film" class="in file" type="file" name="film" accept="video/mp4,video/quicktime,.mp4,.mov" required aria-describedby="film-help" />
                                <p id="film-help" class="s dim">{texts.film_help}</p>
                            </div>
                            <progress max="1000" value="0" hidden aria-label=texts.arriving></progress>
                            <p class="s dim" role="status" data-said></p>
                            <p class="row wraps">
                                <button class="btn buy" data-send>{icon_of("i m", "plus")}{texts.send}</button>
                                <button class="btn" type="button" hidden data-pause data-go=texts.resume data-stop=texts.pause>{texts.pause}</button>
                            </p>
                        </form>
                        {open}
                    </div>
                </StudioFrame>
            }
        },
    )
}
