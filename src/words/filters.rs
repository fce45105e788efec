//! What a filtered view counts.

use super::deals::deal_sentence;
use super::{Part, Sentence, filled, joined, list, push, table};
use crate::arcs::Filter;
use crate::network::{Kind, Network, PartialDate};

/// "Counting only what is signed, closed or completed. As known in October 2026. Without Nvidia." Empty under the
/// default filter: a sentence for each part that differs from it.
pub fn filter_sentences(network: &Network, filter: &Filter) -> Sentence {
    let default = Filter::default();
    let mut said = Sentence::new();
    let mut say = |sentence: &[super::Piece]| {
        let space = if said.is_empty() { "" } else { " " };
        push(&mut said, Part::Words(space));
        push(&mut said, Part::Sentence(sentence));
    };
    if let Some(date) = filter.until {
        say(&as_known(date));
    }
    if filter.statuses.is_empty() || filter.kinds.is_empty() || filter.confidences.is_empty() {
        say(&filled(table::COUNTING_NOTHING, &[]));
        return said;
    }
    if filter.statuses != default.statuses {
        let labels = filter.statuses.iter().map(|&status| table::status_label(status));
        say(&filled(table::ONLY_STATUSES, &[Part::Sentence(&any(labels))]));
    }
    if filter.kinds != default.kinds {
        say(&kinds(&filter.kinds, &default.kinds));
    }
    if filter.confidences != default.confidences {
        let labels = filter.confidences.iter().map(|&confidence| table::confidence_label(confidence));
        say(&filled(table::ONLY_CONFIDENCES, &[Part::Sentence(&any(labels))]));
    }
    match filter.min_amount {
        Some(least) => {
            let template = if filter.undisclosed { table::AT_LEAST } else { table::AT_LEAST_DISCLOSED };
            say(&filled(template, &[Part::Money(least)]));
        }
        None if !filter.undisclosed => say(&filled(table::ONLY_DISCLOSED, &[])),
        None => {}
    }
    if !filter.without_companies.is_empty() {
        let companies: Vec<Part> = filter.without_companies.iter().map(|&id| Part::Company(id)).collect();
        say(&filled(table::WITHOUT, &[Part::Sentence(&list(&companies))]));
    }
    for &deal in &filter.without_deals {
        say(&filled(table::WITHOUT_DEAL, &[Part::Sentence(&deal_sentence(network.deal(deal)))]));
    }
    said
}

fn as_known(date: PartialDate) -> Sentence {
    let template = match date.parts() {
        (_, 0, _) => table::AS_KNOWN_END,
        (_, _, 0) => table::AS_KNOWN_IN,
        _ => table::AS_KNOWN_ON,
    };
    filled(template, &[Part::Date(date)])
}

/// The kinds that count or, where these are fewer, those that do not.
fn kinds(counted: &[Kind], all: &[Kind]) -> Sentence {
    let others: Vec<Kind> = all.iter().copied().filter(|kind| !counted.contains(kind)).collect();
    let (template, named) = if others.len() < counted.len() {
        (table::NOT_KINDS, &*others)
    } else {
        (table::ONLY_KINDS, counted)
    };
    let words = |&kind: &Kind| match kind {
        Kind::Other => Part::Words(table::OTHER_DEALS),
        _ => Part::Words(table::kind_plural(kind)),
    };
    let words: Vec<Part> = named.iter().map(words).collect();
    filled(template, &[Part::Sentence(&list(&words))])
}

/// "signed, closed or completed".
fn any<'w>(labels: impl Iterator<Item = &'w str>) -> Sentence {
    let words: Vec<Part> = labels.map(Part::Words).collect();
    joined(&words, table::OR)
}
