//! Which deal supersedes which.

use super::circles::in_circles;
use super::diagnostic::{Diagnostic, Report, Severity};
use super::names::Names;
use super::naming::Draft;
use crate::network::DealId;

/// Turns `superseded_by` from ids into places; what leads nowhere or in a circle is left out with a warning.
///
/// `ids` has the place of every id. Each deal has at most one successor, so a walk along them either ends or comes back: O(n log n).
pub(super) fn resolve(drafts: &mut [Draft], ids: &Names, places: &[((u32, u32), u32)], report: &mut Report) {
    let mut next: Vec<Option<usize>> = vec![None; drafts.len()];
    for (place, draft) in drafts.iter().enumerate().filter(|(_, draft)| !draft.superseded_by.is_empty()) {
        next[place] = ids.get(&draft.superseded_by).map(|place| place as usize);
        let message = match next[place] {
            None => "there is no such deal",
            Some(other) if other == place => "a deal cannot supersede itself",
            Some(_) => continue,
        };
        next[place] = None;
        report.push(warning(draft, places[place], message));
    }
    for place in in_circles(&next) {
        next[place] = None;
        report.push(warning(&drafts[place], places[place], "the deals supersede each other in a circle"));
    }
    for (draft, next) in drafts.iter_mut().zip(next) {
        draft.deal.superseded_by = next.map(|place| DealId(place as u32));
    }
}

fn warning(draft: &Draft, (place, row): ((u32, u32), u32), why: &str) -> Box<Diagnostic> {
    let id = &draft.superseded_by;
    let message =
        format!("`{}` is said to be superseded by `{id}`, which was left out: {why}", draft.deal.id);
    let mut warning = Diagnostic::new(Severity::Warning, "bad_successor", message).at(place).about(id);
    warning.row = Some(row);
    warning
}
