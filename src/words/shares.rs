//! How much could be arranged in loops.

use super::{Part, Sentence, filled, push, table};

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
