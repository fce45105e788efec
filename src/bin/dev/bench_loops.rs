//! Our loop search in wasm beside those of other libraries, on the same networks, in one run.
//!
//! `tests/benches/loops` makes the networks and runs the searches; the others are installed and built below
//! `target/loops`, never into the project.

use std::fmt::Write;
use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result};
use serde_json::Value;

use crate::child::{cargo, command, output, run};
use crate::{node, paths, python, report, wasm};

/// Measures everything; returns the tables.
pub fn tables() -> Result<String> {
    let folder = paths::target().join("loops");
    fs::create_dir_all(&folder)?;
    let (graphs, scripts) = (folder.join("graphs"), paths::tests().join("benches/loops"));
    let python = python::python()?;
    run(command(&python).arg(scripts.join("graphs.py")).arg(&graphs))?;
    let ours = output(node::node()?.arg(scripts.join("run.js")).arg(module(&folder)?).arg(&graphs))?;
    let theirs = output(command(&python).arg(scripts.join("peers.py")).arg(&graphs))?;
    let rust = output(command(&rust_peers(&folder, &scripts)?).arg(&graphs))?;
    let lines = [ours, theirs, rust].concat();
    let lines: Vec<Value> = lines.lines().map(serde_json::from_str).collect::<Result<_, _>>()?;
    written(&lines)
}

/// The search for Node, compiled as the released module is.
fn module(folder: &Path) -> Result<PathBuf> {
    wasm::ensure_target()?;
    let build =
        ["build", "--bin", "loops", "--features", "bench", "--target", wasm::TARGET, "--profile", "wasm"];
    run(cargo().args(build))?;
    let package = folder.join("module");
    wasm::bind("loops", &paths::target().join(wasm::TARGET).join("wasm/loops.wasm"), &package, false)?;
    // Node takes a module for CommonJS unless a package says otherwise.
    fs::write(package.join("package.json"), "{\"type\":\"module\"}\n")?;
    Ok(package)
}

/// The Rust libraries that are compared.
fn rust_peers(folder: &Path, scripts: &Path) -> Result<String> {
    let target = folder.join("peers");
    let manifest = scripts.join("peers/Cargo.toml");
    let build = ["build", "--release", "--locked", "--manifest-path"];
    run(cargo().args(build).arg(manifest).arg("--target-dir").arg(&target))?;
    Ok(target.join("release/loops-peers").to_string_lossy().into_owned())
}

/// One measurement of those printed.
fn find<'a>(lines: &'a [Value], what: &str, graph: &str) -> Result<&'a Value> {
    let line = lines.iter().find(|line| line["what"] == what && line["graph"] == graph);
    line.with_context(|| format!("{what} was not measured on {graph}"))
}

fn ms(line: &Value) -> f64 {
    line["ms"].as_f64().unwrap_or(f64::NAN)
}

fn written(lines: &[Value]) -> Result<String> {
    let versions = lines.iter().find(|line| line.get("networkx").is_some()).context("no versions")?;
    let text = |key: &str| versions[key].as_str().unwrap_or_default().to_owned();
    let mut table = format!(
        "{}, Node.js {}, NetworkX {}, igraph {}, rustworkx-core and graph-cycles as in `loops/peers/Cargo.lock`.\n\n",
        report::machine()?,
        output(command("node").arg("--version"))?.trim().trim_start_matches('v'),
        text("networkx"),
        text("igraph"),
    );
    table.push_str("| all loops | up to | loops | ours, wasm, ms | NetworkX | igraph | rustworkx-core | graph-cycles |\n");
    table.push_str("| --- | --: | --: | --: | --: | --: | --: | --: |\n");
    for graph in ["deal200", "deal1000", "gnm1000_3", "deal50"] {
        let ours = find(lines, "ours", graph)?;
        write!(table, "| {graph} | {} | {} | {:.2} |", length(ours), ours["loops"], ms(ours))?;
        for peer in ["networkx", "igraph", "rustworkx-core", "graph-cycles"] {
            match find(lines, peer, graph) {
                Ok(line) if line["loops"] == ours["loops"] => {
                    write!(table, " {:.0} ({:.0}x) |", ms(line), ms(line) / ms(ours))?;
                }
                Ok(line) => {
                    anyhow::bail!("{peer} finds {} loops in {graph}, not {}", line["loops"], ours["loops"])
                }
                Err(_) => table.push_str(" |"),
            }
        }
        table.push('\n');
    }
    table.push_str(
        "\n| in pages, up to 8 | loops | ms | million loops a second |\n| --- | --: | --: | --: |\n",
    );
    for line in of(lines, "paged") {
        let speed = line["loops"].as_f64().unwrap_or(f64::NAN) / ms(line) / 1000.0;
        writeln!(table, "| {} | {} | {:.1} | {speed:.1} |", name(line), line["loops"], ms(line))?;
    }
    table.push_str("\n| first 100 by rank, up to 8 | ms |\n| --- | --: |\n");
    for line in of(lines, "top") {
        writeln!(table, "| {} | {:.2} |", name(line), ms(line))?;
    }
    table.push_str(
        "\n| at most a million loops | up to | loops, ended by | ms |\n| --- | --: | --: | --: |\n",
    );
    for line in of(lines, "bounded") {
        let found = line["loops"].as_str().unwrap_or_default();
        writeln!(table, "| {} | {} | {found} | {:.0} |", name(line), length(line), ms(line))?;
    }
    Ok(table)
}

fn of<'a>(lines: &'a [Value], what: &str) -> impl Iterator<Item = &'a Value> {
    lines.iter().filter(move |line| line["what"] == what)
}

fn name(line: &Value) -> &str {
    line["graph"].as_str().unwrap_or_default()
}

fn length(line: &Value) -> String {
    match line["length"].as_u64() {
        Some(0) | None => "any".to_owned(),
        Some(length) => length.to_string(),
    }
}
