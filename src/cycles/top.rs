//! The loops that rank first, without finding the rest.

use super::components::keep_inner;
use super::finds::Finds;
use super::graph::{Graph, links};
use super::walk::Walk;
use super::{Bounds, Cycles, Link, Standing, Stop, rank};
use crate::arcs::{ArcId, Arcs};
use crate::network::{Amount, Network};

/// How many loops are kept at least before those that rank behind are dropped.
const SPARE: usize = 500;

/// A search for the `max_loops` loops that rank first (as [`rank`] has them), in slices.
///
/// Arcs are opened one by one, largest amount first. Each closes the loops in which it is the smallest, so that
/// loops come with falling smallest arcs; when there are enough and the next arc is smaller than the last, they are
/// the first of all. Where loops with a figure are not enough, those that miss one amount follow, and then all.
///
/// ```text
///   9: a -> b    7: b -> c    7: c -> a, closes a > b > c with 7    5: b -> a, closes a > b with 5
/// ```
///
/// The shortcut is as good as amounts differ: loops whose smallest arcs are equal are all looked at, and so are,
/// in the worst case, all that miss an amount. Then `max_steps` ends it, and [`Top::certain`] says how far the
/// order is right all the same.
///
/// # Complexity
/// O(arcs) and, for each arc opened, two balls of half the length round it and the loops it closes. Memory
/// O(companies + arcs + `max_loops`) and the loops of a slice.
///
/// # Source
/// Our own; the walk is that of [`super::Search`].
///
/// # Example
/// ```
/// # use deal_network::{arcs::{Arcs, Filter}, cycles::{Bounds, Top}, document::{self, Format, Limits}};
/// let csv = b"from,to,amount\na,b,9\nb,c,7\nc,a,7\nb,a,5\n";
/// let network = document::read(csv, Format::Csv, &Limits::default()).unwrap().document.network;
/// let arcs = Arcs::new(&network, &Filter::default());
/// let mut top = Top::new(&arcs, Bounds { max_loops: 1, ..Bounds::default() });
/// while !top.run(&network, &arcs, 1_000) {}
/// assert_eq!(top.cycles().by_length(), [(3, 1)]);
/// assert_eq!((top.certain(), top.stopped_by()), (1, None));
/// ```
#[derive(Clone, Debug)]
pub struct Top {
    bounds: Bounds,
    /// The arcs that can be in a loop, largest amount first, those without an amount last; and the place of each
    /// among the ways out of its company.
    order: Vec<(Link, u32)>,
    graph: Graph,
    walk: Walk,
    finds: Finds,
    /// What the walk has found last.
    page: Cycles,
    best: Cycles,
    stage: Stage,
    /// The next arc in `order`, and the one whose loops are walked now.
    next: usize,
    now: Option<Link>,
    /// The ways that were open out of its company.
    before: (u32, u32),
    /// Its amount.
    amount: Option<Amount>,
    /// How many arcs have an amount.
    disclosed: usize,
    certain: usize,
    stopped_by: Option<Stop>,
}

/// Which loops are looked for: those with a figure, then those that miss one amount, then those that miss more.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Stage {
    Disclosed,
    MissingOne,
    MissingMore,
    Over,
}

impl Top {
    /// A search that has not begun.
    pub fn new(arcs: &Arcs, bounds: Bounds) -> Self {
        let (mut links, companies) = links(arcs);
        let largest = keep_inner(companies, &mut links);
        let disclosed = sort_by_amount(&mut links, arcs);
        let mut graph = Graph::new(companies, &links);
        let walk = Walk::new(&graph);
        graph.close();
        let mut next: Vec<u32> = graph.out.open.iter().map(|open| open.0).collect();
        let place = |link: Link| {
            let place = &mut next[link.from as usize];
            *place += 1;
            (link, *place - 1)
        };
        let order: Vec<_> = links.into_iter().map(place).collect();
        let longest = bounds.max_length.unwrap_or(largest).min(largest);
        Self {
            bounds,
            graph,
            walk,
            finds: Finds::new(u64::MAX, usize::MAX, longest),
            page: Cycles::default(),
            best: Cycles::default(),
            stage: if bounds.max_loops == 0 { Stage::Over } else { Stage::Disclosed },
            next: 0,
            now: None,
            before: (0, 0),
            amount: None,
            disclosed,
            order,
            certain: 0,
            stopped_by: None,
        }
    }

    /// Goes on for about so many steps (arcs looked at), in the network and with the arcs it was made for. True
    /// when there is no more to do.
    pub fn run(&mut self, network: &Network, arcs: &Arcs, steps: u64) -> bool {
        let until = self.walk.looked.saturating_add(steps).min(self.bounds.max_steps);
        while self.stage != Stage::Over && self.walk.looked < until {
            if self.walk.is_over() {
                self.next_arc(network, arcs);
            } else {
                self.walk.run(until, &mut self.finds);
            }
            self.gather(network, arcs);
        }
        if self.stage != Stage::Over && self.walk.looked >= self.bounds.max_steps {
            self.stop(network, arcs, Some(Stop::Steps));
        }
        self.stage == Stage::Over
    }

    /// Ends the search; what was found stays.
    pub fn cancel(&mut self, network: &Network, arcs: &Arcs) {
        if self.stage != Stage::Over {
            self.stop(network, arcs, Some(Stop::Cancelled));
        }
    }

