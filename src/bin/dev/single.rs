//! `deal-network.min.js`: the whole widget in one file, of which a copy is enough, wherever it lies.
//!
//! It has one module that can do all, where a page beside its files loads up to three: those three together would be twice
//! as much to send, and a file that must work alone cannot leave any of them out. For nothing that is fetched needs an
//! address, one hash for `integrity` covers all that runs.

use std::fs;
use std::path::{Path, PathBuf};

use anyhow::Result;
use base64::Engine;
use base64::engine::general_purpose::STANDARD as BASE64;

use crate::child::run;
use crate::release::{BROWSERS, files, is, optimise};
use crate::size::compress;
use crate::wasm::{ALL, DESK, Library};
use crate::{glue, node, paths, wasm};

/// What the file is called.
pub const FILE: &str = "deal-network.min.js";

/// What stands in for modules of `www` where all is inside.
const STAND_INS: [(&str, &str); 3] = [
    ("engine.js", "export * from './single/engine.js';"),
    ("large.js", "export * from './single/engine.js';"),
    ("compiled.js", "export * from './single/compiled.js';"),
];

/// Compiles the module that is inside.
pub fn compile() -> Result<()> {
    let bound = shell().join("pkg");
    fs::create_dir_all(&bound)?;
    // Under the name of the desk, which it stands in for.
    wasm::bind(DESK.name, &wasm::compile(&ALL, Library::Small)?, &bound, false)?;
    glue::wrap(DESK.name, &bound)?;
    fs::copy(optimise(&ALL, &bound.join(DESK.file()))?, module())?;
    Ok(())
}

/// Writes the file, with the module that was compiled last.
pub fn write(dist: &Path) -> Result<()> {
    let shell = shell();
    for path in files(&paths::www())? {
        let relative = path.strip_prefix(paths::www())?;
        if is(relative, "js") && !relative.starts_with("pkg") {
            let target = shell.join(relative);
            fs::create_dir_all(target.parent().unwrap_or(&shell))?;
            fs::copy(&path, target)?;
        }
    }
    for (file, source) in STAND_INS {
        fs::write(shell.join(file), source)?;
    }
    let text = BASE64.encode(compress(&fs::read(module())?)?);
    fs::write(shell.join("single/module.js"), format!("export const MODULE = '{text}';\n"))?;
    let mut esbuild = node::tool("esbuild")?;
    esbuild.arg(shell.join("deal-network.js"));
    esbuild.args(["--bundle", "--format=esm", "--minify", "--log-level=warning", BROWSERS]);
    // No address is asked, and bundlers that find one would look for the file.
    esbuild.arg("--define:import.meta.url=\"https://deal-network.invalid/\"");
    esbuild.arg(format!("--banner:js={}", banner()));
    run(esbuild.arg(format!("--outfile={}", dist.join(FILE).display())))
}

/// What a copy says of itself.
fn banner() -> String {
    format!(
        "/*! {} {} | {} | with other people's work, see THIRD-PARTY-NOTICES.md */",
        env!("CARGO_PKG_NAME"),
        env!("CARGO_PKG_VERSION"),
        env!("CARGO_PKG_LICENSE"),
    )
}

/// The sources with what stands in for some of them.
fn shell() -> PathBuf {
    paths::target().join("single/www")
}

fn module() -> PathBuf {
    paths::target().join("single").join(ALL.file())
}
