//! Reading and writing documents.
#![allow(clippy::unwrap_used)]

mod csv_rules;
mod deal_rules;
mod hostile;
mod id_rules;
mod json_rules;
mod round_trip;
mod rows_in;
mod strict;

use deal_network::document::{Diagnostic, Format, Limits, Loaded, Severity, read, read_csv};

/// Reads a table or a document that must be readable.
fn load(text: &str) -> Loaded {
    read(text.as_bytes(), Format::Auto, &Limits::default()).unwrap()
}

/// Reads a table of deals and a table of companies.
fn load_both(deals: &str, companies: &str) -> Loaded {
    read_csv(deals.as_bytes(), Some(companies.as_bytes()), &Limits::default()).unwrap()
}

/// Why a table or a document cannot be read.
fn refusal(text: &str) -> Diagnostic {
    read(text.as_bytes(), Format::Auto, &Limits::default()).unwrap_err()
}

/// Severity, code, line, column and row of each diagnostic.
fn places(loaded: &Loaded) -> Vec<(char, &'static str, u32, u32, u32)> {
    let letter = |severity| if severity == Severity::Error { 'E' } else { 'W' };
    let all = loaded.diagnostics.iter();
    all.map(|one| {
        let place = |value: Option<u32>| value.unwrap_or(0);
        (letter(one.severity), one.code, place(one.line), place(one.column), place(one.row))
    })
    .collect()
}

/// The codes of the diagnostics.
fn codes(loaded: &Loaded) -> Vec<&'static str> {
    loaded.diagnostics.iter().map(|one| one.code).collect()
}

/// The ids of the deals that were loaded.
fn ids(loaded: &Loaded) -> Vec<&str> {
    loaded.document.network.deals().iter().map(|deal| deal.id.as_str()).collect()
}

/// Rows in = deals + rows with at least one error.
fn assert_rows_in(loaded: &Loaded) {
    let errors = loaded.diagnostics.iter().filter(|one| one.severity == Severity::Error);
    let mut bad: Vec<u32> = errors.filter_map(|one| one.row).collect();
    bad.sort_unstable();
    bad.dedup();
    assert_eq!(loaded.rows, loaded.document.network.deals().len() + bad.len());
    assert!(bad.iter().all(|&row| row >= 1 && row as usize <= loaded.rows));
}
