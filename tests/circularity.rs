//! How much could be arranged in loops: against a linear program, its own certificate, and known networks.
#![allow(missing_docs, clippy::unwrap_used)]

mod common;

use deal_network::arcs::{Arc, ArcId, Arcs, Filter};
use deal_network::circularity::Circularity;
use deal_network::cycles::{self, Bounds, Cycles, Search};
use deal_network::network::{Amount, Company, CompanyId, Deal, Network};
use microlp::{ComparisonOp, OptimizationDirection, Problem, SolveOutcome, Variable};
use proptest::prelude::*;

/// A deal: who gives, who receives, hundredths.
type Row = (u32, u32, Option<u64>);

fn network(companies: u32, rows: &[Row]) -> Network {
    let all = (0..companies).map(|n| Company { id: format!("c{n:06}"), ..Company::default() }).collect();
    let deals = rows.iter().enumerate().map(|(n, &(from, to, amount))| Deal {
        id: format!("d{n}"),
        amount: amount.map(Amount),
        ..Deal::new(CompanyId(from % companies), CompanyId(to % companies))
    });
    Network::new(all, deals.collect()).unwrap()
}

fn arcs(companies: u32, rows: &[Row]) -> Arcs {
    Arcs::new(&network(companies, rows), &Filter::default())
}

fn ids(arcs: &Arcs) -> impl Iterator<Item = (ArcId, &Arc)> {
    arcs.all().iter().enumerate().map(|(n, arc)| (ArcId(n as u32), arc))
}

/// Amounts of very different sizes, and arcs without one.
fn amounts() -> impl Strategy<Value = Option<u64>> {
    prop_oneof![
        1 => Just(None),
        4 => (0_u64..10).prop_map(Some),
        4 => (0_u64..100_000).prop_map(Some),
        1 => (0_u32..7, 1_u64..10).prop_map(|(zeros, digit)| Some(digit * 10_u64.pow(zeros))),
    ]
}

fn rows(companies: u32, most: usize) -> impl Strategy<Value = Vec<Row>> {
    prop::collection::vec((0..companies, 0..companies, amounts()), 0..most)
}

/// Checks that the split is a circulation, and that no other has a larger sum; without trusting any sum of ours.
fn check(arcs: &Arcs, circularity: &Circularity) {
    let mut balance = vec![0_i128; circularity.potentials().len()];
    let mut net = balance.clone();
    let (mut total, mut circular, mut bound) = (0_u128, 0_u128, 0_u128);
    for (id, arc) in ids(arcs) {
        let (amount, on) = (arc.amount.unwrap_or_default().0, circularity.on(id).0);
        let (from, to) = (arc.from.index(), arc.to.index());
        let gain = 1 + circularity.potentials()[to] - circularity.potentials()[from];
        assert!(circularity.filled(id).0 <= on && on <= amount);
        // Complementary slackness.
        assert!(gain <= 0 || on == amount, "an arc that must be full");
        assert!(gain >= 0 || on == 0, "an arc that must be empty");
        balance[from] -= i128::from(on);
        balance[to] += i128::from(on);
        net[from] -= i128::from(amount);
        net[to] += i128::from(amount);
        total += u128::from(amount);
        circular += u128::from(on);
        bound += u128::from(amount) * u128::from(gain.max(0).unsigned_abs());
    }
    assert!(balance.iter().all(|&left| left == 0), "a circulation");
    assert_eq!(circular, bound, "the dual has the same value");
    assert_eq!(u128::from(circularity.circular().0), circular.min(u128::from(u64::MAX)));
    assert_eq!(u128::from(circularity.total().0), total.min(u128::from(u64::MAX)));
    let share = if total == 0 { 0.0 } else { circular as f64 / total as f64 };
    assert_eq!(circularity.share(), share);
    for (company, &net) in net.iter().enumerate() {
        assert_eq!(circularity.net(CompanyId(company as u32)), net);
    }
}

/// The linear program of the circulations, with a part of each arc for each loop.
struct Program {
    problem: Problem,
    on: Vec<Variable>,
}

impl Program {
    fn new(arcs: &Arcs, objective: f64) -> Self {
        let mut problem = Problem::new(OptimizationDirection::Maximize);
        let amount = |arc: &Arc| arc.amount.unwrap_or_default().0 as f64;
        let on: Vec<Variable> =
            arcs.all().iter().map(|arc| problem.add_var(objective, (0.0, amount(arc)))).collect();
        for company in arcs.companies() {
            let sides = arcs.all().iter().zip(&on).filter_map(|(arc, &on)| match company {
                at if at == arc.from => Some((on, -1.0)),
                at if at == arc.to => Some((on, 1.0)),
                _ => None,
            });
            problem.add_constraint(sides.collect::<Vec<_>>(), ComparisonOp::Eq, 0.0);
        }
        Self { problem, on }
    }

