//! A rendered page in which what must differ in every answer has been left open.

use std::sync::OnceLock;

use axum::body::Bytes;
use leptos::nonce::Nonce;
use shared::IdempotencyKey;
use uuid::Uuid;

use super::gzip::Packed;

/// What a page is rendered with when it is meant for the cache: values that nobody can guess, so that no
/// text of a shop or a buyer can contain them.
pub struct Placeholders {
    /// Stands for the nonce of scripts.
    pub nonce: String,
    /// Stands for the key of the page's form.
    pub key: String,
}

/// Those of this process.
pub fn placeholders() -> &'static Placeholders {
    static ONCE: OnceLock<Placeholders> = OnceLock::new();
    ONCE.get_or_init(|| {
        let random: String = (0..2).map(|_| Nonce::new().replace(['+', '/', '=', '-', '_'], "A")).collect();
        // As long as the real one, so that the page's length is known before.
        let nonce = random.chars().take(random.len() / 2).collect();
        let bits = random.bytes().rev().fold(0_u128, |bits, byte| bits.rotate_left(7) ^ u128::from(byte));
        Placeholders { nonce, key: Uuid::from_u128(bits).to_string() }
    })
}

/// What is left open at one place.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Gap {
    Nonce,
    Key,
}

/// A page with its gaps.
#[derive(Debug)]
pub struct Template {
    /// The text without the placeholders.
    text: String,
    /// Where something is left open, as offsets into `text`, ascending.
    gaps: Vec<(usize, Gap)>,
    /// The same compressed, once somebody wants it so.
    packed: OnceLock<Option<Packed>>,
}

impl Template {
    /// Finds what was rendered in place of nonce and key.
    pub fn new(page: &str) -> Self {
        let Placeholders { nonce, key } = placeholders();
        let mut found: Vec<(usize, Gap)> = page.match_indices(nonce.as_str()).map(|(at, _)| (at, Gap::Nonce)).collect();
        found.extend(page.match_indices(key.as_str()).map(|(at, _)| (at, Gap::Key)));
        found.sort_unstable_by_key(|(at, _)| *at);
        let mut text = String::with_capacity(page.len());
        let mut gaps = Vec::with_capacity(found.len());
        let mut from = 0;
        for (at, gap) in found {
            text.push_str(&page[from..at]);
            gaps.push((text.len(), gap));
            from = at + if gap == Gap::Nonce { nonce.len() } else { key.len() };
        }
        text.push_str(&page[from..]);
        Self { text, gaps, packed: OnceLock::new() }
    }

    /// The page for one answer.
    pub fn fill(&self, nonce: &str, key: &IdempotencyKey) -> Bytes {
        let mut page = String::with_capacity(self.text.len() + self.gaps.len() * 40);
        let mut from = 0;
        for (at, gap) in &self.gaps {
            page.push_str(&self.text[from..*at]);
            page.push_str(match gap {
                Gap::Nonce => nonce,
                Gap::Key => key.as_str(),
            });
            from = *at;
        }
        page.push_str(&self.text[from..]);
        page.into()
    }

    /// `page`, which was filled with `nonce` and `key`, as a gzip stream; `None` if it has to be sent as it is.
    pub fn pack(&self, page: &[u8], nonce: &str, key: &IdempotencyKey) -> Option<Vec<u8>> {
        let packed = self.packed.get_or_init(|| {
            let Placeholders { nonce, key } = placeholders();
            let length = |gap: &Gap| if *gap == Gap::Nonce { nonce.len() } else { key.len() };
            let ends = self.gaps.iter().map(|(at, _)| *at).chain([self.text.len()]);
            let starts = [0].into_iter().chain(self.gaps.iter().map(|(at, _)| *at));
            let texts = starts.zip(ends).map(|(from, to)| &self.text[from..to]);
            Packed::new(texts, self.gaps.iter().map(|(_, gap)| length(gap)).collect())
        });
        let values: Vec<&str> =
            self.gaps.iter().map(|(_, gap)| if *gap == Gap::Nonce { nonce } else { key.as_str() }).collect();
        packed.as_ref()?.stream(page, &values)
    }

    /// Whether a form in it has a key of its own, so that the browser may not show it twice.
    pub fn has_key(&self) -> bool {
        self.gaps.iter().any(|(_, gap)| *gap == Gap::Key)
    }

    /// What is the same in every answer.
    pub fn text(&self) -> &str {
        &self.text
    }

    /// Bytes that it occupies, with room for the compressed form.
    pub fn weight(&self) -> usize {
        self.text.len() + self.text.len() / 4 + self.gaps.len() * size_of::<(usize, Gap)>()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_gap_is_filled_and_nothing_else_changes() {
        let Placeholders { nonce, key } = placeholders();
        let page = format!("<s nonce={nonce}>é</s><i value={key}><s nonce={nonce}></s>");
        let template = Template::new(&page);
        assert!(template.has_key());
        let mine = IdempotencyKey::try_from("mine".to_owned()).unwrap();
        assert_eq!(template.fill("n", &mine), "<s nonce=n>é</s><i value=mine><s nonce=n></s>");
        assert!(!Template::new("plain").has_key());
    }
}
