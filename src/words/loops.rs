//! Sentences about loops.

use super::deals::{given, sum_basis};
use super::{Piece, Sentence, fill, money, push_text, table};
use crate::arcs::{ArcId, Arcs};
use crate::cycles::Standing;
use crate::network::Network;

/// "Amazon and OpenAI"; "Nvidia to OpenAI to Oracle and back".
pub fn loop_name(arcs: &Arcs, cycle: &[ArcId]) -> Sentence {
    let joint = if cycle.len() == 2 { table::AND } else { table::TO };
    let mut name = Sentence::new();
    for (place, &arc) in cycle.iter().enumerate() {
        push_text(&mut name, if place > 0 { joint } else { "" });
        name.push(Piece::Company(arcs.arc(arc).from));
    }
    push_text(&mut name, if cycle.len() > 2 { table::AND_BACK } else { "" });
    name
}

/// "smallest side up to $50 billion"; "no figure: 1 of 2 sides undisclosed".
pub fn loop_figure(standing: &Standing, length: usize) -> Sentence {
    let pair = length == 2;
    let Some(amount) = standing.smallest else {
        let template = if pair { table::NO_FIGURE_SIDE } else { table::NO_FIGURE_LEG };
        let counts = [u64::from(standing.undisclosed), length as u64];
        return fill(template, &counts.map(|count| vec![Piece::Count(count)]));
    };
    let basis = sum_basis(standing.ceiling, standing.approximate);
    let template = if pair { table::SMALLEST_SIDE } else { table::SMALLEST_LEG };
    let mut sentence = fill(template, &[money(amount, basis, standing.partly)]);
    // "At least" would be untrue of a smallest side that is fully priced: say what is open instead.
    if !standing.exact && !standing.partly {
        push_text(&mut sentence, if pair { table::OTHER_SIDE_PARTLY } else { table::OTHER_LEGS_PARTLY });
    }
    sentence
}

/// "Amazon to OpenAI: up to $50 billion of investment; OpenAI to Amazon: $138 billion of computing contracts."
pub fn loop_sentence(network: &Network, arcs: &Arcs, cycle: &[ArcId]) -> Sentence {
    let mut sentence = Sentence::new();
    for (place, &id) in cycle.iter().enumerate() {
        push_text(&mut sentence, if place > 0 { "; " } else { "" });
        let arc = arcs.arc(id);
        let parts = [vec![Piece::Company(arc.from)], vec![Piece::Company(arc.to)], given(network, arc)];
        sentence.extend(fill(table::GIVES, &parts));
    }
    push_text(&mut sentence, ".");
    sentence
}