    fn solve(&self) -> f64 {
        match self.problem.solve().unwrap() {
            SolveOutcome::Solution(solution) => solution.objective(),
            SolveOutcome::Interrupted(_) => panic!("no limit was set"),
        }
    }
}

fn loops(arcs: &Arcs, max_length: u32) -> Cycles {
    let mut search = Search::new(arcs, Bounds { max_length: Some(max_length), ..Bounds::default() });
    while !search.run(u64::MAX) {}
    search.into_cycles()
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(1_000))]

    #[test]
    fn is_what_a_linear_program_finds((companies, rows) in (1_u32..14).prop_flat_map(|n| (Just(n), rows(n, 60)))) {
        let arcs = arcs(companies, &rows);
        let circularity = Circularity::of(&arcs);
        check(&arcs, &circularity);
        let expected = Program::new(&arcs, 1.0).solve();
        prop_assert!((circularity.circular().0 as f64 - expected).abs() < 0.5, "{expected}");
        let unpriced = arcs.all().iter().filter(|arc| arc.amount.is_none()).count();
        prop_assert_eq!(circularity.undisclosed(), unpriced);
    }
}

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

    /// Larger networks with amounts up to the largest that fit, by their certificate; whatever the slices.
    #[test]
    fn is_exact_for_amounts_of_any_size(
        (companies, rows) in (20_u32..80).prop_flat_map(|n| (
            Just(n),
            prop::collection::vec((0..n, 0..n, (0_u32..64, any::<u64>()).prop_map(|(s, x)| Some(x >> s))), 0..400),
        )),
        slice in 0_u64..2_000,
    ) {
        let arcs = arcs(companies, &rows);
        let mut circularity = Circularity::new(&arcs);
        while !circularity.run(slice) {}
        check(&arcs, &circularity);
        let cycles = loops(&arcs, 3);
        for cycle in cycles.ids() {
            circularity.fill(cycles.arcs(cycle));
        }
        check(&arcs, &circularity);
    }
}

// 0 --5--> 1 --4--> 2 --9--> 0, and 1 --3--> 0: only one hundredth is left for the pair.
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

#[test]
fn networks_without_money_in_loops_have_none() {
    for (rows, total, undisclosed) in [
        (&[][..], 0, 0),
        (&[(0, 1, Some(7))], 7, 0),
        (&[(0, 1, None), (1, 0, None)], 0, 2),
        (&[(0, 1, Some(7)), (1, 0, None)], 7, 1),
        (&[(0, 1, Some(7)), (1, 0, Some(0))], 7, 0),
        (&[(0, 0, Some(7))], 0, 0),
    ] {
        let arcs = arcs(3, rows);
        let mut circularity = Circularity::of(&arcs);
        check(&arcs, &circularity);
        assert_eq!(
            (circularity.total(), circularity.undisclosed()),
            (Amount(total), undisclosed),
            "{rows:?}"
        );
        assert_eq!((circularity.circular(), circularity.share()), (Amount(0), 0.0), "{rows:?}");
        let cycles = loops(&arcs, 3);
        assert!(cycles.ids().all(|cycle| circularity.fill(cycles.arcs(cycle)) == Amount(0)), "{rows:?}");
    }
    assert_eq!(Circularity::of(&arcs(1, &[])).net(CompanyId(0)), 0);
}

#[test]
fn large_networks_are_proven_too() {
    let ring: Vec<Row> = (0..30_000).map(|n| (n, n + 1, Some(1_000 + u64::from(n) * 7_919 % 503))).collect();
    let arcs = arcs(30_000, &ring);
    let circularity = Circularity::of(&arcs);
    check(&arcs, &circularity);
    assert_eq!(circularity.circular(), Amount(1_000 * 30_000));
    // One company after another, and four more arcs from each: sizes from 1 to more than 2^60.
    let web: Vec<Row> = (0..15_000_u32)
        .map(|n| {
            let mixed = (u64::from(n) + 1).wrapping_mul(0x9e37_79b9_7f4a_7c15);
            let to = if n < 3_000 { n + 1 } else { (mixed >> 33) as u32 };
            (n, to, Some(mixed >> (n % 61)))
        })
        .collect();
    let arcs = self::arcs(3_000, &web);
    let circularity = Circularity::of(&arcs);
    check(&arcs, &circularity);
    assert!(circularity.circular() > Amount(1 << 40));
}
