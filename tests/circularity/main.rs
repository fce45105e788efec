//! How much could be arranged in loops: against a linear program, its own certificate, and known networks.
#![allow(missing_docs, clippy::unwrap_used)]

#[path = "../common/mod.rs"]
mod common;
mod program;
mod split;

use deal_network::arcs::{Arc, ArcId, Arcs, Filter};
use deal_network::circularity::Circularity;
use deal_network::cycles::{Bounds, Cycles, Search};
use deal_network::network::{Amount, Company, CompanyId, Deal, Network};
use program::Program;
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
