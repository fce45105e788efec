//! Plain sentences, as templates with typed slots.
//!
//! A sentence is a list of [`Piece`]s: places in the table of words, and what goes into their slots. So the browser
//! says it in the page's language, with money and dates by `Intl`, while the command line uses [`english`]. All
//! words stand in `table.rs`: another language is one more table.

mod deals;
#[cfg(feature = "desk")]
mod english;
mod filters;
mod loops;
mod shares;
mod sum;
mod table;
mod times;
mod whole;

pub use deals::{arc_sentence, deal_sentence, deal_sum, why_not_live};
#[cfg(feature = "desk")]
pub use english::english;
pub use filters::filter_sentences;
pub use loops::{loop_figure, loop_name, loop_sentence, loop_size, loop_total};
pub use shares::{share_sentence, significance_sentence, split_sentence};
pub use sum::{amount, short_sum};
#[cfg(feature = "desk")]
pub use table::{STUDY, texts};
pub use table::{Words, confidence_label, kind_label, status_label};
pub use times::loop_time;
pub use whole::{Facts, Whole, whole};

use crate::network::{Amount, Basis, CompanyId, Network, PartialDate};

/// A part of a sentence.
#[derive(Clone, Debug, PartialEq)]
pub enum Piece {
    /// Words of the table begin. What goes into each of their slots follows, with [`Piece::Next`] after it, then
    /// [`Piece::End`].
    Say(Words),
    /// What goes into a slot is complete.
    Next,
    /// The words that began last are complete.
    End,
    /// A text that is the same in every language.
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

/// A loop's name as text.
pub(crate) fn plain(network: &Network, name: &[Piece]) -> String {
    let mut out = String::new();
    for piece in name {
        match piece {
            Piece::Company(company) => out.push_str(network.label(*company)),
            Piece::Say(table::AND) => out.push_str(table::AND_TEXT),
            Piece::Say(table::TO) => out.push_str(table::TO_TEXT),
            Piece::Say(table::AND_BACK) => out.push_str(table::AND_BACK_TEXT),
            _ => {}
        }
    }
    out
}

/// What goes into a slot of some words, or to the end of a sentence.
#[derive(Clone, Copy)]
enum Part<'p> {
    Words(Words),
    Text(&'p str),
    Company(CompanyId),
    Money(Amount),
    Date(PartialDate),
    Count(u64),
    Share(f64),
    Sentence(&'p [Piece]),
}

/// Adds a part.
fn push(sentence: &mut Sentence, part: Part) {
    sentence.push(match part {
        Part::Words(table::EMPTY) => return,
        Part::Words(words) => return fill(sentence, words, &[]),
        Part::Sentence(pieces) => return sentence.extend_from_slice(pieces),
        Part::Text(text) => Piece::Text(text.to_owned()),
        Part::Company(company) => Piece::Company(company),
        Part::Money(amount) => Piece::Money(amount),
        Part::Date(date) => Piece::Date(date),
        Part::Count(count) => Piece::Count(count),
        Part::Share(share) => Piece::Share(share),
    });
}

/// Adds words with slots; `{0}`, `{1}` will be the parts.
fn fill(sentence: &mut Sentence, words: Words, parts: &[Part]) {
    sentence.push(Piece::Say(words));
    for &part in parts {
        push(sentence, part);
        sentence.push(Piece::Next);
    }
    sentence.push(Piece::End);
}

/// Words alone, with their slots.
fn filled(words: Words, parts: &[Part]) -> Sentence {
    let mut sentence = Sentence::new();
    fill(&mut sentence, words, parts);
    sentence
}

/// Words alone.
pub fn said(words: Words) -> Sentence {
    filled(words, &[])
}

/// A sum with the words for what it means: "up to $50 billion", "at least $2 billion".
fn money(amount: Amount, basis: Basis, at_least: bool) -> Sentence {
    filled(table::sum_template(basis, at_least), &[Part::Money(amount)])
}

/// Parts with `, ` between them, and the last joined by "and".
fn list(parts: &[Part]) -> Sentence {
    joined(parts, table::AND)
}

/// Parts with `, ` between them, and these words before the last.
fn joined(parts: &[Part], last: Words) -> Sentence {
    let mut sentence = Sentence::new();
    for (place, &part) in parts.iter().enumerate() {
        let joint = match place {
            0 => table::EMPTY,
            _ if place + 1 == parts.len() => last,
            _ => table::COMMA,
        };
        push(&mut sentence, Part::Words(joint));
        push(&mut sentence, part);
    }
    sentence
}
