//! Plain sentences, as templates with typed slots.
//!
//! A sentence is a list of [`Piece`]s, so that the browser formats money and dates by `Intl` in the page's
//! language while the command line and the SVG's description use [`english`]. All words stand in `table.rs`:
//! another language is one more table.

mod deals;
#[cfg(feature = "desk")]
mod english;
mod loops;
mod sum;
mod table;
mod whole;

pub use deals::{arc_sentence, deal_sentence, deal_sum, why_not_live};
#[cfg(feature = "desk")]
pub use english::english;
pub use loops::{loop_figure, loop_name, loop_sentence};
pub use sum::{amount, short_sum};
pub use table::{kind_label, status_label};
pub use whole::{Facts, Whole, whole};

use crate::network::{Amount, Basis, CompanyId, Network, PartialDate};

/// A part of a sentence.
#[derive(Clone, Debug, PartialEq)]
pub enum Piece {
    /// Words.
    Text(String),
    /// A company, by its label.
    Company(CompanyId),
    /// A sum in the document's unit. What it means ("up to", "a year") are words around it.
    Money(Amount),
    /// A date, as precise as known.
    Date(PartialDate),
    /// A whole number.
    Count(u64),
    /// A part of a whole, 0 to 1.
    Share(f64),
}

/// A sentence, or a part of one.
pub type Sentence = Vec<Piece>;

/// A sentence as text; of words and companies alone, for all else depends on the language.
pub(crate) fn plain(network: &Network, sentence: &[Piece]) -> String {
    let mut out = String::new();
    for piece in sentence {
        match piece {
            Piece::Text(words) => out.push_str(words),
            Piece::Company(company) => out.push_str(network.label(*company)),
            _ => {}
        }
    }
    out
}

/// What goes into a slot of a template, or to the end of a sentence.
#[derive(Clone, Copy)]
enum Part<'p> {
    Words(&'p str),
    Company(CompanyId),
    Money(Amount),
    Date(PartialDate),
    Count(u64),
    Share(f64),
    Sentence(&'p [Piece]),
}

/// Adds a part. Words next to words become one piece.
fn push(sentence: &mut Sentence, part: Part) {
    let piece = match part {
        Part::Words("") => return,
        Part::Words(words) => {
            if let Some(Piece::Text(text)) = sentence.last_mut() {
                return text.push_str(words);
            }
            Piece::Text(words.to_owned())
        }
        Part::Sentence(pieces) => {
            return pieces.iter().for_each(|piece| push(sentence, piece.as_part()));
        }
        Part::Company(company) => Piece::Company(company),
        Part::Money(amount) => Piece::Money(amount),
        Part::Date(date) => Piece::Date(date),
        Part::Count(count) => Piece::Count(count),
        Part::Share(share) => Piece::Share(share),
    };
    sentence.push(piece);
}

impl Piece {
    fn as_part(&self) -> Part<'_> {
        match self {
            Self::Text(words) => Part::Words(words),
            Self::Company(company) => Part::Company(*company),
            Self::Money(amount) => Part::Money(*amount),
            Self::Date(date) => Part::Date(*date),
            Self::Count(count) => Part::Count(*count),
            Self::Share(share) => Part::Share(*share),
        }
    }
}

/// Adds a template; `{0}`, `{1}` are replaced by the parts.
fn fill(sentence: &mut Sentence, template: &str, parts: &[Part]) {
    let mut rest = template;
    while let Some((before, slot)) = rest.split_once('{') {
        push(sentence, Part::Words(before));
        let place = slot.bytes().next().map(|digit| usize::from(digit.wrapping_sub(b'0')));
        if let Some(&part) = place.and_then(|place| parts.get(place)) {
            push(sentence, part);
        }
        rest = slot.split_once('}').map_or("", |(_, after)| after);
    }
    push(sentence, Part::Words(rest));
}

/// A template alone.
fn filled(template: &str, parts: &[Part]) -> Sentence {
    let mut sentence = Sentence::new();
    fill(&mut sentence, template, parts);
    sentence
}

/// A sum with the words for what it means: "up to $50 billion", "at least $2 billion".
fn money(amount: Amount, basis: Basis, at_least: bool) -> Sentence {
    filled(table::sum_template(basis, at_least), &[Part::Money(amount)])
}

/// Parts with `, ` between them, and the last joined by "and".
fn list(parts: &[Part]) -> Sentence {
    let mut sentence = Sentence::new();
    for (place, &part) in parts.iter().enumerate() {
        let joint = match place {
            0 => "",
            _ if place + 1 == parts.len() => table::AND,
            _ => ", ",
        };
        push(&mut sentence, Part::Words(joint));
        push(&mut sentence, part);
    }
    sentence
}
