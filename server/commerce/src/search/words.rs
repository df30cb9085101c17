//! Text into words, the same way when written and when asked.

use std::{collections::HashSet, sync::OnceLock};

use jieba_rs::Jieba;
use shared::LocalText;

/// Words of one entry: enough for the longest title with its attributes.
const MOST_WORDS: usize = 400;

/// The dictionary is the largest thing in memory, so it waits for the first Chinese word.
fn jieba() -> &'static Jieba {
    static JIEBA: OnceLock<Jieba> = OnceLock::new();
    JIEBA.get_or_init(Jieba::new)
}

/// The words of an entry, each once, separated by single spaces.
pub(crate) fn indexed<'a>(texts: impl IntoIterator<Item = &'a LocalText>) -> String {
    let mut words = Vec::new();
    let mut known = HashSet::new();
    for text in texts {
        for piece in pieces(&text.zh).into_iter().chain(pieces(&text.en)) {
            for word in segmented(&piece, true) {
                if words.len() < MOST_WORDS && known.insert(word.clone()) {
                    words.push(word);
                }
            }
        }
    }
    words.join(" ")
}

/// The words asked for, at most 12.
pub(super) fn asked(q: &str) -> Vec<String> {
    let mut words: Vec<_> = pieces(q).iter().flat_map(|piece| segmented(piece, false)).collect();
    let mut known = HashSet::new();
    words.retain(|word| known.insert(word.clone()));
    words.truncate(12);
    words
}

/// Runs of letters and digits, lower case; everything else separates.
fn pieces(text: &str) -> Vec<String> {
    let lower = text.to_lowercase();
    lower.split(|c: char| !c.is_alphanumeric()).filter(|piece| !piece.is_empty()).map(str::to_owned).collect()
}

/// The words of a piece; entries also get the shorter words inside the longer ones.
fn segmented(piece: &str, finely: bool) -> Vec<String> {
    if piece.is_ascii() {
        return vec![piece.to_owned()];
    }
    let words = if finely { jieba().cut_for_search(piece, true) } else { jieba().cut(piece, true) };
    words.into_iter().map(|word| word.word.to_owned()).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn chinese_is_cut_into_words_and_latin_at_its_gaps() {
        let text = LocalText { zh: "龙泉青瓷盖碗 180ml".into(), en: "Longquan celadon gaiwan, 180 ml".into() };
        let words = indexed([&text]);
        for word in ["青瓷", "盖碗", "180ml", "celadon"] {
            assert!(words.split(' ').any(|there| there == word), "{word} in {words}");
        }
        assert_eq!(asked("  GAIWAN; DROP--'\" "), ["gaiwan", "drop"]);
        assert!(asked("'\"*():&|!").is_empty());
    }
}
