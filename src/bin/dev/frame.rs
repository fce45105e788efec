//! The iframe page: `www/embed.html` and everything it needs in one file, and the loader of the page around it.
//!
//! Written are `frame.html` and `frame-large.html`, templates with one of each of [`PLACEHOLDERS`], and `embed.html`, the
//! first of them filled with the AI deals.

use std::fmt::Write;
use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Result, bail};
use base64::Engine;
use base64::engine::general_purpose::STANDARD as BASE64;
use sha2::{Digest, Sha256};

use crate::child::run;
use crate::release::{BROWSERS, is};
use crate::size::{compress, gzip, gzip_file, kilobytes};
use crate::template::{put, within};
use crate::wasm::{DESK, LARGE, Module};
use crate::{figures, node, paths};

/// The page in `www`, which its modules make a figure of while it is worked on.
pub const PAGE: &str = "embed.html";
/// What pages around a frame load.
pub const LOADER: &str = "frame-loader.js";
/// It may weigh so many bytes, minified.
const LOADER_BUDGET: usize = 1_024;

/// What differs from figure to figure: the language, the headline, what readers without JavaScript get, as HTML, and the
/// document, as JSON in which every `<` is escaped.
const PLACEHOLDERS: [&str; 4] = ["{{language}}", "{{title}}", "{{fallback}}", "{{data}}"];

/// A file to be filled in.
struct Frame {
    file: &'static str,
    modules: &'static [Module],
    /// Modules of `www`, and which of `www/frame` stand in for them.
    stand_ins: &'static [(&'static str, &'static str)],
}

/// For networks of up to 250 companies, and for all.
const SMALL: Frame = Frame {
    file: "frame.html",
    modules: &[DESK],
    stand_ins: &[("engine.js", "engine.js"), ("large.js", "small.js")],
};
const ANY: Frame =
    Frame { file: "frame-large.html", modules: &[DESK, LARGE], stand_ins: &[("engine.js", "engine.js")] };

/// What stands in the page in `www` for the style and for the script.
const STYLE: &str = r#"<link rel="stylesheet" href="frame/page.css" />"#;
const SCRIPT: &str = r#"<script type="module" src="frame.js"></script>"#;
const CHARSET: &str = r#"<meta charset="utf-8" />"#;

/// Writes them, out of `www` and of the modules that are in `dist` already, and prints what they weigh.
pub fn write(dist: &Path) -> Result<()> {
    esbuild(&paths::www().join(LOADER), &dist.join(LOADER), &[])?;
    let size = fs::metadata(dist.join(LOADER))?.len() as usize;
    let gzipped = kilobytes(gzip_file(&dist.join(LOADER))?);
    println!("{LOADER}: {} minified, {gzipped} compressed", kilobytes(size));
    if size > LOADER_BUDGET {
        bail!("{LOADER} is {size} bytes, more than its {LOADER_BUDGET}");
    }
    let source = fs::read_to_string(paths::www().join(PAGE))?;
    let small = make(&source, dist, &SMALL)?;
    save(dist, SMALL.file, &small)?;
    save(dist, ANY.file, &make(&source, dist, &ANY)?)?;
    save(dist, PAGE, &figures::of(&figures::packed(&small)?, "index.html")?)
}

fn save(dist: &Path, file: &str, page: &str) -> Result<()> {
    println!("{file}: {}, {} compressed", kilobytes(page.len()), kilobytes(gzip(page.as_bytes())?));
    Ok(fs::write(dist.join(file), page)?)
}

