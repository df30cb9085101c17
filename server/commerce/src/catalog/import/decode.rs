//! Lines to drafts, with everything that is wrong in them by line and column.

use std::collections::{BTreeSet, HashMap, HashSet};

use shared::{
    BasisPoints, CategoryId, Currency, FreightId, LocalText, MediaId, Money, ProductId, ShelfGroupId,
    dto::{CellFault, LimitPeriod, PurchaseLimit, RowFault},
};

use super::columns::{ADDRESS, COLUMNS, GROUP, NUMBER, PERIODS, PICTURE, PROTECTIONS, plain, split, unescape};
use crate::{
    catalog::{Choice, Content, Fact, Part, ProductDraft, SkuDraft},
    linked,
};

/// Longest cell, in bytes.
const LONGEST: usize = 60_000;
/// Lines of a file at most.
pub const MOST_LINES: usize = 20_001;
/// Faults that are told.
const TOLD: usize = 200;

/// What the file may refer to.
pub struct Known {
    /// By their codes, and whether the shop sells there.
    pub category: HashMap<String, (CategoryId, bool)>,
    pub freight: HashSet<FreightId>,
    /// The drafts of the shop's products that the file names.
    pub drafts: HashMap<ProductId, ProductDraft>,
    /// The pictures that the file names and the shop may use; those of a product's draft it may use anyway.
    pub pictures: HashSet<MediaId>,
    /// Whether what is good is to be listed: then it has to be complete.
    pub list: bool,
    /// The shop's own groups by their paths.
    pub groups: HashMap<String, ShelfGroupId>,
    /// The shop that is master of the goods, if that is another one.
    pub master: Option<Master>,
}

/// What is known of the shop that is master of the goods.
pub struct Master {
    pub platform: linked::Platform,
    /// The products of the file that are here already, by their numbers there.
    pub numbers: HashMap<String, ProductId>,
}

/// A product of the file that can be written.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Good {
    /// `None` for a new one.
    pub id: Option<ProductId>,
    pub draft: ProductDraft,
    /// Where it is at its master.
    pub place: Option<linked::Place>,
    /// The group it goes into, or out of any; `None` leaves it where it is.
    pub group: Option<Option<ShelfGroupId>>,
}

/// What a file holds.
#[derive(Debug, Default)]
pub struct Decoded {
    pub good: Vec<Good>,
    pub faults: Vec<RowFault>,
    pub fault_count: i32,
}

/// What the file names, to be looked up before it is decoded; each once.
#[derive(Debug, Default)]
pub struct Named {
    pub products: Vec<ProductId>,
    pub pictures: Vec<MediaId>,
}

/// The products and pictures that the file names.
pub fn named(text: &str) -> Named {
    let mut reader = reader(text);
    let head = reader.headers().cloned().unwrap_or_default();
    let place = |wanted: &str| head.iter().position(|name| name.trim() == wanted);
    let (product, pictures, description) = (place("product"), place("pictures"), place("description_zh"));
    let (mut products, mut found) = (BTreeSet::new(), BTreeSet::new());
    for record in reader.records().filter_map(Result::ok) {
        let cell = |place: Option<usize>| place.and_then(|place| record.get(place)).map_or("", plain);
        products.extend(cell(product).trim().parse::<ProductId>());
        found.extend(cell(pictures).split('|').filter_map(|item| item.trim().parse::<MediaId>().ok()));
        if let Some((_, rest)) = cell(description).split_once(PICTURE) {
            let rest = rest.split(PICTURE).filter_map(|item| item.split('|').next()?.trim().parse::<MediaId>().ok());
            found.extend(rest);
        }
    }
    Named { products: products.into_iter().collect(), pictures: found.into_iter().collect() }
}

/// The numbers by which the file names products of another shop.
pub fn numbers(text: &str) -> Vec<String> {
    let mut reader = reader(text);
    let place = reader.headers().ok().and_then(|head| head.iter().position(|name| name.trim() == NUMBER));
    let Some(place) = place else { return Vec::new() };
    let cells = reader.records().filter_map(|record| Some(plain(record.ok()?.get(place)?).trim().to_owned()));
    cells.filter(|number| !number.is_empty()).collect::<HashSet<_>>().into_iter().collect()
}

