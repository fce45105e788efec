//! The bodies, springs and wheels made safe to compute with: checked, merged, indexed.

use super::{Body, Spring, Wheel, ideal};
use crate::{Point, order, point::within};

/// From a circle to its label.
const LABEL_GAP: f32 = 2.0;

/// Of more bodies than this, labels take no room: most could not be shown anyway, and would push the circles apart.
const LABELLED: usize = 250;

/// No body, or one that has not been reached.
pub(super) const NONE: u32 = u32::MAX;

/// A body as the layout computes with it: every number is finite.
#[derive(Clone, Copy, Debug)]
pub(super) struct Disc {
    pub radius: f32,
    /// Half the width of circle and label.
    pub half: f32,
    /// What the label takes under the circle, with the gap.
    pub under: f32,
    /// From the centre of the circle down to that of the label, and half the label's size: 0 if it has none.
    pub below: f32,
    pub label: Point,
    /// Where it is pinned, or else was before.
    pub place: Option<Point>,
    /// How much it moves when others want it to: not at all (0) where it is pinned, little where it was shown
    /// before, else freely (1).
    pub mobility: f32,
}

impl Disc {
    /// The centre of its label when the body is at a place.
    pub fn label_at(&self, at: Point) -> Point {
        at + Point::new(0.0, self.below)
    }
}

/// What is drawn of a link, as bits: the arc from `a` to `b`, the arc from `b` to `a` (they bulge to different
/// sides), whether a wheel runs over the one or the other (then it is coloured), whether a wheel of two does (then its
/// lens carries number badges).
pub(super) const THERE: u32 = 1;
pub(super) const BACK: u32 = 2;
pub(super) const COLOURED: u32 = (THERE | BACK) << COLOUR;
pub(super) const LENS: u32 = 16;

/// From the bit of a way to that which says that it is coloured.
pub(super) const COLOUR: u32 = 2;

/// A spring after merging: one per unordered pair, `a < b`.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Link {
    pub a: u32,
    pub b: u32,
    /// What is drawn of it.
    pub drawn: u32,
    /// The least distance of the centres of its bodies.
    pub least: f32,
}

/// What is laid out. Boxes, not vectors: where the module is compiled for size, the bounds of a vector are checked by a
/// call, those of a box in place.
pub(super) struct Graph {
    pub bodies: Box<[Disc]>,
    /// Sorted by `a`, then `b`.
    pub links: Box<[Link]>,
    /// Bodies of each wheel, each at most once.
    pub wheels: Vec<Vec<u32>>,
    /// The links of each body by id: in the order of its neighbours' indices.
    pub around: Box<[Vec<u32>]>,
}

impl Graph {
    /// All of it.
    pub fn new(bodies: &[Body], springs: &[Spring], wheels: &[Wheel]) -> Self {
        Self::part(bodies, springs, wheels, &(0..bodies.len() as u32).collect::<Vec<_>>())
    }

    /// The graph of some of the bodies (`part`, sorted), numbered by their places in the list, with what is between
    /// them. Drops what cannot be laid out (a spring of a body with itself, an index out of range, a wheel that
    /// names a body twice), merges parallel and reverse springs. O(n + m log m).
    pub fn part(bodies: &[Body], springs: &[Spring], wheels: &[Wheel], part: &[u32]) -> Self {
        let mut places = vec![NONE; bodies.len()];
        let (mut discs, mut around) = (Vec::new(), Vec::new());
        for (place, &body) in part.iter().enumerate() {
            places[body as usize] = place as u32;
            discs.push(sane(&bodies[body as usize], bodies.len() <= LABELLED));
            around.push(Vec::new());
        }
        let place = |body: u32| places.get(body as usize).map_or(NONE, |&place| place);
        let mut links = Vec::new();
        for spring in springs {
            let (from, to) = (place(spring.a), place(spring.b));
            if from != to && from != NONE && to != NONE {
                links.push(link(from, to, 0, false));
            }
        }
        let mut rings = Vec::new();
        for wheel in wheels {
            let mut ring = Vec::new();
            for &body in &wheel.bodies {
                let body = place(body);
                if body == NONE || ring.contains(&body) {
                    ring.clear();
                    break;
                }
                ring.push(body);
            }
            if ring.len() > 1 {
                let mut from = ring[ring.len() - 1];
                for &to in &ring {
                    links.push(link(from, to, if ring.len() == 2 { LENS } else { 0 }, true));
                    from = to;
                }
                rings.push(ring);
            }
        }
        let mut links = merged(&links);
        for (id, link) in links.iter_mut().enumerate() {
            let (a, b) = (link.a as usize, link.b as usize);
            around[a].push(id as u32);
            around[b].push(id as u32);
            let gap = if link.has(LENS) { ideal::LENS_GAP } else { ideal::GAP };
            link.least = discs[a].radius + discs[b].radius + gap;
        }
        Self { bodies: discs.into(), links: links.into(), wheels: rings, around: around.into() }
    }

