//! Sentences about deals and arcs.

use super::{Piece, Sentence, fill, list, money, table, text};
use crate::arcs::{Arc, Disclosure, Filter};
use crate::digits::decimal;
use crate::network::{Basis, Deal, Kind, Network, Status};
use crate::order;

/// "Amazon invests up to $50 billion in OpenAI (announced, 27 February 2026)".
pub fn deal_sentence(deal: &Deal) -> Sentence {
    let money = match deal.amount {
        Some(amount) => money(amount, deal.basis, false),
        None => vec![text(table::UNDISCLOSED)],
    };
    let parts = [vec![Piece::Company(deal.from)], vec![Piece::Company(deal.to)], money];
    let mut sentence = fill(table::kind_template(deal.kind), &parts);
    if let (Some(years), Some(_)) = (deal.term_years, deal.amount) {
        let years = match years % 100 {
            0 => Piece::Count(u64::from(years / 100)),
            _ => text(&decimal(u64::from(years), 2)),
        };
        sentence.extend(fill(table::OVER_YEARS, &[vec![years]]));
    }
    sentence.push(text(" ("));
    sentence.push(text(table::status_label(deal.status)));
    if let Some(date) = deal.date {
        sentence.push(text(", "));
        sentence.push(Piece::Date(date));
    }
    sentence.push(text(")"));
    if deal.superseded_by.is_some() {
        sentence.push(text(table::SUPERSEDED));
    }
    fill("{0}", &[sentence])
}

/// What one company gives another: the deal's own sentence where there is one deal, else the sum of all.
pub fn arc_sentence(network: &Network, arc: &Arc) -> Sentence {
    if let [only] = arc.deals[..] {
        return deal_sentence(network.deal(only));
    }
    let mut states: Vec<Status> = arc.deals.iter().map(|&id| network.deal(id).status).collect();
    order::sort_by(&mut states, |a, b| b.cmp(a));
    states.dedup();
    let states: Vec<Sentence> =
        states.into_iter().map(|status| vec![text(table::status_label(status))]).collect();
    let states = match arc.first {
        Some(date) => fill(table::FIRST_IN, &[list(&states), vec![Piece::Date(date)]]),
        None => list(&states),
    };
    let parts = [
        vec![Piece::Company(arc.from)],
        vec![Piece::Company(arc.to)],
        given(network, arc),
        vec![Piece::Count(arc.deals.len() as u64)],
        states,
    ];
    fill(table::SEVERAL, &parts)
}

/// "up to $50 billion of investment", "chip purchases, sum undisclosed".
pub(super) fn given(network: &Network, arc: &Arc) -> Sentence {
    let mut kinds: Vec<Kind> = arc.deals.iter().map(|&id| network.deal(id).kind).collect();
    order::sort(&mut kinds);
    kinds.dedup();
    let kinds: Vec<Sentence> = kinds.into_iter().map(|kind| vec![text(table::kind_plural(kind))]).collect();
    match arc_money(arc) {
        Some(sum) => fill(table::MONEY_OF, &[sum, list(&kinds)]),
        None => fill(table::SUM_UNDISCLOSED, &[list(&kinds)]),
    }
}

/// The arc's sum with what it means: a sum that holds a ceiling is "up to".
fn arc_money(arc: &Arc) -> Option<Sentence> {
    Some(money(arc.amount?, sum_basis(arc.ceiling, arc.approximate), arc.disclosure == Disclosure::Partly))
}

/// What a sum means that holds ceilings or approximate amounts.
pub(super) const fn sum_basis(ceiling: bool, approximate: bool) -> Basis {
    match (ceiling, approximate) {
        (true, _) => Basis::UpTo,
        (false, true) => Basis::About,
        _ => Basis::Committed,
    }
}

/// Why a deal is not counted under a filter; `None` if it is.
pub fn why_not_live(deal: &Deal, filter: &Filter) -> Option<Sentence> {
    if filter.passes(deal) {
        return None;
    }
    Some(if deal.from == deal.to {
        vec![text(table::NOT_LIVE_SELF)]
    } else if !deal.kind.makes_arc() {
        vec![text(table::NOT_LIVE_KIND)]
    } else if !filter.statuses.contains(&deal.status) {
        fill(table::NOT_LIVE_STATUS, &[vec![text(table::status_label(deal.status))]])
    } else {
        vec![text(table::NOT_LIVE_FILTER)]
    })
}
