//! Which companies the first picture shows, and in which order it widens.

use crate::arcs::Arcs;
use crate::cycles::{CycleId, Cycles, companies};
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
    /// measure, then by headline value. O(companies^2 + cycles x length).
    pub fn new(arcs: &Arcs, cycles: &Cycles, leaders: &[CycleId]) -> Self {
        let live = arcs.companies();
        let mut widening = Widening::new(arcs, cycles, &live);
        let mut seed = Vec::new();
        for &cycle in leaders {
            seed.extend(companies(arcs, cycles.arcs(cycle)));
        }
        order::sort(&mut seed);
        seed.dedup();
        for &company in &seed {
            widening.take(company);
        }
        let mut core = seed.len();
        let mut in_core = !seed.is_empty();
        while let Some((company, gain)) = widening.best() {
            in_core &= gain >= LEAST_GAIN && widening.order.len() < CORE;
            widening.take(company);
            if in_core {
                core = widening.order.len();
            }
        }
        let order = widening.order;
        let first = match (live.len(), seed.len()) {
            (..=ALL, _) => live.len(),
            (_, 0) => NO_LOOP,
            _ => core,
        };
        let first_small = if live.len() <= ALL { live.len() } else { first.min(SMALL_CORE.max(seed.len())) };
        Self { order, first, first_small }
    }
}

/// The set as it grows.
struct Widening<'a> {
    arcs: &'a Arcs,
    cycles: &'a Cycles,
    order: Vec<CompanyId>,
    taken: Vec<bool>,
    /// The short cycles through each company, and how many companies each still misses.
    through: Vec<Vec<CycleId>>,
    missing: Vec<u32>,
    /// How many new loops each company would close, and the value of their arcs at it.
    gain: Vec<(u32, Amount)>,
    /// Headline value in and out.
    value: Vec<Amount>,
    rest: Vec<CompanyId>,
}

impl<'a> Widening<'a> {
    fn new(arcs: &'a Arcs, cycles: &'a Cycles, live: &[CompanyId]) -> Self {
        let count = live.last().map_or(0, |company| company.index() + 1);
        let mut through = vec![Vec::new(); count];
        let mut missing = Vec::new();
        // Shortest first, so the short cycles are a prefix.
        for cycle in cycles.ids().take_while(|&cycle| cycles.arcs(cycle).len() <= SHORT) {
            missing.push(cycles.arcs(cycle).len() as u32);
            for company in companies(arcs, cycles.arcs(cycle)) {
                through[company.index()].push(cycle);
            }
        }
        Self {
            arcs,
            cycles,
            order: Vec::new(),
            taken: vec![false; count],
            through,
            missing,
            gain: vec![(0, Amount(0)); count],
            value: arcs.values(count),
            rest: live.to_vec(),
        }
    }

    fn best(&self) -> Option<(CompanyId, u32)> {
        let best = self.rest.iter().max_by_key(|company| {
            let (loops, value) = self.gain[company.index()];
            let own = if loops < LEAST_GAIN { self.value[company.index()] } else { Amount(0) };
            (loops, value, own, Reverse(**company))
        })?;
        Some((*best, self.gain[best.index()].0))
    }

    fn take(&mut self, company: CompanyId) {
        self.order.push(company);
        self.taken[company.index()] = true;
        self.rest.retain(|&other| other != company);
        for cycle in self.through[company.index()].clone() {
            self.missing[cycle.index()] -= 1;
            if self.missing[cycle.index()] != 1 {
                continue;
            }
            let hops = self.cycles.arcs(cycle);
            let Some(last) = companies(self.arcs, hops).into_iter().find(|other| !self.taken[other.index()])
            else {
                continue;
            };
            let at_last =
                hops.iter().map(|&arc| self.arcs.arc(arc)).filter(|arc| arc.from == last || arc.to == last);
            let (loops, value) = &mut self.gain[last.index()];
            *loops += 1;
            *value = at_last.filter_map(|arc| arc.amount).fold(*value, Amount::plus);
        }
    }
}
