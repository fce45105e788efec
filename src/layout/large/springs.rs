//! The springs of each body in one list.

use super::repulsion::MOST;
use crate::{
    Point,
    layout::graph::Graph,
    point::{larger, smaller},
};

/// The bodies at the other ends of the springs of every body, one run after another.
#[derive(Clone, Default)]
pub(super) struct Springs {
    ends: Vec<u32>,
    others: Vec<u32>,
}

impl Springs {
    pub fn new(graph: &Graph) -> Self {
        let mut springs = Self::default();
        for (body, links) in graph.around.iter().enumerate() {
            springs.others.extend(links.iter().map(|&link| graph.links[link as usize].other(body as u32)));
            springs.ends.push(springs.others.len() as u32);
        }
        springs
    }

    fn of(&self, body: usize) -> &[u32] {
        let start = if body == 0 { 0 } else { self.ends[body - 1] };
        &self.others[start as usize..self.ends[body] as usize]
    }

    pub fn count(&self, body: usize) -> usize {
        self.of(body).len()
    }

    /// How all its springs pull a body: each with `strength` times its length, along each axis not more than a limit.
    pub fn pull(&self, body: usize, points: &[Point], strength: f32) -> Point {
        let at = points[body];
        let mut sum = Point::default();
        for &other in self.of(body) {
            let way = (points[other as usize] - at) * strength;
            sum = sum + Point::new(cut(way.x), cut(way.y));
        }
        sum
    }
}

const fn cut(force: f32) -> f32 {
    larger(smaller(force, MOST), -MOST)
}
