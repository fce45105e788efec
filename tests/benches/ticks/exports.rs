//! What the measurements call.
#![allow(missing_docs)]

use deal_network::{
    Point,
    layout::{Spring, Ticks},
};
use wasm_bindgen::prelude::*;

#[wasm_bindgen]
pub struct Engine {
    ticks: Ticks,
}

#[wasm_bindgen]
impl Engine {
    /// Places as x, y, x, y.
    #[wasm_bindgen(constructor)]
    pub fn new(unit: f32, from: &[u32], to: &[u32], places: &[f32]) -> Engine {
        let springs: Vec<Spring> = from.iter().zip(to).map(|(&a, &b)| Spring { a, b }).collect();
        let points = places.chunks_exact(2).map(|at| Point::new(at[0], at[1])).collect();
        Engine { ticks: Ticks::new(unit, &springs, points) }
    }

    pub fn tick(&mut self, count: u32) {
        for _ in 0..count {
            self.ticks.tick();
        }
    }

    pub fn places(&self) -> Vec<f32> {
        flat(self.ticks.points())
    }

    /// The forces of the next tick, without springs.
    pub fn pushes(&self) -> Vec<f32> {
        flat(&self.ticks.pushes())
    }
}

fn flat(points: &[Point]) -> Vec<f32> {
    points.iter().flat_map(|point| [point.x, point.y]).collect()
}
