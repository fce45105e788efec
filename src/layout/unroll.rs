//! A loop on a ring of its own in the middle, and everything back exactly as it was.

use super::{Layout, spacing, wheels};
use crate::{Point, frame::Frame, point::within};

/// Between two neighbours on the ring, beyond the widest circle or label: also one above the other they do not touch,
/// and arrowheads, numbers and sums have room.
const ROOM: f32 = 100.0;

/// The ring's radius relative to the shorter side of the stage, where its companies do not need more.
const SHARE: f32 = 0.3;

/// How far what is not on the ring stays from it: arcs bulge beyond it.
const CLEAR: f32 = 1.3;

impl Layout {
    /// Moves a loop onto a regular ring in the middle of the figure, clockwise, its first body at the top. What is
    /// not on the ring stays, or gives way. Until [`Layout::roll_up`], nothing can be held. Less than two bodies, or one
    /// that is not there, are no ring: then it is rolled up.
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
        let mut side: f32 = 0.0;
        for &body in ring {
            let Some(disc) = self.graph.bodies.get(body as usize) else { return self.roll_up() };
            side = side.max(2.0 * disc.half + ROOM);
        }
        if ring.len() < 2 {
            return self.roll_up();
        }
        self.let_go();
        if !self.unrolled {
            self.homes.copy_from_slice(&self.targets);
        }
        self.unrolled = true;
        let mut frame = Frame::EMPTY;
        for &point in &self.homes {
            frame.take(point);
        }
        let centre = frame.middle();
        let step = wheels::rotation(ring.len());
        let share = self.stage.width.min(self.stage.height) * SHARE;
        let radius = within(share, side / wheels::chord(step), 10_000.0);
        self.targets.copy_from_slice(&self.homes);
        for (target, body) in self.targets.iter_mut().zip(&self.graph.bodies) {
            let way = *target - centre;
            let clear = radius * CLEAR + body.radius;
            if body.mobility > 0.0 && way.length() < clear {
                *target = centre + way.unit() * clear;
            }
        }
        let mut spoke = Point::new(0.0, -radius);
        for &body in ring {
            self.graph.bodies[body as usize].mobility = 0.0;
            self.targets[body as usize] = centre + spoke;
            spoke = wheels::times(spoke, step);
        }
        spacing::separate(&self.graph, &mut self.targets, 20, &mut Vec::new());
        self.loosen();
        self.set_off();
    }

    /// Brings everything back to where it was before [`Layout::unroll`], to the last bit.
    pub fn roll_up(&mut self) {
        if self.unrolled {
            self.unrolled = false;
            self.targets.copy_from_slice(&self.homes);
            self.set_off();
        }
    }
}
