//! More clips at the end: the next page of the feed, put below.

use leptos::task::spawn_local;

use super::{dom, player};

pub fn load() {
    let (Some(link), Some(feed)) = (dom::find(".feed [data-next]:not([aria-busy])"), dom::find(".feed")) else {
        return;
    };
    _ = link.set_attribute("aria-busy", "true");
    spawn_local(async move {
        let Some(page) = dom::load(&dom::attr(&link, "href")).await else {
            _ = link.remove_attribute("aria-busy");
            return;
        };
        let (Ok(Some(last)), Ok(Some(fresh))) = (link.closest("li"), page.query_selector(".feed")) else { return };
        last.remove();
        while let Some(item) = fresh.first_element_child() {
            _ = feed.append_child(&item);
        }
        player::adopt(&feed);
    });
}
