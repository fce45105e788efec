//! The enumeration of elementary cycles, in slices.

use super::components::keep_inner;
use super::finds::Finds;
use super::graph::{Graph, links};
use super::walk::Walk;
use super::{Bounds, Cycles, Progress, Stop};
use crate::arcs::Arcs;

/// How many arcs of cycles memory is meant for: half a gigabyte, and as much again when they are put in order.
const ROOM: usize = 1 << 27;

/// How many steps are enough to find a loop where there are many.
const STEPS_A_LOOP: u64 = 16;

/// How often everything may be looked at in vain before components are made anew.
const PATIENCE: u64 = 4;

/// A search for all elementary cycles, which stops and goes on as its caller likes.
///
/// When it is over, cycles come shortest first; among those of a length, by their companies in the order of their
/// ids. Each is found once, from its company with the smallest id. For each such *root*, distances back to it are
/// measured, from both ends until they meet; from the root on, the steps are noted that lead back in time. A
/// depth-first walk then takes only steps from which the root can still be reached, and closes its last two arcs
/// by looking up the companies with an arc home. A company beyond which nothing was found is not entered again
/// before one that was in the way has been left. The root is shut off afterwards.
///
/// Rounds go to greater and greater lengths, each about as far as the loops allowed are likely to reach, so that a
/// search that is cut short has the short loops; roots that length did not hold back are not tried again. Where more
/// than `max_loops` are found, the longest length is given up and the search goes on for shorter ones: what is kept
/// is the first `max_loops` of all. Memory is meant for 134 million arcs of loops; what is more counts as more than
/// `max_loops`. Whoever wants them all can take them out in pages as they come ([`Search::take`]).
///
/// ```text
///   0 -> 1 -> 2 -> 3 -> 0     root 0, up to 4 arcs: enter 1 (3 arcs from 0), then 2, where 3 has an arc home;
///             2 -> 4 -> 1     4 is never entered: by 1, 2 and 3 it is 4 arcs from 0, and 2 are left
/// ```
///
/// # Complexity
/// Each slice takes the steps it is given, or one root's preparation, O(companies + arcs). Between two cycles of a
/// root, a company is entered at most once for each length of the walk to it, and without cycles only by roots on
/// which the length alone was in the way, or while at most four times the network was looked at since components
/// were last made: O((companies + arcs) length (cycles + companies)) for each round, and in sparse networks with a
/// bound on length far less, as a root then sees two balls of half that length. Memory O(companies + arcs + cycles
/// not taken out). No recursion.
///
/// # Source
/// Johnson, *Finding all the elementary circuits of a directed graph* (1975): roots within components, and companies
/// that wait. Gupta & Suzumura, *Finding all bounded-length simple cycles in a directed graph* (2021): waiting as a
/// number of arcs, so that a bound on length holds. Blanuša, Atasu & Ienne, *Fast parallel algorithms for enumeration
/// of simple, temporal, and hop-constrained cycles* (2023) compare these and others.
///
/// # Example
/// ```text
///   amd <--> openai
/// ```
/// ```
/// # use deal_network::{arcs::{Arcs, Filter}, cycles::{Bounds, Search}, document::{self, Format, Limits}};
/// let csv = b"from,to\namd,openai\nopenai,amd\n";
/// let document = document::read(csv, Format::Csv, &Limits::default()).unwrap().document;
/// let arcs = Arcs::new(&document.network, &Filter::default());
/// let mut search = Search::new(&arcs, Bounds::default());
/// while !search.run(1_000) {}
/// assert_eq!(search.cycles().len(), 1);
/// assert_eq!(search.stopped_by(), None);
/// ```
#[derive(Clone, Debug)]
pub struct Search {
    bounds: Bounds,
    /// The graph with everything open, and without the roots of this round so far.
    whole: Graph,
    graph: Graph,
    walk: Walk,
    finds: Finds,
    cycles: Cycles,
    /// The largest length there can be.
    limit: u32,
    /// The next root, and which roots can have cycles longer than those searched for so far.
    root: u32,
    promising: Vec<bool>,
    /// How often length had stood in the way when the last root was taken.
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
        let promising = (0..companies as u32).map(|company| !whole.out.of(company).is_empty()).collect();
        // A loop takes a few steps; if those run out, the short ones should be there.
        let likely = (bounds.max_steps / STEPS_A_LOOP).min(bounds.max_loops.into());
        let longest = first_length(&whole, largest, likely as f64).min(limit);
        Self {
            bounds,
            graph: whole.clone(),
            walk: Walk::new(&whole),
            whole,
            finds: Finds::new(bounds.max_loops.into(), ROOM, longest),
            cycles: Cycles::default(),
            limit,
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
        self.done
    }

