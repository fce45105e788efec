//! Our layout beside those of other libraries, on the same networks, judged by the same program in one run.
//!
//! `tests/benches/layout` makes the networks, lays them out and judges; the others are installed below
//! `target/layout`, never into the project.

use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::Result;

use crate::child::{cargo, command, run};
use crate::{paths, python};

/// Judges ours alone, for whoever tunes it.
pub fn ours() -> Result<()> {
    let work = work();
    // The same for ever: their seeds are fixed.
    if !work.join("graphs/grid200.json").exists() {
        graphs(&work)?;
    }
    run(judge()?.arg("ours").arg(&work))
}

fn work() -> PathBuf {
    paths::target().join("layout")
}

/// Makes the networks.
fn graphs(work: &Path) -> Result<()> {
    let script = paths::tests().join("benches/layout/graphs.py");
    // Without leaving compiled scripts in the project.
    run(command(&python::python()?).arg("-B").arg(script).arg(work.join("graphs")))
}

/// The judge, compiled as it stands.
fn judge() -> Result<Command> {
    run(cargo().args(["build", "--quiet", "--release", "--features", "bench", "--bin", "layout"]))?;
    Ok(command(&paths::target().join("release/layout").to_string_lossy()))
}
