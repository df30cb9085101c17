//! Every act of a shop's people is in its log: whoever writes one without a deed is told here.
//!
//! Reads the rooms' own source. A method whose gate is a duty in a shop leaves a [`Deed`](crate::staff::Deed), itself or through
//! a helper of its file, or is named below with the reason why not.

use std::{
    collections::BTreeSet,
    fs,
    path::{Path, PathBuf},
};

use crate::staff::{ACTS, SUBJECTS, subject_of};

/// How a method learns that its caller works for a shop.
const GATES: [&str; 11] = [
    "self.own_group(",
    "self.managed(",
    "require_duty(",
    "require_shop(",
    "window_of(",
    "self.own(",
    "own_product(",
    "own_plan(",
    "own_upload(",
    "self.theirs(",
    "self.side(",
];
/// How it leaves a deed.
const DEEDS: [&str; 2] = ["Deed::new(", "self.note("];

/// Folder and method, and why the log says nothing of it.
const SILENT: &[(&str, &str, &str)] = &[
    ("catalog", "draft", "reads"),
    ("catalog", "preview", "reads"),
    ("catalog", "shelf", "reads"),
    ("catalog", "products_to_do", "reads"),
    ("catalog", "draft_view", "reads"),
    ("catalog", "category_choices", "reads"),
    ("catalog", "groups", "reads"),
    ("catalog", "group_members", "reads"),
    ("catalog", "master_of", "reads"),
    ("catalog", "move_group", "the order of an overview that viewers never see"),
    ("catalog", "freight_choices", "reads"),
    ("catalog", "export", "reads"),
    ("catalog", "imports", "reads"),
    ("affiliate", "selection", "reads"),
    ("affiliate", "my_samples", "reads"),
    ("affiliate", "asked_samples", "reads"),
    ("affiliate", "promotion", "reads"),
    ("media", "uploaded", "reads"),
    ("media", "unfinished_pictures", "reads"),
    ("order", "sales", "reads"),
    ("staff", "log", "reads"),
    ("staff", "doers", "reads"),
    ("staff", "staff", "reads"),
    ("violation", "mine_one", "reads"),
    ("closing", "view", "reads"),
    ("video", "my_clips", "reads"),
    ("video", "my_clip", "reads"),
    ("video", "dead_cards", "reads"),
    ("video", "linkable", "reads"),
    ("deposit", "account", "reads"),
    ("deposit", "categories", "reads"),
    ("showcase", "window_version", "reads"),
    ("showcase", "window_since", "reads"),
    ("showcase", "window_item", "reads"),
    ("showcase", "preview_token", "reads"),
    ("showcase", "window", "reads"),
    ("catalog", "check_import", "writes down what a table would do; starting it is noted"),
    ("media", "append", "part of a file whose coming was noted"),
    ("media", "end_upload", "part of a file whose coming was noted"),
    ("media", "cancel_upload", "ends what never was a clip"),
    ("order", "cancel", "a buyer's own"),
    ("order", "confirm_receipt", "a buyer's own"),
    ("payment", "get", "a payer's own"),
    ("payment", "sync", "a payer's own"),
    ("violation", "paper", "has a log of its own"),
    ("deposit", "attach", "a paper is noted when it is handed in"),
    ("showcase", "change_window", "kept act by act with the draft, by whom and when; its publication is noted"),
    ("showcase", "undo_window", "kept act by act with the draft"),
    ("showcase", "redo_window", "kept act by act with the draft"),
];

/// The methods of a file that everybody may call, and its helpers, each with its body.
fn functions(text: &str) -> Vec<(bool, String, String)> {
    let mut found = Vec::new();
    let mut lines = text.lines();
    while let Some(line) = lines.next() {
        let code = line.trim_start();
        let Some(name) =
            ["pub async fn ", "pub fn ", "async fn ", "pub(super) async fn ", "pub(crate) async fn ", "fn "]
                .iter()
                .find_map(|start| code.strip_prefix(start))
        else {
            continue;
        };
        let open = code.starts_with("pub async fn ") && line.starts_with("    ");
        let name = name.split(['(', '<']).next().unwrap_or_default().to_owned();
        let end = format!("{}}}", &line[..line.len() - code.len()]);
        let whole = line.ends_with('}');
        let body: Vec<_> = if whole { Vec::new() } else { lines.by_ref().take_while(|line| *line != end).collect() };
        found.push((open, name, [vec![line], body].concat().join("\n")));
    }
    found
}

fn sources(folder: &Path, found: &mut Vec<PathBuf>) {
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        let name = path.file_name().unwrap().to_string_lossy().into_owned();
        if path.is_dir() && name != "tests" {
            sources(&path, found);
        } else if name.ends_with(".rs") && !name.contains("test") {
            found.push(path);
        }
    }
}

#[test]
fn every_act_behind_a_duty_leaves_a_deed() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    let mut files = Vec::new();
    sources(&root, &mut files);
    let (mut wrong, mut used, mut deeds) = (Vec::new(), BTreeSet::new(), 0);
    for path in files {
        let text = fs::read_to_string(&path).unwrap();
        let room = path.strip_prefix(&root).unwrap().iter().next().unwrap().to_string_lossy().into_owned();
        let all = functions(&text);
        let has = |body: &str, any: &[&str]| any.iter().any(|part| body.contains(part));
        let helpers = all.iter().filter(|(open, _, body)| !open && has(body, &DEEDS));
        let helpers: Vec<_> = helpers.map(|(_, name, _)| name.as_str()).collect();
        for (_, name, body) in all.iter().filter(|(open, _, body)| *open && has(body, &GATES)) {
            let calls = |helper: &&str| {
                body.contains(&format!("self.{helper}(")) || body.contains(&format!(" {helper}(self.0"))
            };
            if has(body, &DEEDS) || helpers.iter().any(calls) {
                deeds += 1;
            } else if SILENT.iter().any(|(of, known, _)| *of == room && known == name) {
                used.insert((room.clone(), name.clone()));
            } else {
                wrong.push(format!("{room}::{name}"));
            }
        }
    }
    assert_eq!(wrong, Vec::<String>::new(), "these leave no deed and say not why");
    assert!(deeds > 35, "{deeds}");
    let stale = SILENT.iter().filter(|(room, name, _)| !used.contains(&((*room).to_owned(), (*name).to_owned())));
    assert_eq!(stale.collect::<Vec<_>>(), Vec::<&(&str, &str, &str)>::new(), "these are named for nothing");
}

#[test]
fn acts_are_named_after_what_a_log_can_be_read_by() {
    for act in ACTS {
        assert!(SUBJECTS.contains(&subject_of(act)), "{act}");
    }
}
