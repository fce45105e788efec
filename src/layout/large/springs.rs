//! The springs, each once: at the end where there are fewer.

use super::lanes::Lanes;
use super::repulsion::MOST;
use crate::{Point, layout::graph::Graph};

/// The bodies at the other ends of the springs of every body, one run after another. Most bodies have few springs, and
/// what these lead to are few hubs, which stay in the processor's cache.
#[derive(Clone, Default)]
pub(super) struct Springs {
    ends: Vec<u32>,
    others: Vec<u32>,
}

impl Springs {
    pub fn new(graph: &Graph) -> Self {
        let mut springs = Self::default();
        let order = |body: u32| (graph.around[body as usize].len(), body);
        for (body, links) in (0..).zip(&graph.around) {
            let others = links.iter().map(|&link| graph.links[link as usize].other(body));
            springs.others.extend(others.filter(|&other| order(body) < order(other)));
            springs.ends.push(springs.others.len() as u32);
        }
        springs
    }

    /// Adds to the forces how the springs pull: each with `strength` times its length, along each axis not more than a
    /// limit.
    pub fn pull(&self, points: &[Point], strength: f32, forces: &mut [Point]) {
        let (most, least) = (Lanes::all(MOST), Lanes::all(-MOST));
        let strength = Lanes::all(strength);
        let lanes = |at: Point| Lanes::of([at.x, at.y, 0.0, 0.0]);
        let point = |lanes: Lanes| {
            let [x, y, _, _] = lanes.array();
            Point::new(x, y)
        };
        let mut start = 0;
        for (body, &end) in self.ends.iter().enumerate() {
            let at = lanes(points[body]);
            let mut sum = lanes(forces[body]);
            for &other in &self.others[start..end as usize] {
                let pull = ((lanes(points[other as usize]) - at) * strength).within(least, most);
                sum = sum + pull;
                let there = &mut forces[other as usize];
                *there = point(lanes(*there) - pull);
            }
            forces[body] = point(sum);
            start = end as usize;
        }
    }
}
