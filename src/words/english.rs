//! English text of a sentence, for the command line and for SVG descriptions.

use super::sum::{amount, grouped};
use super::{Piece, table};
use crate::network::{Network, PartialDate};
use std::slice::Iter;

/// The sentence as English text; money in `unit` (a currency code or `%`). O(n).
pub fn english(network: &Network, unit: &str, sentence: &[Piece]) -> String {
    let mut rest = sentence.iter();
    let mut out = String::new();
    while rest.len() > 0 {
        out += &until_next(network, unit, &mut rest);
    }
    out
}

/// What stands before the next [`Piece::Next`] or [`Piece::End`], which is taken. Words stand in words as deep as the
/// templates do, which no data can change.
fn until_next(network: &Network, unit: &str, rest: &mut Iter<Piece>) -> String {
    let mut out = String::new();
    while let Some(piece) = rest.next() {
        match piece {
            Piece::Next | Piece::End => break,
            Piece::Say(words) => {
                let mut parts = Vec::new();
                while !matches!(rest.as_slice().first(), None | Some(Piece::End)) {
                    parts.push(until_next(network, unit, rest));
                }
                rest.next();
                out += &filled(words.english(), &parts);
            }
            Piece::Text(text) => out += text,
            Piece::Company(id) => out += network.label(*id),
            Piece::Money(sum) => out += &amount(*sum, unit),
            Piece::Date(date) => out += &long_date(*date),
            Piece::Count(count) => out += &grouped(*count),
            Piece::Share(share) => out += &percent(*share),
        }
    }
    out
}

/// A text with its slots filled; a slot without a part is empty.
fn filled(template: &str, parts: &[String]) -> String {
    let mut pieces = template.split('{');
    let mut out = pieces.next().unwrap_or_default().to_owned();
    for piece in pieces {
        let (slot, rest) = piece.split_once('}').unwrap_or((piece, ""));
        out += slot.parse().ok().and_then(|place: usize| parts.get(place)).map_or("", String::as_str);
        out += rest;
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
