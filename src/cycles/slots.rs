//! Which loops are coloured: slots 1 to 8, the same for a document whatever is filtered later.

use super::{CycleId, Cycles, Standing, companies};
use crate::arcs::{ArcId, Arcs};
use crate::network::{Amount, CompanyId};
use crate::order;
use std::cmp::Reverse;

/// How many loops can be coloured at once: more colours cannot be told apart.
pub const MAX_SLOTS: usize = 8;

/// How many slots go to loops with a figure before pairs without one get theirs.
const LEADERS: usize = 4;

/// How many slots are kept for pairs without a figure.
const WITHOUT_FIGURE: usize = 2;

/// What an editor has said of loops, by their place in [`Cycles`].
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Edit {
    /// Loops that come first, in this order.
    pub pins: Vec<CycleId>,
    /// Loops that are never coloured.
    pub hides: Vec<CycleId>,
}

/// The first slots: pinned loops, then up to four in all with a figure, each time the one with the best smallest
/// arc x share of its arcs that is not covered yet (not the largest four: those are variants of one triangle).
///
/// Where no loop has a figure: pairs first, then shorter ones, each time one that covers something new.
/// `ranking` is the order of [`super::rank`]. O(slots x cycles x length).
pub fn leaders(arcs: &Arcs, cycles: &Cycles, ranking: &[CycleId], edit: &Edit) -> Vec<CycleId> {
    let mut chosen = edit.pins.clone();
    extend(arcs, cycles, ranking, edit, &mut chosen, LEADERS);
    let has_figure = |cycle: &CycleId| Standing::of(arcs, cycles.arcs(*cycle)).smallest.is_some();
    if !ranking.first().is_some_and(has_figure) {
        let mut shortest = ranking.to_vec();
        order::sort_by_key(&mut shortest, |&cycle| cycles.arcs(cycle).len());
        let mut covered: Vec<ArcId> = Vec::new();
        for &cycle in &chosen {
            covered.extend_from_slice(cycles.arcs(cycle));
        }
        for cycle in shortest.into_iter().filter(|cycle| !edit.hides.contains(cycle)) {
            if chosen.len() < LEADERS && cycles.arcs(cycle).iter().any(|arc| !covered.contains(arc)) {
                covered.extend_from_slice(cycles.arcs(cycle));
                chosen.push(cycle);
            }
        }
    }
    chosen
}

/// All slots, of which a figure colours the first so many: the leaders; then two pairs without a figure whose
/// companies are all in the overview (most deals, then firmest, then rank); then further loops with a figure.
pub fn slots(
    arcs: &Arcs,
    cycles: &Cycles,
    ranking: &[CycleId],
    edit: &Edit,
    leaders: &[CycleId],
    overview: &[CompanyId],
) -> Vec<CycleId> {
    let mut chosen = leaders.to_vec();
    let deals =
        |cycle: CycleId| -> usize { cycles.arcs(cycle).iter().map(|&arc| arcs.arc(arc).deals.len()).sum() };
    let mut pairs: Vec<CycleId> = ranking
        .iter()
        .copied()
        .filter(|&cycle| {
            let hops = cycles.arcs(cycle);
            hops.len() == 2
                && Standing::of(arcs, hops).undisclosed > 0
                && companies(arcs, hops).iter().all(|company| overview.contains(company))
                && !chosen.contains(&cycle)
                && !edit.hides.contains(&cycle)
        })
        .collect();
    // Cycles of a length are found in the order of their companies' ids, so the id decides ties.
    order::sort_by_key(&mut pairs, |&cycle| {
        (Reverse(deals(cycle)), Reverse(Standing::of(arcs, cycles.arcs(cycle)).status), cycle)
    });
    let rest = pairs.split_off(WITHOUT_FIGURE.min(pairs.len()));
    chosen.extend(pairs);
    extend(arcs, cycles, ranking, edit, &mut chosen, MAX_SLOTS);
    // Where figures run out, further pairs take the slots that are left.
    chosen.extend(rest);
    chosen.truncate(MAX_SLOTS);
    chosen
}

/// Adds loops with a figure, greedily, until there are `count` or each covers nothing new.
fn extend(
    arcs: &Arcs,
    cycles: &Cycles,
    ranking: &[CycleId],
    edit: &Edit,
    chosen: &mut Vec<CycleId>,
    count: usize,
) {
    let mut covered = vec![false; arcs.all().len()];
    let cover = |covered: &mut Vec<bool>, cycle: CycleId| {
        for arc in cycles.arcs(cycle) {
            covered[arc.index()] = true;
        }
    };
    for &cycle in chosen.iter() {
        cover(&mut covered, cycle);
    }
    let mut pool: Vec<(Amount, CycleId)> = ranking
        .iter()
        .filter(|cycle| !chosen.contains(cycle) && !edit.hides.contains(cycle))
        .map_while(|&cycle| Some((Standing::of(arcs, cycles.arcs(cycle)).smallest?, cycle)))
        .collect();
    while chosen.len() < count {
        let mut best: Option<(Gain, usize)> = None;
        for (place, &(smallest, cycle)) in pool.iter().enumerate() {
            let gain = Gain::of(smallest, cycles.arcs(cycle), &covered);
            if gain.is_some() && best.as_ref().is_none_or(|(found, _)| gain.as_ref() > Some(found)) {
                best = gain.map(|gain| (gain, place));
            }
        }
        let Some((_, place)) = best else { break };
        let (_, cycle) = pool.remove(place);
        cover(&mut covered, cycle);
        chosen.push(cycle);
    }
}

/// The smallest arc times the share of arcs not covered yet, as an exact fraction.
#[derive(Clone, Copy, Debug, PartialEq)]
struct Gain {
    numerator: u128,
    length: u128,
}

impl Gain {
    fn of(smallest: Amount, cycle: &[ArcId], covered: &[bool]) -> Option<Self> {
        let fresh = cycle.iter().filter(|arc| !covered[arc.index()]).count() as u128;
        (fresh > 0).then_some(Self { numerator: u128::from(smallest.0) * fresh, length: cycle.len() as u128 })
    }
}

impl PartialOrd for Gain {
    fn partial_cmp(&self, other: &Self) -> Option<std::cmp::Ordering> {
        (self.numerator * other.length).partial_cmp(&(other.numerator * self.length))
    }
}
