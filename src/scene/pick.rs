//! What is at a point of the screen.

use super::Scene;
use crate::Point;

/// How far from its stripes, in pixels, a loop is meant rather than the deals of the arc.
const STRIPE_SLOP: f32 = 3.0;

/// What was hit: an index into the drawing.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Hit {
    /// A company: its circle or its label.
    Node(u32),
    /// An arc: its stroke, bed or arrowhead.
    Link(u32),
    /// A loop: its badge or one of its stripes.
    Ring(u32),
}

impl Scene {
    /// The nearest thing within `slop` pixels of a point. Where several are equally near, what is painted on
    /// top: badges, companies, names, arcs. O(n + m).
    pub fn pick(&self, at: Point, slop: f32) -> Option<Hit> {
        if !(at.x.is_finite() && at.y.is_finite()) {
            return None;
        }
        let mut best: Option<(f32, Hit)> = None;
        let mut offer = |distance: f32, hit: Hit| {
            let distance = distance.max(0.0);
            if distance <= slop && best.is_none_or(|(least, _)| distance < least) {
                best = Some((distance, hit));
            }
        };
        for badge in &self.badges {
            offer((badge.disc.centre - at).length() - badge.disc.radius, Hit::Ring(badge.ring));
        }
        for (index, disc) in self.discs.iter().enumerate() {
            if let Some(disc) = disc {
                offer((disc.centre - at).length() - disc.radius, Hit::Node(index as u32));
            }
        }
        for label in &self.labels {
            if let Some(node) = label.node {
                offer(label.area.distance(at), Hit::Node(node));
            }
        }
        for track in self.order.iter().rev().map(|&place| &self.tracks[place]) {
            let Some(offset) = track.bow.offset(track.start, track.tip, at) else { continue };
            let distance = offset.abs() - track.bed.max(track.band) / 2.0;
            let on_stripes = offset.abs() <= track.band / 2.0 + STRIPE_SLOP.min(slop);
            let in_head = track.bow.offset(track.base, track.tip, at).is_some();
            if on_stripes && !in_head && !track.lanes.is_empty() {
                let share = offset / track.band + 0.5;
                let lane = (share * track.lanes.len() as f32) as usize;
                offer(distance, Hit::Ring(track.lanes[lane.min(track.lanes.len() - 1)]));
            } else if in_head {
                offer(offset.abs() - track.head, Hit::Link(track.link));
            } else {
                offer(distance, Hit::Link(track.link));
            }
        }
        best.map(|(_, hit)| hit)
    }
}
