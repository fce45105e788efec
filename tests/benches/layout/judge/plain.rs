//! Stress alone, the reference for stress: Zheng, Pawar and Goodman, "Graph drawing by stochastic gradient descent",
//! IEEE TVCG 25 (2019), with their schedule. No wheels, no circles, no labels, no stage.

use deal_network::Point;

use crate::case::{Case, FAR};

const ROUNDS: u32 = 60;
const LAST_STEP: f64 = 0.1;

/// A pair of bodies in one piece, and their distance.
struct Pair {
    a: usize,
    b: usize,
    distance: f64,
}

/// Another arrangement for each seed.
pub fn arrange(case: &Case, seed: u64) -> Vec<Point> {
    let mut dice = Dice(seed);
    let count = case.bodies.len();
    // Pieces are pushed apart by as much as they would be if one more link joined their ends.
    let reached = case.hops.iter().flatten().filter(|&&hops| hops != FAR);
    let beyond = f64::from(reached.max().copied().unwrap_or(0)) + 1.0;
    let mut pairs = Vec::new();
    for a in 0..count {
        for b in a + 1..count {
            let hops = case.hops[a][b];
            let distance = if hops == FAR { beyond } else { f64::from(hops) };
            pairs.push(Pair { a, b, distance });
        }
    }
    let mut points: Vec<[f64; 2]> = (0..count).map(|_| [dice.unit(), dice.unit()]).collect();
    let farthest = pairs.iter().map(|pair| pair.distance).fold(1.0, f64::max);
    let (first, last) = (farthest * farthest, LAST_STEP);
    for round in 0..ROUNDS {
        for place in (1..pairs.len()).rev() {
            pairs.swap(place, dice.below(place + 1));
        }
        let step = first * (last / first).powf(f64::from(round) / f64::from(ROUNDS - 1));
        for &Pair { a, b, distance } in &pairs {
            let across = [points[b][0] - points[a][0], points[b][1] - points[a][1]];
            let length = across[0].hypot(across[1]).max(1e-9);
            let share = (step / (distance * distance)).min(1.0) * (length - distance) / (2.0 * length);
            for axis in 0..2 {
                points[a][axis] += share * across[axis];
                points[b][axis] -= share * across[axis];
            }
        }
    }
    points.iter().map(|at| Point::new(at[0] as f32, at[1] as f32)).collect()
}

/// `SplitMix64`.
struct Dice(u64);

impl Dice {
    const fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mut bits = self.0;
        bits = (bits ^ (bits >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        bits = (bits ^ (bits >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        bits ^ (bits >> 31)
    }

    /// From 0 to 1.
    const fn unit(&mut self) -> f64 {
        (self.next() >> 11) as f64 / (1_u64 << 53) as f64
    }

    const fn below(&mut self, bound: usize) -> usize {
        (self.next() % bound as u64) as usize
    }
}
