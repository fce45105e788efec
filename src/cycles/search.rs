//! The enumeration of elementary cycles, in slices.

use super::{Cycles, Stop};
use crate::arcs::{ArcId, Arcs};
use petgraph::algo::kosaraju_scc;
use petgraph::graph::DiGraph;
use std::collections::VecDeque;

/// How far a search goes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Bounds {
    /// The longest loop, in companies; `None` for no bound.
    pub max_length: Option<u32>,
    /// How many loops to find at most.
    pub max_loops: u32,
    /// How many arcs to look at at most.
    pub max_steps: u64,
}

impl Default for Bounds {
    /// Loops of up to 5 companies, a million of them, two hundred million steps.
    fn default() -> Self {
        Self { max_length: Some(5), max_loops: 1_000_000, max_steps: 200_000_000 }
    }
}

/// A search for all elementary cycles, which stops and goes on as its caller likes.
///
/// Cycles come shortest first; among those of a length, by their companies in the order of their ids. Each is
/// found once, from its company with the smallest id: for each length and each such *root*, a depth-first walk
/// over companies with larger ids in the same strongly connected component, which only enters companies from
/// which the root can still be reached in time (distances by a breadth-first search backwards).
///
/// # Complexity
/// Each slice takes the steps it is given. All of it: every walk of at most `max_length` arcs that could still
/// have closed is looked at once per length; without a bound that is exponential, hence `max_loops` and
/// `max_steps`. Memory O(companies + arcs + cycles found). No recursion.
///
/// # Source
/// Johnson, *Finding all the elementary circuits of a directed graph* (1975), for roots within components; the
/// pruning by distance follows Gupta & Suzumura, *Finding all bounded-length simple cycles in a directed graph*
/// (2021).
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
    graph: Graph,
    /// The length that is searched for now, and the largest there can be.
    length: u32,
    longest: u32,
    /// The walk from the root of now: the arcs not yet looked at of each company on it, and the arc that led on.
    root: u32,
    path: Vec<Hop>,
    on_path: Vec<bool>,
    /// Arcs from a company back to the root of now, `FAR` where it is too far.
    distance: Vec<u32>,
    reached: Vec<u32>,
    steps: u64,
    cycles: Cycles,
    stopped_by: Option<Stop>,
    done: bool,
}

#[derive(Clone, Copy, Debug)]
struct Hop {
    company: u32,
    /// The next arc to look at, in `Graph::arcs`.
    next: u32,
    /// The arc by which the walk left here.
    taken: ArcId,
}

const FAR: u32 = u32::MAX;

impl Search {
    /// A search that has not begun.
    pub fn new(arcs: &Arcs, bounds: Bounds) -> Self {
        let graph = Graph::new(arcs);
        let companies = graph.starts.len() - 1;
        let longest = bounds.max_length.unwrap_or(u32::MAX).min(graph.largest);
        Self {
            bounds,
            length: 2,
            longest,
            root: 0,
            path: Vec::new(),
            on_path: vec![false; companies],
            distance: vec![FAR; companies],
            reached: Vec::new(),
            steps: 0,
            cycles: Cycles::default(),
            stopped_by: None,
            done: longest < 2,
            graph,
        }
    }

    /// Goes on for about so many steps (arcs looked at). True when there is no more to do.
    pub fn run(&mut self, steps: u64) -> bool {
        let until = self.steps.saturating_add(steps);
        while !self.done && self.steps < until {
            if self.steps >= self.bounds.max_steps {
                self.stop(Stop::Steps);
            } else if self.path.is_empty() {
                self.next_root();
            } else {
                self.walk();
            }
        }
        self.done
    }

    /// Ends the search; what was found stays.
    pub fn cancel(&mut self) {
        if !self.done {
            self.stop(Stop::Cancelled);
        }
    }

    /// What has been found so far.
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

    fn stop(&mut self, why: Stop) {
        self.stopped_by = Some(why);
        self.done = true;
    }

    /// Takes the next root of this length, or the first of the next length, and starts a walk there if any
    /// cycle of the length can pass.
    fn next_root(&mut self) {
        self.steps += 1;
        if self.root as usize + 1 >= self.graph.starts.len() {
            self.root = 0;
            self.length += 1;
            self.done = self.length > self.longest;
            return;
        }
        let root = self.root;
        self.root += 1;
        if self.graph.size_of[root as usize] >= self.length && self.measure(root) {
            self.path.push(Hop { company: root, next: self.graph.starts[root as usize], taken: ArcId(0) });
            self.on_path[root as usize] = true;
        }
    }

