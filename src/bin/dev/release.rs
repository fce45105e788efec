//! `dist`: the modules optimised, the shell in one file, the pages as they are; within the budget.

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result, bail};
use deal_network::embed::STYLES;

use crate::child::run;
use crate::size::{gzip_file, kilobytes};
use crate::wasm::{DESK, LARGE, Library, MODULES, Module, READER};
use crate::{frame, node, npm, paths, single, sri, wasm};

/// What a reader of an article may be asked to load, compressed, in bytes.
const MODULE_BUDGET: usize = 75_000;
const WIDGET_BUDGET: usize = 25_000;
/// What is loaded only where there is something to say about a document, a picture to be written, or more to be
/// asked than what is to be seen: all of the core. It may not grow unseen.
const DESK_BUDGET: usize = 130_000;
/// What is loaded instead of the module where a network is large, compiled to be quick. It filters, weighs and compares,
/// too: there is no desk of that size.
const LARGE_BUDGET: usize = 145_000;
/// What only the explorer page needs, with what it loads for data of a reader's own.
const PAGE_BUDGET: usize = 25_000;
/// What is loaded, once, when a reader asks for more than the figure and its list.
const TOOLS_BUDGET: usize = 20_000;
/// All of the widget in one file: little more than its parts, for all it needs is inside.
const SINGLE_BUDGET: usize = 190_000;

/// What the module may use: no more than rustc's own defaults, which every supported browser has.
pub const FEATURES: [&str; 6] = [
    "--enable-bulk-memory",
    "--enable-multivalue",
    "--enable-mutable-globals",
    "--enable-nontrapping-float-to-int",
    "--enable-reference-types",
    "--enable-sign-ext",
];

/// The oldest browsers that run the widget; older ones keep the static figure.
pub const BROWSERS: &str = "--target=chrome111,firefox115,safari16.4";

/// The file that defines the tag.
const ENTRY: &str = "deal-network.js";

/// The files that load the desk and the engine for large networks.
const DESK_ENTRY: &str = "desk.js";
const LARGE_ENTRY: &str = "large.js";
/// What a reader may ask for beyond the figure and its list.
const TOOLS_ENTRY: &str = "tools.js";
/// What the explorer page loads for data of a reader's own, and for editors.
const WORKBENCH_ENTRY: &str = "workbench.js";
/// What it loads when an editor asks for all that publishing needs.
const PRESS_ENTRY: &str = "press.js";
const ENTRIES: [&str; 6] = [ENTRY, DESK_ENTRY, LARGE_ENTRY, TOOLS_ENTRY, WORKBENCH_ENTRY, PRESS_ENTRY];

/// Builds everything, writes `dist`, prints what it weighs and fails if that is too much.
pub fn build() -> Result<()> {
    let page = write()?;
    weigh(&paths::dist(), &page)
}

/// Builds everything and writes `dist`; returns the scripts and styles that only pages name.
pub fn write() -> Result<BTreeSet<String>> {
    wasm::build(Library::Small)?;
    node::ensure_installed()?;
    let dist = paths::dist();
    if dist.exists() {
        fs::remove_dir_all(&dist)?;
    }
    fs::create_dir_all(dist.join("pkg"))?;
    for module in MODULES {
        let optimised = optimise(&module, &paths::pkg().join(module.file()))?;
        fs::copy(optimised, dist.join("pkg").join(module.file()))?;
    }
    single::compile()?;
    assemble(&dist)
}

/// Writes everything else beside the modules that are in a folder; returns the scripts and styles that only pages name.
pub fn assemble(dist: &Path) -> Result<BTreeSet<String>> {
    let page = write_pages(dist)?;
    for file in ENTRIES {
        bundle(file, dist)?;
    }
    frame::write(dist)?;
    single::write(dist)?;
    npm::write(dist)?;
    sri::write(dist, |file| !file.starts_with(npm::FOLDER))?;
    Ok(page)
}

