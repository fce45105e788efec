//! The bodies, springs and wheels made safe to compute with: checked, merged, indexed.

use super::{Body, Spring, Wheel};
use crate::Point;

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
    starts: Vec<u32>,
    /// Links of each body, then wheels of each body.
    around: Vec<u32>,
    wheel_starts: Vec<u32>,
    wheels_of: Vec<u32>,
}

impl Graph {
    /// Drops what cannot be laid out (a spring of a body with itself, an index out of range, a wheel that
    /// names a body twice), merges parallel and reverse springs. O(m log m).
    pub fn new(bodies: &[Body], springs: &[Spring], wheels: &[Wheel]) -> Self {
        let count = bodies.len() as u32;
        let bodies: Vec<Body> = bodies.iter().map(sane).collect();
        let wheels: Vec<Vec<u32>> =
            wheels.iter().filter(|wheel| is_wheel(&wheel.bodies, count)).map(|w| w.bodies.clone()).collect();
        let mut links: Vec<Link> = springs
            .iter()
            .filter(|spring| spring.a != spring.b && spring.a < count && spring.b < count)
            .map(|spring| link(spring.a, spring.b))
            .collect();
        for wheel in &wheels {
            for (place, &a) in wheel.iter().enumerate() {
                let b = wheel[(place + 1) % wheel.len()];
                links.push(Link { coloured: true, lens: wheel.len() == 2, ..link(a, b) });
            }
        }
        links.sort_unstable_by_key(|link| (link.a, link.b));
        links.dedup_by(|next, kept| {
            let same = (next.a, next.b) == (kept.a, kept.b);
            if same {
                kept.ways = [kept.ways[0] || next.ways[0], kept.ways[1] || next.ways[1]];
                kept.coloured |= next.coloured;
                kept.lens |= next.lens;
            }
            same
        });
        let (starts, around) =
            index(bodies.len(), links.iter().enumerate().flat_map(|(id, l)| [(l.a, id), (l.b, id)]));
        let (wheel_starts, wheels_of) = index(
            bodies.len(),
            wheels.iter().enumerate().flat_map(|(id, wheel)| wheel.iter().map(move |&body| (body, id))),
        );
        Self { bodies, links, wheels, starts, around, wheel_starts, wheels_of }
    }

    /// The graph of some bodies (sorted) and what runs between them, numbered by their places in `part`.
    pub fn part(&self, part: &[u32]) -> Self {
        let place = |body: u32| part.binary_search(&body).ok().map(|place| place as u32);
        let bodies: Vec<Body> = part.iter().map(|&body| self.bodies[body as usize].clone()).collect();
        let springs: Vec<Spring> = self
            .links
            .iter()
            .filter_map(|link| Some((link, Spring { a: place(link.a)?, b: place(link.b)? })))
            .flat_map(|(link, spring)| {
                let back = Spring { a: spring.b, b: spring.a };
                [link.ways[0].then_some(spring), link.ways[1].then_some(back)].into_iter().flatten()
            })
            .collect();
        let wheels: Vec<Wheel> = self
            .wheels
            .iter()
            .filter_map(|wheel| wheel.iter().map(|&body| place(body)).collect::<Option<Vec<u32>>>())
            .map(|bodies| Wheel { bodies })
            .collect();
        Self::new(&bodies, &springs, &wheels)
    }

    pub fn len(&self) -> usize {
        self.bodies.len()
    }

    /// The links of a body, by id.
    pub fn links_of(&self, body: u32) -> &[u32] {
        let body = body as usize;
        &self.around[self.starts[body] as usize..self.starts[body + 1] as usize]
    }

    /// The wheels of a body, by id.
    pub fn wheels_of(&self, body: u32) -> &[u32] {
        let body = body as usize;
        &self.wheels_of[self.wheel_starts[body] as usize..self.wheel_starts[body + 1] as usize]
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

fn is_wheel(bodies: &[u32], count: u32) -> bool {
    let mut sorted = bodies.to_vec();
    sorted.sort_unstable();
    sorted.dedup();
    sorted.len() == bodies.len() && sorted.len() > 1 && sorted.iter().all(|&body| body < count)
}

/// A body whose every number is finite: what is not is taken for "none".
fn sane(body: &Body) -> Body {
    let size = |value: f32| if value.is_finite() { value.clamp(0.0, 10_000.0) } else { 0.0 };
    let place = |at: &Point| at.x.abs() <= 1e6 && at.y.abs() <= 1e6;
    Body {
        radius: size(body.radius),
        label_width: size(body.label_width),
        label_height: size(body.label_height),
        pinned: body.pinned.filter(place),
        start: body.start.filter(place),
    }
}

/// Lists of ids by body, in one array: `(starts, ids)`.
fn index(count: usize, entries: impl Iterator<Item = (u32, usize)> + Clone) -> (Vec<u32>, Vec<u32>) {
    let mut starts = vec![0; count + 1];
    for (body, _) in entries.clone() {
        starts[body as usize + 1] += 1;
    }
    for body in 0..count {
        starts[body + 1] += starts[body];
    }
    let mut next = starts.clone();
    let mut ids = vec![0; starts[count] as usize];
    for (body, id) in entries {
        ids[next[body as usize] as usize] = id as u32;
        next[body as usize] += 1;
    }
    (starts, ids)
}
