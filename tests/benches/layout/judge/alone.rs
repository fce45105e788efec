//! Single loops coloured alone: how round the layout makes each, and which way it turns.

use std::fmt::Write;

use serde_json::json;

use crate::case::Case;
use crate::measures::wheels::roundness;

/// One loop, alone.
pub struct Alone {
    name: String,
    /// Negative if it turns counter-clockwise on the screen.
    round: f64,
}

impl Alone {
    pub fn line(&self, network: &str) -> String {
        json!({ "alone": self.name, "graph": network, "roundness": self.round }).to_string()
    }
}

/// Arranges each.
pub fn judge(cases: &[(String, Case)]) -> Vec<Alone> {
    let round = |case: &Case| roundness(&case.arrange(), &case.wheels[0].bodies);
    cases.iter().map(|(name, case)| Alone { name: name.clone(), round: round(case) }).collect()
}

pub const HEAD: &str = "| a loop, coloured alone | roundness |\n| --- | --: |\n";

/// Each, their mean and the worst.
pub fn rows(network: &str, found: &[Alone]) -> String {
    let mut table = String::new();
    for one in found {
        let _ = writeln!(table, "| {network}: {} | {:.3} |", one.name, one.round);
    }
    let mean = found.iter().map(|one| one.round).sum::<f64>() / found.len().max(1) as f64;
    let worst = found.iter().map(|one| one.round).fold(1.0, f64::min);
    let _ = writeln!(table, "| **{network}: mean, worst** | {mean:.3}, {worst:.3} |");
    table
}
