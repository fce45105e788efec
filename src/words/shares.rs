//! How much could be arranged in loops, and how many loops chance would make.

use super::{Part, Sentence, fill, filled, push, table};
use crate::significance::{Comparison, Significance};

/// "If every announced sum were paid in full, up to 21 % of the disclosed total could be arranged in closed loops;
/// counting only signed, closed or completed deals, 0.6 %. An upper limit from headline figures, not a trace of
/// money."
///
/// `strictest` is the share that stands beside it, of signed, closed or completed deals alone (`None` if it is not
/// known, for these have no disclosed total); `is_strictest` says that `share` is already that.
pub fn share_sentence(share: f64, strictest: Option<f64>, is_strictest: bool) -> Sentence {
    let strictest = strictest.map_or(Part::Words(table::NOTHING), Part::Share);
    let template = if is_strictest { table::SHARE_FIRM } else { table::SHARE };
    let mut sentence = filled(template, &[Part::Share(share), strictest]);
    push(&mut sentence, Part::Words(table::UPPER_LIMIT));
    sentence
}

/// That the split of the sum over arcs is one of many.
pub fn split_sentence() -> Sentence {
    filled(table::SPLIT, &[])
}

/// "Pairs here: 27; loops in all: 240. Random networks in which every company gives to as many others and receives
/// from as many as here have 10 pairs on average ..." with what that does not say. Averages are rounded to
/// whole loops.
pub fn significance_sentence(significance: &Significance) -> Sentence {
    if significance.stopped_by().is_some() {
        return filled(table::RANDOM_STOPPED, &[]);
    }
    let (pairs, loops) = (significance.pairs(), significance.loops());
    let whole = |number: f64| Part::Count((number + 0.5) as u64);
    let or_more = |counts: &Comparison| Part::Count(u64::from(counts.samples - counts.fewer));
    let mut sentence = filled(
        table::RANDOM,
        &[
            Part::Count(pairs.observed),
            Part::Count(loops.observed),
            whole(pairs.mean()),
            whole(pairs.spread()),
            or_more(pairs),
            Part::Count(u64::from(loops.samples)),
            whole(loops.mean()),
            whole(loops.spread()),
            or_more(loops),
        ],
    );
    if significance.cut() > 0 {
        fill(&mut sentence, table::RANDOM_CUT, &[Part::Count(u64::from(significance.cut()))]);
    }
    push(&mut sentence, Part::Words(table::RANDOM_LIMITS));
    sentence
}
