use leptos::prelude::*;
use shared::{UploadState, dto::UploadView};

use crate::{context::caller, ui::icon_of};

/// How far a film is that is no clip yet; an island keeps it up to date, a link does otherwise.
pub fn arriving(upload: &UploadView) -> impl IntoView + use<> {
    let texts = &caller().texts().studio.clips;
    let id = upload.id.to_string();
    let page = format!("/studio/clips/{id}");
    let (now, most) = match upload.state {
        UploadState::Receiving => (upload.received, upload.length.max(1)),
        _ => (i64::from(upload.progress), 1_000),
    };
    let refused = upload.state == UploadState::Refused;
    let tone = if refused { "tag warn" } else { "tag" };
    let name = upload.name.clone();
    let meter = (!refused).then(|| {
        let label = format!("{name}: {}", (texts.upload_state)(upload.state));
        view! { <progress value=now max=most aria-label=label></progress> }
    });
    let said = match (upload.state, upload.fault) {
        (UploadState::Receiving, _) => {
            format!("{} · {}", (texts.sent)(upload.received, upload.length), texts.unfinished_help)
        }
        (_, Some(fault)) => (texts.fault)(fault).to_owned(),
        _ => String::new(),
    };
    let acts = match upload.state {
        UploadState::Checking | UploadState::Ready => {
            view! { <a class="btn" href=page.clone() data-refresh>{texts.refresh}</a> }.into_any()
        }
        state => {
            let (words, other) = if state == UploadState::Refused {
                (texts.put_away, texts.again)
            } else {
                (texts.give_up, texts.resume)
            };
            view! {
                <a class="btn" href="/studio/clips/new">{other}</a>
                <form method="post" action="/fn/clip/cancel"><input type="hidden" name="id" value=id.clone() /><button class="btn">{words}</button></form>
            }
            .into_any()
        }
    };
    let watched = (upload.state == UploadState::Checking).then(|| format!("{page}/progress"));
    view! {
        <div class="clip-arriving" data-progress=watched data-page=page>
            <p class="row wraps"><span class=tone>{(texts.upload_state)(upload.state)}</span><b class="one s">{name}</b></p>
            {meter}
            <p class="row s dim" role=refused.then_some("alert")>{refused.then(|| icon_of("i m warn", "alert"))}<span data-said>{said}</span></p>
            <div class="row wraps">{acts}</div>
        </div>
    }
}
