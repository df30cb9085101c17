//! Where the browser's files are.

use std::{
    env,
    path::{Path, PathBuf},
};

use anyhow::Context;
use leptos::config::{LeptosOptions, get_configuration};

/// What `cargo leptos` says if it started us, else what is true of a release: the site lies in `site`
/// beside the binary or above it (`target/release/vitrine`, `target/site`), so that the binary may be
/// started from anywhere.
pub fn options() -> anyhow::Result<LeptosOptions> {
    let mut options = get_configuration(None).context("leptos configuration")?.leptos_options;
    if options.output_name.is_empty() {
        options.output_name = "vitrine".into();
    }
    if env::var_os("LEPTOS_SITE_ROOT").is_none()
        && let Some(root) = beside_binary()
    {
        options.site_root = root.to_string_lossy().as_ref().into();
    }
    // Each release has its scripts, WASM and styles in a folder of its own, named in this file.
    if env::var_os("LEPTOS_SITE_PKG_DIR").is_none() {
        let current = Path::new(options.site_root.as_ref()).join("pkg/current");
        if let Ok(id) = std::fs::read_to_string(current) {
            options.site_pkg_dir = format!("pkg/{}", id.trim()).into();
        }
    }
    Ok(options)
}

fn beside_binary() -> Option<PathBuf> {
    let binary = env::current_exe().ok()?;
    binary.ancestors().skip(1).take(2).map(|folder| folder.join("site")).find(|site| site.is_dir())
}
