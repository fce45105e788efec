//! The networks made by `graphs.py`: bodies all alike, and loops coloured as a figure would.

use std::fs;
use std::path::Path;

use anyhow::{Context, Result, anyhow};
use deal_network::arcs::{Arcs, Filter};
use deal_network::cycles::{Bounds, Edit, Search, companies, leaders, rank, slots};
use deal_network::figure::Options;
use deal_network::layout::{Body, Spring, Stage, Wheel};
use deal_network::network::{Amount, Company, CompanyId, Deal, Network};
use serde_json::Value;

use crate::case::Case;

const NAMES: [&str; 9] =
    ["ring8", "loops3", "lesmis", "deal20", "deal50", "deal100", "deal200", "ba200", "grid200"];

const STAGE: Stage = Stage { width: 960.0, height: 640.0 };

/// Steps of the search between two looks at whether it is over.
const STEPS: u64 = 1_000_000;

/// All of them, from their files.
pub fn cases(work: &Path) -> Result<Vec<Case>> {
    let read = |name: &str| {
        let path = work.join(format!("graphs/{name}.json"));
        let text = fs::read_to_string(&path).with_context(|| format!("{} cannot be read", path.display()))?;
        case(name, &serde_json::from_str(&text)?)
    };
    NAMES.into_iter().map(read).collect()
}

/// A network from its file.
fn case(name: &str, content: &Value) -> Result<Case> {
    let count = content["companies"].as_u64().context("no number of companies")? as usize;
    let [from, to, amounts] = ["from", "to", "amounts"].map(|key| numbers(content, key));
    let (from, to, amounts) = (from?, to?, amounts?);
    let all = (0..count).map(|place| Company { id: format!("c{place:06}"), ..Company::default() }).collect();
    let ends = from.iter().zip(&to).map(|(&a, &b)| (a as u32, b as u32));
    let deal = |(place, ((a, b), &amount)): (usize, ((u32, u32), &u64))| Deal {
        id: format!("d{place}"),
        amount: Some(Amount(amount)),
        ..Deal::new(CompanyId(a), CompanyId(b))
    };
    let deals = ends.clone().zip(&amounts).enumerate().map(deal).collect();
    let network = Network::new(all, deals).map_err(|error| anyhow!("{name}: {error}"))?;
    let body = Body { radius: 14.0, label_width: 60.0, label_height: 16.0, ..Body::default() };
    let springs = ends.map(|(a, b)| Spring { a, b }).collect();
    let longest = content["longest"].as_u64().context("no length of loops")? as u32;
    let wheels = wheels(&network, longest);
    Ok(Case::new(name.to_owned(), STAGE, vec![body; count], springs, wheels))
}

/// The loops that a figure would colour which searches so far and shows every company.
fn wheels(network: &Network, longest: u32) -> Vec<Wheel> {
    let Options { bounds, top, .. } = Options::default();
    let arcs = Arcs::new(network, &Filter::default());
    let mut search = Search::new(&arcs, Bounds { max_length: Some(longest), ..bounds });
    while !search.run(STEPS) {}
    let cycles = search.into_cycles();
    let ranking = rank(network, &arcs, &cycles);
    let edit = Edit::default();
    let leading = leaders(&arcs, &cycles, &ranking, &edit);
    let mut chosen = slots(&arcs, &cycles, &ranking, &edit, &leading, &arcs.companies());
    chosen.truncate(top);
    // Companies stand in the order of their ids, which is that of the bodies.
    let wheel = |members: Vec<CompanyId>| Wheel { bodies: members.iter().map(|member| member.0).collect() };
    chosen.into_iter().map(|cycle| wheel(companies(&arcs, cycles.arcs(cycle)))).collect()
}

fn numbers(content: &Value, key: &str) -> Result<Vec<u64>> {
    let list = content[key].as_array().with_context(|| format!("no list `{key}`"))?;
    list.iter().map(|value| value.as_u64().with_context(|| format!("`{key}` has something else"))).collect()
}
