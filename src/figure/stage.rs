//! Where the companies of a figure are.

use super::{Figure, draw};
use crate::Point;
use crate::layout::{Body, Layout, Spring, Stage, Wheel};
use crate::network::CompanyId;
use crate::scene::{View, bulge, text_width};

/// Positions of all companies that have been in the picture, and the live layout of those that are.
pub(super) struct Placed {
    /// By company; what has left the picture keeps its place for when it comes back.
    last: Vec<Option<Point>>,
    /// The companies of the layout, by id.
    pub(super) companies: Vec<CompanyId>,
    layout: Option<Layout>,
    stage: Stage,
}

/// Ground left free around a picture that is fitted into its stage, in CSS pixels.
const MARGIN: f32 = 24.0;

/// Half the width of the widest arc, in layout units.
const BULK: f32 = 10.0;

/// Height of a label in layout units: a line of 13 px text.
const LABEL_HEIGHT: f32 = 16.0;

impl Placed {
    pub(super) fn new(companies: usize) -> Self {
        let stage = Stage { width: 0.0, height: 0.0 };
        Self { last: vec![None; companies], companies: Vec::new(), layout: None, stage }
    }

    /// Positions of the companies in the picture.
    pub(super) fn positions(&self) -> &[Point] {
        self.layout.as_ref().map_or(&[], Layout::positions)
    }

    fn remember(&mut self) {
        if let Some(layout) = &self.layout {
            for (&company, &at) in self.companies.iter().zip(layout.positions()) {
                self.last[company.index()] = Some(at);
            }
        }
    }

    /// The place of a company in the picture.
    pub(super) fn place(&self, company: CompanyId) -> Option<u32> {
        self.companies.binary_search(&company).ok().map(|place| place as u32)
    }
}

impl Figure {
    /// Arranges the companies in the picture for a stage of so many CSS pixels, settled. Does nothing where
    /// neither the picture nor the stage has changed. What was there before stays near its place.
    pub fn arrange(&mut self, width: f32, height: f32) {
        let shown = self.in_picture();
        let stage = Stage { width, height };
        if self.placed.layout.is_some() && shown == self.placed.companies && stage == self.placed.stage {
            return;
        }
        self.placed.remember();
        // Another stage is another picture: there is nothing to stay near to.
        if stage != self.placed.stage {
            self.placed.last.fill(None);
        }
        let bodies: Vec<Body> = shown.iter().map(|&company| self.body(company)).collect();
        self.placed.companies = shown;
        self.placed.stage = stage;
        let springs = self.springs();
        let wheels = self.wheels();
        self.placed.layout = Some(Layout::new(&bodies, &springs, &wheels, stage));
    }

    /// One tick of live physics; true while something still moves.
    pub fn step(&mut self) -> bool {
        self.placed.layout.as_mut().is_some_and(Layout::step)
    }

    /// Holds a company at a place, in layout units.
    pub fn pin(&mut self, company: CompanyId, at: Point) {
        if let (Some(place), Some(layout)) = (self.placed.place(company), &mut self.placed.layout) {
            layout.pin(place, at);
        }
    }

    /// Lets go of a company.
    pub fn release(&mut self, company: CompanyId) {
        if let (Some(place), Some(layout)) = (self.placed.place(company), &mut self.placed.layout) {
            layout.release(place);
        }
    }

    /// Arranges the companies for a stage of so many CSS pixels and makes the scene that shows them all.
    pub fn fit(&mut self, width: f32, height: f32) {
        self.arrange(width, height);
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
        let mut bounds = [f32::MAX, f32::MAX, f32::MIN, f32::MIN];
        let positions = self.placed.positions();
        for Spring { a, b } in self.springs() {
            let Some(Point { x, y }) = bulge(positions[a as usize], positions[b as usize]) else { continue };
            bounds[0] = bounds[0].min(x - BULK);
            bounds[1] = bounds[1].min(y - BULK);
            bounds[2] = bounds[2].max(x + BULK);
            bounds[3] = bounds[3].max(y + BULK);
        }
        for (&company, &at) in self.placed.companies.iter().zip(self.placed.positions()) {
            let body = self.body(company);
            let half = body.radius.max(body.label_width / 2.0);
            bounds[0] = bounds[0].min(at.x - half);
            bounds[1] = bounds[1].min(at.y - body.radius);
            bounds[2] = bounds[2].max(at.x + half);
            bounds[3] = bounds[3].max(at.y + body.radius + body.label_height);
        }
        if self.placed.companies.is_empty() { [0.0; 4] } else { bounds }
    }

    fn body(&self, company: CompanyId) -> Body {
        let hand_placed = self.document.editor.positions.iter().find(|(id, _)| *id == company);
        Body {
            radius: self.home.radii[company.index()],
            label_width: text_width(self.network().label(company), draw::LABEL_SIZE, true),
            label_height: LABEL_HEIGHT,
            pinned: hand_placed.map(|&(_, at)| at),
            start: self.placed.last[company.index()],
        }
    }

    /// One spring an arc, in its direction: the layout sees where the bent arcs run. Arcs of the default filter,
    /// so that a filter moves nothing, and those of companies that it does not know.
    fn springs(&self) -> Vec<Spring> {
        let others = self.arcs.all().iter().map(|arc| (arc.from, arc.to));
        let others = others.filter(|&(from, to)| !self.is_home(from) || !self.is_home(to));
        let lines = self.home.lines.iter().copied().chain(others);
        let spring = |(from, to)| Some(Spring { a: self.placed.place(from)?, b: self.placed.place(to)? });
        lines.filter_map(spring).collect()
    }

    fn wheels(&self) -> Vec<Wheel> {
        let bodies = |members: &Vec<CompanyId>| {
            members.iter().map(|&member| self.placed.place(member)).collect::<Option<Vec<u32>>>()
        };
        self.home.slots.iter().filter_map(|members| Some(Wheel { bodies: bodies(members)? })).collect()
    }
}
