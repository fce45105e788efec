//! All loops as rows of a file, in the columns of `www/tools/rows.js`.

use crate::figure::Figure;
use crate::network::Amount;
use crate::report::LoopRow;

/// Between several things in one cell, as in files of deals.
const AND: &str = " | ";

const COLUMNS: [&str; 17] = [
    "rank",
    "colour",
    "id",
    "name",
    "companies",
    "length",
    "smallest_arc",
    "smallest_arc_is",
    "smallest_arc_firm",
    "total",
    "total_is",
    "undisclosed_arcs",
    "status",
    "confidence",
    "first",
    "complete_since",
    "deals",
];

/// The loops by their rank, under their names of columns.
pub(super) fn rows(figure: &Figure) -> Vec<Vec<String>> {
    let mut rows = vec![COLUMNS.map(str::to_owned).to_vec()];
    for (place, row) in figure.loops().report(usize::MAX).loops.iter().enumerate() {
        rows.push(cells(figure, place + 1, row));
    }
    rows
}

fn cells(figure: &Figure, rank: usize, row: &LoopRow) -> Vec<String> {
    let date = |date: Option<crate::PartialDate>| date.map_or_else(String::new, crate::PartialDate::text);
    let name = |id: &String| {
        let company = figure.network().find_company(id);
        company.map_or_else(|| id.clone(), |company| figure.network().company(company).name.clone())
    };
    let deals: Vec<&str> = row.arcs.iter().flat_map(|arc| arc.deals.iter().map(String::as_str)).collect();
    vec![
        rank.to_string(),
        row.slot.map_or_else(String::new, |slot| slot.to_string()),
        row.id.clone(),
        row.name.clone(),
        row.companies.iter().map(name).collect::<Vec<String>>().join(AND),
        row.length.to_string(),
        sum(row.smallest_arc),
        meaning(row.smallest_arc, row.partly, row.ceiling, row.approximate),
        sum(row.firm),
        sum(row.total),
        meaning(row.total, !row.exact, row.total_ceiling, row.total_approximate),
        row.undisclosed_arcs.to_string(),
        row.status.to_owned(),
        row.confidence.to_owned(),
        date(row.first),
        date(row.complete_since),
        deals.join(AND),
    ]
}

fn sum(amount: Option<Amount>) -> String {
    amount.map_or_else(String::new, |amount| crate::digits::decimal(amount.0, 2))
}

/// What a sum means, in words for programs.
fn meaning(sum: Option<Amount>, partly: bool, ceiling: bool, approximate: bool) -> String {
    if sum.is_none() {
        return "undisclosed".to_owned();
    }
    let marks = [(partly, "at_least"), (ceiling, "up_to"), (approximate, "about")];
    let said: Vec<&str> = marks.into_iter().filter(|(is, _)| *is).map(|(_, word)| word).collect();
    if said.is_empty() { "exact".to_owned() } else { said.join(" ") }
}
