//! Links as they run on the screen: which bow, between which ends, with which stripes.

use super::bow::{Bow, Spoke};
use super::room::Area;
use super::{Drawing, Emphasis, Sizes, View, lanes};
use crate::{Point, point::within};

/// At most this many stripes side by side, then "+n".
const MOST_LANES: usize = 4;

/// What is no wider than a stripe is no bed: the arc is undisclosed.
const NO_BED: f32 = 3.0;

/// A circle on the screen.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Disc {
    pub(super) centre: Point,
    pub(super) radius: f32,
}

/// A link on the screen.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Track {
    /// Index of the link.
    pub(super) link: u32,
    /// Its arc.
    pub(super) bow: Bow,
    /// Where it leaves the circle of the company that gives.
    pub(super) start: Spoke,
    /// Where the arrowhead begins.
    pub(super) base: Spoke,
    /// Where the arrowhead touches the circle of the company that receives.
    pub(super) tip: Spoke,
    /// Distance from the centre of that circle to where the arrowhead begins.
    pub(super) stop: f32,
    /// Radius of the circle it leaves.
    pub(super) leave: f32,
    /// The loops of its stripes from right to left.
    pub(super) lanes: Vec<u32>,
    /// How many loops more have no stripe.
    pub(super) more: u32,
    /// Width of all stripes together, or of the single stroke.
    pub(super) band: f32,
    /// Width of the bed; no wider than the band where there is none.
    pub(super) bed: f32,
    /// Half the width of the arrowhead.
    pub(super) head: f32,
    /// What is less is drawn below: the tier, then the bits of the band, which are in its order.
    pub(super) layer: u64,
}

impl Track {
    /// Faded below strong, among them grey below coloured, among them what is in no loop below what is in one.
    pub(super) const fn tier(&self) -> u64 {
        self.layer >> 32
    }

    /// The offset of a stripe.
    pub(super) fn lane(&self, place: usize, sizes: &Sizes) -> f32 {
        (place as f32 - (self.lanes.len() as f32 - 1.0) / 2.0) * (sizes.lane + sizes.gap)
    }

    /// The parallel at an offset, from the edge of the circle to the arrowhead.
    pub(super) fn parallel(&self, offset: f32) -> [Point; 4] {
        let start = self.bow.leaving(self.leave, offset);
        self.bow.curve(start, self.base, offset)
    }

    /// The point at a share of the way, `offset` to its left.
    pub(super) fn along(&self, share: f32, offset: f32) -> Point {
        self.bow.at(self.start.towards(self.base, share), offset)
    }

    /// The room that the arrowhead takes.
    pub(super) fn head_area(&self) -> Area {
        let base = |side: f32| self.bow.at(self.base, side * self.head);
        let [a, b, c] = [self.bow.at(self.tip, 0.0), base(1.0), base(-1.0)];
        Area {
            left: a.x.min(b.x).min(c.x),
            top: a.y.min(b.y).min(c.y),
            right: a.x.max(b.x).max(c.x),
            bottom: a.y.max(b.y).max(c.y),
        }
    }

    /// From end to end.
    pub(super) fn chord(&self) -> f32 {
        (self.along(1.0, 0.0) - self.along(0.0, 0.0)).length()
    }

    /// Into how many slices its arrowhead is cut: one per stripe.
    pub(super) fn slices(&self) -> usize {
        self.lanes.len().max(1)
    }

    /// The corners of one slice of an arrowhead between two spokes, from right to left.
    pub(super) fn slice(&self, place: usize, (from, to): (Spoke, Spoke), half: f32) -> [Point; 3] {
        let edge = |at: usize| self.bow.at(from, half * (2.0 * at as f32 / self.slices() as f32 - 1.0));
        [self.bow.at(to, 0.0), edge(place), edge(place + 1)]
    }
}

impl View {
    /// Whether something of a link between two circles, or of the circle itself, may be on the stage.
    pub(super) fn shows(&self, a: Disc, b: Disc) -> bool {
        // Links bulge by less than a fifth of their length, and by no more than the largest sagitta.
        let reach = 0.2 * (b.centre - a.centre).length().min(500.0) + a.radius.max(b.radius) + 24.0;
        let (x, y) = ((a.centre.x, b.centre.x), (a.centre.y, b.centre.y));
        x.0.max(x.1) > -reach
            && y.0.max(y.1) > -reach
            && x.0.min(x.1) < self.width + reach
            && y.0.min(y.1) < self.height + reach
    }
}