    /// What has been found; when the search is over, in the order of rank (not shortest first).
    pub const fn cycles(&self) -> &Cycles {
        &self.best
    }

    /// How many of the first are certainly these, where the search was stopped; otherwise all.
    pub const fn certain(&self) -> usize {
        self.certain
    }

    /// What ended the search early; `None` if it is complete (or still going on).
    pub const fn stopped_by(&self) -> Option<Stop> {
        self.stopped_by
    }

    /// How many arcs have been looked at.
    pub const fn steps(&self) -> u64 {
        self.walk.looked
    }

    /// Opens the arc whose loops were found, and starts the walk of those of the next.
    fn next_arc(&mut self, network: &Network, arcs: &Arcs) {
        self.walk.looked += 1;
        if let Some(link) = self.now.take() {
            let open = &mut self.graph.out.open[link.from as usize];
            *open = self.before;
            // An arc that misses its amount stays shut as long as one is to be missed.
            if self.stage != Stage::MissingOne {
                open.1 += 1;
                self.graph.into.open[link.to as usize].1 += 1;
            }
        }
        let is_enough = self.best.len() >= self.bounds.max_loops as usize;
        let (end, then) = match self.stage {
            Stage::Disclosed => (self.disclosed, Stage::MissingOne),
            Stage::MissingOne => (self.order.len(), Stage::MissingMore),
            Stage::MissingMore | Stage::Over => (self.order.len(), Stage::Over),
        };
        if self.next == end {
            self.next = self.disclosed;
            self.stage = then;
            if is_enough || then == Stage::Over {
                self.stop(network, arcs, None);
            }
            return;
        }
        let (link, place) = self.order[self.next];
        let amount = arcs.arc(link.arc).amount;
        // What is as large as the last may rank before it.
        if is_enough && self.stage == Stage::Disclosed && amount < self.amount {
            self.stop(network, arcs, None);
            return;
        }
        self.amount = amount;
        self.next += 1;
        self.now = Some(link);
        let open = &mut self.graph.out.open[link.from as usize];
        self.before = std::mem::replace(open, (place, place + 1));
        self.walk.start(&self.graph, link.from, &mut self.finds);
    }

    /// Takes over what the walk has found.
    fn gather(&mut self, network: &Network, arcs: &Arcs) {
        self.finds.take(&mut self.page);
        for cycle in self.page.ids() {
            let hops = self.page.arcs(cycle);
            let missing = |arc: &ArcId| arcs.arc(*arc).amount.is_none();
            // Those that miss one amount have been found before.
            if self.stage == Stage::MissingMore && hops.iter().filter(|arc| missing(arc)).count() < 2 {
                continue;
            }
            let mut first = 0;
            for (place, &arc) in hops.iter().enumerate() {
                if arcs.arc(arc).from < arcs.arc(hops[first]).from {
                    first = place;
                }
            }
            self.best.push(&[&hops[first..], &hops[..first]]);
        }
        if self.best.len() > 2 * self.bounds.max_loops as usize + SPARE {
            self.sift(network, arcs);
        }
    }

    /// Puts the loops in the order of their rank and drops what is too much.
    fn sift(&mut self, network: &Network, arcs: &Arcs) {
        let mut kept = Cycles::default();
        for cycle in rank(network, arcs, &self.best).into_iter().take(self.bounds.max_loops as usize) {
            kept.push(&[self.best.arcs(cycle)]);
        }
        self.best = kept;
    }

    fn stop(&mut self, network: &Network, arcs: &Arcs, why: Option<Stop>) {
        self.sift(network, arcs);
        // Loops through arcs not yet walked can be as large as the next arc.
        let is_sure = |cycle| {
            let smallest = Standing::of(arcs, self.best.arcs(cycle)).smallest;
            why.is_none() || smallest.is_some() && (self.stage != Stage::Disclosed || smallest > self.amount)
        };
        self.certain = self.best.ids().take_while(|&cycle| is_sure(cycle)).count();
        self.stopped_by = why;
        self.stage = Stage::Over;
    }
}

/// Sorts links by their amounts, largest first, those without one last; equal ones stay in order. Returns how many
/// have one. Byte by byte, O(links x bytes of the largest): comparisons took most of the search.
fn sort_by_amount(links: &mut Vec<Link>, arcs: &Arcs) -> usize {
    let mut keyed = Vec::with_capacity(links.len());
    let mut largest = 0;
    for &link in &*links {
        if let Some(Amount(amount)) = arcs.arc(link.arc).amount {
            keyed.push((amount, link));
            largest = largest.max(amount);
        }
    }
    let mut sorted = keyed.clone();
    let mut shift = 0;
    while shift < u64::BITS && largest >> shift > 0 {
        // Where the links with each byte go, those with the largest first.
        let mut next = [0; 256];
        let byte = |amount: u64| 255 - (amount >> shift & 255) as usize;
        for &(amount, _) in &keyed {
            next[byte(amount)] += 1;
        }
        let mut place = 0;
        for count in &mut next {
            place += std::mem::replace(count, place);
        }
        for &item in &keyed {
            let place = &mut next[byte(item.0)];
            sorted[*place] = item;
            *place += 1;
        }
        std::mem::swap(&mut keyed, &mut sorted);
        shift += 8;
    }
    links.retain(|link| arcs.arc(link.arc).amount.is_none());
    links.splice(..0, keyed.iter().map(|&(_, link)| link));
    keyed.len()
}
