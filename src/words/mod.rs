//! Plain sentences, as templates with typed slots.
//!
//! A sentence is a list of [`Piece`]s, so that the browser formats money and dates by `Intl` in the page's
//! language while the command line and the SVG's description use [`english`]. All words stand in `table.rs`:
//! another language is one more table.

mod deals;
mod english;
mod loops;
mod table;
mod whole;

pub use deals::{arc_sentence, deal_sentence, why_not_live};
pub use english::{amount, english, short_sum};
pub use loops::{loop_figure, loop_name, loop_sentence};
pub use table::{kind_label, status_label};
pub use whole::{Facts, Whole, whole};

use crate::network::{Amount, Basis, CompanyId, PartialDate};

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

/// Fills a template: `{0}`, `{1}` are replaced by the parts.
fn fill(template: &str, parts: &[Sentence]) -> Sentence {
    let mut sentence = Sentence::new();
    let mut rest = template;
    while let Some((before, after)) = rest.split_once('{') {
        let (slot, after) = after.split_once('}').unwrap_or((after, ""));
        push_text(&mut sentence, before);
        if let Some(part) = slot.parse::<usize>().ok().and_then(|place| parts.get(place)) {
            for piece in part {
                match piece {
                    Piece::Text(words) => push_text(&mut sentence, words),
                    other => sentence.push(other.clone()),
                }
            }
        }
        rest = after;
    }
    push_text(&mut sentence, rest);
    sentence
}

fn push_text(sentence: &mut Sentence, words: &str) {
    match sentence.last_mut() {
        _ if words.is_empty() => {}
        Some(Piece::Text(text)) => text.push_str(words),
        _ => sentence.push(text(words)),
    }
}

fn text(words: &str) -> Piece {
    Piece::Text(words.to_owned())
}

/// A sum with the words for what it means: "up to $50 billion", "at least $2 billion".
fn money(amount: Amount, basis: Basis, at_least: bool) -> Sentence {
    fill(table::sum_template(basis, at_least), &[vec![Piece::Money(amount)]])
}

/// Parts with `, ` between them, and the last joined by "and".
fn list(parts: &[Sentence]) -> Sentence {
    let mut sentence = Sentence::new();
    for (place, part) in parts.iter().enumerate() {
        let joint = match place {
            0 => "",
            _ if place + 1 == parts.len() => table::AND,
            _ => ", ",
        };
        push_text(&mut sentence, joint);
        sentence.extend(part.iter().cloned());
    }
    sentence
}
