//! From one arrangement to the next, so that a reader can follow: what stays glides, what is new comes from a neighbour.

use super::Layout;
use crate::Point;

/// Ticks of a change: 0.6 s.
const GLIDE: u32 = 36;

impl Layout {
    /// Goes on from another arrangement: `was` says which body of that each body of this was. All glides from where
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
    /// after.follow(&before, &[Some(0), None, Some(1)]);
    /// assert_eq!(after.positions()[0], before.positions()[0]);
    /// while after.step() {}
    /// assert_eq!(after.positions(), arranged);
    /// ```
    pub fn follow(&mut self, before: &Self, was: &[Option<u32>]) {
        let mut starts = vec![None; self.points.len()];
        for (body, start) in starts.iter_mut().enumerate() {
            let Some(was) = was.get(body).copied().flatten().map(|was| was as usize) else { continue };
            *start = before.points.get(was).copied();
            // A hand is where it was, whatever is arranged around it.
            if let Some(at) = before.put(was) {
                self.pin(body as u32, at);
                self.release(body as u32);
            }
        }
        self.let_go();
        for _ in 0..2 {
            for link in &self.graph.links {
                let (a, b) = (link.a as usize, link.b as usize);
                let one = starts[a].or(starts[b]);
                (starts[a], starts[b]) = (one, starts[b].or(one));
            }
        }
        for (point, start) in self.points.iter_mut().zip(starts) {
            *point = start.unwrap_or(*point);
        }
        self.glide_to(self.targets.clone());
    }

    /// Brings back what the reader has moved and everything else with it: the arrangement that nobody has touched.
    pub fn restore(&mut self) {
        self.set_free();
        self.rolled = None;
        self.homes = self.arranged.clone();
        self.glide_to(self.arranged.clone());
    }

    /// Where every body was arranged, whatever the reader has done since.
    pub fn arranged(&self) -> &[Point] {
        &self.arranged
    }

    /// Where the reader has put a body.
    fn put(&self, body: usize) -> Option<Point> {
        let pinned = self.bodies.get(body)?.pinned;
        pinned.filter(|_| pinned != self.graph.bodies[body].place)
    }

    /// From now on all glides there.
    pub(super) fn glide_to(&mut self, targets: Vec<Point>) {
        self.heat = 0.0;
        self.glide = if self.points == targets { 0 } else { GLIDE };
        self.targets = targets;
    }

    /// One tick of a change: at once under way, ever slower, and there in the last tick to the last bit.
    pub(super) fn glide(&mut self) {
        let share = 2.0 / (self.glide as f32 + 1.0);
        self.glide -= 1;
        for (point, &target) in self.points.iter_mut().zip(&self.targets) {
            *point = if self.glide == 0 { target } else { *point + (target - *point) * share };
        }
    }
}
