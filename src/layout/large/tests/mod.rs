//! What the engine promises, on networks that are always the same.

mod forces;
mod motion;

use super::*;
use crate::layout::{Body, Spring};

fn graph(count: usize, springs: &[(u32, u32)]) -> Graph {
    let springs: Vec<Spring> = springs.iter().map(|&(a, b)| Spring { a, b }).collect();
    Graph::new(&vec![Body::default(); count], &springs, &[])
}

/// Numbers from 0 up to 1, always the same.
fn random(seed: u32) -> impl FnMut() -> f32 {
    let mut state = u64::from(seed) + 1;
    move || {
        state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (state >> 40) as f32 / 16_777_216.0
    }
}

/// Barabasi-Albert with two springs for each new body: hubs, and many bodies with few springs.
fn grown(count: u32) -> Vec<(u32, u32)> {
    let mut random = random(42);
    let mut ends = vec![0, 1];
    let mut springs = Vec::new();
    for body in 2..count {
        for _ in 0..2 {
            let other = ends[(random() * ends.len() as f32) as usize];
            if other != body {
                springs.push((body, other));
                ends.extend([body, other]);
            }
        }
    }
    springs
}

fn disc(count: usize, width: f32) -> Vec<Point> {
    let mut random = random(7);
    (0..count).map(|_| Point::new((random() - 0.5) * width, (random() - 0.5) * width)).collect()
}
