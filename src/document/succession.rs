//! Which deal supersedes which.

use super::deal::Draft;
use super::diagnostic::{Diagnostic, Report, Severity};
use super::names::Names;
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

/// The places that lie on a circle, in ascending order. O(n).
fn in_circles(next: &[Option<usize>]) -> Vec<usize> {
    let mut befores = vec![0_usize; next.len()];
    for &after in next.iter().flatten() {
        if let Some(count) = befores.get_mut(after) {
            *count += 1;
        }
    }
    let mut left: Vec<bool> = next.iter().map(|_| true).collect();
    // Whoever nobody leads to is on no circle; without him, perhaps nobody leads to the next.
    for start in 0..next.len() {
        let mut at = Some(start);
        while let Some(place) = at.take() {
            match (befores.get(place), left.get_mut(place)) {
                (Some(0), Some(is_left)) if *is_left => *is_left = false,
                _ => break,
            }
            at = next.get(place).copied().flatten();
            if let Some(count) = at.and_then(|after| befores.get_mut(after)) {
                *count -= 1;
            }
        }
    }
    left.iter().enumerate().filter(|&(_, &is_left)| is_left).map(|(place, _)| place).collect()
}

fn warning(draft: &Draft, (place, row): ((u32, u32), u32), why: &str) -> Box<Diagnostic> {
    let id = &draft.superseded_by;
    let message =
        format!("`{}` is said to be superseded by `{id}`, which was left out: {why}", draft.deal.id);
    let mut warning = Diagnostic::new(Severity::Warning, "bad_successor", message).at(place).about(id);
    warning.row = Some(row);
    warning
}

#[cfg(test)]
mod tests {
    use super::in_circles;

    /// 0 -> 1 -> 2 -> 1, 3 -> 4, 5 -> 5, 6 -> 0
    #[test]
    fn finds_what_lies_on_a_circle_and_not_what_leads_to_one() {
        let next = [Some(1), Some(2), Some(1), Some(4), None, Some(5), Some(0)];
        assert_eq!(in_circles(&next), [1, 2, 5]);
        assert!(in_circles(&[]).is_empty());
    }
}
