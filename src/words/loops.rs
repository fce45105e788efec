//! Sentences about loops.

use super::deals::{given, sum_basis};
use super::{Part, Sentence, fill, filled, money, push, table};
use crate::arcs::{ArcId, Arcs};
use crate::cycles::Standing;
use crate::network::Network;

/// "Amazon and OpenAI"; "Nvidia to OpenAI to Oracle and back".
pub fn loop_name(arcs: &Arcs, cycle: &[ArcId]) -> Sentence {
    let joint = if cycle.len() == 2 { table::AND } else { table::TO };
    let mut name = Sentence::new();
    for (place, &arc) in cycle.iter().enumerate() {
        push(&mut name, Part::Words(if place > 0 { joint } else { table::EMPTY }));
        push(&mut name, Part::Company(arcs.arc(arc).from));
    }
    push(&mut name, Part::Words(if cycle.len() > 2 { table::AND_BACK } else { table::EMPTY }));
    name
}

/// A loop's size alone: "up to $50 billion"; "1 of 2 undisclosed".
pub fn loop_size(standing: &Standing, length: usize) -> Sentence {
    match standing.smallest {
        Some(amount) => money(amount, sum_basis(standing.ceiling, standing.approximate), standing.partly),
        None => filled(
            table::UNDISCLOSED_OF,
            &[Part::Count(u64::from(standing.undisclosed)), Part::Count(length as u64)],
        ),
    }
}

/// The sum of a loop's disclosed sums: "at least $188 billion"; nothing where there is none.
pub fn loop_total(standing: &Standing) -> Sentence {
    let basis = sum_basis(standing.total_ceiling, standing.total_approximate);
    standing.total.map_or_else(Sentence::new, |total| money(total, basis, !standing.exact))
}

/// "smallest side up to $50 billion"; "no figure: 1 of 2 sides undisclosed".
pub fn loop_figure(standing: &Standing, length: usize) -> Sentence {
    let pair = length == 2;
    let counts = [Part::Count(u64::from(standing.undisclosed)), Part::Count(length as u64)];
    if standing.smallest.is_none() {
        return filled(if pair { table::NO_FIGURE_SIDE } else { table::NO_FIGURE_LEG }, &counts);
    }
    let template = if pair { table::SMALLEST_SIDE } else { table::SMALLEST_LEG };
    let mut sentence = filled(template, &[Part::Sentence(&loop_size(standing, length))]);
    // "At least" would be untrue of a smallest side that is fully priced: say what is open instead.
    if !standing.exact && !standing.partly {
        let open = if pair { table::OTHER_SIDE_PARTLY } else { table::OTHER_LEGS_PARTLY };
        push(&mut sentence, Part::Words(open));
    }
    sentence
}

/// "Amazon to OpenAI: up to $50 billion of investment; OpenAI to Amazon: $138 billion of computing contracts."
pub fn loop_sentence(network: &Network, arcs: &Arcs, cycle: &[ArcId]) -> Sentence {
    let mut sentence = Sentence::new();
    for (place, &id) in cycle.iter().enumerate() {
        push(&mut sentence, Part::Words(if place > 0 { table::SEMICOLON } else { table::EMPTY }));
        let arc = arcs.arc(id);
        let given = given(network, arc);
        let parts = [Part::Company(arc.from), Part::Company(arc.to), Part::Sentence(&given)];
        fill(&mut sentence, table::GIVES, &parts);
    }
    push(&mut sentence, Part::Words(table::STOP));
    sentence
}
