//! A quadtree over bodies in Morton's order, in flat arrays.
//!
//! J. Barnes and P. Hut, "A hierarchical O(N log N) force-calculation algorithm", Nature 324, 1986. Nodes stand in
//! preorder, each with the place where its subtree ends, so that a walk is a loop. A node's box is measured, not the
//! square it stands for: the tree stays right while bodies move, and is only built anew now and then.

use super::field::Charge;
use crate::{
    Point,
    point::{larger, smaller},
};

/// Up to so many bodies are a leaf.
pub(super) const LEAF: usize = 12;

/// Some bodies that follow each other in the order.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Node {
    /// Its bodies: from here up to there.
    pub first: u32,
    pub end: u32,
    /// The next node that is not below this one: the very next if this is a leaf.
    pub skip: u32,
    /// The centre of charge, here once more: a walk looks at nothing else of most nodes.
    pub x: f32,
    pub y: f32,
    /// From there to the farthest corner of the box around its bodies.
    pub radius: f32,
}

/// Left, top, right, bottom.
type Sides = [f32; 4];

/// Of no body.
const EMPTY: Sides = [f32::INFINITY, f32::INFINITY, f32::NEG_INFINITY, f32::NEG_INFINITY];

#[derive(Clone, Default)]
pub(super) struct Tree {
    /// Where the bodies are, in their order, and room for one more leaf.
    pub xs: Vec<f32>,
    pub ys: Vec<f32>,
    /// How far they move in a tick.
    pub ways: Vec<Point>,
    pub nodes: Vec<Node>,
    /// What the bodies of each node are from afar.
    pub charges: Vec<Charge>,
    boxes: Vec<Sides>,
    /// What is still to be divided: the first body and the end, and how many levels of the codes are left.
    rest: Vec<(u32, u32, u32)>,
}

impl Tree {
    pub fn new(count: usize) -> Self {
        Self {
            xs: vec![0.0; count + LEAF],
            ys: vec![0.0; count + LEAF],
            ways: vec![Point::default(); count],
            ..Self::default()
        }
    }

    /// Builds the tree over sorted codes. O(n).
    pub fn build(&mut self, codes: &[u32]) {
        self.nodes.clear();
        if !codes.is_empty() {
            self.rest.push((0, codes.len() as u32, 16));
        }
        while let Some((first, end, level)) = self.rest.pop() {
            self.nodes.push(Node { first, end, ..Node::default() });
            if (end - first) as usize > LEAF {
                self.divide(codes, first, end, level);
            }
        }
        self.charges.resize(self.nodes.len(), Charge::default());
        self.boxes.resize(self.nodes.len(), EMPTY);
        for id in (0..self.nodes.len()).rev() {
            let end = self.nodes[id].end;
            let mut child = id + 1;
            if (end - self.nodes[id].first) as usize > LEAF {
                while self.nodes[child].end < end {
                    child = self.nodes[child].skip as usize;
                }
                child = self.nodes[child].skip as usize;
            }
            self.nodes[id].skip = child as u32;
        }
    }

    /// Notes the parts of a node, the last first, as the first is taken next. What is in one cell of the finest level
    /// is cut into four runs: their boxes do not overlap less, but a leaf stays small.
    fn divide(&mut self, codes: &[u32], first: u32, end: u32, mut level: u32) {
        let quarter = |body: u32, level: u32| codes[body as usize] >> (2 * level);
        while level > 0 && quarter(first, level - 1) == quarter(end - 1, level - 1) {
            level -= 1;
        }
        let mut until = end;
        for part in (0..4).rev() {
            let from = if level == 0 {
                first + (end - first) * part / 4
            } else {
                let run = &codes[first as usize..until as usize];
                first + run.partition_point(|code| code >> (2 * level - 2) & 3 < part) as u32
            };
            if from < until {
                self.rest.push((from, until, level.saturating_sub(1)));
            }
            until = from;
        }
    }

    /// Measures every node where the bodies are now, the lowest first. Returns the radius of its leaf, summed over all bodies. O(n).
    pub fn measure(&mut self) -> f32 {
        let mut width = 0.0;
        for id in (0..self.nodes.len()).rev() {
            let node = self.nodes[id];
            let bodies = node.first as usize..node.end as usize;
            let count = bodies.len() as f32;
            let is_leaf = node.skip as usize == id + 1;
            let (mut x, mut y, mut sides) = (0.0, 0.0, EMPTY);
            if is_leaf {
                for (&at, &to) in self.xs[bodies.clone()].iter().zip(&self.ys[bodies.clone()]) {
                    (x, y) = (x + at, y + to);
                    sides = joined(sides, [at, to, at, to]);
                }
            } else {
                let mut part = id + 1;
                while part < node.skip as usize {
                    let charge = &self.charges[part];
                    (x, y) = (x + charge.x * charge.count, y + charge.y * charge.count);
                    sides = joined(sides, self.boxes[part]);
                    part = self.nodes[part].skip as usize;
                }
            }
            let mut charge = Charge { x: x / count, y: y / count, ..Charge::default() };
            if is_leaf {
                for body in bodies {
                    let (x, y, way) = (self.xs[body], self.ys[body], [self.ways[body].x, self.ways[body].y]);
                    charge.add(&Charge { x, y, count: 1.0, way, ..Charge::default() });
                }
            } else {
                let mut part = id + 1;
                while part < node.skip as usize {
                    charge.add(&self.charges[part]);
                    part = self.nodes[part].skip as usize;
                }
            }
            let wide = larger(sides[2] - charge.x, charge.x - sides[0]);
            let high = larger(sides[3] - charge.y, charge.y - sides[1]);
            let radius = (wide * wide + high * high).sqrt();
            self.nodes[id] = Node { x: charge.x, y: charge.y, radius, ..node };
            self.charges[id] = charge;
            self.boxes[id] = sides;
            if is_leaf {
                width += radius * count;
            }
        }
        width
    }
}

/// The box of two.
fn joined(a: Sides, b: Sides) -> Sides {
    [smaller(a[0], b[0]), smaller(a[1], b[1]), larger(a[2], b[2]), larger(a[3], b[3])]
}
