//! All cycles through one company, depth first.

use super::finds::Finds;
use super::graph::{Graph, Way};
use super::spread::{FAR, Spread, meet};
use crate::arcs::ArcId;

/// More than any number of arcs: there is no way home.
const NEVER: u32 = u32::MAX - 1;

/// The company is on the walk itself.
const ON_WALK: u32 = u32::MAX;

/// In place of a step: the end of a list, and not in a list.
const END: u32 = u32::MAX;
const LOOSE: u32 = u32::MAX - 1;

const NO_ARC: ArcId = ArcId(u32::MAX);

/// A walk from a root over what is open in a graph, which can be interrupted.
///
/// Every company that can be on a cycle through the root has a *place* with its *steps*: those on which the walk
/// can go on, and those to companies with an arc home, by which it closes in two. A company beyond which nothing
/// closed *waits* for all that it leads to: it needs more arcs than were left, until one of those is left by the walk
/// after a cycle was closed, or has an arc home. Then it is free, and so is what waited for it.
///
/// Whoever is blocked waits for companies that are on the walk, or blocked themselves, or too far from home. That
/// would not hold if a company with an arc home could be blocked, or if one were blocked for more arcs than were
/// left: both lose cycles.
#[derive(Clone, Debug)]
pub struct Walk {
    ahead: Spread,
    behind: Spread,
    places: Box<[Place]>,
    /// The steps of all places.
    steps: Box<[Step]>,
    /// The companies on the walk, and how many there are.
    path: Box<[Hop]>,
    depth: u32,
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
    /// The arc that led here.
    arc: ArcId,
    /// The next step to take, in `steps`.
    next: u32,
    closed: u64,
}

impl Walk {
    pub fn new(graph: &Graph) -> Self {
        let companies = graph.out.open.len();
        let nowhere =
            Place { need: NEVER, free: NEVER, start: 0, middle: 0, end: 0, home: NO_ARC, waiting: END };
        let step = Step { from: 0, to: 0, arc: NO_ARC, next: LOOSE };
        let hop = Hop { company: 0, arc: NO_ARC, next: 0, closed: 0 };
        Self {
            ahead: Spread::new(companies),
            behind: Spread::new(companies),
            places: vec![nowhere; companies].into(),
            // An arc is a step on the way and perhaps also the last but one.
            steps: vec![step; 2 * graph.arcs()].into(),
            path: vec![hop; companies].into(),
            depth: 0,
            closed: 0,
            cuts: 0,
            looked: 0,
        }
    }

    /// Whether there is nothing left to walk.
    pub fn is_over(&self) -> bool {
        self.depth == 0
    }

    /// Starts at a company. Nothing is walked if nothing comes back.
    pub fn start(&mut self, graph: &Graph, root: u32, finds: &mut Finds) {
        let mut cut = false;
        let sides = ((&mut self.ahead, &graph.out), (&mut self.behind, &graph.into));
        self.looked += 1 + meet(sides.0, sides.1, root, finds.longest, &mut cut);
        self.cuts += u64::from(cut);
        if self.behind.reached().len() > 1 {
            self.lay(graph, root, finds.longest);
            let first = self.places[root as usize];
            if first.start < first.end {
                self.enter(root, NO_ARC, finds);
            }
        }
    }

