//! How long an arrangement takes in the released modules, in the browser.

use std::fs;

use anyhow::Result;

use crate::child::output;
use crate::wasm::{LARGE, READER};
use crate::{node, paths, release, report, test};

/// An empty page from which the modules are loaded.
const PAGE: &str = "<!doctype html><html lang=\"en\"><meta charset=\"utf-8\"><title>Arrange</title><link rel=\"icon\" href=\"data:,\"></html>\n";

/// Measures; returns the table.
pub fn table() -> Result<String> {
    release::write()?;
    let site = paths::target().join("arrange");
    fs::create_dir_all(&site)?;
    for (module, name) in [(READER, "reader"), (LARGE, "large")] {
        fs::copy(paths::pkg().join(format!("{}.js", module.name)), site.join(format!("{name}.js")))?;
        fs::copy(paths::dist().join("pkg").join(module.file()), site.join(format!("{name}.wasm")))?;
    }
    fs::copy(paths::www().join("data/ai-deals.json"), site.join("ai-deals.json"))?;
    fs::write(site.join("index.html"), PAGE)?;
    let mut program = node::node()?;
    program.arg(paths::tests().join("benches/arrange/run.js"));
    let table = output(&mut test::with_pages(program, &site)?)?;
    Ok(format!("{}, {table}", report::machine()?))
}
