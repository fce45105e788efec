//! The data sets of the page, as the figure gives them to the layout.

use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result};
use deal_network::cycles::companies;
use deal_network::document::{Format, Limits, read};
use deal_network::figure::{Figure, Options};
use deal_network::layout::{Stage, Wheel};

use crate::case::Case;

/// The data sets in which single loops are coloured alone.
pub const NETWORKS: [&str; 2] = ["ai-deals", "openai-amazon"];

/// An article's column, and a phone.
const STAGES: [Stage; 2] = [Stage { width: 960.0, height: 640.0 }, Stage { width: 390.0, height: 600.0 }];

/// Below so many pixels the page asks for a small figure, with fewer coloured loops.
const SMALL: f32 = 480.0;
const SMALL_TOP: usize = 4;

/// Steps of the search between two looks at whether it is over.
const STEPS: u64 = 1_000_000;

/// How many of the loops that rank first are coloured alone, and of how many companies they are.
const ALONE: usize = 10;
const LENGTHS: [usize; 2] = [3, 4];

/// The overview and all of the AI deals, and the article's network, on each stage.
pub fn cases() -> Result<Vec<Case>> {
    let mut cases = Vec::new();
    for (what, file, all) in
        [("AI overview", NETWORKS[0], false), ("AI all", NETWORKS[0], true), ("article", NETWORKS[1], true)]
    {
        for stage in STAGES {
            let figure = arranged(file, stage, all)?;
            cases.push(case(what, &figure, stage));
        }
    }
    Ok(cases)
}

/// A whole data set on the wide stage, once for each of its first loops, which alone is coloured.
pub fn whole(file: &str) -> Result<Vec<(String, Case)>> {
    let figure = arranged(file, STAGES[0], true)?;
    let input = figure.layout_input();
    let loops = figure.loops();
    let members = loops.ranking.iter().map(|&cycle| companies(loops.arcs, loops.cycles.arcs(cycle)));
    let mut cases = Vec::new();
    for members in members.filter(|members| LENGTHS.contains(&members.len())).take(ALONE) {
        let places = members.iter().map(|member| input.companies.binary_search(member).map(|at| at as u32));
        let Ok(bodies) = places.collect() else { continue };
        let mut case = case(file, &figure, STAGES[0]);
        case.wheels = vec![Wheel { bodies }];
        let labels: Vec<&str> = members.iter().map(|&member| figure.network().label(member)).collect();
        cases.push((labels.join(" > "), case));
    }
    Ok(cases)
}

fn case(what: &str, figure: &Figure, stage: Stage) -> Case {
    let input = figure.layout_input();
    let name = format!("{what} {}x{}", stage.width, stage.height);
    Case::new(name, stage, input.bodies, input.springs, input.wheels)
}

/// The figure of a data set, searched and arranged as on the page.
fn arranged(file: &str, stage: Stage, all: bool) -> Result<Figure> {
    let mut figure = searched(file, stage)?;
    if all {
        figure.widen(usize::MAX);
    }
    figure.arrange(stage.width, stage.height);
    Ok(figure)
}

/// The figure of a data set, searched as for a stage of the page.
pub fn searched(file: &str, stage: Stage) -> Result<Figure> {
    let path = root().join("www/data").join(format!("{file}.json"));
    let bytes = fs::read(&path).with_context(|| format!("{} cannot be read", path.display()))?;
    let loaded =
        read(&bytes, Format::Auto, &Limits::default()).map_err(|refusal| anyhow::anyhow!("{refusal}"))?;
    let small = stage.width < SMALL;
    let usual = Options { small, ..Options::default() };
    let top = if small { SMALL_TOP } else { usual.top };
    let mut figure = Figure::new(loaded.document, Options { top, ..usual });
    while !figure.search(STEPS) {}
    Ok(figure)
}

/// The root of the repository: where cargo runs this program from, or else the current folder.
fn root() -> PathBuf {
    std::env::var_os("CARGO_MANIFEST_DIR").map_or_else(|| Path::new(".").to_owned(), PathBuf::from)
}
