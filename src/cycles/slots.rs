//! Which loops are coloured: slots 1 to 8, the same for a document whatever is filtered later.

use super::{CycleId, Cycles, Standing};
use crate::arcs::Arcs;
use crate::network::{Amount, CompanyId};
use crate::order;

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
    let mut choice = Choice::new(arcs, cycles, edit, &edit.pins);
    choice.extend(ranking, LEADERS);
    let has_figure = |cycle: &CycleId| Standing::of(arcs, cycles.arcs(*cycle)).smallest.is_some();
    if !ranking.first().is_some_and(has_figure) {
        for (length, _) in cycles.by_length() {
            for &cycle in ranking {
                if choice.chosen.len() < LEADERS
                    && cycles.arcs(cycle).len() == length as usize
                    && choice.is_open(cycle)
                    && choice.fresh(cycle) > 0
                {
                    choice.take(cycle);
                }
            }
        }
    }
    choice.chosen
}

/// All slots, of which a figure colours the first so many: the leaders; then two pairs without a figure whose
/// companies are all in the overview (most deals, then firmest, then by id); then further loops with a figure.
pub fn slots(
    arcs: &Arcs,
    cycles: &Cycles,
    ranking: &[CycleId],
    edit: &Edit,
    leaders: &[CycleId],
    overview: &[CompanyId],
) -> Vec<CycleId> {
    let mut choice = Choice::new(arcs, cycles, edit, leaders);
    // Shortest first; cycles of a length are found in the order of their companies' ids.
    let mut pairs = Vec::new();
    for cycle in cycles.ids() {
        let hops = cycles.arcs(cycle);
        if hops.len() == 2
            && choice.is_open(cycle)
            && Standing::of(arcs, hops).undisclosed > 0
            && hops.iter().all(|&hop| overview.contains(&arcs.arc(hop).from))
        {
            pairs.push(cycle);
        }
    }
    // The highest first.
    let order = order::by_key(pairs.len(), &|place| {
        let hops = cycles.arcs(pairs[place]);
        let deals: usize = hops.iter().map(|&hop| arcs.arc(hop).deals.len()).sum();
        !((deals as u64) << 8 | Standing::of(arcs, hops).status as u64)
    });
    for (count, &place) in order.iter().enumerate() {
        // Where figures run out, further pairs take the slots that are left.
        if count == WITHOUT_FIGURE {
            choice.extend(ranking, MAX_SLOTS);
        }
        choice.take(pairs[place]);
    }
    choice.extend(ranking, MAX_SLOTS);
    choice.chosen.truncate(MAX_SLOTS);
    choice.chosen
}

/// Slots as they are filled.
struct Choice<'a> {
    arcs: &'a Arcs,
    cycles: &'a Cycles,
    edit: &'a Edit,
    chosen: Vec<CycleId>,
    /// Whether each arc is in a chosen loop.
    covered: Vec<bool>,
}

impl<'a> Choice<'a> {
    fn new(arcs: &'a Arcs, cycles: &'a Cycles, edit: &'a Edit, chosen: &[CycleId]) -> Self {
        let mut choice =
            Self { arcs, cycles, edit, chosen: Vec::new(), covered: vec![false; arcs.all().len()] };
        for &cycle in chosen {
            choice.take(cycle);
        }
        choice
    }

    fn take(&mut self, cycle: CycleId) {
        self.chosen.push(cycle);
        for arc in self.cycles.arcs(cycle) {
            self.covered[arc.index()] = true;
        }
    }

    /// Whether a loop is neither chosen nor hidden.
    fn is_open(&self, cycle: CycleId) -> bool {
        !self.chosen.contains(&cycle) && !self.edit.hides.contains(&cycle)
    }

    /// How many arcs of a loop are in no chosen one.
    fn fresh(&self, cycle: CycleId) -> usize {
        self.cycles.arcs(cycle).iter().filter(|arc| !self.covered[arc.index()]).count()
    }

    /// Adds loops with a figure, greedily, until there are `count` or each covers nothing new.
    fn extend(&mut self, ranking: &[CycleId], count: usize) {
        let mut pool: Vec<(Amount, CycleId)> = Vec::new();
        for &cycle in ranking {
            if self.is_open(cycle) {
                // All with a figure come first.
                let Some(smallest) = Standing::of(self.arcs, self.cycles.arcs(cycle)).smallest else { break };
                pool.push((smallest, cycle));
            }
        }
        while self.chosen.len() < count {
            // The gain is a fraction, smallest x fresh / length, and fractions are compared exactly.
            let mut best: Option<(u128, u128, CycleId)> = None;
            for &(smallest, cycle) in &pool {
                let gain = u128::from(smallest.0) * self.fresh(cycle) as u128;
                let length = self.cycles.arcs(cycle).len() as u128;
                if self.fresh(cycle) > 0 && best.is_none_or(|(most, of, _)| gain * of > most * length) {
                    best = Some((gain, length, cycle));
                }
            }
            let Some((.., cycle)) = best else { break };
            self.take(cycle);
        }
    }
}
