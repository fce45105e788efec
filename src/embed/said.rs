//! What a figure says in words, gathered for a picture, a table and a file.

use super::words;
use crate::arcs::{Arc, Disclosure};
use crate::cycles::{CycleId, Standing};
use crate::figure::Figure;
use crate::network::PartialDate;
use crate::words::{
    Facts, Piece, Words, english, filter_sentences, loop_figure, loop_name, loop_sentence, status_label,
    whole,
};

/// What a figure says.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Said {
    /// The finding: the document's headline, or what was found.
    pub heading: String,
    /// The finding in a few sentences.
    pub summary: String,
    /// The coloured loops, by slot.
    pub loops: Vec<Told>,
    /// What is counted and shown, how it was found, and what it does not claim.
    pub notes: Vec<String>,
    /// Whose data, and to when; empty if that is not known.
    pub source: String,
    /// The picture in one sentence, for those who do not see it.
    pub alt: String,
}

/// A loop in words.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Told {
    /// The number in the figure, if it is coloured.
    pub slot: Option<u8>,
    pub name: String,
    /// "smallest side up to $50 billion"; "no figure: 1 of 2 sides undisclosed".
    pub figure: String,
    pub has_figure: bool,
    /// "least sure: Amazon to OpenAI, only announced".
    pub sureness: String,
    /// Who gives what to whom.
    pub sentence: String,
}

impl Said {
    pub(super) fn of(figure: &Figure) -> Self {
        let meta = &figure.document().meta;
        // The date stands beside the source.
        let sentences = whole(&Facts { as_of: None, ..figure.facts() });
        let filtered = filter_sentences(figure.network(), figure.filtered());
        let notes = [&filtered, &sentences.shown, &sentences.how, &sentences.disclaimer];
        let loops = figure.loops();
        let coloured = loops.slots.iter().flatten();
        let heading = text(figure, &sentences.headline);
        let date = PartialDate::parse(&meta.as_of)
            .map_or_else(String::new, |date| english(figure.network(), &meta.unit, &[Piece::Date(date)]));
        Self {
            heading: if meta.headline.is_empty() { heading } else { meta.headline.clone() },
            summary: text(figure, &sentences.summary),
            loops: coloured.map(|&cycle| told(figure, cycle)).collect(),
            notes: notes.into_iter().filter(|note| !note.is_empty()).map(|note| text(figure, note)).collect(),
            source: words::source(&meta.title, &date),
            alt: text(figure, &sentences.alt),
        }
    }

    /// The coloured loops as numbered sentences.
    pub(super) fn numbered(&self) -> Vec<String> {
        let number = |told: &Told| told.slot.map_or_else(String::new, |slot| format!("{slot}. "));
        self.loops
            .iter()
            .map(|told| [&number(told), &told.name, ", ", &told.figure, ". ", &told.sentence].concat())
            .collect()
    }
}

/// A loop in words.
pub(super) fn told(figure: &Figure, cycle: CycleId) -> Told {
    let loops = figure.loops();
    let hops = loops.cycles.arcs(cycle);
    let standing = Standing::of(loops.arcs, hops);
    let name = match loops.edit(cycle) {
        Some(edit) if !edit.name.is_empty() => edit.name.clone(),
        _ => text(figure, &loop_name(loops.arcs, hops)),
    };
    let arcs: Vec<&Arc> = hops.iter().map(|&hop| loops.arcs.arc(hop)).collect();
    Told {
        slot: loops.slots.iter().position(|&slot| slot == Some(cycle)).map(|place| place as u8 + 1),
        name,
        figure: text(figure, &loop_figure(&standing, hops.len())),
        has_figure: standing.smallest.is_some(),
        sureness: sureness(figure, &arcs),
        sentence: text(figure, &loop_sentence(figure.network(), loops.arcs, hops)),
    }
}

/// How sure a loop is: as its least sure arc, which is named unless all are alike. Of one status a ceiling is less sure,
/// and least of all what nobody has put a figure on.
fn sureness(figure: &Figure, arcs: &[&Arc]) -> String {
    let rank = |arc: &Arc| match (arc.disclosure, arc.ceiling, arc.approximate) {
        (Disclosure::Full, false, false) => (arc.status, 3),
        (Disclosure::Full, false, true) => (arc.status, 2),
        (Disclosure::Full, true, _) => (arc.status, 1),
        _ => (arc.status, 0),
    };
    let Some(least) = arcs.iter().min_by_key(|arc| rank(arc)) else { return String::new() };
    let status = label(status_label(least.status));
    if arcs.iter().all(|arc| rank(arc) == rank(least)) {
        return words::alike(status);
    }
    let [from, to] = [least.from, least.to].map(|end| text(figure, &[Piece::Company(end)]));
    // Why it is: the others are further on, or their sums are surer.
    let is_behind = arcs.iter().any(|arc| arc.status != least.status);
    let why = if is_behind { words::only(status) } else { words::unsure(status, rank(least).1) };
    words::least_sure(&from, &to, &why)
}

/// Words without slots.
pub(super) fn label(words: Words) -> &'static str {
    words.english()
}

/// A sentence as English text. Names that run from right to left are set apart, so that sums beside them do not join
/// them.
pub(super) fn text(figure: &Figure, sentence: &[Piece]) -> String {
    let network = figure.network();
    let apart = |piece: &Piece| match piece {
        Piece::Company(company) if network.label(*company).chars().any(runs_left) => {
            Piece::Text(format!("\u{2068}{}\u{2069}", network.label(*company)))
        }
        other => other.clone(),
    };
    let pieces: Vec<Piece> = sentence.iter().map(apart).collect();
    english(network, &figure.document().meta.unit, &pieces)
}

/// Whether a letter is of a script that runs from right to left.
const fn runs_left(letter: char) -> bool {
    matches!(letter, '\u{590}'..='\u{8ff}' | '\u{fb1d}'..='\u{fdff}' | '\u{fe70}'..='\u{feff}' | '\u{10800}'..='\u{10fff}' | '\u{1e800}'..='\u{1efff}')
}