    pub fn len(&self) -> usize {
        self.bodies.len()
    }

    /// The bodies that can be reached from one, the nearest first. In `hops`, [`NONE`] for what may be reached,
    /// notes how far each is. O(m).
    pub fn spread(&self, from: u32, hops: &mut [u32]) -> Vec<u32> {
        let mut reached = Vec::with_capacity(self.len());
        reached.push(from);
        hops[from as usize] = 0;
        let mut next = 0;
        while let Some(&body) = reached.get(next) {
            for &id in &self.around[body as usize] {
                let other = self.links[id as usize].other(body);
                if hops[other as usize] == NONE {
                    hops[other as usize] = hops[body as usize] + 1;
                    reached.push(other);
                }
            }
            next += 1;
        }
        reached
    }

    /// The body with the most links, the first of equal ones, and how many these are.
    pub fn hub(&self) -> (u32, usize) {
        let mut hub = (0, 0);
        for (body, links) in self.around.iter().enumerate() {
            if links.len() > hub.1 {
                hub = (body as u32, links.len());
            }
        }
        hub
    }

    /// The average length of the springs.
    pub fn mean_length(&self, points: &[Point]) -> f32 {
        let mut sum = 0.0;
        for link in &self.links {
            sum += (points[link.b as usize] - points[link.a as usize]).length();
        }
        sum / self.links.len().max(1) as f32
    }
}

impl Link {
    /// Whether this, or one of these, is drawn of it.
    pub const fn has(&self, bit: u32) -> bool {
        self.drawn & bit != 0
    }

    /// Whether a body is one of its two.
    pub const fn joins(&self, body: u32) -> bool {
        self.a == body || self.b == body
    }

    pub const fn other(&self, body: u32) -> u32 {
        if self.a == body { self.b } else { self.a }
    }
}

const fn link(from: u32, to: u32, drawn: u32, is_coloured: bool) -> Link {
    let (a, b, way) = if from < to { (from, to, THERE) } else { (to, from, BACK) };
    let colour = if is_coloured { way << COLOUR } else { 0 };
    Link { a, b, drawn: drawn | way | colour, least: 0.0 }
}

/// Links sorted, those between the same bodies merged to one.
fn merged(links: &[Link]) -> Vec<Link> {
    let key = |place: usize| u64::from(links[place].a) << 32 | u64::from(links[place].b);
    let mut merged: Vec<Link> = Vec::new();
    for place in order::places(links.len(), &|i, j| key(i).cmp(&key(j))) {
        let next = links[place];
        match merged.last_mut() {
            Some(kept) if (kept.a, kept.b) == (next.a, next.b) => kept.drawn |= next.drawn,
            _ => merged.push(next),
        }
    }
    merged
}

/// A body with numbers to compute with: what is no number is 0, what is beyond any stage is cut or left out.
fn sane(body: &Body, is_labelled: bool) -> Disc {
    let size = |value: f32| within(value, 0.0, 10_000.0);
    let (radius, width, height) = (size(body.radius), size(body.label_width), size(body.label_height));
    let place = body.pinned.or(body.start).filter(|at| at.x.abs() <= 1e6 && at.y.abs() <= 1e6);
    let mut disc = Disc {
        radius,
        half: radius,
        under: 0.0,
        below: 0.0,
        label: Point::default(),
        place,
        mobility: match (place, body.pinned) {
            (None, _) => 1.0,
            (_, Some(_)) => 0.0,
            (_, None) => 0.1,
        },
    };
    if width > 0.0 && height > 0.0 && is_labelled {
        disc.label = Point::new(width / 2.0, height / 2.0);
        disc.half = radius.max(disc.label.x);
        disc.under = LABEL_GAP + height;
        disc.below = radius + LABEL_GAP + disc.label.y;
    }
    disc
}
