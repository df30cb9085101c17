//! Rules about the code itself. Each says why it is there.
#![allow(clippy::unwrap_used, reason = "clippy.toml allows it in tests, but knows only functions marked #[test]")]

use std::{
    collections::HashSet,
    fs,
    path::{Path, PathBuf},
};

/// Nobody reads a file to its end beyond this; in bytes.
const CEILING: usize = 30_000;
/// Half of all files should fit on two screens; in bytes.
const MEDIAN: usize = 4_096;

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR")).parent().unwrap()
}

/// Every source file of the workspace that ends in one of `ends`.
fn files(ends: &[&str]) -> Vec<(PathBuf, String)> {
    let mut folders: Vec<PathBuf> =
        ["app", "server", "shared", "style", "end2end", "scripts"].map(|name| root().join(name)).into();
    let mut found = Vec::new();
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(folder).into_iter().flatten().flatten() {
            let (path, name) = (entry.path(), entry.file_name().to_string_lossy().into_owned());
            if path.is_dir() {
                if !["node_modules", "target", "test-results", "data"].contains(&name.as_str())
                    && !name.starts_with('.')
                {
                    folders.push(path);
                }
            } else if ends.iter().any(|end| name.ends_with(end)) {
                let text = fs::read_to_string(&path).unwrap();
                found.push((path.strip_prefix(root()).unwrap().to_owned(), text));
            }
        }
    }
    assert!(!found.is_empty());
    found
}

/// The lines of a Rust file before its tests.
fn shipped(text: &str) -> impl Iterator<Item = (usize, &str)> {
    text.lines()
        .enumerate()
        .take_while(|(_, line)| !line.trim_start().starts_with("#[cfg(test)]"))
        .map(|(at, line)| (at + 1, line))
}

fn is_test(path: &Path) -> bool {
    path.components()
        .any(|part| matches!(part.as_os_str().to_str(), Some("tests" | "tests.rs" | "testing.rs" | "testing")))
}

/// A long file hides what it does. What the demo sells is data.
#[test]
fn files_stay_small() {
    let mut files = files(&[".rs", ".css", ".mjs"]);
    files.retain(|(path, _)| !path.starts_with("server/demo"));
    let mut sizes: Vec<usize> = Vec::new();
    for (path, text) in &files {
        assert!(text.len() <= CEILING, "{} has {} bytes", path.display(), text.len());
        sizes.push(text.len());
    }
    sizes.sort_unstable();
    assert!(sizes[sizes.len() / 2] <= MEDIAN, "half of the files are larger than {MEDIAN} bytes");
}

/// A request must never end in a panic, and an unfinished line must never ship.
#[test]
fn nothing_panics_outside_tests() {
    for (path, text) in files(&[".rs"]).into_iter().filter(|(path, _)| !is_test(path)) {
        for (number, line) in shipped(&text).filter(|(_, line)| !line.trim_start().starts_with("//")) {
            for word in [".unwrap()", ".expect(", "panic!(", "todo!(", "unimplemented!(", "dbg!("] {
                assert!(!line.contains(word), "{}:{number}: {word}", path.display());
            }
        }
    }
}

/// What works on one machine only does not work.
#[test]
fn no_path_of_one_machine() {
    for (path, text) in files(&[".rs", ".mjs", ".css", ".toml"]) {
        if path == Path::new("server/tests/tidy.rs") {
            continue;
        }
        for (number, line) in text.lines().enumerate() {
            for start in ["\"/work/", "\"/home/", "\"/root/", "\"/Users/"] {
                assert!(!line.contains(start), "{}:{}", path.display(), number + 1);
            }
        }
    }
}

/// A migration that is not in the list never runs.
#[test]
fn every_migration_is_listed() {
    let folder = root().join("server/commerce/src/migration");
    let list = fs::read_to_string(folder.join("mod.rs")).unwrap();
    let mut steps = 0;
    for entry in fs::read_dir(folder).unwrap() {
        let name = entry.unwrap().file_name().to_string_lossy().into_owned();
        if let Some(step) = name.strip_suffix(".rs").filter(|name| name.starts_with('m') && *name != "mod") {
            assert!(list.contains(&format!("Box::new({step}::Step)")), "{step}");
            steps += 1;
        }
    }
    assert!(steps > 0);
}

/// The address that Leptos makes up depends on the folder of the build: old tabs would lose their shop.
#[test]
fn every_server_function_has_an_address_of_its_own() {
    let mut taken = HashSet::new();
    for (path, text) in files(&[".rs"]) {
        for (at, _) in text.match_indices("#[server(").filter(|(at, _)| text[..*at].ends_with(['\n', ' ']) || *at == 0)
        {
            let attribute = &text[at..at + text[at..].find(")]").unwrap()];
            // Of an argument.
            if ["#[server(default", "#[server(flatten"].contains(&attribute) {
                continue;
            }
            let endpoint = attribute.split("endpoint = \"").nth(1).and_then(|rest| rest.split('"').next());
            let endpoint = endpoint.unwrap_or_else(|| panic!("{}: no endpoint in {attribute}", path.display()));
            assert!(taken.insert(endpoint.to_owned()), "{}: {endpoint} is taken", path.display());
        }
    }
}

/// A transaction outside the writer can fail with "database is locked", or break the order of commits.
#[test]
fn only_the_database_layer_begins_transactions() {
    for (path, text) in files(&[".rs"]) {
        if path.starts_with("server/commerce/src/db") || path == Path::new("server/tests/tidy.rs") || is_test(&path) {
            continue;
        }
        for word in [".begin()", ".begin_with_options(", ".transaction(", ".transaction_with_config("] {
            assert!(!text.contains(word), "{}: {word}", path.display());
        }
    }
}

/// A dependency earns its place with a line that says what for.
#[test]
fn every_dependency_is_explained() {
    let architecture = fs::read_to_string(root().join("ARCHITECTURE.md")).unwrap();
    let table = architecture.split("\n## Dependencies").nth(1).unwrap().split("\n## ").next().unwrap();
    let named: HashSet<_> = table.split([' ', ',', '|', '\n', ';']).collect();
    let ours = HashSet::from(["app", "commerce", "shared"]);
    for (path, text) in files(&["Cargo.toml"]) {
        let sections = text
            .split("\n[")
            .filter(|section| section.split(']').next().is_some_and(|title| title.ends_with("dependencies")));
        for line in sections.flat_map(|section| section.lines().skip(1)) {
            let end = line.find(|c: char| !(c.is_ascii_alphanumeric() || "-_".contains(c))).unwrap_or(0);
            let name = &line[..end];
            let explained = name.is_empty() || ours.contains(name) || named.contains(name);
            assert!(explained, "{}: {name} has no line in ARCHITECTURE.md", path.display());
        }
    }
}
