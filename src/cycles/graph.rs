//! The arcs that can be in a cycle, both ways round, of which some can be shut off.

use super::Link;
use super::components::keep_inner;
use crate::arcs::{ArcId, Arcs};

/// An arc as one of its ends sees it: the company at the other end.
#[derive(Clone, Copy, Debug, Default)]
pub struct Way {
    pub company: u32,
    pub arc: ArcId,
}

/// The ways out of each company, or those into it.
#[derive(Clone, Debug, Default)]
pub struct Side {
    // Boxes, not vectors, wherever the search reads: their bounds are checked in place, those of a vector by a
    // call where the module is compiled for size. That is half of the time.
    ways: Box<[Way]>,
    /// Where each company's ways start and end in `ways`. What is outside is shut off.
    pub open: Box<[(u32, u32)]>,
}

impl Side {
    /// The ways that links are, out of each company or into it, in the order of the links.
    pub fn new(companies: usize, links: &[Link], is_out: bool) -> Self {
        // Not by a function that is passed: such calls were half of what it takes to make a graph.
        let ends = |link: &Link| if is_out { (link.from, link.to) } else { (link.to, link.from) };
        let mut open = vec![(0, 0); companies].into_boxed_slice();
        for link in links {
            open[ends(link).0 as usize].1 += 1;
        }
        let mut start = 0;
        for (first, end) in &mut *open {
            *first = start;
            start += std::mem::replace(end, start);
        }
        let mut ways = vec![Way::default(); links.len()].into_boxed_slice();
        for link in links {
            let (here, there) = ends(link);
            let end = &mut open[here as usize].1;
            ways[*end as usize] = Way { company: there, arc: link.arc };
            *end += 1;
        }
        Self { ways, open }
    }

    /// The open ways of a company.
    // Where the module is compiled for size, a slice comes back from a call by way of memory: a tenth of the time.
    #[allow(clippy::inline_always)]
    #[inline(always)]
    pub fn of(&self, company: u32) -> &[Way] {
        let (start, end) = self.open[company as usize];
        &self.ways[start as usize..end as usize]
    }
}

/// Links, both ways round.
#[derive(Clone, Debug, Default)]
pub struct Graph {
    pub out: Side,
    pub into: Side,
}

/// All arcs in their order, and how many companies there are up to the last that has one.
pub fn links(arcs: &Arcs) -> (Vec<Link>, usize) {
    let link = |(place, arc): (usize, &crate::arcs::Arc)| Link {
        from: arc.from.0,
        to: arc.to.0,
        arc: ArcId(place as u32),
    };
    let companies = arcs.all().iter().map(|arc| arc.from.max(arc.to).index() + 1).max().unwrap_or(0);
    (arcs.all().iter().enumerate().map(link).collect(), companies)
}

impl Graph {
    /// The links, each company's ways in their order.
    pub fn new(companies: usize, links: &[Link]) -> Self {
        Self { out: Side::new(companies, links, true), into: Side::new(companies, links, false) }
    }

    /// What is open, within its components.
    pub fn split(&self) -> Self {
        let companies = self.out.open.len();
        // Plain loops: nested iterators are half a kilobyte.
        let mut links = Vec::with_capacity(self.arcs());
        for from in 0..companies as u32 {
            for &Way { company: to, arc } in self.out.of(from) {
                links.push(Link { from, to, arc });
            }
        }
        keep_inner(companies, &mut links);
        Self::new(companies, &links)
    }

    /// How many arcs there are.
    pub fn arcs(&self) -> usize {
        self.out.ways.len()
    }

    /// How much work it is to look at everything.
    pub fn size(&self) -> u64 {
        (self.out.open.len() + self.out.ways.len()) as u64
    }

    /// Shuts off everything.
    pub fn close(&mut self) {
        for open in self.out.open.iter_mut().chain(&mut *self.into.open) {
            open.1 = open.0;
        }
    }

    /// Shuts off a company. All companies before it must be shut off already, and the links have been sorted, so
    /// that it is the first of each of its neighbours' ways.
    pub fn shut(&mut self, company: u32) {
        for way in &self.out.ways[range(self.out.open[company as usize])] {
            self.into.open[way.company as usize].0 += 1;
        }
        for way in &self.into.ways[range(self.into.open[company as usize])] {
            self.out.open[way.company as usize].0 += 1;
        }
        self.out.open[company as usize] = (0, 0);
        self.into.open[company as usize] = (0, 0);
    }
}

fn range((start, end): (u32, u32)) -> std::ops::Range<usize> {
    start as usize..end as usize
}
