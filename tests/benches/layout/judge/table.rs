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

/// The table of a network: ours first, and marked where every other is better.
pub fn of(case: &Case, rows: &[Row]) -> String {
    let mut table = head(&case.name);
    for (number, row) in rows.iter().enumerate() {
        let _ = write!(table, "| {} ", row.layout);
        for (place, value) in row.measures.0.into_iter().enumerate() {
            let is_last = number == 0 && better(rows, row, place) + 1 == rows.len();
            let mark = if is_last { " **last**" } else { "" };
            let _ = write!(table, "| {}{mark} ", shown(place, value));
        }
        table.push_str("|\n");
    }
    table
}

/// The head of a table of measures.
pub fn head(what: &str) -> String {
    let mut head = format!("| {what} ");
    for (name, _) in NAMES {
        let _ = write!(head, "| {name} ");
    }
    head + "|\n| --- " + &"| --: ".repeat(NAMES.len()) + "|\n"
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
        2..=4 => format!("{value:.0}"),
        6 => format!("{:.0} %", value * 100.0),
        7 => format!("{value:.1}"),
        _ => format!("{value:.3}"),
    }
}
