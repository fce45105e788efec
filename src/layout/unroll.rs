//! A loop on a ring of its own in the middle, and everything back exactly as it was.

use super::{Layout, spacing, wheels};
use crate::{Point, frame::Frame, point::within};

/// Between the boxes of two neighbours on the ring, so that arrowheads, numbers and sums have room.
const ROOM: f32 = 60.0;

/// The ring's radius relative to the shorter side of the stage, where its companies do not need more.
const SHARE: f32 = 0.3;

/// How far what is not on the ring stays from it: arcs bulge beyond it.
const CLEAR: f32 = 1.3;

impl Layout {
    /// Moves a loop onto a regular ring in the middle of the figure, clockwise, its first body at the top. What is
    /// not on the ring stays, or gives way. Until [`Layout::roll_up`], nothing can be held. Indices of bodies that
    /// are not there, or a body twice, and nothing happens.
    ///
    /// ```
    /// use deal_network::{Point, layout::{Body, Layout, Stage}};
    ///
    /// let bodies = vec![Body { radius: 10.0, ..Body::default() }; 5];
    /// let mut layout = Layout::new(&bodies, &[], &[], Stage { width: 960.0, height: 640.0 });
    /// let before = layout.positions().to_vec();
    /// layout.unroll(&[1, 3, 4]);
    /// while layout.step() {}
    /// let [top, next] = [layout.positions()[1], layout.positions()[3]];
    /// assert!(top.y < next.y && top.x < next.x, "clockwise from the top");
    /// layout.roll_up();
    /// while layout.step() {}
    /// assert_eq!(layout.positions(), before);
    /// ```
    pub fn unroll(&mut self, ring: &[u32]) {
        let is_new = |(place, body): (usize, &u32)| {
            (*body as usize) < self.points.len() && !ring[..place].contains(body)
        };
        if ring.len() < 2 || !ring.iter().enumerate().all(is_new) {
            return;
        }
        self.let_go();
        let before = self.rolled.take().unwrap_or_else(|| self.targets.clone());
        let mut targets = before.clone();
        let (centre, radius) = self.circle(ring, &before);
        let step = wheels::rotation(ring.len());
        let mut spoke = Point::new(0.0, -radius);
        let mut mobilities = Vec::with_capacity(ring.len());
        for &body in ring {
            mobilities.push(std::mem::take(&mut self.graph.bodies[body as usize].mobility));
            targets[body as usize] = centre + spoke;
            spoke = wheels::times(spoke, step);
        }
        for (index, body) in self.graph.bodies.iter().enumerate() {
            let way = targets[index] - centre;
            let clear = radius * CLEAR + body.radius;
            if body.mobility > 0.0 && way.length() < clear {
                targets[index] = centre + way.unit() * clear;
            }
        }
        spacing::separate(&self.graph, &mut targets, 20);
        for (&body, mobility) in ring.iter().zip(mobilities) {
            self.graph.bodies[body as usize].mobility = mobility;
        }
        self.rolled = Some(before);
        self.glide_to(targets);
    }

    /// Brings everything back to where it was before [`Layout::unroll`], to the last bit.
    pub fn roll_up(&mut self) {
        if let Some(before) = self.rolled.take() {
            self.glide_to(before);
        }
    }

    /// The middle of the figure, and the radius at which no two neighbours on the ring come near each other.
    fn circle(&self, ring: &[u32], points: &[Point]) -> (Point, f32) {
        let (mut frame, mut largest) = (Frame::EMPTY, Frame::EMPTY);
        for &point in points {
            frame.take(point);
        }
        for &body in ring {
            let body = &self.graph.bodies[body as usize];
            largest.take(Point::new(2.0 * body.half, 2.0 * body.radius + body.under));
        }
        let side = largest.high.length() + ROOM;
        let share = within(self.stage.width.min(self.stage.height), 0.0, 10_000.0) * SHARE;
        (frame.middle(), share.max(side / wheels::chord(wheels::rotation(ring.len()))))
    }
}
