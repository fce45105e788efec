//! A tick of our engine for large networks beside those of other libraries, on the same networks, in one browser.
//!
//! `tests/benches/ticks` makes the networks and runs the engines; the others are installed and bundled below
//! `target/ticks`, never into the project.

use std::fmt::Write;
use std::fs;
use std::path::Path;

use anyhow::{Context, Result};
use serde_json::Value;

use crate::child::{cargo, command, output, run};
use crate::{node, paths, report, test, wasm};

const SIZES: [u64; 4] = [200, 1000, 10_000, 100_000];

/// The engines that ours is compared with.
const PEERS: [&str; 5] = [
    "d3-force",
    "d3-force-reuse",
    "ngraph.forcelayout",
    "graphology-layout-forceatlas2",
    "@antv/layout-wasm",
];

/// Measures everything; returns the tables.
pub fn tables() -> Result<String> {
    let folder = paths::target().join("ticks");
    let (site, scripts) = (folder.join("site"), paths::tests().join("benches/ticks"));
    fs::create_dir_all(&site)?;
    peers(&folder, &scripts)?;
    module(&site.join("module"))?;
    let libraries = folder.join("node_modules");
    let antv = libraries.join("@antv/layout-wasm/pkg/antv_layout_wasm_bg.wasm");
    fs::copy(antv, site.join("antv.wasm"))?;
    fs::copy(scripts.join("index.html"), site.join("index.html"))?;
    let mut bundle = node::tool("esbuild")?;
    bundle.env("NODE_PATH", &libraries).arg(scripts.join("page.js"));
    bundle.args(["--bundle", "--format=esm", "--log-level=error", "--external:./module/ticks.js"]);
    run(bundle.arg(format!("--outfile={}", site.join("page.js").display())))?;
    let mut program = node::node()?;
    program.arg(scripts.join("run.js"));
    let lines = output(&mut test::with_pages(program, &site)?)?;
    let lines: Vec<Value> = lines.lines().map(serde_json::from_str).collect::<Result<_, _>>()?;
    written(&lines, &fs::read_to_string(scripts.join("package.json"))?)
}

/// Installs what is compared, exactly as its lock file says.
fn peers(folder: &Path, scripts: &Path) -> Result<()> {
    let lock = fs::read_to_string(scripts.join("package-lock.json"))?;
    let installed = folder.join("node_modules/.installed");
    if fs::read_to_string(&installed).is_ok_and(|stamp| stamp == lock) {
        return Ok(());
    }
    for file in ["package.json", "package-lock.json", ".npmrc"] {
        fs::copy(scripts.join(file), folder.join(file))?;
    }
    run(command("npm").args(["ci", "--no-progress"]).current_dir(folder))?;
    Ok(fs::write(installed, lock)?)
}

/// The engine by itself, compiled as the module for large networks is.
fn module(folder: &Path) -> Result<()> {
    wasm::ensure_target()?;
    let build = ["build", "--bin", "ticks", "--no-default-features", "--features", "bench"];
    let mut cargo = cargo();
    cargo.args(build).args(["--target", wasm::TARGET, "--profile", "wasm"]).args(wasm::QUICK);
    run(cargo.args(["--config", &wasm::rustflags(&[wasm::SIMD, wasm::SPARING])]))?;
    wasm::bind("ticks", &paths::target().join(wasm::TARGET).join("wasm/ticks.wasm"), folder, false)
}

/// One number of those printed.
fn number(lines: &[Value], what: &str, key: &str, of: &[(&str, Value)]) -> Result<f64> {
    let line = lines
        .iter()
        .find(|line| line["what"] == what && of.iter().all(|(key, value)| line[key] == *value))
        .with_context(|| format!("{what} was not measured for {of:?}"))?;
    line[key].as_f64().with_context(|| format!("{key} of {line} is no number"))
}

fn written(lines: &[Value], package: &str) -> Result<String> {
    let package: Value = serde_json::from_str(package)?;
    let browser = lines.iter().find_map(|line| line["browser"].as_str()).context("no browser")?;
    let versions: Vec<String> = PEERS
        .iter()
        .map(|peer| format!("{peer} {}", package["dependencies"][*peer].as_str().unwrap_or_default()))
        .collect();
    let mut table = format!("{}, {browser}, {}.\n\n", report::machine()?, versions.join(", "));
    writeln!(table, "| companies | ours, ms | {} |", PEERS.join(" | "))?;
    writeln!(table, "| --: |{}", " --: |".repeat(PEERS.len() + 1))?;
    for size in SIZES {
        let ms = |name: &str| number(lines, "ticks", "ms", &[("name", name.into()), ("size", size.into())]);
        let ours = ms("ours")?;
        write!(table, "| {size} | {ours:.3} |")?;
        for peer in PEERS {
            let theirs = ms(peer)?;
            write!(table, " {theirs:.2} ({:.1}x) |", theirs / ours)?;
        }
        table.push('\n');
    }
    table.push_str(
        "\n| companies | error of ours | in its worst tick | of d3-force |\n| --: | --: | --: | --: |\n",
    );
    for size in SIZES {
        write!(table, "| {size} |")?;
        for key in ["ours", "worst", "theirs"] {
            write!(table, " {:.2} % |", number(lines, "errors", key, &[("size", size.into())])? * 100.0)?;
        }
        table.push('\n');
    }
    let memory = number(lines, "memory", "bytes", &[])?;
    writeln!(table, "\nMemory of ours with 100,000 companies: {:.0} MB.", memory / 1e6)?;
    Ok(table)
}
