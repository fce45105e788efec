//! How much of a layout is owed to the starts that are made: the crossings of ours as it is, and with others.

use std::fmt::Write;

use deal_network::layout::tried::{Factors, USUAL, with};
use serde_json::json;

use crate::STARTS;
use crate::case::Case;
use crate::measures::crossings;

/// One network.
pub struct Started {
    name: String,
    usual: usize,
    /// With other starts, the fewest first.
    others: Vec<usize>,
}

impl Started {
    pub fn line(&self) -> String {
        json!({ "starts": self.name, "crossings": self.usual, "others": self.others }).to_string()
    }
}

/// Arranges each network many times.
pub fn judge(cases: &[Case]) -> Vec<Started> {
    let each = |case: &Case| {
        let count = |starts| crossings::count(case, &with(Factors { starts, ..USUAL }, || case.arrange()));
        let mut others: Vec<usize> = (1..=STARTS).map(count).collect();
        others.sort_unstable();
        Started { name: case.name.clone(), usual: count(0), others }
    };
    cases.iter().map(each).collect()
}

/// Those that have any crossings.
pub fn table(found: &[Started]) -> String {
    let mut table = String::from(
        "| crossings of ours | as it is | with other starts, median | least | most |\n| --- | --: | --: | --: | --: |\n",
    );
    for Started { name, usual, others } in found {
        if let [least, .., most] = others[..]
            && most > 0
        {
            let _ = writeln!(table, "| {name} | {usual} | {} | {least} | {most} |", others[others.len() / 2]);
        }
    }
    table
}
