//! What a layout is judged by, each defined once, the same for every layout.

mod angles;
pub mod crossings;
mod neighbours;
pub mod overlaps;
pub mod stress;
#[cfg(test)]
mod tests;
mod under;
pub mod wheels;

use deal_network::Point;

use crate::case::Case;

/// How many measures there are.
pub const COUNT: usize = 9;

/// What each is called, and whether more of it is better.
pub const NAMES: [(&str, bool); COUNT] = [
    ("stress", false),
    ("neighbours", true),
    ("crossings", false),
    ("circles", false),
    ("labels", false),
    ("under", false),
    ("roundness", true),
    ("clockwise", true),
    ("angle", true),
];

/// The places of some of them.
pub const STRESS: usize = 0;
pub const CROSSINGS: usize = 2;
pub const ROUNDNESS: usize = 6;
const CLOCKWISE: usize = 7;

/// A layout that knows no stage is made as large as fits; ours, which was made for the stage, at most smaller.
pub const ANY_SIZE: f32 = 1e6;
pub const OWN_SIZE: f32 = 1.0;

/// All measures of a layout, in the order of [`NAMES`]; not a number where there is nothing to measure.
#[derive(Clone, Copy)]
pub struct Measures(pub [f64; COUNT]);

impl Measures {
    pub fn of(case: &Case, points: &[Point], size: f32) -> Self {
        let on_stage = overlaps::on_stage(case, points, size);
        let (round, clockwise) = wheels::shape(case, points);
        Self([
            stress::stress(case, points),
            neighbours::kept(case, points),
            crossings::count(case, points) as f64,
            overlaps::circles(case, &on_stage) as f64,
            overlaps::labels(case, &on_stage) as f64,
            under::count(case, &on_stage) as f64,
            round,
            clockwise,
            angles::smallest(case, points),
        ])
    }
}

/// The median of each measure over several starts; of the share that turns clockwise the mean, because a layout and
/// its mirror image are as likely.
pub fn median(all: &[Measures]) -> Measures {
    let mut medians = [f64::NAN; COUNT];
    for (place, median) in medians.iter_mut().enumerate() {
        let mut values: Vec<f64> = all.iter().map(|one| one.0[place]).collect();
        values.sort_by(f64::total_cmp);
        let half = values.len() / 2;
        *median = if place == CLOCKWISE {
            values.iter().sum::<f64>() / values.len() as f64
        } else if values.len().is_multiple_of(2) {
            f64::midpoint(values[half - 1], values[half])
        } else {
            values[half]
        };
    }
    Measures(medians)
}