/// Reads the whole file; text without its byte order mark.
pub fn decode(text: &str, known: &Known) -> Decoded {
    let mut table = Table { known, met: HashSet::new(), head: HashMap::new(), out: Decoded::default() };
    let mut reader = reader(text);
    let head = match reader.headers() {
        Ok(head) => head.clone(),
        Err(_) => csv::StringRecord::new(),
    };
    table.head = head.iter().enumerate().map(|(place, name)| (name.trim().to_owned(), place)).collect();
    let numbered = known.master.as_ref().map(|_| NUMBER);
    for needed in ["code", "price"].into_iter().chain(numbered) {
        if !table.head.contains_key(needed) {
            table.fault(1, needed, CellFault::NoColumn, "");
        }
    }
    for name in table.head.keys().cloned().collect::<Vec<_>>() {
        if !COLUMNS.iter().any(|(known, ..)| *known == name) {
            table.fault(1, &name, CellFault::Unknown, &name);
        }
    }
    if table.out.fault_count > 0 {
        return table.out;
    }
    let mut products: Vec<(String, Vec<Line>)> = Vec::new();
    let mut places: HashMap<String, usize> = HashMap::new();
    for record in reader.records() {
        let record = match record {
            Ok(record) => record,
            Err(error) => {
                let line = error.position().map_or(0, csv::Position::line);
                table.fault(number(line), "", CellFault::Unreadable, "");
                continue;
            }
        };
        let line = number(record.position().map_or(0, csv::Position::line));
        if record.iter().all(|cell| cell.trim().is_empty()) {
            continue;
        }
        if record.len() != head.len() {
            table.fault(line, "", CellFault::Unreadable, record.get(0).unwrap_or_default());
            continue;
        }
        let mut key = table.cell(&record, "product").trim().to_owned();
        if key.is_empty() && known.master.is_some() {
            key = table.cell(&record, NUMBER).trim().to_owned();
        }
        let key = if key.is_empty() { format!("\u{0}{line}") } else { key };
        let place = *places.entry(key.clone()).or_insert_with(|| {
            products.push((key, Vec::new()));
            products.len() - 1
        });
        if let Some((_, lines)) = products.get_mut(place) {
            lines.push(Line { number: line, record });
        }
    }
    for (key, lines) in products {
        table.product(&key, &lines);
    }
    table.out
}

struct Line {
    number: i32,
    record: csv::StringRecord,
}

fn reader(text: &str) -> csv::Reader<&[u8]> {
    csv::ReaderBuilder::new().flexible(true).from_reader(text.as_bytes())
}

fn number(line: u64) -> i32 {
    i32::try_from(line).unwrap_or(i32::MAX)
}

struct Table<'a> {
    known: &'a Known,
    /// Numbers of another shop that were met in earlier products.
    met: HashSet<String>,
    head: HashMap<String, usize>,
    out: Decoded,
}

