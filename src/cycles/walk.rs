//! All cycles through one company, depth first.

use super::finds::Finds;
use super::graph::{Graph, Way};
use super::spread::{FAR, Spread, meet};
use crate::arcs::ArcId;

/// More than any number of arcs: there is no way home while the walk is as it is.
const NEVER: u32 = u32::MAX - 1;

/// The company is on the walk itself.
const ON_WALK: u32 = u32::MAX;

/// In place of a step: the end of a list, and not in a list.
const END: u32 = u32::MAX;
const LOOSE: u32 = u32::MAX - 1;

const NO_ARC: ArcId = ArcId(u32::MAX);

#[derive(Clone, Debug)]
pub struct Walk {
    ahead: Spread,
    behind: Spread,
    places: Vec<Place>,
    steps: Vec<Step>,
    path: Vec<Hop>,
    trail: Vec<ArcId>,
    /// How many cycles were closed, and how often only the length stood in the way.
    closed: u64,
    pub cuts: u64,
    /// Ways looked at.
    pub looked: u64,
}

/// What is known of a company that can be on a cycle through the root.
#[derive(Clone, Copy, Debug)]
struct Place {
    /// The fewest arcs in which the root might be reached from here now, but not by the arc to the root itself,
    /// and the same if the walk were not in the way.
    need: u32,
    free: u32,
    /// Its steps: to companies from which the walk can go on, from `start`, and from `middle` to those with an arc home.
    start: u32,
    middle: u32,
    end: u32,
    /// The arc to the root.
    home: ArcId,
    /// The first of the steps here that found no way on.
    waiting: u32,
}

#[derive(Clone, Copy, Debug)]
struct Step {
    from: u32,
    to: u32,
    arc: ArcId,
    /// The next of the steps that wait for `to`.
    next: u32,
}

#[derive(Clone, Copy, Debug)]
struct Hop {
    company: u32,
    /// The next step to take, in `steps`.
    next: u32,
    closed: u64,
    cuts: u64,
}

impl Walk {
    pub fn new(companies: usize) -> Self {
        let nowhere = Place { need: NEVER, free: NEVER, start: 0, middle: 0, end: 0, home: NO_ARC, waiting: END };
        Self {
            ahead: Spread::new(companies),
            behind: Spread::new(companies),
            places: vec![nowhere; companies],
            steps: Vec::new(),
            path: Vec::new(),
            trail: Vec::new(),
            closed: 0,
            cuts: 0,
            looked: 0,
        }
    }

    /// Whether there is nothing left to walk.
    pub fn is_over(&self) -> bool {
        self.path.is_empty()
    }

    /// Starts at a company. Nothing is walked if nothing comes back.
    pub fn start(&mut self, graph: &Graph, root: u32, finds: &mut Finds) {
        let mut cut = false;
        let sides = ((&mut self.ahead, &graph.out), (&mut self.behind, &graph.into));
        self.looked += 1 + meet(sides.0, sides.1, root, finds.longest, &mut cut);
        self.cuts += u64::from(cut);
        if self.behind.reached.len() > 1 {
            self.lay(graph, root, finds.longest);
            let first = self.places[root as usize];
            if first.start < first.end {
                self.close(root, finds);
                self.enter(root);
            }
        }
    }

    /// Notes the steps between companies that can be on a cycle.
    fn lay(&mut self, graph: &Graph, root: u32, longest: u32) {
        self.steps.clear();
        for &company in &self.ahead.reached {
            self.places[company as usize].home = NO_ARC;
        }
        for way in graph.into.of(root) {
            self.places[way.company as usize].home = way.arc;
        }
        for &from in &self.ahead.reached {
            let here = self.ahead.to(from) + 1;
            let mut free = NEVER;
            let start = self.steps.len() as u32;
            let mut middle = start;
            let ways = graph.out.of(from);
            self.looked += ways.len() as u64;
            for is_last in [false, true] {
                for &Way { company: to, arc } in ways {
                    let back = self.behind.to(to);
                    if back == FAR || back == 0 || is_last && back > 1 {
                        continue;
                    }
                    if here + back.max(if is_last { 1 } else { 2 }) <= longest {
                        free = free.min(back + 1);
                        self.steps.push(Step { from, to, arc, next: LOOSE });
                    } else {
                        self.cuts += 1;
                    }
                }
                if !is_last {
                    middle = self.steps.len() as u32;
                }
            }
            let end = self.steps.len() as u32;
            let place = &mut self.places[from as usize];
            *place = Place { need: free, free, start, middle, end, home: place.home, waiting: END };
        }
    }

