//! What came out, as lines of JSON and as tables to read.

use std::fmt::Write;

use serde_json::{Map, Value, json};

use crate::Row;
use crate::case::Case;
use crate::measures::NAMES;

/// One line of JSON per layout.
pub fn lines(case: &Case, rows: &[Row]) -> Vec<String> {
    let line = |row: &Row| {
        let mut line = Map::new();
        line.insert("graph".to_owned(), json!(case.name));
        line.insert("layout".to_owned(), json!(row.layout));
        for ((name, _), value) in NAMES.iter().zip(row.measures.0) {
            // What is no number is null.
            line.insert((*name).to_owned(), json!(value));
        }
        Value::Object(line).to_string()
    };
    rows.iter().map(line).collect()
}

/// The rows of a network: ours first, and marked where every other is better.
pub fn rows(case: &Case, rows: &[Row]) -> String {
    let mut table = String::new();
    for (number, row) in rows.iter().enumerate() {
        let name = if number == 0 { &case.name } else { "" };
        let _ = write!(table, "| {name} | {} ", row.layout);
        for (place, value) in row.measures.0.into_iter().enumerate() {
            let mark = if number == 0 && is_lost(rows, place) { " **last**" } else { "" };
            let _ = write!(table, "| {}{mark} ", shown(place, value));
        }
        table.push_str("|\n");
    }
    table
}

/// In what every other layout is better than ours.
pub fn lost(case: &Case, rows: &[Row]) -> Option<String> {
    let names: Vec<&str> = NAMES
        .iter()
        .enumerate()
        .filter(|&(place, _)| is_lost(rows, place))
        .map(|(_, (name, _))| *name)
        .collect();
    (!names.is_empty()).then(|| format!("{} on {}", names.join(", "), case.name))
}

fn is_lost(rows: &[Row], place: usize) -> bool {
    better(rows, &rows[0], place) + 1 == rows.len()
}

/// The head of a table of measures, with these columns before them.
pub fn head(what: &str) -> String {
    let mut head = format!("| {what} ");
    let mut line = "| --- ".repeat(what.split(" | ").count());
    for (name, _) in NAMES {
        let _ = write!(head, "| {name} ");
        line.push_str("| --: ");
    }
    format!("{head}|\n{line}|\n")
}

/// The measures of our layout in one line, each with its rank among all.
pub fn ranks(case: &Case, rows: &[Row]) -> String {
    let mut line = format!("| {} ", case.name);
    for (place, value) in rows[0].measures.0.into_iter().enumerate() {
        let rank = 1 + better(rows, &rows[0], place);
        let rank = if value.is_nan() { String::new() } else { format!(" {rank}/{}", rows.len()) };
        let _ = write!(line, "| {}{rank} ", shown(place, value));
    }
    line + "|"
}

/// How many layouts are better in one measure.
fn better(rows: &[Row], row: &Row, place: usize) -> usize {
    let mine = row.measures.0[place];
    let better = |other: f64| if NAMES[place].1 { other > mine } else { other < mine };
    rows.iter().filter(|other| better(other.measures.0[place])).count()
}

/// Rounded to what can be told apart.
fn shown(place: usize, value: f64) -> String {
    match place {
        _ if value.is_nan() => String::new(),
        2..=5 => format!("{value:.0}"),
        7 => format!("{:.0} %", value * 100.0),
        8 => format!("{value:.1}"),
        _ => format!("{value:.3}"),
    }
}