impl Table<'_> {
    fn fault(&mut self, line: i32, column: &str, fault: CellFault, value: &str) {
        self.out.fault_count += 1;
        if self.out.faults.len() < TOLD {
            let value = value.chars().take(60).collect();
            self.out.faults.push(RowFault { line, column: column.chars().take(40).collect(), fault, value });
        }
    }

    fn has(&self, column: &str) -> bool {
        self.head.contains_key(column)
    }

    fn cell<'r>(&self, record: &'r csv::StringRecord, column: &str) -> &'r str {
        self.head.get(column).and_then(|place| record.get(*place)).map_or("", plain)
    }

    fn product(&mut self, key: &str, lines: &[Line]) {
        let before = self.out.fault_count;
        let Some(first) = lines.first() else { return };
        for line in lines {
            let long = COLUMNS.iter().find(|(name, ..)| self.cell(&line.record, name).len() > LONGEST);
            if let Some((name, ..)) = long {
                self.fault(line.number, name, CellFault::TooLong, self.cell(&line.record, name));
                return;
            }
        }
        let place = self.place(first);
        let known = self.known;
        let there = known.master.as_ref().zip(place.as_ref()).and_then(|(master, at)| master.numbers.get(&at.number));
        let id = key.parse::<ProductId>().ok().or(there.copied());
        if there.is_some_and(|there| id != Some(*there)) {
            return self.fault(first.number, NUMBER, CellFault::Twice, key);
        }
        let base = id.and_then(|id| known.drafts.get(&id));
        if id.is_some() && base.is_none() {
            return self.fault(first.number, "product", CellFault::NotYours, key);
        }
        self.same(lines);
        let group = self.group(first);
        let mut draft = self.own(first, base);
        draft.skus = lines.iter().filter_map(|line| self.sku(line, base)).collect();
        self.twice(lines, &draft);
        if self.out.fault_count > before {
            return;
        }
        for fault in draft.faults() {
            let (column, is_form) = column_of(fault);
            if known.list || is_form {
                self.fault(first.number, column, CellFault::Refused, self.cell(&first.record, column));
            }
        }
        if self.out.fault_count == before {
            self.out.good.push(Good { id, draft, place, group });
        }
    }

    fn group(&mut self, line: &Line) -> Option<Option<ShelfGroupId>> {
        if !self.has(GROUP) {
            return None;
        }
        let cell = self.cell(&line.record, GROUP).trim().to_owned();
        if cell.is_empty() {
            return Some(None);
        }
        let known = self.known.groups.get(&cell).copied();
        if known.is_none() {
            self.fault(line.number, GROUP, CellFault::Unknown, &cell);
        }
        Some(known)
    }

    /// Where the product is at its master; nothing of it for a shop that is master itself.
    fn place(&mut self, line: &Line) -> Option<linked::Place> {
        let (number, address) = (self.cell(&line.record, NUMBER).trim(), self.cell(&line.record, ADDRESS).trim());
        let (number, address) = (number.to_owned(), address.to_owned());
        let known = self.known;
        let Some(master) = &known.master else {
            for (column, cell) in [(NUMBER, number), (ADDRESS, address)] {
                if !cell.is_empty() {
                    self.fault(line.number, column, CellFault::NotLinked, &cell);
                }
            }
            return None;
        };
        if number.is_empty() {
            self.fault(line.number, NUMBER, CellFault::Empty, "");
        } else if number.chars().count() > 100 || number.chars().any(char::is_control) {
            self.fault(line.number, NUMBER, CellFault::TooLong, &number);
        } else if !self.met.insert(number.clone()) {
            self.fault(line.number, NUMBER, CellFault::Twice, &number);
        }
        // Where it is not sold here, viewers must be led to where it is.
        if address.is_empty() && !master.platform.mode.sells_here() {
            self.fault(line.number, ADDRESS, CellFault::Empty, "");
        } else if !address.is_empty() && !linked::fits(&master.platform, &address) {
            self.fault(line.number, ADDRESS, CellFault::Elsewhere, &address);
        }
        let pictures = !self.cell(&line.record, "pictures").trim().is_empty();
        Some(linked::Place { number, address, pictures })
    }

    /// What belongs to the product is empty in its further lines, or the same.
    fn same(&mut self, lines: &[Line]) {
        let Some((first, rest)) = lines.split_first() else { return };
        for line in rest {
            for (name, ..) in COLUMNS[1..29].iter().chain(&COLUMNS[36..]) {
                let cell = self.cell(&line.record, name);
                if !cell.is_empty() && cell != self.cell(&first.record, name) {
                    self.fault(line.number, name, CellFault::Differs, cell);
                }
            }
        }
    }

    fn own(&mut self, line: &Line, base: Option<&ProductDraft>) -> ProductDraft {
        let record = &line.record;
        let text = |table: &Self, name: &str, old: Option<&LocalText>| {
            let (zh, en) = (format!("{name}_zh"), format!("{name}_en"));
            let old = old.cloned().unwrap_or_default();
            LocalText {
                zh: if table.has(&zh) { table.cell(record, &zh).to_owned() } else { old.zh },
                en: if table.has(&en) { table.cell(record, &en).to_owned() } else { old.en },
            }
        };
        let code = self.cell(record, "category").trim();
        let category = match (self.known.category.get(code).copied(), base) {
            (Some((category, is_held)), base) => {
                // What is there already may stay.
                if !is_held && base.is_none_or(|base| base.category != category) {
                    self.fault(line.number, "category", CellFault::NotHeld, code);
                }
                category
            }
            (None, Some(base)) if !self.has("category") => base.category,
            (None, _) => {
                self.fault(line.number, "category", CellFault::Unknown, code);
                CategoryId(uuid::Uuid::nil())
            }
        };
        let content = base.map(|base| base.content.clone()).unwrap_or_default();
        let hours = base.map_or(48, |base| base.ship_within_hours);
        let share = base.map_or(0, |base| base.commission.get());
        let commission = self.whole(line, "commission", share, 0, BasisPoints::ONE);
        ProductDraft {
            category,
            title: text(self, "title", base.map(|base| &base.title)),
            subtitle: text(self, "subtitle", base.map(|base| &base.subtitle)),
            skus: Vec::new(),
            ship_within_hours: self.whole(line, "ship_within_hours", hours, 1, 720),
            freight: self.freight(line, base.and_then(|base| base.freight)),
            commission: BasisPoints::try_from(commission).unwrap_or_default(),
            content: Content {
                pictures: self.pictures(line, content.pictures),
                alts: content.alts,
                description: self.description(line, content.description),
                attributes: self.attributes(record, content.attributes),
                options: self.options(record, &content.options),
                protections: self.protections(line, content.protections),
                limit: self.limit(line, content.limit),
            },
        }
    }

    /// A whole number between `least` and `most`; `old` where the cell is empty or missing.
    fn whole(&mut self, line: &Line, column: &str, old: i32, least: i32, most: i32) -> i32 {
        let cell = self.cell(&line.record, column).trim();
        if cell.is_empty() {
            return old;
        }
        match cell.parse::<i32>().ok().filter(|number| (least..=most).contains(number)) {
            Some(number) => number,
            None => {
                self.fault(line.number, column, CellFault::NoNumber, cell);
                old
            }
        }
    }

    fn freight(&mut self, line: &Line, old: Option<FreightId>) -> Option<FreightId> {
        if !self.has("freight") {
            return old;
        }
        let cell = self.cell(&line.record, "freight").trim();
        if cell.is_empty() {
            return None;
        }
        let known = cell.parse().ok().filter(|id| self.known.freight.contains(id));
        if known.is_none() {
            self.fault(line.number, "freight", CellFault::Unknown, cell);
        }
        known
    }

    fn pictures(&mut self, line: &Line, old: Vec<MediaId>) -> Vec<MediaId> {
        if !self.has("pictures") {
            return old;
        }
        let cell = self.cell(&line.record, "pictures").trim().to_owned();
        let mut pictures = Vec::new();
        for item in cell.split('|').map(str::trim).filter(|item| !item.is_empty()) {
            match item.parse() {
                Ok(id) if old.contains(&id) || self.known.pictures.contains(&id) => pictures.push(id),
                Ok(_) => self.fault(line.number, "pictures", CellFault::NoPicture, item),
                Err(_) => self.fault(line.number, "pictures", CellFault::Unknown, item),
            }
        }
        pictures
    }

    fn description(&mut self, line: &Line, old: Vec<Part>) -> Vec<Part> {
        if !self.has("description_zh") && !self.has("description_en") {
            return old;
        }
        let zh = split(self.cell(&line.record, "description_zh"));
        let en = split(self.cell(&line.record, "description_en"));
        let mut parts = Vec::new();
        for index in 0..zh.len().max(en.len()) {
            let item = |items: &[String]| items.get(index).map(|item| unescape(item)).unwrap_or_default();
            let picture = zh.get(index).and_then(|item| item.strip_prefix(PICTURE));
            match picture.map(str::parse) {
                Some(Ok(id)) if old.contains(&Part::Picture(id)) || self.known.pictures.contains(&id) => {
                    parts.push(Part::Picture(id));
                }
                Some(Ok(_)) => self.fault(line.number, "description_zh", CellFault::NoPicture, &item(&zh)),
                Some(Err(_)) => self.fault(line.number, "description_zh", CellFault::Unknown, &item(&zh)),
                None => parts.push(Part::Text(LocalText { zh: item(&zh), en: item(&en) })),
            }
        }
        parts
    }

    fn attributes(&self, record: &csv::StringRecord, old: Vec<Fact>) -> Vec<Fact> {
        if !self.has("attributes_zh") && !self.has("attributes_en") {
            return old;
        }
        let mut facts: Vec<Fact> = Vec::new();
        for (column, is_zh) in [("attributes_zh", true), ("attributes_en", false)] {
            for item in split(self.cell(record, column)) {
                let item = unescape(&item);
                let (key, value) = item.split_once('=').unwrap_or((&item, ""));
                let place = facts.iter().position(|fact| fact.key == key.trim()).unwrap_or_else(|| {
                    facts.push(Fact { key: key.trim().to_owned(), value: LocalText::default() });
                    facts.len() - 1
                });
                if let Some(fact) = facts.get_mut(place) {
                    let half = if is_zh { &mut fact.value.zh } else { &mut fact.value.en };
                    value.clone_into(half);
                }
            }
        }
        facts
    }

    fn options(&self, record: &csv::StringRecord, old: &[Choice]) -> Vec<Choice> {
        let mut options = Vec::new();
        for index in 1..=3 {
            let cell = |what: &str| {
                let name = format!("option{index}{what}");
                self.has(&name).then(|| self.cell(record, &name))
            };
            if cell("_values_zh").or(cell("_values_en")).is_none() {
                options.extend(old.get(index - 1).cloned());
                continue;
            }
            let list = |what: &str| -> Vec<String> {
                split(cell(what).unwrap_or_default()).iter().map(|item| unescape(item)).collect()
            };
            let (zh, en) = (list("_values_zh"), list("_values_en"));
            let value = |place: usize| LocalText {
                zh: zh.get(place).cloned().unwrap_or_default(),
                en: en.get(place).cloned().unwrap_or_default(),
            };
            let name =
                LocalText { zh: cell("_zh").unwrap_or_default().into(), en: cell("_en").unwrap_or_default().into() };
            let values: Vec<_> = (0..zh.len().max(en.len())).map(value).collect();
            if !values.is_empty() || name != LocalText::default() {
                options.push(Choice { name, values });
            }
        }
        options
    }

    fn protections(&mut self, line: &Line, old: Vec<shared::dto::Protection>) -> Vec<shared::dto::Protection> {
        if !self.has("protections") {
            return old;
        }
        let cell = self.cell(&line.record, "protections").to_owned();
        let mut all = Vec::new();
        for item in cell.split('|').map(str::trim).filter(|item| !item.is_empty()) {
            match PROTECTIONS.iter().find(|(name, _)| *name == item) {
                Some((_, promise)) => all.push(*promise),
                None => self.fault(line.number, "protections", CellFault::Unknown, item),
            }
        }
        all
    }

    fn limit(&mut self, line: &Line, old: Option<PurchaseLimit>) -> Option<PurchaseLimit> {
        if !self.has("limit") {
            return old;
        }
        if self.cell(&line.record, "limit").trim().is_empty() {
            return None;
        }
        let quantity = self.whole(line, "limit", 1, 1, 1_000_000);
        let name = self.cell(&line.record, "limit_per").trim();
        let per = match PERIODS.iter().find(|(known, _)| *known == name) {
            Some((_, per)) => *per,
            None if name.is_empty() => LimitPeriod::Order,
            None => {
                self.fault(line.number, "limit_per", CellFault::Unknown, name);
                LimitPeriod::Order
            }
        };
        Some(PurchaseLimit { per, quantity })
    }

    fn sku(&mut self, line: &Line, base: Option<&ProductDraft>) -> Option<SkuDraft> {
        let record = &line.record;
        let code = self.cell(record, "code").trim().to_owned();
        if code.is_empty() {
            // A product that has no SKUs yet has a line without one.
            let has_price = !self.cell(record, "price").trim().is_empty();
            if has_price || self.known.list {
                self.fault(line.number, "code", CellFault::Empty, "");
            }
            return None;
        }
        if code.len() > 64 {
            self.fault(line.number, "code", CellFault::TooLong, &code);
            return None;
        }
        let old = base.and_then(|base| base.skus.iter().find(|sku| sku.code == code));
        let currency = base.and_then(|base| base.skus.first()).map_or(Currency::default(), |sku| sku.price.currency);
        let price = self.amount(line, "price", currency);
        let market_price = match self.cell(record, "market_price").trim() {
            "" if self.has("market_price") => None,
            "" => old.and_then(|old| old.market_price),
            _ => self.amount(line, "market_price", currency),
        };
        let choice = self.choice(line, old);
        let stock = self.whole(line, "stock", old.map_or(0, |old| old.stock), 0, 1_000_000);
        let weight_g = self.whole(line, "weight_g", old.map_or(0, |old| old.weight_g), 0, 1_000_000);
        let picture = match self.cell(record, "picture").trim() {
            "" if self.has("picture") => None,
            "" => old.and_then(|old| old.picture),
            _ => Some(self.whole(line, "picture", 1, 1, 99) - 1),
        };
        Some(SkuDraft { code, choice, price: price?, market_price, stock, weight_g, picture })
    }

    fn choice(&mut self, line: &Line, old: Option<&SkuDraft>) -> Vec<i32> {
        if !self.has("choice") {
            return old.map(|old| old.choice.clone()).unwrap_or_default();
        }
        let cell = self.cell(&line.record, "choice").trim().to_owned();
        let parts = cell.split('/').filter(|part| !part.is_empty());
        let read = |part: &str| part.trim().parse::<i32>().ok().filter(|n| (1..=20).contains(n)).map(|n| n - 1);
        let choice: Option<Vec<_>> = parts.map(read).collect();
        choice.unwrap_or_else(|| {
            self.fault(line.number, "choice", CellFault::NoNumber, &cell);
            Vec::new()
        })
    }

    fn amount(&mut self, line: &Line, column: &str, currency: Currency) -> Option<Money> {
        let cell = self.cell(&line.record, column).trim();
        let money = minor(cell).map(|minor| Money::new(minor, currency));
        if money.is_none() {
            let fault = if cell.is_empty() { CellFault::Empty } else { CellFault::NoAmount };
            self.fault(line.number, column, fault, cell);
        }
        money
    }

    fn twice(&mut self, lines: &[Line], draft: &ProductDraft) {
        if draft.skus.len() != lines.len() {
            return;
        }
        let (mut codes, mut choices) = (HashSet::new(), HashSet::new());
        for (line, sku) in lines.iter().zip(&draft.skus) {
            if !codes.insert(&sku.code) {
                self.fault(line.number, "code", CellFault::Twice, &sku.code);
            } else if !choices.insert(&sku.choice) {
                let cell = self.cell(&line.record, "choice").to_owned();
                self.fault(line.number, "choice", CellFault::Twice, &cell);
            }
        }
    }
}

/// `168`, `168.5`, `168.00` in the minor unit; nothing else.
fn minor(text: &str) -> Option<i64> {
    let (whole, part) = text.split_once('.').unwrap_or((text, ""));
    let digits = |text: &str| text.chars().all(|c| c.is_ascii_digit());
    if whole.is_empty() || whole.len() > 9 || part.len() > 2 || !digits(whole) || !digits(part) {
        return None;
    }
    Some(whole.parse::<i64>().ok()? * 100 + format!("{part:0<2}").parse::<i64>().ok()?)
}

/// The column of a draft's fault, and whether a mere draft must not have it either.
fn column_of(fault: &str) -> (&'static str, bool) {
    match fault {
        "title" => ("title_zh", false),
        "subtitle" => ("subtitle_zh", true),
        "pictures" => ("pictures", false),
        "description" => ("description_zh", true),
        "attributes" => ("attributes_zh", true),
        "options" => ("option1_values_zh", true),
        "price" => ("price", true),
        "stock" => ("stock", true),
        "ship_within_hours" => ("ship_within_hours", true),
        "limit" => ("limit", true),
        _ => ("choice", true),
    }
}
