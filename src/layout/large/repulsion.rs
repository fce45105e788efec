//! How bodies push each other: far groups of bodies as polynomials, near bodies one by one.
//!
//! A survey says what acts on what; the fields are summed along its lists as often as that is wanted. O(n).

use super::columns::Columns;
use super::field::Field;
use super::lanes::{LANES, Lanes};
use super::near::{Near, heap};
use super::quadtree::Tree;
use super::survey::Survey;
use crate::Point;

/// `force_graph`'s limit to what one body does to another along one axis.
pub(super) const MOST: f32 = 280.0;

/// What is summed, and how exactly.
#[derive(Clone, Copy)]
pub(super) struct Law {
    /// The force of one body on another is this over the square of their distance.
    pub charge: f32,
    /// Two nodes are far from each other where their radii are together not more than this share of the distance.
    pub theta: f32,
    /// Nearer than this, a force between two bodies is cut off.
    pub cut: f32,
}

impl Law {
    pub fn new(charge: f32, theta: f32) -> Self {
        Self { charge, theta, cut: (charge / MOST).sqrt() }
    }
}

/// What pushes the bodies of a tree.
#[derive(Clone, Default)]
pub(super) struct Repulsion {
    survey: Survey,
    /// Of each node: what is far from it.
    fields: Vec<Field>,
    near: Near,
    /// How each node is pushed as a whole, if any is.
    gusts: Vec<Point>,
}

impl Repulsion {
    pub fn new(count: usize) -> Self {
        Self { near: Near::new(count), ..Self::default() }
    }

    /// Finds what acts on what.
    pub fn survey(&mut self, tree: &Tree, law: Law) {
        self.survey.make(tree, law);
        self.fields.resize(tree.nodes.len(), Field::default());
    }

    /// How many pairs of a leaf and a small heap there are.
    #[cfg(test)]
    pub fn heaps(&self) -> usize {
        self.survey.heaps.len()
    }

    /// Sums what is far away; where that is to be kept for some ticks, with how it changes meanwhile.
    pub fn expand(&mut self, tree: &Tree, law: Law, is_kept: bool) {
        let (mut start, mut whole) = (0, 0);
        for (id, &end) in self.survey.ends.iter().enumerate() {
            let at = &tree.spots[id];
            let mut field = Field::default();
            if id > 0 {
                // Nodes stand in the order of what they are parts of.
                while tree.nodes[whole].until as usize <= id {
                    whole += 1;
                }
                let from = &tree.spots[whole];
                field = self.fields[whole].moved(at.x - from.x, at.y - from.y);
            }
            let far = &self.survey.far[start..end as usize];
            field.add(at, law.charge, &tree.charges, far, is_kept);
            start = end as usize;
            self.fields[id] = field;
        }
    }

    /// Sets `forces` to the sum of all charges some ticks after that, for bodies in the order of the tree.
    pub fn sum(&mut self, tree: &Tree, law: Law, ticks: f32, forces: &mut Columns) {
        forces.x.fill(0.0);
        forces.y.fill(0.0);
        self.gusts.clear();
        if !self.survey.heaps.is_empty() {
            self.gusts.resize(tree.nodes.len(), Point::default());
        }
        let (mut start, mut first) = (0, 0);
        for leaf in &self.survey.leaves {
            let (node, at) = (tree.nodes[leaf.id as usize], tree.spots[leaf.id as usize]);
            let others = self.survey.near[start..leaf.near as usize].iter();
            let others = others.map(|&id| tree.nodes[id as usize]);
            let heaps = &self.survey.heaps[first..leaf.heaps as usize];
            (start, first) = (leaf.near as usize, leaf.heaps as usize);
            self.near.take(tree, others.clone().chain([node]));
            let field = self.fields[leaf.id as usize].later(ticks);
            // Farther out a field is not evaluated, along each axis: a body that is thrown is not to meet a series that
            // no longer converges.
            let most = Lanes::all(law.cut + at.radius.abs());
            let least = Lanes::all(0.0) - most;
            for first in node.bodies().step_by(LANES) {
                let [x, y] = tree.places.four(first);
                let way = |to: Lanes, from| (to - Lanes::all(from)).within(least, most);
                let ones = Lanes::ones(node.bodies().end - first);
                forces.add_four(first, field.forces(way(x, at.x), way(y, at.y)).map(|force| force * ones));
            }
            for body in node.bodies() {
                let place = tree.places.at(body);
                let mut push = self.near.push(place, law);
                for &id in heaps {
                    let one = heap(&tree.spots[id as usize], place, law);
                    let gust = &mut self.gusts[id as usize];
                    push = push + one * tree.nodes[id as usize].count() as f32;
                    *gust = *gust - one;
                }
                forces.add(body, push);
            }
            self.near.give(others, forces);
        }
        self.blow(tree, forces);
    }

    /// What pushes a heap as a whole pushes each of its bodies.
    fn blow(&mut self, tree: &Tree, forces: &mut Columns) {
        for id in 0..self.gusts.len() {
            let (node, gust) = (tree.nodes[id], self.gusts[id]);
            for part in node.parts as usize..node.until as usize {
                self.gusts[part] = self.gusts[part] + gust;
            }
            if node.is_leaf() {
                for body in node.bodies() {
                    forces.add(body, gust);
                }
            }
        }
    }
}
