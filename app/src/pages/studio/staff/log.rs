use commerce::staff::{LogQuery, SUBJECTS};
use leptos::prelude::*;
use shared::{
    BuyerId, ErrorCode,
    dto::{Activity, MyShop, Page},
};

use super::super::{StudioFrame, StudioTab, my_shop};
use crate::{
    context::{caller, shop},
    pages::{
        load::{page, query},
        showcase::encode,
    },
    present::when::{When, day_in_china},
    ui::icon_of,
    views::field::select,
};

/// What was asked for, as it was typed.
#[derive(Debug, Clone, Default)]
struct Asked {
    who: String,
    what: String,
    day: String,
    cursor: String,
}

impl Asked {
    fn read() -> Self {
        let text = |name| query::<String>(name).unwrap_or_default();
        Self { who: text("who"), what: text("what"), day: text("day"), cursor: text("cursor") }
    }

    /// What the shop understands of it.
    fn query(&self) -> LogQuery {
        let given = |text: &String| Some(text.clone()).filter(|text| !text.is_empty());
        LogQuery {
            who: self.who.parse().ok(),
            subject: given(&self.what).filter(|what| SUBJECTS.contains(&what.as_str())),
            day: day_in_china(&self.day),
            cursor: given(&self.cursor),
        }
    }

    fn narrows(&self) -> bool {
        [&self.who, &self.what, &self.day].iter().any(|text| !text.is_empty())
    }

    /// The page that begins after `cursor`.
    fn href(&self, cursor: &str) -> String {
        let pairs = [("who", self.who.as_str()), ("what", &self.what), ("day", &self.day), ("cursor", cursor)];
        let given = pairs.iter().filter(|(_, value)| !value.is_empty());
        let given: Vec<_> = given.map(|(name, value)| format!("{name}={}", encode(value))).collect();
        if given.is_empty() { "/studio/staff/log".to_owned() } else { format!("/studio/staff/log?{}", given.join("&")) }
    }
}

type Found = (MyShop, Page<Activity>, Vec<(BuyerId, String)>);

/// `/studio/staff/log?who=&what=&day=&cursor=`
#[component]
pub fn LogPage() -> impl IntoView {
    let caller = caller();
    let asked = Asked::read();
    let wanted = asked.query();
    page(
        async move |commerce| {
            let shop = my_shop(&commerce, caller).await?.ok_or(ErrorCode::Forbidden)?;
            let log = commerce.staff().log(caller.actor, shop.id, wanted, caller.locale).await?;
            let doers = commerce.staff().doers(caller.actor, shop.id).await?;
            Ok((shop, log, doers))
        },
        move |(own, log, doers): Found| {
            let texts = &caller.texts().studio.staff;
            let (filter, newest) = (filter(&asked, doers), !asked.cursor.is_empty());
            let newest = newest.then(|| view! { <a class="btn" href=asked.href("")>{texts.newest}</a> });
            let older = log
                .next
                .as_ref()
                .map(|cursor| view! { <a class="btn" href=asked.href(cursor) rel="next">{texts.older}</a> });
            let none = if asked.narrows() { texts.log_none } else { texts.log_empty };
            view! {
                <StudioFrame title=texts.log tab=StudioTab::People shop=Some(own)>
                    <p><a class="row s" href="/studio/staff">{icon_of("i s", "left")}<span class="u">{texts.title}</span></a></p>
                    {filter}
                    <section class="card">{entries(log.items, none)}</section>
                    <nav class="row wraps" aria-label=texts.older>{newest}{older}</nav>
                </StudioFrame>
            }
        },
    )
}

fn filter(asked: &Asked, doers: Vec<(BuyerId, String)>) -> impl IntoView + use<> {
    let texts = &caller().texts().studio.staff;
    let any = || (String::new(), texts.log_any.to_owned());
    let people = std::iter::once(any()).chain(doers.into_iter().map(|(id, name)| (id.to_string(), name)));
    let subjects = SUBJECTS.iter().map(|subject| ((*subject).to_owned(), (texts.log_subject)(subject).to_owned()));
    let subjects = std::iter::once(any()).chain(subjects);
    let clear = asked.narrows().then(|| view! { <a class="btn" href="/studio/staff/log">{texts.log_clear}</a> });
    view! {
        <form class="log-filter card" method="get" action="/studio/staff/log" role="search">
            {select("who", texts.log_who, people, &asked.who)}
            {select("what", texts.log_what, subjects, &asked.what)}
            <div class="f"><label for="f-day">{texts.log_day}</label><input class="in num" id="f-day" name="day" type="date" value=asked.day.clone() /></div>
            <div class="row"><button class="btn plain">{icon_of("i s", "filter")}{texts.log_show}</button>{clear}</div>
        </form>
    }
}

/// What was done, the newest first; `none` where nothing was.
pub fn entries(all: Vec<Activity>, none: &'static str) -> impl IntoView {
    let staff = &caller().texts().studio.staff;
    let when = When::new(shop().map(|shop| shop.clock().now()).unwrap_or_default(), caller().locale);
    let empty = all.is_empty().then(|| view! { <p class="dim">{none}</p> });
    let rows = all.into_iter().map(|entry| {
        let who = if entry.who.is_empty() { staff.nobody.to_owned() } else { entry.who };
        let at = when.moment(&entry.at);
        view! {
            <li class="row base wraps"><span class="grow entry"><b>{who}</b>" "{(staff.act)(&entry.act)}" "<b>{entry.subject}</b></span><time class="xs dim num" datetime=entry.at>{at}</time></li>
        }
    });
    let rows = rows.collect_view();
    view! { {empty}<ul class="lines">{rows}</ul> }
}
