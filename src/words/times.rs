//! When a loop's deals came.

use super::deals::deal_terms;
use super::{Part, Sentence, fill, push, table};
use crate::arcs::{ArcId, Arcs};
use crate::cycles::{Standing, closing_deals, time_respecting};
use crate::network::Network;

/// "First deal 3 November 2025. A loop since 27 February 2026, by this deal: Amazon invests up to $50 billion
/// in OpenAI." For longer loops also whether the dates follow one another; those of two companies always can.
pub fn loop_time(network: &Network, arcs: &Arcs, cycle: &[ArcId]) -> Sentence {
    let standing = Standing::of(arcs, cycle);
    let pair = cycle.len() == 2;
    let mut sentence = Sentence::new();
    if let Some(first) = standing.first {
        fill(&mut sentence, table::FIRST_DEAL, &[Part::Date(first)]);
    }
    if let Some(since) = standing.complete_since {
        let closing = closing_deals(network, arcs, cycle);
        let mut deals = Sentence::new();
        for (place, &deal) in closing.iter().enumerate() {
            push(&mut deals, Part::Words(if place > 0 { table::SEMICOLON } else { table::EMPTY }));
            push(&mut deals, Part::Sentence(&deal_terms(network.deal(deal))));
        }
        let template = if closing.len() == 1 { table::CLOSED_BY } else { table::CLOSED_BY_SEVERAL };
        fill(&mut sentence, template, &[Part::Date(since), Part::Sentence(&deals)]);
    } else {
        let unknown = if pair { table::CLOSED_UNKNOWN_SIDE } else { table::CLOSED_UNKNOWN_LEG };
        push(&mut sentence, Part::Words(unknown));
    }
    let follows = match time_respecting(network, arcs, cycle) {
        _ if pair => table::EMPTY,
        Some(true) => table::FOLLOWS,
        Some(false) => table::FOLLOWS_NOT,
        None => table::FOLLOWS_UNKNOWN,
    };
    push(&mut sentence, Part::Words(follows));
    sentence
}
