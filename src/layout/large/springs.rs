//! The springs, each once: at the end where there are fewer.

use super::repulsion::MOST;
use crate::{
    Point,
    layout::graph::Graph,
    point::{larger, smaller},
};

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
        let mut start = 0;
        for (body, &end) in self.ends.iter().enumerate() {
            let at = points[body];
            let mut sum = forces[body];
            for &other in &self.others[start..end as usize] {
                let way = (points[other as usize] - at) * strength;
                let pull = Point::new(cut(way.x), cut(way.y));
                sum = sum + pull;
                forces[other as usize] = forces[other as usize] - pull;
            }
            forces[body] = sum;
            start = end as usize;
        }
    }
}

const fn cut(force: f32) -> f32 {
    larger(smaller(force, MOST), -MOST)
}