/// The circles of the companies; `None` where a position is no number or too far away to be drawn.
pub(super) fn discs(drawing: &Drawing) -> Vec<Option<Disc>> {
    let growth = drawing.growth();
    let mut discs = Vec::new();
    for node in drawing.nodes {
        let centre = drawing.view.place(node.at);
        let radius = within(node.radius * growth, 1.0, 200.0);
        // NaN fails the comparison too.
        let is_drawable = centre.x.abs().max(centre.y.abs()) < 1e6 && centre.length() < 1e7;
        discs.push(is_drawable.then_some(Disc { centre, radius }));
    }
    discs
}

/// All links that can be drawn and may be seen, in the order of the drawing.
pub(super) fn tracks(drawing: &Drawing, discs: &[Option<Disc>], sizes: &Sizes) -> Vec<Track> {
    let order = lanes::order(drawing);
    let mut tracks = Vec::new();
    for index in 0..drawing.links.len() {
        if let Some(track) = track(drawing, index as u32, discs, &order, sizes) {
            tracks.push(track);
        }
    }
    tracks
}

fn track(
    drawing: &Drawing,
    index: u32,
    discs: &[Option<Disc>],
    order: &[u32],
    sizes: &Sizes,
) -> Option<Track> {
    let link = &drawing.links[index as usize];
    let disc = |node: u32| *discs.get(node as usize)?;
    let (from, to) = (disc(link.from)?, disc(link.to)?);
    let bow = Bow::between(from.centre, to.centre)?;
    let room = (to.centre - from.centre).length() - from.radius - to.radius;
    if room < 3.0 || !drawing.view.shows(from, to) {
        return None;
    }
    let mut lanes = lanes::on(drawing, order, index);
    let more = lanes.len().saturating_sub(MOST_LANES) as u32;
    for _ in 0..more {
        // The highest slots give way: their stripes are drawn on their other arcs.
        let last = (0..lanes.len()).fold(0, |last, at| if lanes[at] > lanes[last] { at } else { last });
        lanes.remove(last);
    }
    let width = sizes.bed * within(link.width, 0.0, 40.0);
    let count = lanes.len() as f32;
    let band = match (lanes.is_empty(), link.in_loop) {
        (false, _) => count * sizes.lane + (count - 1.0) * sizes.gap,
        (true, true) => (1.3 + 0.17 * width) * drawing.thinness(),
        (true, false) => (0.9 + 0.1 * width) * drawing.thinness(),
    };
    let has_bed = link.width > NO_BED && (count > 0.0 || link.emphasis == Emphasis::Strong);
    // A bed no wider than what is on it would not be seen, and its amount taken for undisclosed.
    let widest = 2.0 * from.radius.min(to.radius) - 2.0;
    let bed = if has_bed { width.min(widest).max(band + 3.0) } else { 0.0 };
    let (length, half) = if count > 0.0 {
        // An arrowhead narrower than its bed would leave the bed's end open.
        let half = (band / 2.0 + 0.38 * sizes.head).max(bed / 2.0 + 1.0);
        (sizes.head.max(1.7 * half), half)
    } else {
        (drawing.thinness() * 4.5 + 1.6 * band, drawing.thinness() * 2.0 + 0.8 * band)
    };
    let stop = to.radius + length.min(room * 0.6);
    let (start, base) = (bow.leaving(from.radius, 0.0), bow.reaching(stop, 0.0));
    let tip = bow.reaching(to.radius, 0.0);
    let tier = (link.emphasis as u64) << 2 | u64::from(count > 0.0) << 1 | u64::from(link.in_loop);
    start.before(base).then_some(Track {
        link: index,
        bow,
        start,
        base,
        tip,
        stop,
        leave: from.radius,
        lanes,
        more,
        band,
        bed,
        head: half,
        layer: tier << 32 | u64::from(band.to_bits()),
    })
}
