//! Judges layouts for `cargo dev bench layout`: ours, plain stress and the peers', all by the same measures.
//!
//! ```text
//! layout inputs WORK      WORK/graphs/*.json and the page's data sets -> WORK/inputs.jsonl, for the peers
//! layout all WORK         ours, plain stress and WORK/peers.jsonl -> tables, WORK/measures.jsonl, drawings
//! layout ours WORK        ours and plain stress in seconds, ranked among the peers where these have been run
//! ```
//! `deals` and `made` say what the networks are, `case` what all layouts are given of one; `measures` are defined
//! once each; `alone` colours single loops; `table` and `drawing` show what came out.

mod alone;
mod case;
mod deals;
mod made;
mod measures;
mod peers;
mod plain;
mod table;

use std::fs;
use std::path::Path;

use anyhow::{Context, Result, bail};
use case::Case;
use measures::{ANY_SIZE, Measures, OWN_SIZE, median};
use peers::Peers;

/// How often a layout that depends on chance is begun; the median of each measure counts.
const STARTS: u64 = 20;

/// What is measured of one layout of one network.
struct Row {
    layout: String,
    measures: Measures,
}

fn main() -> Result<()> {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let words: Vec<&str> = arguments.iter().map(String::as_str).collect();
    match words[..] {
        ["inputs", work] => inputs(Path::new(work)),
        ["all", work] => all(Path::new(work)),
        ["ours", work] => ours(Path::new(work)),
        _ => bail!("what to do is said in `tests/benches/layout/judge/main.rs`"),
    }
}

/// Writes what the peers lay out.
fn inputs(work: &Path) -> Result<()> {
    let lines: Vec<String> = cases(work)?.iter().map(Case::line).collect();
    Ok(fs::write(work.join("inputs.jsonl"), lines.join("\n") + "\n")?)
}

/// Judges everybody and prints the tables.
fn all(work: &Path) -> Result<()> {
    let peers = Peers::read(work)?;
    let mut lines = Vec::new();
    for case in cases(work)? {
        let mut rows = own(&case);
        peers.judge(&case, &mut rows);
        println!("{}", table::of(&case, &rows));
        lines.extend(table::lines(&case, &rows));
    }
    lines.extend(single_loops()?);
    write(work, &lines)
}

/// Judges ours and plain stress, and ranks ours among all.
fn ours(work: &Path) -> Result<()> {
    let peers = Peers::read(work)?;
    let mut lines = Vec::new();
    print!("{}", table::head("ours, rank"));
    for case in cases(work)? {
        let mut rows = own(&case);
        peers.judge(&case, &mut rows);
        println!("{}", table::ranks(&case, &rows));
        lines.extend(table::lines(&case, &rows));
    }
    println!();
    lines.extend(single_loops()?);
    write(work, &lines)
}

/// Prints how round single loops are, and returns the lines that say so.
fn single_loops() -> Result<Vec<String>> {
    let mut lines = Vec::new();
    print!("{}", alone::HEAD);
    for network in deals::NETWORKS {
        let found = alone::judge(&deals::whole(network)?);
        print!("{}", alone::rows(network, &found));
        lines.extend(found.iter().map(|wheel| wheel.line(network)));
    }
    Ok(lines)
}

/// The measures, line by line, for other programs.
fn write(work: &Path, lines: &[String]) -> Result<()> {
    Ok(fs::write(work.join("measures.jsonl"), lines.join("\n") + "\n")?)
}

/// Every network on its stage.
fn cases(work: &Path) -> Result<Vec<Case>> {
    let mut cases = deals::cases()?;
    for name in made::NAMES {
        let path = work.join(format!("graphs/{name}.json"));
        let text = fs::read_to_string(&path).with_context(|| format!("{} cannot be read", path.display()))?;
        cases.push(made::case(name, &serde_json::from_str(&text)?)?);
    }
    Ok(cases)
}

/// Our layout, and stress alone.
fn own(case: &Case) -> Vec<Row> {
    let plain: Vec<Measures> =
        (1..=STARTS).map(|seed| Measures::of(case, &plain::arrange(case, seed), ANY_SIZE)).collect();
    vec![
        Row { layout: "ours".to_owned(), measures: Measures::of(case, &case.arrange(), OWN_SIZE) },
        Row { layout: "plain stress".to_owned(), measures: median(&plain) },
    ]
}
