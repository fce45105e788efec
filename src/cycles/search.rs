//! The enumeration of elementary cycles, in slices.

use super::finds::Finds;
use super::graph::{Graph, keep_inner, links};
use super::walk::Walk;
use super::{Bounds, Cycles, Stop};
use crate::arcs::Arcs;

/// The length up to which one round is enough.
const SHORT: u32 = 6;

/// How often everything may be looked at in vain before components are made anew.
const PATIENCE: u64 = 4;

/// A search for all elementary cycles, which stops and goes on as its caller likes.
#[derive(Clone, Debug)]
pub struct Search {
    bounds: Bounds,
    /// The graph before and after the roots so far were shut off.
    whole: Graph,
    graph: Graph,
    walk: Walk,
    finds: Finds,
    /// The largest length there can be, and how often it is halved in this round.
    limit: u32,
    halvings: u32,
    /// The next root, and which can be on cycles longer than those searched for so far.
    root: u32,
    promising: Vec<bool>,
    cuts: u64,
    /// Steps that found nothing since components were made.
    vain: u64,
    stopped_by: Option<Stop>,
    done: bool,
}

impl Search {
    /// A search that has not begun.
    pub fn new(arcs: &Arcs, bounds: Bounds) -> Self {
        let (mut links, companies) = links(arcs);
        let largest = keep_inner(companies, &mut links);
        let whole = Graph::new(companies, &links);
        let limit = bounds.max_length.unwrap_or(largest).min(largest);
        let mut halvings = 0;
        while limit >> halvings > SHORT {
            halvings += 1;
        }
        let promising = (0..companies as u32).map(|company| !whole.out.of(company).is_empty()).collect();
        let mut finds = Finds::new(bounds.max_loops.into());
        finds.longest = limit >> halvings;
        Self {
            bounds,
            graph: whole.clone(),
            walk: Walk::new(&whole),
            whole,
            finds,
            limit,
            halvings,
            root: 0,
            promising,
            cuts: 0,
            vain: 0,
            stopped_by: None,
            done: limit < 2,
        }
    }

    /// Goes on for about so many steps (arcs looked at). True when there is no more to do.
    pub fn run(&mut self, steps: u64) -> bool {
        let until = self.walk.looked.saturating_add(steps).min(self.bounds.max_steps);
        while !self.done && self.walk.looked < until {
            if self.walk.is_over() {
                self.next_root();
            } else {
                self.walk.run(until, &mut self.finds);
            }
        }
        if !self.done && self.walk.looked >= self.bounds.max_steps {
            self.stop(Some(Stop::Steps));
        }
        self.finds.fit();
        self.done
    }

    /// Ends the search; what was found stays.
    pub fn cancel(&mut self) {
        if !self.done {
            self.stop(Some(Stop::Cancelled));
        }
    }

    /// What has been found so far.
    pub const fn cycles(&self) -> &Cycles {
        &self.finds.cycles
    }

    /// What ended the search early; `None` if it is complete (or still going on).
    pub const fn stopped_by(&self) -> Option<Stop> {
        self.stopped_by
    }

    /// What was found, when the search is over.
    pub fn into_cycles(self) -> Cycles {
        self.finds.cycles
    }

    /// Moves what was found since the last time into `page`.
    pub fn take(&mut self, page: &mut Cycles) {
        self.finds.take(page);
    }

    /// How many arcs have been looked at.
    pub const fn steps(&self) -> u64 {
        self.walk.looked
    }

    fn stop(&mut self, why: Option<Stop>) {
        self.stopped_by = why;
        self.done = true;
        self.finds.settle();
    }

    fn next_root(&mut self) {
        self.walk.looked += 1;
        if self.root as usize == self.promising.len() {
            self.next_round();
            return;
        }
        // What only the length cut short can be longer; otherwise all cycles of this root are found.
        if self.root > 0 {
            self.promising[self.root as usize - 1] &= self.walk.cuts > self.cuts;
        }
        let root = self.root;
        self.root += 1;
        if self.promising[root as usize] {
            self.cuts = self.walk.cuts;
            let before = self.walk.looked;
            self.walk.start(&self.graph, root, &mut self.finds);
            if self.walk.is_over() && self.walk.cuts == self.cuts {
                self.vain += self.walk.looked - before;
            }
        }
        self.graph.shut(root);
        if self.vain > PATIENCE * self.whole.size() {
            self.graph = self.graph.split();
            self.vain = 0;
        }
    }

    fn next_round(&mut self) {
        let is_complete = self.halvings == 0 || !self.promising.contains(&true);
        if self.finds.is_full || is_complete {
            self.stop(self.finds.is_full.then_some(Stop::Loops));
            return;
        }
        self.halvings -= 1;
        self.finds.shortest = self.finds.longest + 1;
        self.finds.longest = self.limit >> self.halvings;
        self.root = 0;
        self.graph = self.whole.clone();
    }
}
