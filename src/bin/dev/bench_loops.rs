//! Loop searches compared.

use std::path::PathBuf;

use anyhow::Result;

use crate::child::{cargo, run};
use crate::{node, paths, wasm};

/// Compiles the search for Node as the released module is compiled.
pub fn module() -> Result<PathBuf> {
    wasm::ensure_target()?;
    let build = ["build", "--bin", "loops", "--features", "bench", "--target", wasm::TARGET, "--profile", "wasm"];
    let made = std::env::var("LOOPS_MODULE").unwrap_or_default();
    if made.is_empty() { run(cargo().args(build))?; }
    let folder = paths::target().join("loops/pkg");
    let m = if made.is_empty() { paths::target().join(wasm::TARGET).join("wasm/loops.wasm") } else { made.into() };
    wasm::bind(&m, &folder, true)?;
    std::fs::write(folder.join("package.json"), "{\"type\":\"module\"}")?;
    Ok(folder)
}

pub fn quick() -> Result<()> {
    let folder = module()?;
    let mut node = node::node()?;
    run(node.arg("tests/benches/loops/run.mjs").arg(folder).arg("/tmp/cyc/ours"))
}
