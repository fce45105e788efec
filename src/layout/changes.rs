//! From one arrangement to the next, so that a reader can follow: what stays glides, what is new comes from a neighbour.

use super::Layout;
use crate::Point;

/// Ticks of a change: 0.6 s.
const GLIDE: u32 = 36;

/// Of a body that was not there before.
const NOWHERE: Point = Point::new(f32::NAN, f32::NAN);

impl Layout {
    /// Goes on from another arrangement: `was` says which body of that each body of this was,
    /// any other number that it was none. All glides from where
    /// it was to where it is arranged now, in less than 0.7 s; what is new comes from the place of a neighbour. What
    /// the reader has put somewhere stays there, and the rest is arranged around it.
    ///
    /// ```
    /// use deal_network::{Point, layout::{Body, Layout, Spring, Stage}};
    ///
    /// let body = Body { radius: 10.0, ..Body::default() };
    /// let stage = Stage { width: 960.0, height: 640.0 };
    /// let before = Layout::new(&vec![body.clone(); 2], &[Spring { a: 0, b: 1 }], &[], stage);
    /// let springs = [Spring { a: 0, b: 2 }, Spring { a: 1, b: 2 }];
    /// let mut after = Layout::new(&vec![body; 3], &springs, &[], stage);
    /// let arranged = after.positions().to_vec();
    /// after.follow(&before, &|body| [0, u32::MAX, 1][body as usize]);
    /// assert_eq!(after.positions()[0], before.positions()[0]);
    /// while after.step() {}
    /// assert_eq!(after.positions(), arranged);
    /// ```
    pub fn follow(&mut self, before: &Self, was: &dyn Fn(u32) -> u32) {
        for body in 0..self.points.len() {
            let was = was(body as u32) as usize;
            // What was put somewhere stays there, also if it is on a ring just now.
            if let Some(at) = before.bodies.get(was).and_then(|body| body.pinned) {
                self.pin(body as u32, at);
            }
            self.points[body] = before.points.get(was).copied().unwrap_or(NOWHERE);
        }
        self.let_go();
        for link in &self.graph.links {
            for (body, other) in [(link.a as usize, link.b as usize), (link.b as usize, link.a as usize)] {
                if self.points[body].x.is_nan() {
                    self.points[body] = self.points[other];
                }
            }
        }
        for (point, &target) in self.points.iter_mut().zip(&self.targets) {
            if point.x.is_nan() {
                *point = target;
            }
        }
        self.set_off();
    }

    /// Brings back what the reader has moved and everything else with it: the arrangement that nobody has touched.
    ///
    /// ```
    /// use deal_network::{Point, layout::{Body, Layout, Stage}};
    ///
    /// let bodies = vec![Body { radius: 10.0, ..Body::default() }; 3];
    /// let mut layout = Layout::new(&bodies, &[], &[], Stage { width: 960.0, height: 640.0 });
    /// let before = layout.positions().to_vec();
    /// layout.pin(1, Point::new(200.0, 0.0));
    /// layout.release(1);
    /// while layout.step() {}
    /// assert_eq!(layout.positions()[1], Point::new(200.0, 0.0));
    /// layout.restore();
    /// while layout.step() {}
    /// assert_eq!(layout.positions(), before);
    /// ```
    pub fn restore(&mut self) {
        self.stale = false;
        self.let_go();
        for (place, body) in self.bodies.iter_mut().enumerate() {
            body.pinned = self.graph.bodies[place].place;
            self.homes[place] = body.start.unwrap_or_default();
        }
        self.loosen();
        self.calm();
        self.unrolled = true;
        self.roll_up();
    }

    /// Where a body is when the reader has moved none.
    pub fn arranged(&self, body: usize) -> Option<Point> {
        self.bodies.get(body)?.start
    }

    /// From now on all glides to its target.
    pub(super) fn set_off(&mut self) {
        (self.heat, self.glide) = (0.0, GLIDE);
    }

    /// One tick of a change: at once under way, ever slower, and there in the last tick to the last bit. True until
    /// then.
    pub(super) fn glide(&mut self) -> bool {
        let share = 2.0 / (self.glide as f32 + 1.0);
        self.glide -= 1;
        let mut there = true;
        for (point, &target) in self.points.iter_mut().zip(&self.targets) {
            there &= *point == target;
            *point = if self.glide == 0 { target } else { *point + (target - *point) * share };
        }
        if there {
            self.glide = 0;
        }
        self.glide > 0
    }
}
