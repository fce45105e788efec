//! Where the companies of a figure are.

use super::{Figure, draw};
use crate::Point;
use crate::frame::Frame;
use crate::layout::{Body, Layout, Spring, Stage, Wheel};
use crate::network::CompanyId;
use crate::scene::{View, bulge, text_width};

/// Places of all companies that have been in the picture, and the live layout of those that are.
pub(super) struct Placed {
    /// Where each company was first arranged on this stage. It stays near that, whatever else comes and goes, also when
    /// it has left the picture and comes back.
    last: Vec<Option<Point>>,
    /// The companies of the first picture on this stage. Whoever comes back to it sees exactly that.
    first: Vec<CompanyId>,
    /// The companies of the layout, by id.
    pub(super) companies: Vec<CompanyId>,
    layout: Option<Layout>,
    stage: Stage,
    /// Whether the chosen loop is on a ring of its own.
    pub(super) unrolled: bool,
}

/// What the layout is given for a picture: whoever measures layouts gives others the same.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Input {
    /// The companies in the picture, by id; the bodies stand in this order.
    pub companies: Vec<CompanyId>,
    /// Their circles and labels, and where they must be or were.
    pub bodies: Vec<Body>,
    /// The arcs.
    pub springs: Vec<Spring>,
    /// The coloured loops, by slot.
    pub wheels: Vec<Wheel>,
}
/// No place.
pub(super) const NONE: u32 = u32::MAX;

/// Ground left free around a picture that is fitted into its stage, in CSS pixels.
const MARGIN: f32 = 24.0;

/// Half the width of the widest arc, in layout units.
const BULK: f32 = 10.0;

/// Height of a label in layout units: a line of 13 px text.
const LABEL_HEIGHT: f32 = 16.0;

impl Placed {
    pub(super) fn new(companies: usize) -> Self {
        let stage = Stage { width: 0.0, height: 0.0 };
        Self {
            last: vec![None; companies],
            first: Vec::new(),
            companies: Vec::new(),
            layout: None,
            stage,
            unrolled: false,
        }
    }

    /// Positions of the companies in the picture.
    pub(super) fn positions(&self) -> &[Point] {
        self.layout.as_ref().map_or(&[], Layout::positions)
    }

    /// The place of each company; [`NONE`] for one that is not in the picture.
    pub(super) fn places(&self, companies: usize) -> Vec<u32> {
        let mut places = vec![NONE; companies];
        for (place, company) in self.companies.iter().enumerate() {
            places[company.index()] = place as u32;
        }
        places
    }

    /// Whether something is moving.
    #[cfg(feature = "large")]
    pub(super) fn moves(&self) -> bool {
        self.layout.as_ref().is_some_and(Layout::moves)
    }

    /// Which body a company is; for one that is not in the picture, none that the layout knows.
    fn body(&self, company: CompanyId) -> u32 {
        place(&self.companies, company)
    }
}

/// The place of a company in a sorted list; beyond all places if it is not there.
fn place(companies: &[CompanyId], company: CompanyId) -> u32 {
    companies.binary_search(&company).map_or(u32::MAX, |place| place as u32)
}

impl Figure {
    /// Arranges the companies in the picture for a stage of so many CSS pixels. Does nothing where neither the picture
    /// nor the stage has changed. On a new stage all is settled; when the picture changes, what was there before stays
    /// near its place, and [`Figure::step`] moves it from the old to the new one.
    pub fn arrange(&mut self, width: f32, height: f32) {
        let shown = self.in_picture();
        let stage = Stage { width, height };
        let placed = &mut self.placed;
        let mut before = placed.layout.take();
        if stage != placed.stage {
            // Another stage is another picture: there is nothing to stay near to.
            placed.last.fill(None);
            placed.first.clone_from(&shown);
            before = None;
        } else if let Some(layout) = &before {
            if shown == placed.companies {
                placed.layout = before;
                return;
            }
            for (place, company) in placed.companies.iter().enumerate() {
                let last = &mut placed.last[company.index()];
                *last = last.or(layout.arranged(place));
            }
        }
        let old = std::mem::replace(&mut placed.companies, shown);
        placed.stage = stage;
        let mut layout = Layout::of(self.bodies(), self.springs(), self.wheels(), stage);
        if let Some(before) = &before {
            layout.follow(before, &|body| place(&old, self.placed.companies[body as usize]));
        }
        self.placed.layout = Some(layout);
        if self.placed.unrolled {
            self.unroll(true);
            while before.is_none() && self.step() {}
        }
    }

    /// What the layout was given for the picture that was arranged last; nothing before that.
    pub fn layout_input(&self) -> Input {
        Input {
            companies: self.placed.companies.clone(),
            bodies: self.bodies(),
            springs: self.springs(),
            wheels: self.wheels(),
        }
    }

    /// One tick of what moves; true while something does.
    pub fn step(&mut self) -> bool {
        self.placed.layout.as_mut().is_some_and(Layout::step)
    }

