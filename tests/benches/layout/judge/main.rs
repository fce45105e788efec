//! Judges layouts for `cargo dev bench layout`: ours, plain stress and the peers', all by the same measures.
//!
//! ```text
//! layout inputs WORK      WORK/graphs/*.json and the page's data sets -> WORK/inputs.jsonl, for the peers
//! layout all WORK         ours, plain stress and WORK/peers.jsonl -> tables, WORK/measures.jsonl, drawings
//! layout ours WORK        ours and plain stress in seconds, ranked among the peers where these have been run
//! layout frontier WORK    ours with other weights of the score, beside the peers
//! ```
//! `deals` and `made` say what the networks are, `case` what all layouts are given of one; `measures` are defined
//! once each; `page` counts what a reader sees on many stages; `starts` tries
//! others; `alone` colours single loops; `table` and `drawing` show what came out.

mod alone;
mod case;
mod deals;
mod drawing;
mod frontier;
mod made;
mod measures;
mod page;
mod peers;
mod plain;
mod starts;
mod table;

use std::fs;
use std::path::Path;

use anyhow::{Result, bail};
use case::Case;
use deal_network::Point;
use drawing::Tile;
use measures::stress::stress;
use measures::{ANY_SIZE, Measures, OWN_SIZE, median};
use peers::Peers;

/// How often a layout that depends on chance is begun; the median of each measure counts.
const STARTS: u64 = 20;

const OURS: &str = "ours";
const PLAIN: &str = "plain stress";

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
        ["frontier", work] => frontier(Path::new(work)),
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
    let drawings = work.join("drawings");
    fs::create_dir_all(&drawings)?;
    let mut tables = String::new();
    let mut lost = Vec::new();
    for (group, cases) in [("the page's data", deals::cases()?), ("made", made::cases(work)?)] {
        tables += &table::head(&format!("{group} | layout"));
        for case in cases {
            let mut rows = own(&case);
            peers.judge(&case, &mut rows);
            tables += &table::rows(&case, &rows);
            lost.extend(table::lost(&case, &rows));
            lines.extend(table::lines(&case, &rows));
            let name = case.name.to_lowercase().replace(' ', "-");
            fs::write(drawings.join(format!("{name}.svg")), drawing::svg(&case, &tiles(&case, &peers)))?;
        }
        tables.push('\n');
    }
    let lost = if lost.is_empty() { "nowhere".to_owned() } else { lost.join("; ") };
    println!("Ours is last: {lost}.\n\n{tables}");
    lines.extend(pages()?);
    lines.extend(other_starts(work)?);
    lines.extend(single_loops()?);
    write(work, &lines)
}

/// Ours and, of each layout that depends on chance, the start with the median of stress.
fn tiles(case: &Case, peers: &Peers) -> Vec<Tile> {
    let mut tiles = vec![Tile { caption: OURS.to_owned(), points: case.arrange(), size: OWN_SIZE }];
    let mut add = |caption: &str, mut starts: Vec<Vec<Point>>| {
        starts.sort_by(|a, b| stress(case, a).total_cmp(&stress(case, b)));
        let points = starts.swap_remove(starts.len() / 2);
        tiles.push(Tile { caption: caption.to_owned(), points, size: ANY_SIZE });
    };
    add(PLAIN, (1..=STARTS).map(|seed| plain::arrange(case, seed)).collect());
    for peer in peers.of(case) {
        add(&peer.layout, peer.starts.clone());
    }
    tiles
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
    lines.extend(pages()?);
    lines.extend(other_starts(work)?);
    lines.extend(single_loops()?);
    write(work, &lines)
}

/// Prints what other weights do.
fn frontier(work: &Path) -> Result<()> {
    let pages = deals::cases()?.len();
    print!("{}", frontier::table(cases(work)?, pages, &Peers::read(work)?)?);
    Ok(())
}

/// Prints what a reader sees of the page's data sets, and returns the lines that say so.
fn pages() -> Result<Vec<String>> {
    let (table, lines) = page::judge()?;
    println!("{table}");
    Ok(lines)
}

/// Prints what other starts would make of ours, and returns the lines that say so.
fn other_starts(work: &Path) -> Result<Vec<String>> {
    let found = starts::judge(&cases(work)?);
    println!("{}", starts::table(&found));
    Ok(found.iter().map(starts::Started::line).collect())
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
    Ok([deals::cases()?, made::cases(work)?].concat())
}

/// Our layout, and stress alone.
fn own(case: &Case) -> Vec<Row> {
    let plain: Vec<Measures> =
        (1..=STARTS).map(|seed| Measures::of(case, &plain::arrange(case, seed), ANY_SIZE)).collect();
    vec![
        Row { layout: OURS.to_owned(), measures: Measures::of(case, &case.arrange(), OWN_SIZE) },
        Row { layout: PLAIN.to_owned(), measures: median(&plain) },
    ]
}