/// What binaryen is asked for. Its inlining makes the module smaller as it is but not as it is sent, so it is left out;
/// constants are moved into the offsets of loads and stores, which may be where an address is in the lowest 1,024 bytes
/// that the stack reaches last. That is 0.9 kB less to send than light cleaning alone. Two levels are tried, for which of
/// them is less may change.
pub const LEVELS: [&[&str]; 2] = [
    &["-O2", "--shrink-level=2", LOW, CONVERGE, SKIP, CONSTANTS, PROPAGATE, DEALIGN],
    &["-O3", "--shrink-level=2", LOW, CONVERGE, SKIP, CONSTANTS, PROPAGATE, DEALIGN],
];
const LOW: &str = "--low-memory-unused";
const CONVERGE: &str = "--converge";
const SKIP: &str = "--skip-pass=inlining-optimizing";
const CONSTANTS: &str = "--optimize-added-constants-propagate";
const PROPAGATE: &str = "--precompute-propagate";
/// How loads and stores are aligned is a hint that the supported browsers do not use; all alike, they are a quarter of a
/// kilobyte less to send.
const DEALIGN: &str = "--dealign";

/// What it is asked for where a module is to be quick.
const QUICK: [&[&str]; 1] = [&["-O3", DEALIGN]];

/// A bound module after each of these; returns the one that is smallest to send.
pub fn optimise(module: &Module, bound: &Path) -> Result<PathBuf> {
    let folder = paths::target().join("wasm-opt");
    fs::create_dir_all(&folder)?;
    let mut best: Option<(usize, PathBuf)> = None;
    let levels: &[&[&str]] = if module.quick { &QUICK } else { &LEVELS };
    let simd = if module.simd { &["--enable-simd"][..] } else { &[] };
    for level in levels {
        let output = folder.join(format!("{}{}.wasm", module.name, level[0]));
        run(node::tool("wasm-opt")?
            .args(*level)
            .args(FEATURES)
            .args(simd)
            .arg(bound)
            .arg("-o")
            .arg(&output))?;
        let size = gzip_file(&output)?;
        println!("{} after wasm-opt {}: {}", module.name, level.join(" "), kilobytes(size));
        if best.as_ref().is_none_or(|(smallest, _)| size < *smallest) {
            best = Some((size, output));
        }
    }
    best.map(|(_, path)| path).context("No optimised module was written")
}

/// One minified module out of one of `www` and what it imports. The widget stays a file of its own.
fn bundle(file: &str, dist: &Path) -> Result<()> {
    let mut esbuild = node::tool("esbuild")?;
    esbuild.arg(paths::www().join(file)).args(["--minify", "--log-level=warning", BROWSERS]);
    esbuild.arg(format!("--outfile={}", dist.join(file).display()));
    esbuild.arg("--bundle");
    if is(Path::new(file), "js") {
        esbuild.arg("--format=esm");
        for other in ENTRIES.iter().filter(|other| **other != file) {
            esbuild.arg(format!("--external:./{other}"));
        }
    }
    run(&mut esbuild)
}

/// Copies the pages and the data, and bundles the scripts and styles that the pages name; returns those.
fn write_pages(dist: &Path) -> Result<BTreeSet<String>> {
    let mut named = BTreeSet::new();
    for path in files(&paths::www())? {
        let relative = path.strip_prefix(paths::www())?;
        // The iframe page is made apart.
        if relative == Path::new(frame::PAGE)
            || relative.starts_with("pkg")
            || npm::ONLY.iter().any(|file| relative == Path::new(file))
            || ["js", "css", "ts", "md"].iter().any(|kind| is(relative, kind))
        {
            continue;
        }
        let target = dist.join(relative);
        if let Some(folder) = target.parent() {
            fs::create_dir_all(folder)?;
        }
        if is(relative, "html") {
            let page = without_preloads(&fs::read_to_string(&path)?);
            named.extend(references(&page));
            fs::write(target, page)?;
        } else {
            fs::copy(&path, target)?;
        }
    }
    // A file of its own, with its comments: it goes to other people's pages.
    fs::copy(paths::www().join(STYLES), dist.join(STYLES))?;
    for apart in [ENTRY, frame::LOADER, STYLES] {
        named.remove(apart);
    }
    for file in &named {
        bundle(file, dist)?;
    }
    Ok(named)
}

