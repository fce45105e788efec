//! Our layout beside those of other libraries, on the same networks, judged by the same program in one run.
//!
//! `tests/benches/layout` makes the networks, lays them out and judges; the others are installed below
//! `target/layout`, never into the project.

use std::fs::{self, File};
use std::path::{Path, PathBuf};

use anyhow::{Context, Result};
use serde_json::Value;

use crate::child::{cargo, command, output, run};
use crate::{node, packages, paths, python, report, test};

/// Lays out and judges everything, writes the pictures, returns the tables.
pub fn tables() -> Result<String> {
    let work = work();
    graphs(&work)?;
    let program = judge()?;
    run(command(&program).arg("inputs").arg(&work))?;
    let packages = peers(&work)?;
    let mut lay_out = node::node()?;
    lay_out.arg(paths::tests().join("benches/layout/peers.js")).arg(&packages).arg(work.join("inputs.jsonl"));
    let graphviz = graphviz();
    match &graphviz {
        Ok(_) => _ = lay_out.arg("graphviz"),
        Err(reason) => println!("Graphviz is left out. {reason:#}."),
    }
    lay_out.stdout(File::create(work.join("peers.jsonl"))?);
    run(&mut lay_out)?;
    let tables = output(command(&program).arg("all").arg(&work))?;
    pictures(&work)?;
    let graphviz = graphviz.map_or_else(|_| String::new(), |version| format!(", Graphviz {version}"));
    Ok(format!("{}; {}{graphviz}.\n\n{tables}", report::machine()?, versions(&packages)?))
}

/// Judges ours alone, for whoever tunes it.
pub fn ours() -> Result<()> {
    let work = work();
    // The same for ever: their seeds are fixed.
    if !work.join("graphs/grid200.json").exists() {
        graphs(&work)?;
    }
    run(command(&judge()?).arg("ours").arg(&work))
}

/// Our layout with other weights of its score, beside what the others have made last.
pub fn frontier() -> Result<String> {
    output(command(&judge()?).arg("frontier").arg(work()))
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
fn judge() -> Result<String> {
    run(cargo().args(["build", "--quiet", "--release", "--features", "bench", "--bin", "layout"]))?;
    Ok(paths::target().join("release/layout").to_string_lossy().into_owned())
}

/// Installs npm's libraries; returns where.
fn peers(work: &Path) -> Result<PathBuf> {
    let packages = work.join("npm");
    fs::create_dir_all(&packages)?;
    for file in ["package.json", "package-lock.json"] {
        fs::copy(paths::tests().join("benches/layout").join(file), packages.join(file))?;
    }
    node::node()?;
    run(command("npm").args(["ci", "--no-progress", "--no-audit", "--no-fund"]).current_dir(&packages))?;
    Ok(packages)
}

/// The version of Graphviz, which is installed where it is missing and that is possible.
fn graphviz() -> Result<String> {
    // `--version` is an error to it.
    let ask = || output(command("sh").args(["-c", "neato -V 2>&1 && sfdp -V 2>&1"]));
    let said = ask().or_else(|_| packages::install(&["graphviz"]).and_then(|()| ask()))?;
    let version = said.split_whitespace().nth(4).context("Graphviz does not say its version")?;
    Ok(version.to_owned())
}

/// Names and versions of npm's libraries.
fn versions(packages: &Path) -> Result<String> {
    let manifest: Value = serde_json::from_str(&fs::read_to_string(packages.join("package.json"))?)?;
    let all = manifest["dependencies"].as_object().context("no dependencies")?;
    let name =
        |(name, version): (&String, &Value)| format!("{name} {}", version.as_str().unwrap_or_default());
    Ok(all.iter().map(name).collect::<Vec<_>>().join(", "))
}

/// Has the browser draw what the judge has described.
fn pictures(work: &Path) -> Result<()> {
    node::ensure_installed()?;
    let mut program = node::node()?;
    program.arg("tests/benches/layout/pictures.js").arg(paths::tests().join("benches/pictures"));
    let drawings = work.join("drawings");
    for entry in fs::read_dir(&drawings)? {
        program.arg(entry?.file_name());
    }
    run(&mut test::with_pages(program, &drawings)?)
}
