//! Which companies the first picture shows, and in which order it widens.

use crate::arcs::Arcs;
use crate::cycles::{CycleId, Cycles};
use crate::network::{Amount, CompanyId};
use crate::order;
use std::cmp::Reverse;

/// The first picture holds at most so many companies beyond those of the leading loops.
const CORE: usize = 12;
/// The same on a small screen.
const SMALL_CORE: usize = 8;
/// With so many live companies or fewer, all are shown.
const ALL: usize = 15;
/// A company joins the core while it closes at least so many new loops.
const LEAST_GAIN: u32 = 3;
/// Loops longer than this do not decide who joins.
const SHORT: usize = 3;
/// So many companies are shown where there is no loop.
const NO_LOOP: usize = 10;

/// All live companies in the order in which the picture widens. Every prefix is contained in the next, so what
/// is shown keeps its place.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Overview {
    /// All live companies.
    pub order: Vec<CompanyId>,
    /// How many of them the first picture shows.
    pub first: usize,
    /// The same on a small screen.
    pub first_small: usize,
}

impl Overview {
    /// The overview of a network whose leading loops are `leaders`.
    ///
    /// First the leaders' companies (by id); then, again and again, the company that closes the most new loops of
    /// at most 3 companies wholly inside the set (ties: the headline value of those loops' arcs at it, then id),
    /// while it closes at least 3 and the set is under 12 (8 on a small screen). The rest follows by the same
    /// measure, then by headline value. O(s^2 + n log n + cycles x length) for s companies on loops of at most 3.
    pub fn new(arcs: &Arcs, cycles: &Cycles, leaders: &[CycleId]) -> Self {
        let live = arcs.companies();
        let mut widening = Widening::new(arcs, cycles, &live);
        for &cycle in leaders {
            for &hop in cycles.arcs(cycle) {
                widening.all[arcs.arc(hop).from.index()].leads = true;
            }
        }
        for &company in &live {
            if widening.all[company.index()].leads {
                widening.take(company);
            }
        }
        let seed = widening.order.len();
        let mut core = seed;
        let mut in_core = seed > 0;
        // Who is on no short loop never closes one: of these only the largest can be next.
        let on_short = |company: &&CompanyId| widening.all[company.index()].through > 0;
        let close: Vec<CompanyId> = live.iter().filter(on_short).copied().collect();
        let others: Vec<CompanyId> = live.iter().filter(|company| !on_short(company)).copied().collect();
        let value = |place: usize| widening.all[others[place].index()].value;
        let order = order::places(others.len(), &|a, b| value(b).cmp(&value(a)));
        let others: Vec<CompanyId> = order.into_iter().map(|place| others[place]).collect();
        let mut others = others.as_slice();
        while let Some(company) = widening.best(&close, others) {
            while let [first, rest @ ..] = others
                && (*first == company || widening.all[first.index()].is_taken)
            {
                others = rest;
            }
            in_core &= widening.all[company.index()].loops >= LEAST_GAIN && widening.order.len() < CORE;
            widening.take(company);
            if in_core {
                core = widening.order.len();
            }
        }
        let first = match (live.len(), seed) {
            (..=ALL, _) => live.len(),
            (_, 0) => NO_LOOP,
            _ => core,
        };
        let first_small = if live.len() <= ALL { live.len() } else { first.min(SMALL_CORE.max(seed)) };
        Self { order: widening.order, first, first_small }
    }
}

/// The set as it grows.
struct Widening<'a> {
    arcs: &'a Arcs,
    cycles: &'a Cycles,
    order: Vec<CompanyId>,
    all: Vec<Candidate>,
    /// A short cycle through a company, and the entry before it for the same company, counted from 1.
    through: Vec<(CycleId, u32)>,
    /// How many companies each short cycle still misses.
    missing: Vec<u32>,
}

/// A company that joins sooner or later.
struct Candidate {
    /// Whether a leading loop goes through it.
    leads: bool,
    is_taken: bool,
    /// How many new loops it would close, and the value of their arcs at it.
    loops: u32,
    gain: Amount,
    /// Headline value in and out.
    value: Amount,
    /// The last of the entries for it, 0 for none.
    through: u32,
}

