//! English text of a sentence, for the command line and for SVG descriptions.

use super::sum::{amount, grouped};
use super::{Piece, table};
use crate::network::{Network, PartialDate};

/// The sentence as English text; money in `unit` (a currency code or `%`).
pub fn english(network: &Network, unit: &str, sentence: &[Piece]) -> String {
    let mut out = String::new();
    for piece in sentence {
        match piece {
            Piece::Text(words) => out.push_str(words),
            Piece::Company(id) => out.push_str(network.label(*id)),
            Piece::Money(sum) => out.push_str(&amount(*sum, unit)),
            Piece::Date(date) => out.push_str(&long_date(*date)),
            Piece::Count(count) => out.push_str(&grouped(*count)),
            Piece::Share(share) => out.push_str(&percent(*share)),
        }
    }
    out
}

fn long_date(date: PartialDate) -> String {
    let (year, month, day) = date.parts();
    match (month, day) {
        (0, _) => year.to_string(),
        (_, 0) => format!("{} {year}", table::MONTHS[usize::from(month) - 1]),
        _ => format!("{day} {} {year}", table::MONTHS[usize::from(month) - 1]),
    }
}

fn percent(share: f64) -> String {
    let tenths = (share * 1000.0 + 0.5) as u32;
    if tenths >= 100 {
        format!("{} %", (tenths + 5) / 10)
    } else {
        format!("{}.{} %", tenths / 10, tenths % 10)
    }
}
