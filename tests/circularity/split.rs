//! Which loops have how much.

use super::common;
use super::program::Program;
use super::{arcs, check, ids, loops, rows};
use deal_network::arcs::{ArcId, Arcs, Filter};
use deal_network::circularity::Circularity;
use deal_network::cycles;
use deal_network::network::{Amount, CompanyId};
use microlp::ComparisonOp;
use proptest::prelude::*;

proptest! {
    #![proptest_config(ProptestConfig::with_cases(300))]

    /// Each loop in turn gets what a linear program says that it can have, and the sum stays the largest.
    #[test]
    fn fills_loops_in_the_order_given((companies, rows) in (2_u32..8).prop_flat_map(|n| (Just(n), rows(n, 24)))) {
        let arcs = arcs(companies, &rows);
        let mut circularity = Circularity::of(&arcs);
        let largest = circularity.circular();
        let cycles = loops(&arcs, 4);
        let mut before: Vec<(&[ArcId], f64)> = Vec::new();
        for cycle in cycles.ids().take(12).map(|id| cycles.arcs(id)) {
            let amount = circularity.fill(cycle).0 as f64;
            let mut program = Program::new(&arcs, 0.0);
            let all: Vec<_> = program.on.iter().map(|&on| (on, 1.0)).collect();
            program.problem.add_constraint(all, ComparisonOp::Eq, largest.0 as f64);
            let own = program.problem.add_var(1.0, (0.0, f64::INFINITY));
            for (id, _) in ids(&arcs) {
                let kept: f64 = before.iter().filter(|(arcs, _)| arcs.contains(&id)).map(|(_, x)| x).sum();
                let part = if cycle.contains(&id) { -1.0 } else { 0.0 };
                let on = program.on[id.index()];
                program.problem.add_constraint([(on, 1.0), (own, part)], ComparisonOp::Ge, kept);
            }
            prop_assert_eq!(amount, (program.solve() + 1e-4).floor());
            before.push((cycle, amount));
        }
        for (id, _) in ids(&arcs) {
            let kept: f64 = before.iter().filter(|(arcs, _)| arcs.contains(&id)).map(|(_, x)| x).sum();
            prop_assert_eq!(circularity.filled(id).0 as f64, kept);
        }
        check(&arcs, &circularity);
        prop_assert_eq!(circularity.circular(), largest);
        for (cycle, _) in before {
            prop_assert_eq!(circularity.fill(cycle), Amount(0), "full is full");
        }
    }
}

#[test]
fn the_order_of_the_loops_decides_where_the_same_sum_runs() {
    let rows = [(0, 1, Some(5)), (1, 2, Some(4)), (2, 0, Some(9)), (1, 0, Some(3))];
    let arcs = arcs(3, &rows);
    let cycles = loops(&arcs, 3);
    let [pair, triangle] = [0, 1].map(|n| cycles.arcs(cycles::CycleId(n)));
    // 4 round three companies and 1 round two: 14. More for the pair, though first, would be less in all.
    let mut circularity = Circularity::of(&arcs);
    assert_eq!(circularity.circular(), Amount(14));
    assert_eq!([pair, triangle].map(|cycle| circularity.fill(cycle)), [Amount(1), Amount(4)]);

    // Two triangles over the same side: what one has, the other has not.
    let rows = [(0, 1, Some(5)), (1, 2, Some(5)), (2, 0, Some(5)), (1, 3, Some(5)), (3, 0, Some(5))];
    let arcs = self::arcs(4, &rows);
    let cycles = loops(&arcs, 3);
    for order in [[0, 1], [1, 0]] {
        let mut circularity = Circularity::of(&arcs);
        assert_eq!(circularity.circular(), Amount(15));
        let filled = order.map(|n| circularity.fill(cycles.arcs(cycles::CycleId(n))));
        assert_eq!(filled, [Amount(5), Amount(0)]);
        let side = arcs.find(CompanyId(0), CompanyId(1)).unwrap();
        assert_eq!((circularity.on(side), circularity.filled(side)), (Amount(5), Amount(5)));
    }
}

// Round 0, 1, 2, 3 there is `most` on every arc. 1 -> 2 and 3 -> 0 are always full, and so is 2 -> 1: 0 -> 1 and
// 2 -> 3 have what is left together, in any shares thanks to 0 -> 2 and 1 -> 3, which lie on shorter loops.
#[test]
fn a_loop_that_crosses_a_full_cut_twice_has_the_half_of_it() {
    for (most, back) in [(10, 5), (u64::MAX, u64::MAX)] {
        let pairs = [(0, 1), (1, 2), (2, 3), (3, 0), (1, 3), (0, 2)];
        let mut rows = pairs.map(|(from, to)| (from, to, Some(most))).to_vec();
        rows.push((2, 1, Some(back)));
        let arcs = arcs(4, &rows);
        let path = |companies: &[u32]| -> Vec<ArcId> {
            let next = companies.iter().cycle().skip(1);
            companies
                .iter()
                .zip(next)
                .map(|(&a, &b)| arcs.find(CompanyId(a), CompanyId(b)).unwrap())
                .collect()
        };
        let mut circularity = Circularity::of(&arcs);
        // Half of 15, or of `u64::MAX`, in whole hundredths; the odd one can go round by either arc.
        let half = most - back.div_ceil(2);
        assert_eq!(circularity.fill(&path(&[0, 1, 2, 3])), Amount(half));
        assert_eq!(circularity.fill(&path(&[0, 1, 3])), Amount(1));
        assert_eq!(circularity.fill(&path(&[0, 2, 3])), Amount(0));
        check(&arcs, &circularity);
    }
}

#[test]
fn the_ai_deals_fill_their_highest_loops_first() {
    let network = common::ai_deals();
    let arcs = Arcs::new(&network, &Filter::default());
    let mut circularity = Circularity::of(&arcs);
    let largest = circularity.circular();
    let cycles = loops(&arcs, 5);
    let mut rest = largest.0;
    let mut filled = Vec::new();
    for cycle in cycles::rank(&network, &arcs, &cycles).into_iter().map(|id| cycles.arcs(id)) {
        let amount = circularity.fill(cycle);
        rest -= amount.0 * cycle.len() as u64;
        if amount > Amount(0) {
            filled.push((cycles::id(&network, &cycles::companies(&arcs, cycle)), amount.units() / 1e9));
        }
    }
    check(&arcs, &circularity);
    assert_eq!(circularity.circular(), largest);
    let highest = [("amazon>openai", 50.0), ("anthropic>google", 43.75), ("amazon>anthropic", 33.0)];
    assert_eq!(filled[..3], highest.map(|(id, amount)| (id.to_owned(), amount)));
    // Eleven of the 240 loops hold all of it: no longer loop is needed.
    assert_eq!((filled.len(), rest), (11, 0));
}
