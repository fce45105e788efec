//! Measurements, written where they can be read beside the machine they were made on.

use std::fmt::Write;
use std::time::Instant;

use anyhow::Result;
use clap::ValueEnum;

use crate::child::{cargo, command, output, run as run_child};
use crate::{
    bench_arrange, bench_frames, bench_layout, bench_loops, bench_ticks, node, paths, release, report, test,
    wasm,
};

/// How often each thing is measured; the median is reported.
const RUNS: usize = 5;

/// What is measured.
#[derive(Clone, Copy, ValueEnum)]
pub enum Part {
    /// The search beside other libraries
    Loops,
    /// The layout beside other libraries
    Layout,
    /// What other weights of the layout's score do, on the networks that `layout` has laid out
    Frontier,
    /// What an arrangement takes in the released modules
    Arrange,
    /// Ticks of the engine for large networks beside other libraries
    Ticks,
    /// The page, from navigation to its first picture
    FirstFrame,
    /// Frames a second while a network moves, beside other libraries
    Frames,
    /// Very many figures on a page, and the time until a failure is told
    Embedding,
    /// Filtering in the released module
    Study,
    /// The command line as a person runs it
    CommandLine,
}

/// Runs these measurements, all if none is named, and writes their tables.
pub fn run(parts: &[Part], ours: bool) -> Result<()> {
    if ours {
        return bench_layout::ours();
    }
    for part in if parts.is_empty() { Part::value_variants() } else { parts } {
        match part {
            Part::Loops => report::write("loops", &bench_loops::tables()?)?,
            Part::Layout => report::write("layout", &bench_layout::tables()?)?,
            Part::Frontier => report::write("frontier", &bench_layout::frontier()?)?,
            Part::Arrange => report::write("arrange", &bench_arrange::table()?)?,
            Part::Ticks => report::write("ticks", &bench_ticks::tables()?)?,
            Part::FirstFrame => report::write("first-frame", &first_frame()?)?,
            Part::Frames => report::write("frames", &bench_frames::table()?)?,
            Part::Embedding => report::write("embedding", &embedding()?)?,
            Part::Study => report::write("study", &study()?)?,
            Part::CommandLine => report::write("command-line", &command_line()?)?,
        }
    }
    Ok(())
}

/// From navigation to the first settled picture, with a cold cache; the script prints the table.
fn first_frame() -> Result<String> {
    release::write()?;
    let mut tables = format!("{}.\n", report::machine()?);
    for (what, folder) in [("As released, `dist`", paths::dist()), ("As it stands, `www`", paths::www())] {
        if folder == paths::www() {
            wasm::build(wasm::Library::Installed)?;
        }
        let mut program = node::node()?;
        program.arg("tests/benches/first-frame.js");
        let table = output(&mut test::with_pages(program, &folder)?)?;
        write!(tables, "\n{what}, in {table}")?;
    }
    Ok(tables)
}

/// What embedding costs, as released; the script prints the tables.
fn embedding() -> Result<String> {
    release::write()?;
    let mut program = node::node()?;
    program.arg("tests/benches/embedding.js");
    let tables = output(&mut test::with_pages(program, &paths::dist())?)?;
    Ok(format!("{}. {tables}", report::machine()?))
}

/// What the desk's figures take in the released module, in Node.
fn study() -> Result<String> {
    release::write()?;
    let mut program = node::node()?;
    program.arg("tests/benches/study.js").arg(paths::pkg().join("deal_network_desk.js"));
    program.arg(paths::dist().join("pkg").join(wasm::DESK.file()));
    Ok(format!("{}, {}", report::machine()?, output(&mut program)?))
}

/// The command line as a person runs it: reading the file, searching, printing.
fn command_line() -> Result<String> {
    run_child(cargo().args(["build", "--release", "--features", "cli", "--bin", "deal-network"]))?;
    let program = paths::target().join("release/deal-network");
    let mut table = format!("{}.\n\n| file | ms |\n| --- | --: |\n", report::machine()?);
    for file in ["www/data/ai-deals.json", "www/data/openai-amazon.json"] {
        let mut times = Vec::new();
        for _ in 0..RUNS {
            let start = Instant::now();
            output(command(&program.to_string_lossy()).args(["loops", file]))?;
            times.push(start.elapsed());
        }
        times.sort();
        writeln!(table, "| {file} | {:.1} |", times[RUNS / 2].as_secs_f64() * 1000.0)?;
    }
    Ok(table)
}
