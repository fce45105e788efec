//! Whether those who are joined stand together.

use deal_network::Point;

use crate::case::Case;

/// The mean, over companies with partners, of how many of its `k` partners and its `k` nearest on the picture are
/// the same: those in both over those in either. 1 at best.
pub fn kept(case: &Case, points: &[Point]) -> f64 {
    let (mut sum, mut count) = (0.0, 0.0);
    for (body, partners) in case.around.iter().enumerate().filter(|(_, partners)| !partners.is_empty()) {
        let mut others: Vec<usize> = (0..points.len()).filter(|&other| other != body).collect();
        let distance = |other: usize| (points[other] - points[body]).length();
        others.sort_by(|&a, &b| distance(a).total_cmp(&distance(b)));
        let both = others[..partners.len()].iter().filter(|other| partners.contains(other)).count();
        sum += both as f64 / (2 * partners.len() - both) as f64;
        count += 1.0;
    }
    sum / count
}
