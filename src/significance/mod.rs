//! Whether a network has more loops than chance alone would make.

mod comparison;
mod random;
mod rewiring;

pub use comparison::Comparison;

use crate::arcs::Arcs;
use crate::cycles::{Bounds, Search, Stop};
use rewiring::Rewiring;

/// What is compared with what.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Options {
    /// Which loops are counted, and how far the search goes in each network.
    pub bounds: Bounds,
    /// How many random networks there are.
    pub samples: u32,
    /// Where chance starts: the same seed gives the same networks on every machine.
    pub seed: u64,
}

impl Default for Options {
    /// Loops of up to 5 companies, at most 100,000 in each of 200 random networks; seed 1.
    fn default() -> Self {
        Self { bounds: Bounds { max_loops: 100_000, ..Bounds::default() }, samples: 200, seed: 1 }
    }
}

/// How many loops random networks have in which every company gives to as many companies, and receives from as
/// many, as in a given one: in slices.
///
/// The random networks come from the given one by switching the ends of two arcs chosen at random, over and over;
/// every network with these numbers (without an arc from a company to itself, and without a second arc from one to
/// another) is equally likely in the end. Before the first are 100 attempts for each arc, which Milo et al. find more
/// than adequate; between two of them 10, after which nothing is left to tell of the one before (among 20,000 networks
/// from the AI deals, loops and pairs of neighbours correlate by less than 0.02).
///
/// # What it does not say
/// Only the numbers of arcs are kept. A random network knows no amounts, dates and kinds of deals, nor that chip makers
/// do not rent computers from banks. "More than chance" therefore is not "arranged": companies that deal with each
/// other at all often do so both ways.
///
/// # Complexity
/// Each slice takes the steps it is given: attempts (each at most as long as the company with the most arcs has
/// arcs) or steps of the search. All of it: 10 attempts for each arc and a search for each sample. Memory O(companies
/// + arcs + loops in one network).
///
/// # Source
/// Rao, Jana & Bandyopadhyay, *A Markov chain Monte Carlo method for generating random (0, 1)-matrices with given
/// marginals* (1996), for why attempts that fail count and triangles are turned; Maslov & Sneppen, *Specificity and
/// stability in topology of protein networks* (2002), for the comparison; Milo, Kashtan, Itzkovitz, Newman & Alon,
/// *On the uniform generation of random graphs with prescribed degree sequences* (2003), for how many attempts.
///
/// # Example
/// ```text
///   a <--> b     c <--> d     Each gives to one and receives from one: of the 9 networks like that, 3 are two
///                             pairs and 6 a ring of four. Chance makes 2 * 3/9 = 0.67 pairs; here are 2.
/// ```
/// ```
/// # use deal_network::{arcs::{Arcs, Filter}, document::{self, Format, Limits}};
/// # use deal_network::significance::{Options, Significance};
/// let csv = b"from,to\na,b\nb,a\nc,d\nd,c\n";
/// let document = document::read(csv, Format::Csv, &Limits::default()).unwrap().document;
/// let arcs = Arcs::new(&document.network, &Filter::default());
/// let mut significance = Significance::new(&arcs, Options { samples: 2_000, ..Options::default() });
/// while !significance.run(10_000) {}
/// let pairs = significance.pairs();
/// assert_eq!((pairs.observed, pairs.samples, pairs.more), (2, 2_000, 0));
/// assert!((pairs.mean() - 2.0 / 3.0).abs() < 0.05);
/// assert!((pairs.at_least() - 1.0 / 3.0).abs() < 0.05);
/// assert_eq!(significance.cut(), 0);
/// ```
#[derive(Clone, Debug)]
pub struct Significance {
    options: Options,
    arcs: Arcs,
    rewiring: Rewiring,
    /// Attempts until the next count.
    attempts: u64,
    /// The count that is going on.
    search: Option<Search>,
    is_observed: bool,
    stopped_by: Option<Stop>,
    cut: u32,
    loops: Comparison,
    pairs: Comparison,
}

/// Attempts for each arc before the first random network, and before each other.
const FIRST: u64 = 100;
const OTHERS: u64 = 10;

/// The steps of a search after which it is looked whether it is over: how many it took is not known before.
const SLICE: u64 = 1_000;

impl Significance {
    /// A comparison that has not begun.
    pub fn new(arcs: &Arcs, options: Options) -> Self {
        Self {
            rewiring: Rewiring::new(arcs, options.seed),
            search: Some(Search::new(arcs, options.bounds)),
            arcs: arcs.clone(),
            options,
            attempts: 0,
            is_observed: false,
            stopped_by: None,
            cut: 0,
            loops: Comparison::default(),
            pairs: Comparison::default(),
        }
    }

    /// Goes on for about so many steps. True when there is no more to do.
    pub fn run(&mut self, steps: u64) -> bool {
        let mut left = steps;
        while left > 0 && !self.is_done() {
            left = left.saturating_sub(self.advance(left));
        }
        self.is_done()
    }

    /// All loops within the bounds. Grows with each sample.
    pub const fn loops(&self) -> &Comparison {
        &self.loops
    }

    /// Loops of two companies alone.
    pub const fn pairs(&self) -> &Comparison {
        &self.pairs
    }

    /// The bound that ended the search in the given network, if one did. Then there are more loops than observed, and
    /// nothing can be said.
    pub const fn stopped_by(&self) -> Option<Stop> {
        self.stopped_by
    }

    /// In how many random networks a bound ended the search. They have more loops than were counted, so the mean is too
    /// small.
    pub const fn cut(&self) -> u32 {
        self.cut
    }

    const fn is_done(&self) -> bool {
        self.is_observed && self.loops.samples >= self.options.samples
    }

    /// Takes at most about so many steps, at least one. Returns how many.
    fn advance(&mut self, most: u64) -> u64 {
        if self.attempts > 0 {
            let attempts = self.attempts.min(most);
            for _ in 0..attempts {
                self.rewiring.attempt();
            }
            self.attempts -= attempts;
            return attempts;
        }
        let Some(search) = &mut self.search else {
            let arcs = self.arcs.rewired(self.rewiring.heads());
            self.search = Some(Search::new(&arcs, self.options.bounds));
            return arcs.all().len() as u64 + 1;
        };
        let steps = most.min(SLICE);
        if search.run(steps) {
            self.count();
        }
        steps
    }

    /// Takes the result of a search that is over.
    fn count(&mut self) {
        let Some(search) = self.search.take() else { return };
        let by_length = search.cycles().by_length();
        let loops = by_length.iter().map(|(_, count)| count).sum();
        let pairs = by_length.iter().filter(|(length, _)| *length == 2).map(|(_, count)| count).sum();
        let stopped_by = search.stopped_by();
        let arcs = self.arcs.all().len() as u64;
        if self.is_observed {
            self.cut += u32::from(stopped_by.is_some());
            self.loops.add(loops, stopped_by.is_some());
            self.pairs.add(pairs, stopped_by.is_some());
            self.attempts = OTHERS * arcs;
        } else {
            self.is_observed = true;
            self.stopped_by = stopped_by;
            self.loops.observed = loops;
            self.pairs.observed = pairs;
            self.attempts = FIRST * arcs;
        }
    }
}