/// A page without the lines that fetch the widget's modules early: in the release they are one file.
fn without_preloads(html: &str) -> String {
    html.split_inclusive('\n').filter(|line| !line.contains("rel=\"modulepreload\"")).collect()
}

/// The scripts and styles beside a page that it names in `src` or `href`.
fn references(html: &str) -> impl Iterator<Item = String> {
    html.split(['"', '\'']).filter_map(|value| {
        let file = value.strip_prefix("./").unwrap_or(value);
        let plain = file.bytes().all(|byte| byte.is_ascii_alphanumeric() || b"-_.".contains(&byte));
        let path = Path::new(file);
        (plain && (is(path, "js") || is(path, "css"))).then(|| file.to_owned())
    })
}

/// Prints what it weighs and fails if that is too much.
pub fn weigh(dist: &Path, page: &BTreeSet<String>) -> Result<()> {
    let size = |file: &str| {
        let path = dist.join(file);
        if path.exists() { gzip_file(&path) } else { Ok(0) }
    };
    let page = page.iter().map(|file| size(file)).sum::<Result<usize>>()?;
    let page = page + size(WORKBENCH_ENTRY)?;
    let desk = size(&format!("pkg/{}", DESK.file()))? + size(DESK_ENTRY)?;
    let large = size(&format!("pkg/{}", LARGE.file()))? + size(LARGE_ENTRY)?;
    let sizes = [
        ("module", size(&format!("pkg/{}", READER.file()))?, MODULE_BUDGET),
        ("widget's JavaScript and styles", size(ENTRY)?, WIDGET_BUDGET),
        ("reader's tools, JavaScript and styles", size(TOOLS_ENTRY)?, TOOLS_BUDGET),
        ("explorer page's JavaScript and styles", page, PAGE_BUDGET),
        ("desk, module and JavaScript", desk, DESK_BUDGET),
        ("engine for large networks, module and JavaScript", large, LARGE_BUDGET),
        ("single file", size(single::FILE)?, SINGLE_BUDGET),
    ];
    for (what, size, budget) in sizes {
        let over = if size > budget { "OVER its budget" } else { "within its budget" };
        println!("{what}: {} compressed, {over} of {}", kilobytes(size), kilobytes(budget));
    }
    if let Some((what, ..)) = sizes.iter().find(|(_, size, budget)| size > budget) {
        bail!("The {what} is more than its budget");
    }
    Ok(())
}

/// All files in and below a folder, sorted.
pub fn files(folder: &Path) -> Result<Vec<PathBuf>> {
    let mut found = Vec::new();
    for entry in fs::read_dir(folder)? {
        let path = entry?.path();
        if path.is_dir() {
            found.extend(files(&path)?);
        } else {
            found.push(path);
        }
    }
    found.sort();
    Ok(found)
}

pub fn is(path: &Path, extension: &str) -> bool {
    path.extension().is_some_and(|found| found == extension)
}

#[cfg(test)]
mod tests {
    use deal_network::embed::WIDGET_FILES;

    use super::*;
    use crate::wasm::WIDGET;

    #[test]
    fn a_pack_has_the_widget_and_nothing_that_only_our_pages_need() {
        let scripts = [ENTRY, DESK_ENTRY, LARGE_ENTRY, TOOLS_ENTRY].map(str::to_owned);
        let modules = WIDGET.map(|module| ["pkg/", &module.file()].concat());
        assert_eq!(WIDGET_FILES.map(str::to_owned), [&scripts[..], &modules].concat()[..]);
    }

    #[test]
    fn a_page_names_the_files_beside_it() {
        let html = r#"<script type="module" src="./explorer.js"></script><link href='page.css'>
            <link rel="modulepreload" href="stage.js" />
            <a href="https://example.org/x.js">"index.html"</a>"#;
        let page = without_preloads(html);
        assert_eq!(references(&page).collect::<Vec<_>>(), ["explorer.js", "page.css"]);
    }
}