impl<'a> Widening<'a> {
    fn new(arcs: &'a Arcs, cycles: &'a Cycles, live: &[CompanyId]) -> Self {
        let mut all = Vec::new();
        for value in arcs.values(live.last().map_or(0, |company| company.index() + 1)) {
            let none = Amount(0);
            all.push(Candidate { leads: false, is_taken: false, loops: 0, gain: none, value, through: 0 });
        }
        let (mut through, mut missing) = (Vec::new(), Vec::new());
        for cycle in cycles.ids() {
            let hops = cycles.arcs(cycle);
            // Shortest first, so the short cycles are a prefix.
            if hops.len() > SHORT {
                break;
            }
            missing.push(hops.len() as u32);
            for &hop in hops {
                let company = &mut all[arcs.arc(hop).from.index()];
                through.push((cycle, company.through));
                company.through = through.len() as u32;
            }
        }
        Self { arcs, cycles, order: Vec::new(), all, through, missing }
    }

    /// Who joins next: one of these, or the first of the others that has not joined; of equals the one with the
    /// smallest id.
    fn best(&self, close: &[CompanyId], others: &[CompanyId]) -> Option<CompanyId> {
        let is_open = |company: &&CompanyId| !self.all[company.index()].is_taken;
        let mut best = None;
        for &company in close.iter().filter(is_open).chain(others.iter().find(is_open)) {
            let Candidate { loops, gain, value, .. } = self.all[company.index()];
            let own = if loops < LEAST_GAIN { value } else { Amount(0) };
            best = best.max(Some((loops, gain, own, Reverse(company))));
        }
        Some(best?.3.0)
    }

    fn take(&mut self, company: CompanyId) {
        self.order.push(company);
        self.all[company.index()].is_taken = true;
        let mut entry = self.all[company.index()].through;
        while entry > 0 {
            let (cycle, before) = self.through[entry as usize - 1];
            entry = before;
            self.missing[cycle.index()] -= 1;
            if self.missing[cycle.index()] == 1 {
                self.note(cycle);
            }
        }
    }

    /// Notes what the only company of a cycle that is not taken would gain by it.
    fn note(&mut self, cycle: CycleId) {
        for &hop in self.cycles.arcs(cycle) {
            let arc = self.arcs.arc(hop);
            self.all[arc.from.index()].loops += 1;
            for end in [arc.from, arc.to] {
                let gain = &mut self.all[end.index()].gain;
                *gain = gain.plus(arc.amount.unwrap_or_default());
            }
        }
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;
    use crate::arcs::Filter;
    use crate::cycles::{Bounds, Search, leaders, rank};
    use crate::network::{Company, Deal, Network};
    use proptest::prelude::*;

    proptest! {
        /// The order is what one gets by looking at all companies each time.
        #[test]
        fn each_next_is_the_best_of_all(raw in prop::collection::vec((0_u32..20, 0_u32..20, 0_u64..4), 0..60)) {
            let all = (0..20).map(|n| Company { id: format!("c{n:02}"), ..Company::default() }).collect();
            let deals = raw.iter().enumerate().map(|(n, &(from, to, amount))| Deal {
                id: n.to_string(),
                amount: (amount > 0).then_some(Amount(amount)),
                ..Deal::new(CompanyId(from), CompanyId(to))
            });
            let network = Network::new(all, deals.collect()).unwrap();
            let arcs = Arcs::new(&network, &Filter::default());
            let mut search = Search::new(&arcs, Bounds::default());
            while !search.run(1_000) {}
            let cycles = search.into_cycles();
            let leading = leaders(&arcs, &cycles, &rank(&network, &arcs, &cycles), &crate::cycles::Edit::default());
            let overview = Overview::new(&arcs, &cycles, &leading);
            let live = arcs.companies();
            let mut naive = Widening::new(&arcs, &cycles, &live);
            let seed = leading.iter().flat_map(|&cycle| cycles.arcs(cycle)).map(|&hop| arcs.arc(hop).from);
            let mut seed: Vec<CompanyId> = seed.collect();
            seed.sort_unstable();
            seed.dedup();
            for company in seed {
                naive.take(company);
            }
            while let Some(company) = naive.best(&live, &[]) {
                naive.take(company);
            }
            prop_assert_eq!(overview.order, naive.order);
        }
    }
}