    /// Walks on until so many ways have been looked at, or all.
    pub fn run(&mut self, until: u64, finds: &mut Finds) {
        while self.looked < until {
            let depth = self.path.len() as u32;
            let Some(hop) = self.path.last_mut() else { return };
            if hop.next == self.places[hop.company as usize].middle {
                self.leave(finds.longest);
                continue;
            }
            let step = self.steps[hop.next as usize];
            hop.next += 1;
            self.looked += 1;
            let place = self.places[step.to as usize];
            // A cycle found has made the rest of this walk too long.
            let left = finds.longest.saturating_sub(depth);
            if place.need > left {
                self.cuts += u64::from(place.need < NEVER);
                continue;
            }
            self.trail.push(step.arc);
            let closed = self.closed;
            self.close(step.to, finds);
            if left > 2 {
                self.enter(step.to);
                if let Some(hop) = self.path.last_mut() {
                    hop.closed = closed;
                }
            } else {
                self.trail.pop();
                self.cuts += u64::from(place.start < place.middle);
                if self.closed == closed {
                    self.places[step.to as usize].need = if place.start < place.middle { 3 } else { NEVER };
                    self.wait(step.to);
                }
            }
        }
    }

    /// Closes the walk in two more arcs, by each company with an arc home.
    fn close(&mut self, company: u32, finds: &mut Finds) {
        let place = self.places[company as usize];
        self.looked += u64::from(place.end - place.middle);
        for step in &self.steps[place.middle as usize..place.end as usize] {
            let last = &self.places[step.to as usize];
            if last.need != ON_WALK {
                self.closed += 1;
                finds.add(&self.trail, step.arc, last.home);
            }
        }
    }

    fn enter(&mut self, company: u32) {
        let place = &mut self.places[company as usize];
        place.need = ON_WALK;
        self.path.push(Hop { company, next: place.start, closed: self.closed, cuts: self.cuts });
    }

    /// Leaves the last company of the walk. If no cycle was found beyond it, it is not entered again until a
    /// company that was in the way is free.
    fn leave(&mut self, longest: u32) {
        let Some(hop) = self.path.pop() else { return };
        self.trail.pop();
        let place = self.places[hop.company as usize];
        let found = self.closed > hop.closed;
        if found || place.home != NO_ARC {
            self.free(hop.company);
        }
        let left = (longest + 1).saturating_sub(self.path.len() as u32);
        let blocked = if self.cuts == hop.cuts { NEVER } else { left.max(place.free) };
        self.places[hop.company as usize].need = if found { place.free } else { blocked };
        if !found {
            self.wait(hop.company);
        }
    }

    /// Lets a company wait until one of those it leads to is free.
    fn wait(&mut self, company: u32) {
        let place = self.places[company as usize];
        self.looked += u64::from(place.end - place.start);
        for number in place.start..place.end {
            let step = &mut self.steps[number as usize];
            if step.next == LOOSE {
                step.next = std::mem::replace(&mut self.places[step.to as usize].waiting, number);
            }
        }
    }

    /// Frees all that waited for a company, and what waited for those.
    fn free(&mut self, company: u32) {
        let mut list = std::mem::replace(&mut self.places[company as usize].waiting, END);
        let mut rest = Vec::new();
        loop {
            while list != END {
                let step = &mut self.steps[list as usize];
                list = std::mem::replace(&mut step.next, LOOSE);
                self.looked += 1;
                let place = &mut self.places[step.from as usize];
                if place.need != ON_WALK {
                    place.need = place.free;
                    if place.waiting != END {
                        rest.push(std::mem::replace(&mut place.waiting, END));
                    }
                }
            }
            match rest.pop() {
                Some(next) => list = next,
                None => return,
            }
        }
    }
}