    /// Notes the steps between companies that can be on a cycle. Once the ways back are known, no others are reached.
    fn lay(&mut self, graph: &Graph, root: u32, longest: u32) {
        let Self { ahead, behind, places, steps, .. } = self;
        let (mut count, mut next) = (0, 0);
        ahead.start(root);
        while let Some(&from) = ahead.reached().get(next) {
            next += 1;
            let here = ahead.distance[from as usize] + 1;
            let mut free = NEVER;
            let start = count;
            let ways = graph.out.of(from);
            self.looked += ways.len() as u64;
            for &Way { company: to, arc } in ways {
                let back = behind.distance[to as usize];
                if back == FAR || back == 0 {
                    continue;
                }
                self.cuts += u64::from(here + back.max(2) > longest);
                if here + back > longest {
                    continue;
                }
                ahead.reach(to, here);
                free = free.min(back + 1);
                steps[count] = Step { from, to, arc, next: LOOSE };
                count += 1;
            }
            let middle = count;
            for number in start..middle {
                let step = steps[number];
                if behind.distance[step.to as usize] == 1 {
                    steps[count] = step;
                    count += 1;
                }
            }
            places[from as usize] = Place {
                need: free,
                free,
                start: start as u32,
                middle: middle as u32,
                end: count as u32,
                home: NO_ARC,
                waiting: END,
            };
        }
        for way in graph.into.of(root) {
            places[way.company as usize].home = way.arc;
        }
    }

    /// Walks on until so many ways have been looked at, or all.
    pub fn run(&mut self, until: u64, finds: &mut Finds) {
        while self.looked < until && self.depth > 0 {
            let hop = &mut self.path[self.depth as usize - 1];
            if hop.next == self.places[hop.company as usize].middle {
                self.leave(finds.longest);
                continue;
            }
            let Step { to, arc, .. } = self.steps[hop.next as usize];
            hop.next += 1;
            self.looked += 1;
            let place = &self.places[to as usize];
            // What was found may have made the rest of this walk too long.
            let left = finds.longest.saturating_sub(self.depth);
            if place.need > left {
                // If it waits, what cut short what was beyond it has been counted.
                self.cuts += u64::from(place.free > left);
                continue;
            }
            let has_more = place.start < place.middle;
            self.enter(to, arc, finds);
            if left == 2 {
                self.cuts += u64::from(has_more);
                self.leave(finds.longest);
            }
        }
    }

    /// Goes to a company, and closes the walk in two more arcs by each company with an arc home.
    fn enter(&mut self, company: u32, arc: ArcId, finds: &mut Finds) {
        let place = &mut self.places[company as usize];
        place.need = ON_WALK;
        let (next, last) = (place.start, place.middle as usize..place.end as usize);
        self.path[self.depth as usize] = Hop { company, arc, next, closed: self.closed };
        let path = &self.path[1..=self.depth as usize];
        self.depth += 1;
        let length = path.len() + 2;
        let steps = &self.steps[last];
        self.looked += steps.len() as u64;
        let Some(room) = finds.room(steps.len(), length) else {
            let on_walk = |step: &&Step| self.places[step.to as usize].need == ON_WALK;
            self.closed += (steps.len() - steps.iter().filter(on_walk).count()) as u64;
            return;
        };
        let mut rooms = room.chunks_exact_mut(length);
        let mut count = 0;
        for step in steps {
            let last = &self.places[step.to as usize];
            if last.need == ON_WALK {
                continue;
            }
            let Some(room) = rooms.next() else { break };
            for (arc, hop) in room.iter_mut().zip(path) {
                *arc = hop.arc;
            }
            room[length - 2] = step.arc;
            room[length - 1] = last.home;
            count += 1;
        }
        if count > 0 {
            self.closed += count as u64;
            // Writing down long cycles takes its time too.
            self.looked += (count * length / 8) as u64;
            finds.add(count, length);
        }
    }

    /// Leaves the last company of the walk. If no cycle was found beyond it, it is not entered again until a
    /// company that was in the way is free.
    fn leave(&mut self, longest: u32) {
        self.depth -= 1;
        let Hop { company, closed, .. } = self.path[self.depth as usize];
        let place = &mut self.places[company as usize];
        // With an arc home, it has closed a cycle before it was entered.
        if self.closed > closed || place.home != NO_ARC {
            place.need = place.free;
            if place.waiting != END {
                self.free(company);
            }
            return;
        }
        // More arcs than were left now might do.
        let more = (longest + 1).saturating_sub(self.depth);
        place.need = more.max(place.free);
        self.wait(company);
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