    /// Moves the chosen loop onto a ring of its own, or everything back exactly to where it was before. Another choice
    /// rolls it up.
    pub fn unroll(&mut self, unrolled: bool) {
        self.placed.unrolled = unrolled;
        let mut ring = Vec::new();
        for company in self.members(self.selected.filter(|_| unrolled)) {
            ring.push(self.placed.body(company));
        }
        if let Some(layout) = &mut self.placed.layout {
            layout.unroll(&ring);
        }
    }

    /// Brings back the companies that a reader has moved, and what has given way to them. A loop that is unrolled is
    /// rolled up.
    pub fn restore(&mut self) {
        self.placed.unrolled = false;
        if let Some(layout) = &mut self.placed.layout {
            layout.restore();
        }
    }

    /// Holds a company at a place, in layout units.
    pub fn pin(&mut self, company: CompanyId, at: Point) {
        let body = self.placed.body(company);
        if let Some(layout) = &mut self.placed.layout {
            layout.pin(body, at);
        }
    }

    /// Lets go of a company: it stays there until [`Figure::restore`], or until the stage changes.
    pub fn release(&mut self, company: CompanyId) {
        let body = self.placed.body(company);
        if let Some(layout) = &mut self.placed.layout {
            layout.release(body);
        }
    }

    /// Arranges the companies for a stage of so many CSS pixels and makes the scene that shows them all.
    pub fn fit(&mut self, width: f32, height: f32) {
        self.arrange(width, height);
        // Nobody watches it find its place.
        while self.step() {}
        let [left, top, right, bottom] = self.bounds();
        let room = |stage: f32| (stage - 2.0 * MARGIN).max(1.0);
        let scale =
            (room(width) / (right - left).max(1.0)).min(room(height) / (bottom - top).max(1.0)).min(1.5);
        let centre = Point::new(left.midpoint(right), top.midpoint(bottom));
        let (x, y) = (width / 2.0 - centre.x * scale, height / 2.0 - centre.y * scale);
        self.draw(View { width, height, scale, x, y, small: self.options.small });
    }

    /// A box around all circles, labels and arcs in the picture, in layout units: left, top, right, bottom.
    pub fn bounds(&self) -> [f32; 4] {
        let points = self.placed.positions();
        if points.is_empty() {
            return [0.0; 4];
        }
        let mut frame = Frame::EMPTY;
        for Spring { a, b } in self.springs() {
            let (Some(&from), Some(&to)) = (points.get(a as usize), points.get(b as usize)) else { continue };
            if let Some(middle) = bulge(from, to) {
                frame.take(middle - Point::new(BULK, BULK));
                frame.take(middle + Point::new(BULK, BULK));
            }
        }
        for (&company, &at) in self.placed.companies.iter().zip(points) {
            let radius = self.home.radii[company.index()];
            let corner = Point::new(radius.max(self.label_width(company) / 2.0), radius);
            frame.take(at - corner);
            frame.take(at + corner + Point::new(0.0, LABEL_HEIGHT));
        }
        [frame.low.x, frame.low.y, frame.high.x, frame.high.y]
    }

    pub(super) fn label_width(&self, company: CompanyId) -> f32 {
        text_width(self.network().label(company), draw::LABEL_SIZE, true)
    }

    fn bodies(&self) -> Vec<Body> {
        let is_first = self.placed.companies == self.placed.first;
        let mut bodies = Vec::with_capacity(self.placed.companies.len());
        for &company in &self.placed.companies {
            let hand_placed = self.document.editor.positions.iter().find(|(id, _)| *id == company);
            bodies.push(Body {
                radius: self.home.radii[company.index()],
                label_width: self.label_width(company),
                label_height: LABEL_HEIGHT,
                pinned: hand_placed.map(|&(_, at)| at),
                start: self.placed.last[company.index()].filter(|_| !is_first),
            });
        }
        bodies
    }

    /// One spring an arc, in its direction: the layout sees where the bent arcs run. Arcs of the default filter,
    /// so that a filter moves nothing, and those of companies that it does not know. It leaves out those of which an
    /// end is not in the picture.
    fn springs(&self) -> Vec<Spring> {
        let places = self.placed.places(self.network().companies().len());
        let mut springs = Vec::with_capacity(self.home.lines.len());
        let mut add = |from: CompanyId, to: CompanyId| {
            springs.push(Spring { a: places[from.index()], b: places[to.index()] });
        };
        for &(from, to) in &self.home.lines {
            add(from, to);
        }
        for arc in self.arcs.all() {
            if !self.is_home(arc.from) || !self.is_home(arc.to) {
                add(arc.from, arc.to);
            }
        }
        springs
    }

    fn wheels(&self) -> Vec<Wheel> {
        let mut wheels = Vec::with_capacity(self.home.slots.len());
        for members in &self.home.slots {
            let bodies = members.iter().map(|&member| self.placed.body(member)).collect();
            wheels.push(Wheel { bodies });
        }
        wheels
    }
}