    /// Sets the distances back to the root, up to the length less one. False if nothing comes back.
    fn measure(&mut self, root: u32) -> bool {
        for company in self.reached.drain(..) {
            self.distance[company as usize] = FAR;
        }
        let mut queue = VecDeque::from([root]);
        self.distance[root as usize] = 0;
        self.reached.push(root);
        while let Some(company) = queue.pop_front() {
            let distance = self.distance[company as usize] + 1;
            if distance >= self.length {
                break;
            }
            for &from in self.graph.sources(company) {
                self.steps += 1;
                if from > root && self.distance[from as usize] == FAR {
                    self.distance[from as usize] = distance;
                    self.reached.push(from);
                    queue.push_back(from);
                }
            }
        }
        self.reached.len() > 1
    }

    /// Looks at one arc at the end of the walk.
    fn walk(&mut self) {
        self.steps += 1;
        let depth = self.path.len() as u32;
        let Some(hop) = self.path.last_mut() else { return };
        if hop.next == self.graph.starts[hop.company as usize + 1] {
            self.on_path[hop.company as usize] = false;
            self.path.pop();
            return;
        }
        let (to, arc) = self.graph.arcs[hop.next as usize];
        hop.next += 1;
        hop.taken = arc;
        if depth == self.length {
            if self.distance[to as usize] == 0 {
                if self.cycles.len() as u64 >= u64::from(self.bounds.max_loops) {
                    self.stop(Stop::Loops);
                } else {
                    self.cycles.push(self.path.iter().map(|hop| hop.taken));
                }
            }
        } else if self.distance[to as usize].saturating_add(depth) <= self.length
            && !self.on_path[to as usize]
        {
            self.on_path[to as usize] = true;
            self.path.push(Hop { company: to, next: self.graph.starts[to as usize], taken: arc });
        }
    }
}

/// The arcs within strongly connected components, both ways round.
#[derive(Clone, Debug)]
struct Graph {
    starts: Vec<u32>,
    arcs: Vec<(u32, ArcId)>,
    into_starts: Vec<u32>,
    into: Vec<u32>,
    /// The size of each company's component, and the largest of them.
    size_of: Vec<u32>,
    largest: u32,
}

impl Graph {
    fn new(arcs: &Arcs) -> Self {
        let companies = arcs.all().iter().map(|arc| arc.from.max(arc.to).0 + 1).max().unwrap_or(0);
        let pairs = || arcs.all().iter().map(|arc| (arc.from.0, arc.to.0));
        let mut graph = DiGraph::<(), ()>::with_capacity(companies as usize, arcs.all().len());
        for _ in 0..companies {
            graph.add_node(());
        }
        graph.extend_with_edges(pairs());
        // Kosaraju's, because petgraph's Tarjan recurses and overflows wasm's stack on a ring of 10,000.
        let components = kosaraju_scc(&graph);
        let mut component_of = vec![0; companies as usize];
        let mut size_of = vec![0; companies as usize];
        for (component, members) in components.iter().enumerate() {
            for member in members {
                component_of[member.index()] = component;
                size_of[member.index()] = members.len() as u32;
            }
        }
        let inside = |&(from, to): &(u32, u32)| component_of[from as usize] == component_of[to as usize];
        let (mut starts, mut into_starts) =
            (vec![0; companies as usize + 1], vec![0; companies as usize + 1]);
        for (from, to) in pairs().filter(inside) {
            starts[from as usize + 1] += 1;
            into_starts[to as usize + 1] += 1;
        }
        for company in 0..companies as usize {
            starts[company + 1] += starts[company];
            into_starts[company + 1] += into_starts[company];
        }
        let mut into = vec![0; starts[companies as usize] as usize];
        let mut next = into_starts.clone();
        let mut out = Vec::with_capacity(into.len());
        for (id, (from, to)) in pairs().enumerate().filter(|(_, pair)| inside(pair)) {
            out.push((to, ArcId(id as u32)));
            into[next[to as usize] as usize] = from;
            next[to as usize] += 1;
        }
        let largest = components.iter().map(Vec::len).max().unwrap_or(0) as u32;
        Self { starts, arcs: out, into_starts, into, size_of, largest }
    }

    fn sources(&self, company: u32) -> &[u32] {
        let range = self.into_starts[company as usize]..self.into_starts[company as usize + 1];
        &self.into[range.start as usize..range.end as usize]
    }
}
