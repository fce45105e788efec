//! What is taken on the stage, so that badges and texts can be put where they cover nothing.

use super::tracks::{Disc, Track};
use crate::{Point, point::within};

/// Side of a cell in which strokes are counted.
const INK: f32 = 8.0;
/// Side of a cell in which obstacles are kept.
const CELL: f32 = 48.0;
/// Stages beyond this many pixels are not looked at more closely: nobody has such a screen.
const WIDEST: f32 = 8192.0;

/// A box on the screen.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Area {
    pub(super) left: f32,
    pub(super) top: f32,
    pub(super) right: f32,
    pub(super) bottom: f32,
}

impl Area {
    pub(super) fn around(centre: Point, half_width: f32, half_height: f32) -> Self {
        Self {
            left: centre.x - half_width,
            top: centre.y - half_height,
            right: centre.x + half_width,
            bottom: centre.y + half_height,
        }
    }

    pub(super) fn overlaps(&self, other: &Self) -> bool {
        self.left < other.right
            && other.left < self.right
            && self.top < other.bottom
            && other.top < self.bottom
    }

    /// The distance of a point from the box; 0 inside.
    pub(super) fn distance(&self, point: Point) -> f32 {
        let x = (self.left - point.x).max(point.x - self.right).max(0.0);
        let y = (self.top - point.y).max(point.y - self.bottom).max(0.0);
        Point::new(x, y).length()
    }
}

/// Something that is not to be covered: a disc, or its box.
struct Obstacle {
    area: Area,
    disc: Option<Disc>,
    worth: u32,
}

/// What is worth so much is covered by nothing; a little where there is no other place for what matters more.
pub(super) const FIRM: u32 = 1000;
pub(super) const SLIGHT: u32 = 1;

impl Obstacle {
    fn hits(&self, area: &Area) -> bool {
        match self.disc {
            Some(disc) => area.distance(disc.centre) < disc.radius,
            None => self.area.overlaps(area),
        }
    }
}

/// The stage, what is on it, and how many strokes run where.
pub(super) struct Room {
    stage: Area,
    obstacles: Vec<Obstacle>,
    /// Per cell, the last of `entries` for it, counted from 1; 0 for none.
    cells: Vec<u32>,
    /// The index of an obstacle that reaches into a cell, and the entry before it for the same cell.
    entries: Vec<(u32, u32)>,
    columns: usize,
    ink: Vec<u8>,
    ink_columns: usize,
}

impl Room {
    pub(super) fn new(width: f32, height: f32) -> Self {
        let stage = Area { left: 0.0, top: 0.0, right: bounded(width), bottom: bounded(height) };
        let count = |length: f32, cell: f32| (length / cell) as usize + 1;
        let (columns, ink_columns) = (count(stage.right, CELL), count(stage.right, INK));
        Self {
            stage,
            obstacles: Vec::new(),
            cells: vec![0; columns * count(stage.bottom, CELL)],
            entries: Vec::new(),
            columns,
            ink: vec![0; ink_columns * count(stage.bottom, INK)],
            ink_columns,
        }
    }

    /// Notes where a track runs; stripes weigh more than grey strokes.
    pub(super) fn draw(&mut self, track: &Track) {
        // A grey stroke is counted at every other cell, which is as good for its purpose and twice as fast.
        let (weight, pace) = if track.lanes.is_empty() { (2, 2.0 * INK) } else { (4, INK) };
        // Beyond the stage the steps are wasted, so they are not more than cross it twice.
        let steps = within(track.chord() / pace, 1.0, 2.0 * WIDEST / INK) as u16;
        for step in 0..=steps {
            let at = track.along(f32::from(step) / f32::from(steps), 0.0);
            let cell = Area::around(at, 0.0, 0.0);
            if cell.overlaps(&self.stage) {
                let index = (at.y / INK) as usize * self.ink_columns + (at.x / INK) as usize;
                self.ink[index] = self.ink[index].saturating_add(weight);
            }
        }
    }

    pub(super) fn take_disc(&mut self, disc: Disc, worth: u32) {
        let area = Area::around(disc.centre, disc.radius, disc.radius);
        self.take(Obstacle { area, disc: Some(disc), worth });
    }

    pub(super) fn take_box(&mut self, area: Area, worth: u32) {
        self.take(Obstacle { area, disc: None, worth });
    }

    fn take(&mut self, obstacle: Obstacle) {
        if !obstacle.area.overlaps(&self.stage) {
            return;
        }
        let [left, top, right, bottom] = self.span(&obstacle.area, CELL);
        for row in top..bottom {
            for column in left..right {
                let last = &mut self.cells[row * self.columns + column];
                self.entries.push((self.obstacles.len() as u32, *last));
                *last = self.entries.len() as u32;
            }
        }
        self.obstacles.push(obstacle);
    }

    /// Whether a box is on the stage and covers nothing.
    pub(super) fn is_free(&self, area: &Area) -> bool {
        self.covered(area, SLIGHT) == 0
    }

    /// What a box would cover is worth so much, or from `limit` on any more; off the stage, more than can be.
    pub(super) fn covered(&self, area: &Area, limit: u32) -> u32 {
        if !self.holds(area) {
            return u32::MAX;
        }
        let mut sum = 0;
        let [left, top, right, bottom] = self.span(area, CELL);
        for row in top..bottom {
            for column in left..right {
                let mut entry = self.cells[row * self.columns + column];
                while entry > 0 {
                    let (index, before) = self.entries[entry as usize - 1];
                    let obstacle = &self.obstacles[index as usize];
                    sum += if obstacle.hits(area) { obstacle.worth } else { 0 };
                    if sum >= limit {
                        return sum;
                    }
                    entry = before;
                }
            }
        }
        sum
    }

    /// Whether a box is wholly on the stage, with a pixel to spare.
    pub(super) fn holds(&self, area: &Area) -> bool {
        area.left >= 1.0
            && area.top >= 1.0
            && area.right <= self.stage.right - 1.0
            && area.bottom <= self.stage.bottom - 1.0
    }

    /// How much is drawn below a box.
    pub(super) fn ink(&self, area: &Area) -> u32 {
        let [left, top, right, bottom] = self.span(area, INK);
        let mut ink = 0;
        for row in top..bottom {
            for column in left..right {
                ink += u32::from(self.ink[row * self.ink_columns + column]);
            }
        }
        ink
    }

    /// The columns and rows of cells that a box reaches into, kept on the stage: left, top, and beyond the right
    /// and the bottom.
    fn span(&self, area: &Area, cell: f32) -> [usize; 4] {
        let at = |value: f32, most: f32| (within(value, 0.0, most) / cell) as usize;
        let (right, bottom) = (self.stage.right, self.stage.bottom);
        [at(area.left, right), at(area.top, bottom), at(area.right, right) + 1, at(area.bottom, bottom) + 1]
    }
}

/// A length of the stage: a number, not negative, not absurd.
pub(super) fn bounded(length: f32) -> f32 {
    within(length, 0.0, WIDEST)
}
