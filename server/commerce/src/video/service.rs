use shared::{
    Handle, Locale, VideoId,
    dto::{Comment, Page, VideoCard, VideoView},
};

use crate::{Actor, Error, Videos};

impl Videos<'_> {
    /// The feed, from `start` on if it is given (`NotFound`, `Gone`), 6 clips a page.
    pub async fn feed(
        &self,
        actor: Actor,
        start: Option<VideoId>,
        cursor: Option<String>,
        locale: Locale,
    ) -> Result<Page<VideoView>, Error> {
        let _ = (actor, start, cursor, locale);
        todo!("goods")
    }

    /// One clip; `NotFound`, `Gone`.
    pub async fn video(&self, actor: Actor, id: VideoId, locale: Locale) -> Result<VideoView, Error> {
        let _ = (actor, id, locale);
        todo!("goods")
    }

    /// A creator's clips, newest first, 24 a page; `NotFound`.
    pub async fn of_creator(
        &self,
        actor: Actor,
        handle: &Handle,
        cursor: Option<String>,
        locale: Locale,
    ) -> Result<Page<VideoCard>, Error> {
        let _ = (actor, handle, cursor, locale);
        todo!("goods")
    }

    /// Likes or stops liking; any buyer. Returns the number of likes.
    pub async fn like(&self, actor: Actor, id: VideoId, on: bool) -> Result<i64, Error> {
        let _ = (actor, id, on);
        todo!("goods")
    }

    /// Says something, 1 to 200 characters; accounts only, at most 10 a minute.
    pub async fn comment(&self, actor: Actor, id: VideoId, text: &str) -> Result<Comment, Error> {
        let _ = (actor, id, text);
        todo!("goods")
    }

    /// Counts a play; anybody, once per buyer and clip.
    pub async fn played(&self, actor: Actor, id: VideoId) -> Result<(), Error> {
        let _ = (actor, id);
        todo!("goods")
    }
}
