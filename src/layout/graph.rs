//! The bodies, springs and wheels made safe to compute with: checked, merged, indexed.

use super::{Body, Spring, Wheel};
use crate::{Point, order, point::within};

/// A spring after merging: one per unordered pair, `a < b`.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Link {
    pub a: u32,
    pub b: u32,
    /// Which arcs are drawn: from `a` to `b`, from `b` to `a`. They bulge to different sides.
    pub ways: [bool; 2],
    /// Whether a wheel runs over it: it is coloured.
    pub coloured: bool,
    /// Whether a wheel of two runs over it: its lens carries number badges.
    pub lens: bool,
}

/// What is laid out.
pub(super) struct Graph {
    pub bodies: Vec<Body>,
    /// Sorted by `a`, then `b`.
    pub links: Vec<Link>,
    /// Bodies of each wheel, each at most once.
    pub wheels: Vec<Vec<u32>>,
    /// The links of each body by id, one body after the other, and where each begins.
    around: Vec<u32>,
    starts: Vec<u32>,
}

impl Graph {
    /// Drops what cannot be laid out (a spring of a body with itself, an index out of range, a wheel that
    /// names a body twice), merges parallel and reverse springs. O(m log m).
    pub fn new(bodies: &[Body], springs: &[Spring], wheels: &[Wheel]) -> Self {
        let count = bodies.len() as u32;
        let mut links = Vec::with_capacity(springs.len());
        for &Spring { a, b } in springs {
            if a != b && a < count && b < count {
                links.push(link(a, b));
            }
        }
        let mut sane_wheels = Vec::with_capacity(wheels.len());
        for Wheel { bodies } in wheels {
            if is_wheel(bodies, count) {
                for (place, &a) in bodies.iter().enumerate() {
                    let b = bodies[(place + 1) % bodies.len()];
                    links.push(Link { coloured: true, lens: bodies.len() == 2, ..link(a, b) });
                }
                sane_wheels.push(bodies.clone());
            }
        }
        Self::indexed(bodies.iter().map(sane).collect(), merged(&links), sane_wheels)
    }

    fn indexed(bodies: Vec<Body>, links: Vec<Link>, wheels: Vec<Vec<u32>>) -> Self {
        let mut starts = vec![0; bodies.len() + 1];
        for link in &links {
            starts[link.a as usize] += 1;
            starts[link.b as usize] += 1;
        }
        // Each start is first where its list ends, and comes down as the list is filled from its end.
        let mut end = 0;
        for start in &mut starts {
            end += *start;
            *start = end;
        }
        let mut around = vec![0; end as usize];
        for (id, link) in links.iter().enumerate().rev() {
            for body in [link.a, link.b] {
                let start = &mut starts[body as usize];
                *start -= 1;
                around[*start as usize] = id as u32;
            }
        }
        Self { bodies, links, wheels, around, starts }
    }

    /// The graph of a connected part (sorted bodies), numbered by their places in it.
    pub fn part(&self, part: &[u32]) -> Self {
        let mut places = vec![u32::MAX; self.len()];
        for (place, &body) in part.iter().enumerate() {
            places[body as usize] = place as u32;
        }
        let place = |body: u32| places[body as usize];
        let bodies = part.iter().map(|&body| self.bodies[body as usize].clone()).collect();
        let mut links = self.links.clone();
        links.retain_mut(|link| {
            (link.a, link.b) = (place(link.a), place(link.b));
            link.a != u32::MAX
        });
        let mut wheels = self.wheels.clone();
        wheels.retain_mut(|wheel| {
            for body in wheel.iter_mut() {
                *body = place(*body);
            }
            wheel[0] != u32::MAX
        });
        Self::indexed(bodies, links, wheels)
    }

    pub fn len(&self) -> usize {
        self.bodies.len()
    }

    /// The links of a body, by id.
    pub fn links_of(&self, body: u32) -> &[u32] {
        let body = body as usize;
        &self.around[self.starts[body] as usize..self.starts[body + 1] as usize]
    }

    /// The neighbours of a body, in the order of their indices.
    pub fn neighbours(&self, body: u32) -> impl Iterator<Item = u32> {
        self.links_of(body).iter().map(move |&id| self.links[id as usize].other(body))
    }

    /// How much each body moves when others want it to: not at all where it is pinned, little where it was
    /// shown before, else freely.
    pub fn mobility(&self) -> Vec<f32> {
        let mobility = |body: &Body| match (body.pinned, body.start) {
            (Some(_), _) => 0.0,
            (None, Some(_)) => 0.1,
            (None, None) => 1.0,
        };
        self.bodies.iter().map(mobility).collect()
    }

    /// How many links the busiest body has.
    pub fn largest_degree(&self) -> usize {
        (0..self.len() as u32).map(|body| self.links_of(body).len()).max().unwrap_or(0)
    }
}

impl Link {
    pub const fn other(&self, body: u32) -> u32 {
        if self.a == body { self.b } else { self.a }
    }
}

const fn link(from: u32, to: u32) -> Link {
    let forward = from < to;
    let (a, b) = if forward { (from, to) } else { (to, from) };
    Link { a, b, ways: [forward, !forward], coloured: false, lens: false }
}

/// Links sorted, those between the same bodies merged to one.
fn merged(links: &[Link]) -> Vec<Link> {
    let order = order::places(links.len(), &|i, j| (links[i].a, links[i].b).cmp(&(links[j].a, links[j].b)));
    let mut merged: Vec<Link> = Vec::with_capacity(links.len());
    for place in order {
        let next = links[place];
        match merged.last_mut() {
            Some(kept) if (kept.a, kept.b) == (next.a, next.b) => {
                kept.ways = [kept.ways[0] || next.ways[0], kept.ways[1] || next.ways[1]];
                kept.coloured |= next.coloured;
                kept.lens |= next.lens;
            }
            _ => merged.push(next),
        }
    }
    merged
}

fn is_wheel(bodies: &[u32], count: u32) -> bool {
    let once = |(place, body): (usize, &u32)| *body < count && !bodies[..place].contains(body);
    bodies.len() > 1 && bodies.iter().enumerate().all(once)
}

/// A body whose every number is finite: what is not is taken for "none".
fn sane(body: &Body) -> Body {
    let size = |value: f32| if value.is_finite() { within(value, 0.0, 10_000.0) } else { 0.0 };
    let place = |at: &Point| at.x.abs() <= 1e6 && at.y.abs() <= 1e6;
    Body {
        radius: size(body.radius),
        label_width: size(body.label_width),
        label_height: size(body.label_height),
        pinned: body.pinned.filter(place),
        start: body.start.filter(place),
    }
}
