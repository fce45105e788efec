//! What measurements need to reach.

use super::{BarnesHut, Engine};
use crate::{
    Point,
    layout::{Body, Spring, graph::Graph, live::TOUCH},
};

/// The engine by itself, with the bodies it moves.
pub struct Ticks {
    graph: Graph,
    engine: BarnesHut,
    points: Vec<Point>,
}

impl Ticks {
    /// Bodies at these places, at rest.
    pub fn new(unit: f32, springs: &[Spring], points: Vec<Point>) -> Self {
        let graph = Graph::new(&vec![Body::default(); points.len()], springs, &[]);
        Self { engine: BarnesHut::new(&graph, unit), graph, points }
    }

    /// One tick as warm as while a reader holds something.
    pub fn tick(&mut self) {
        self.engine.tick(&self.graph, &mut self.points, TOUCH);
    }

    /// Where the bodies are.
    pub fn points(&self) -> &[Point] {
        &self.points
    }

    /// How all others push each body in the next tick, with what is kept from former ones: without its springs, which
    /// are exact.
    pub fn pushes(&self) -> Vec<Point> {
        let mut engine = self.engine.clone();
        engine.push(&mut self.points.clone());
        engine.forces
    }
}