    /// Ends the search; what was found stays.
    pub fn cancel(&mut self) {
        if !self.done {
            self.stop(Some(Stop::Cancelled));
        }
    }

    /// What was found and not taken out, when the search is over.
    pub const fn cycles(&self) -> &Cycles {
        &self.cycles
    }

    /// What ended the search early; `None` if it is complete (or still going on).
    pub const fn stopped_by(&self) -> Option<Stop> {
        self.stopped_by
    }

    /// What was found, when the search is over.
    pub fn into_cycles(self) -> Cycles {
        self.cycles
    }

    /// Moves what was found since the last time into `page`, shortest first; what `page` held is forgotten.
    ///
    /// # Example
    /// ```
    /// # use deal_network::{arcs::Arcs, cycles::{Bounds, Cycles, Search}};
    /// # let mut search = Search::new(&Arcs::default(), Bounds::default());
    /// let (mut page, mut count) = (Cycles::default(), 0);
    /// loop {
    ///     let is_done = search.run(20_000);
    ///     search.take(&mut page);
    ///     count += page.len();
    ///     if is_done {
    ///         break;
    ///     }
    /// }
    /// # assert_eq!(count, 0);
    /// ```
    pub fn take(&mut self, page: &mut Cycles) {
        if self.done {
            *page = std::mem::take(&mut self.cycles);
        } else {
            self.finds.take(page);
        }
    }

    /// How far the search is.
    pub fn progress(&self) -> Progress {
        let is_complete = self.done && self.stopped_by.is_none();
        let is_cut = self.stopped_by == Some(Stop::Loops);
        Progress {
            steps: self.walk.looked,
            complete_to: match self.bounds.max_length {
                Some(length) if is_complete => length,
                None if is_complete => self.promising.len() as u32,
                _ if is_cut => self.finds.longest,
                _ => self.finds.shortest - 1,
            },
            searching_to: self.finds.longest,
            share: self.root as f32 / self.promising.len().max(1) as f32,
        }
    }

    fn stop(&mut self, why: Option<Stop>) {
        self.stopped_by = why;
        self.done = true;
        self.finds.take(&mut self.cycles);
    }

    /// Starts the walk from the next root, or the next round.
    fn next_root(&mut self) {
        self.walk.looked += 1;
        // What only the length cut short can be longer; otherwise all cycles of the last root are found.
        if self.root > 0 {
            self.promising[self.root as usize - 1] &= self.walk.cuts > self.cuts;
        }
        // All that is wanted has been found, or all that this round can find.
        if self.finds.longest < self.finds.shortest || self.root as usize == self.promising.len() {
            self.next_round();
            return;
        }
        let root = self.root;
        self.root += 1;
        self.cuts = self.walk.cuts;
        if self.promising[root as usize] {
            let before = self.walk.looked;
            self.walk.start(&self.graph, root, &mut self.finds);
            // Not for want of length: its component is one no more, and perhaps others are neither.
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

    /// Starts a round for longer cycles, unless there are none.
    fn next_round(&mut self) {
        let done = self.finds.longest;
        if self.finds.is_full || done >= self.limit || !self.promising.contains(&true) {
            self.stop(self.finds.is_full.then_some(Stop::Loops));
            return;
        }
        // As far as all are likely to be wanted, if their numbers go on growing like this; at most twice as far.
        let (mut count, before) = (self.finds.count(done) as f64, self.finds.count(done - 1) as f64);
        let growth = count / before.max(1.0);
        let mut longest = done + 1;
        while longest < self.limit && longest < 2 * done && count * growth <= self.bounds.max_loops.into() {
            count *= growth;
            longest += 1;
        }
        self.finds.longest = longest;
        self.finds.shortest = done + 1;
        self.root = 0;
        self.graph = self.whole.clone();
    }
}

/// The length up to which there are probably not too many cycles: if at each company as many arcs led on as at the
/// end of an arc on the average, to companies not yet passed or passed by chance.
fn first_length(graph: &Graph, largest: u32, wanted: f64) -> u32 {
    let companies = 0..graph.out.open.len() as u32;
    let walks = companies.map(|c| (graph.out.of(c).len() * graph.into.of(c).len()) as f64).sum::<f64>();
    let growth = walks / graph.arcs() as f64;
    let (mut length, mut count) = (1, growth);
    while length < largest && count <= wanted {
        length += 1;
        count *= growth * (1.0 - f64::from(length) / f64::from(largest));
    }
    length.max(2)
}
