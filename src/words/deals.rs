//! Sentences about deals and arcs.

use super::{Part, Sentence, fill, filled, list, money, table};
use crate::arcs::{Arc, Disclosure, Filter};
use crate::digits::decimal;
use crate::network::{Basis, Deal, DealId, Kind, Network, PartialDate, Status};

/// "Amazon invests up to $50 billion in OpenAI (announced, 27 February 2026)".
pub fn deal_sentence(deal: &Deal) -> Sentence {
    let mut sentence = deal_terms(deal);
    let status = Part::Words(table::status_label(deal.status));
    match deal.date {
        Some(date) => fill(&mut sentence, table::STATUS_DATE, &[status, Part::Date(date)]),
        None => fill(&mut sentence, table::STATUS, &[status]),
    }
    sentence
}

/// "Amazon invests up to $50 billion in OpenAI".
pub(super) fn deal_terms(deal: &Deal) -> Sentence {
    let sum = deal_sum(deal);
    let parts = [Part::Company(deal.from), Part::Company(deal.to), Part::Sentence(&sum)];
    let mut sentence = filled(table::kind_template(deal.kind), &parts);
    if let (Some(hundredths), Some(_)) = (deal.term_years, deal.amount) {
        let years = decimal(u64::from(hundredths), 2);
        let years = match hundredths % 100 {
            0 => Part::Count(u64::from(hundredths / 100)),
            _ => Part::Text(&years),
        };
        let template = if hundredths == 100 { table::OVER_ONE_YEAR } else { table::OVER_YEARS };
        fill(&mut sentence, template, &[years]);
    }
    sentence
}

/// "up to $50 billion", "$3 billion a year", "an undisclosed sum".
pub fn deal_sum(deal: &Deal) -> Sentence {
    match deal.amount {
        Some(amount) => money(amount, deal.basis, false),
        None => filled(table::UNDISCLOSED, &[]),
    }
}

/// What one company gives another: the deal's own sentence where there is one deal, else the sum of all.
pub fn arc_sentence(network: &Network, arc: &Arc) -> Sentence {
    if let &[only] = arc.deals.as_slice() {
        return deal_sentence(network.deal(only));
    }
    // The firmest first.
    let mut states = Vec::new();
    for (status, _) in Status::ALL.into_iter().rev() {
        if arc.deals.iter().any(|&id| network.deal(id).status == status) {
            states.push(Part::Words(table::status_label(status)));
        }
    }
    let mut states = list(&states);
    if let Some(date) = arc.first {
        states = filled(table::FIRST_IN, &[Part::Sentence(&states), Part::Date(date)]);
    }
    let parts = [
        Part::Company(arc.from),
        Part::Company(arc.to),
        Part::Sentence(&given(network, arc)),
        Part::Count(arc.deals.len() as u64),
        Part::Sentence(&states),
    ];
    filled(table::SEVERAL, &parts)
}

/// "up to $50 billion of investment", "chip purchases, sum undisclosed".
pub(super) fn given(network: &Network, arc: &Arc) -> Sentence {
    let mut kinds = Vec::new();
    for (kind, _) in Kind::ALL {
        if arc.deals.iter().any(|&id| network.deal(id).kind == kind) {
            kinds.push(Part::Words(table::kind_plural(kind)));
        }
    }
    let kinds = list(&kinds);
    match arc_money(arc) {
        Some(sum) => filled(table::MONEY_OF, &[Part::Sentence(&sum), Part::Sentence(&kinds)]),
        None => filled(table::SUM_UNDISCLOSED, &[Part::Sentence(&kinds)]),
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
pub fn why_not_live(network: &Network, id: DealId, filter: &Filter) -> Option<Sentence> {
    if filter.passes(network, id) {
        return None;
    }
    let deal = network.deal(id);
    let status = Part::Words(table::status_label(deal.status));
    let is_later = |until: PartialDate| deal.date.is_some_and(|date| date.earliest() > until.latest());
    let later = filter.until.filter(|&until| is_later(until));
    let left_out = filter.without_deals.contains(&id)
        || [deal.from, deal.to].iter().any(|end| filter.without_companies.contains(end));
    let why = if deal.from == deal.to {
        table::NOT_LIVE_SELF
    } else if !deal.kind.makes_arc() {
        table::NOT_LIVE_KIND
    } else if !filter.statuses.contains(&deal.status) {
        table::NOT_LIVE_STATUS
    } else if let Some(until) = later {
        return Some(filled(table::NOT_LIVE_LATER, &[Part::Date(until)]));
    } else if left_out {
        table::NOT_LIVE_WITHOUT
    } else {
        table::NOT_LIVE_FILTER
    };
    Some(filled(why, &[status]))
}