/// The page with everything inside, and a policy that lets nothing else run or load.
fn make(source: &str, dist: &Path, frame: &Frame) -> Result<String> {
    let style = style()?;
    let script = script(frame.stand_ins)?;
    let policy = format!(
        "default-src 'none'; script-src '{}' 'wasm-unsafe-eval'; style-src '{}'; img-src data: blob:; \
         base-uri 'none'; form-action 'none'; require-trusted-types-for 'script'; trusted-types 'none'",
        hash(&script),
        hash(&style)
    );
    let mut blocks = String::from(r#"<script type="application/json" id="deals">{{data}}</script>"#);
    for module in frame.modules {
        let file = module.file();
        let bytes = BASE64.encode(compress(&fs::read(dist.join("pkg").join(&file))?)?);
        write!(blocks, "\n<script type=\"application/octet-stream\" id=\"{file}\">{bytes}</script>")?;
    }
    let meta = format!("{CHARSET}\n<meta http-equiv=\"Content-Security-Policy\" content=\"{policy}\" />");
    let page = within(source, "<html lang=\"", "\"", "{{language}}")?;
    let page = within(&page, "<title>", "</title>", "{{title}}")?;
    let page = within(&page, "<deal-network", "</deal-network>", ">{{fallback}}")?;
    let page = put(&page, CHARSET, &meta)?;
    let page = put(&page, STYLE, &format!("<style>{style}</style>"))?;
    let page = put(&page, SCRIPT, &format!("{blocks}\n<script>{script}</script>"))?;
    for name in PLACEHOLDERS {
        if page.matches(name).count() != 1 {
            bail!("`{name}` does not stand once in the iframe page");
        }
    }
    Ok(page)
}

fn style() -> Result<String> {
    let output = folder()?.join("page.css");
    esbuild(&paths::www().join("frame/page.css"), &output, &[])?;
    Ok(fs::read_to_string(output)?.trim_end().to_owned())
}

/// The page's script and all it imports as one classic script, in which nothing is fetched.
fn script(stand_ins: &[(&str, &str)]) -> Result<String> {
    let folder = folder()?;
    let shell = folder.join("www");
    if shell.exists() {
        fs::remove_dir_all(&shell)?;
    }
    copy_scripts(&paths::www(), &shell)?;
    for (file, other) in stand_ins {
        fs::write(shell.join(file), format!("export * from './frame/{other}';\n"))?;
    }
    let output = folder.join("frame.js");
    esbuild(
        &shell.join("frame.js"),
        &output,
        &[
            "--bundle",
            "--format=iife",
            // Of addresses only the file's name counts, see `www/frame/fetch.js`.
            "--define:import.meta.url=\"https://frame.invalid/\"",
            &format!("--inject:{}", shell.join("frame/fetch.js").display()),
        ],
    )?;
    let script = fs::read_to_string(output)?.trim_end().to_owned();
    // Either would change where the script ends.
    if script.contains("<!--") || script.to_ascii_lowercase().contains("</script") {
        bail!("The script of the iframe page cannot stand inside a page");
    }
    Ok(script)
}

fn esbuild(input: &Path, output: &Path, more: &[&str]) -> Result<()> {
    let mut esbuild = node::tool("esbuild")?;
    esbuild.arg(input).args(["--minify", "--log-level=warning", BROWSERS]).args(more);
    run(esbuild.arg(format!("--outfile={}", output.display())))
}

fn copy_scripts(from: &Path, to: &Path) -> Result<()> {
    fs::create_dir_all(to)?;
    for entry in fs::read_dir(from)? {
        let path = entry?.path();
        let target = to.join(path.file_name().unwrap_or_default());
        if path.is_dir() {
            copy_scripts(&path, &target)?;
        } else if is(&path, "js") {
            fs::copy(&path, target)?;
        }
    }
    Ok(())
}

fn folder() -> Result<PathBuf> {
    let folder = paths::target().join("frame");
    fs::create_dir_all(&folder)?;
    Ok(folder)
}

/// How a policy names a script or a style.
fn hash(text: &str) -> String {
    format!("sha256-{}", BASE64.encode(Sha256::digest(text.as_bytes())))
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    #[test]
    fn a_script_is_named_by_its_hash() {
        // As in the specification of content security policies.
        assert_eq!(hash("alert('Hello, world.');"), "sha256-qznLcsROx4GACP2dm0UCKCzCG+HiZ1guq6ZZDob/Tng=");
    }

    #[test]
    fn the_page_has_what_is_replaced() {
        let source = fs::read_to_string(paths::www().join(PAGE)).unwrap();
        for mark in [CHARSET, STYLE, SCRIPT] {
            assert!(put(&source, mark, "").is_ok(), "{mark}");
        }
    }
}
