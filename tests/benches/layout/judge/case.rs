//! A network on its stage.

use deal_network::Point;
use deal_network::layout::{Body, Spring, Stage, Wheel, arrange};
use serde_json::json;

/// What is not reached from somewhere.
pub const FAR: u32 = u32::MAX;

/// What every layout is given, and what it is judged by.
#[derive(Clone)]
pub struct Case {
    pub name: String,
    pub stage: Stage,
    pub bodies: Vec<Body>,
    pub springs: Vec<Spring>,
    pub wheels: Vec<Wheel>,
    /// The pairs of bodies that are joined, `a < b`, each once, sorted.
    pub links: Vec<[usize; 2]>,
    /// Who each body is joined with.
    pub around: Vec<Vec<usize>>,
    /// How many links each body is from each other.
    pub hops: Vec<Vec<u32>>,
}

impl Case {
    pub fn new(
        name: String,
        stage: Stage,
        bodies: Vec<Body>,
        springs: Vec<Spring>,
        wheels: Vec<Wheel>,
    ) -> Self {
        let count = bodies.len();
        let ends = springs.iter().map(|spring| (spring.a as usize, spring.b as usize));
        let inside = ends.filter(|&(a, b)| a < count && b < count && a != b);
        let mut links: Vec<[usize; 2]> = inside.map(|(a, b)| [a.min(b), a.max(b)]).collect();
        links.sort_unstable();
        links.dedup();
        let mut around = vec![Vec::new(); count];
        for &[a, b] in &links {
            around[a].push(b);
            around[b].push(a);
        }
        let hops = (0..count).map(|from| hops(&around, from)).collect();
        Self { name, stage, bodies, springs, wheels, links, around, hops }
    }

    /// What the peers are given: the links, and how much room circle and label take.
    pub fn line(&self) -> String {
        let node =
            |body: &Body| json!({ "radius": body.radius, "label": [body.label_width, body.label_height] });
        let nodes: Vec<_> = self.bodies.iter().map(node).collect();
        let stage = [self.stage.width, self.stage.height];
        json!({ "graph": self.name, "stage": stage, "nodes": nodes, "links": self.links }).to_string()
    }

    /// Our layout of it.
    pub fn arrange(&self) -> Vec<Point> {
        arrange(&self.bodies, &self.springs, &self.wheels, self.stage)
    }
}

/// How far each body is from one.
fn hops(around: &[Vec<usize>], from: usize) -> Vec<u32> {
    let mut hops = vec![FAR; around.len()];
    hops[from] = 0;
    let mut reached = vec![from];
    let mut next = 0;
    while let Some(&body) = reached.get(next) {
        for &other in &around[body] {
            if hops[other] == FAR {
                hops[other] = hops[body] + 1;
                reached.push(other);
            }
        }
        next += 1;
    }
    hops
}
