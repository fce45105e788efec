//! What other libraries have made of the networks.

use std::collections::HashMap;
use std::fs;
use std::path::Path;

use anyhow::{Context, Result};
use deal_network::Point;
use serde_json::Value;

use crate::Row;
use crate::case::Case;
use crate::measures::{ANY_SIZE, Measures, median};

/// What one library has made of one network: an arrangement for each start.
pub struct Peer {
    pub layout: String,
    pub starts: Vec<Vec<Point>>,
}

/// Those of each network, in the order in which they are reported.
#[derive(Default)]
pub struct Peers(HashMap<String, Vec<Peer>>);

impl Peers {
    /// Reads `peers.jsonl`; nobody where it is not there.
    pub fn read(work: &Path) -> Result<Self> {
        let mut peers = Self::default();
        let text = fs::read_to_string(work.join("peers.jsonl")).unwrap_or_default();
        for line in text.lines() {
            let value: Value = serde_json::from_str(line)?;
            let text =
                |key: &str| value[key].as_str().map(str::to_owned).with_context(|| format!("no `{key}`"));
            let layout = text("layout")?;
            let points = value["points"].as_array().context("no points")?.iter().map(point).collect();
            let layouts = peers.0.entry(text("graph")?).or_default();
            match layouts.iter_mut().find(|peer| peer.layout == layout) {
                Some(peer) => peer.starts.push(points),
                None => layouts.push(Peer { layout, starts: vec![points] }),
            }
        }
        Ok(peers)
    }

    /// What is known of a network, if it still has as many companies.
    pub fn of(&self, case: &Case) -> impl Iterator<Item = &Peer> {
        let count = case.bodies.len();
        let fits = move |peer: &&Peer| peer.starts.iter().all(|points| points.len() == count);
        self.0.get(&case.name).into_iter().flatten().filter(fits)
    }

    /// Adds the medians of their measures.
    pub fn judge(&self, case: &Case, rows: &mut Vec<Row>) {
        for Peer { layout, starts } in self.of(case) {
            let all: Vec<Measures> =
                starts.iter().map(|points| Measures::of(case, points, ANY_SIZE)).collect();
            rows.push(Row { layout: layout.clone(), measures: median(&all) });
        }
    }
}

fn point(value: &Value) -> Point {
    let axis = |axis: usize| value[axis].as_f64().unwrap_or(f64::NAN) as f32;
    Point::new(axis(0), axis(1))
}
