//! What a filtered view counts.

use super::deals::deal_sentence;
use super::{Part, Sentence, Words, fill, joined, push, table};
use crate::arcs::Filter;
use crate::network::{Kind, Network, Status};

/// "Counting only what is signed, closed or completed. As known in October 2026. Without Nvidia." Empty under the
/// default filter: a sentence for each part that differs from it.
pub fn filter_sentences(network: &Network, filter: &Filter) -> Sentence {
    let mut said = Sentence::new();
    if let Some(date) = filter.until {
        let template = match date.parts() {
            (_, 0, _) => table::AS_KNOWN_END,
            (_, _, 0) => table::AS_KNOWN_IN,
            _ => table::AS_KNOWN_ON,
        };
        say(&mut said, template, Part::Date(date));
    }
    if filter.statuses.is_empty() || filter.kinds.is_empty() || filter.confidences.is_empty() {
        say(&mut said, table::COUNTING_NOTHING, Part::Words(table::EMPTY));
        return said;
    }
    if Status::ALL.iter().any(|(status, _)| filter.statuses.contains(status) != (*status >= Status::Reported))
    {
        let labels = filter.statuses.iter().map(|&status| table::status_label(status));
        say(&mut said, table::ONLY_STATUSES, Part::Sentence(&named(labels.collect(), table::OR)));
    }
    let (counted, others): (Vec<Kind>, Vec<Kind>) = Kind::ALL
        .iter()
        .map(|&(kind, _)| kind)
        .filter(|kind| kind.makes_arc())
        .partition(|kind| filter.kinds.contains(kind));
    if !others.is_empty() {
        // Whichever is shorter.
        let (template, kinds) = if others.len() < counted.len() {
            (table::NOT_KINDS, others)
        } else {
            (table::ONLY_KINDS, counted)
        };
        let label = |&kind: &Kind| match kind {
            Kind::Other => table::OTHER_DEALS,
            _ => table::kind_plural(kind),
        };
        say(&mut said, template, Part::Sentence(&named(kinds.iter().map(label).collect(), table::AND)));
    }
    if filter.confidences.len() < 3 {
        let labels = filter.confidences.iter().map(|&confidence| table::confidence_label(confidence));
        say(&mut said, table::ONLY_CONFIDENCES, Part::Sentence(&named(labels.collect(), table::OR)));
    }
    let amounts = match (filter.min_amount, filter.undisclosed) {
        (Some(_), true) => table::AT_LEAST,
        (Some(_), false) => table::AT_LEAST_DISCLOSED,
        (None, true) => table::EMPTY,
        (None, false) => table::ONLY_DISCLOSED,
    };
    if amounts != table::EMPTY {
        say(&mut said, amounts, Part::Money(filter.min_amount.unwrap_or_default()));
    }
    let companies: Vec<Part> = filter.without_companies.iter().map(|&id| Part::Company(id)).collect();
    if !companies.is_empty() {
        say(&mut said, table::WITHOUT, Part::Sentence(&joined(&companies, table::AND)));
    }
    for &deal in &filter.without_deals {
        say(&mut said, table::WITHOUT_DEAL, Part::Sentence(&deal_sentence(network.deal(deal))));
    }
    said
}

/// Adds a sentence with one slot.
#[inline(never)]
fn say(said: &mut Sentence, template: Words, part: Part) {
    let space = if said.is_empty() { table::EMPTY } else { table::SPACE };
    push(said, Part::Words(space));
    fill(said, template, &[part]);
}

/// "signed, closed or completed".
fn named(labels: Vec<Words>, last: Words) -> Sentence {
    let words: Vec<Part> = labels.into_iter().map(Part::Words).collect();
    joined(&words, last)
}
