//! The loops that rank first, against all loops in the order of their rank.
#![allow(missing_docs, clippy::unwrap_used)]

#[path = "common/graphs.rs"]
mod graphs;

use deal_network::arcs::{Arcs, Filter};
use deal_network::cycles::{Bounds, Stop, Top, rank};
use deal_network::network::{Amount, Company, CompanyId, Deal, Network};
use graphs::{complete, network, numbers, search};
use proptest::prelude::*;

/// Deals with amounts of which many are equal and some are missing. Ids are such that loops' ids compare
/// differently from their companies in order.
fn deals(size: u32, rows: &[(u32, u32, Option<u64>)]) -> Network {
    let names = ["a", "a!", "a%", "a>", "b", "b!", "c", "c ", "d", "e"];
    let all = names[..size as usize].iter().map(|id| Company { id: (*id).into(), ..Company::default() });
    let deals = rows.iter().enumerate().map(|(n, &(from, to, amount))| Deal {
        id: format!("d{n}"),
        amount: amount.map(Amount),
        ..Deal::new(CompanyId(from), CompanyId(to))
    });
    Network::new(all.collect(), deals.collect()).unwrap()
}

fn top(network: &Network, arcs: &Arcs, bounds: Bounds, slice: u64) -> Top {
    let mut top = Top::new(arcs, bounds);
    while !top.run(network, arcs, slice) {}
    top
}

/// The first so many of all, by rank.
fn first(network: &Network, arcs: &Arcs, bounds: Bounds) -> Vec<Vec<u32>> {
    let all = search(arcs, Bounds { max_loops: u32::MAX, ..bounds }, u64::MAX);
    let ranking = rank(network, arcs, all.cycles());
    let all = numbers(arcs, all.cycles());
    ranking.iter().take(bounds.max_loops as usize).map(|cycle| all[cycle.index()].clone()).collect()
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(5_000))]

    #[test]
    fn finds_the_first_of_all(
        size in 2_u32..=10,
        rows in prop::collection::vec((0_u32..10, 0_u32..10, prop::option::weighted(0.85, 0_u64..12)), 0..50),
        max_length in prop::option::of(2_u32..11),
        max_loops in 0_u32..30,
        slice in 1_u64..100,
    ) {
        let rows: Vec<_> = rows.into_iter().map(|(a, b, amount)| (a % size, b % size, amount)).collect();
        let network = deals(size, &rows);
        let arcs = Arcs::new(&network, &Filter::default());
        let bounds = Bounds { max_length, max_loops, max_steps: u64::MAX };
        let top = top(&network, &arcs, bounds, slice);
        let expected = first(&network, &arcs, bounds);
        prop_assert_eq!(top.stopped_by(), None);
        prop_assert_eq!(top.certain(), expected.len());
        prop_assert_eq!(numbers(&arcs, top.cycles()), expected);
    }

    /// What is called certain where steps ran out is what there would be without the bound.
    #[test]
    fn what_is_certain_is_right(
        rows in prop::collection::vec((0_u32..8, 0_u32..8, prop::option::weighted(0.9, 0_u64..30)), 20..50),
        max_steps in 0_u64..1_500,
    ) {
        let network = deals(8, &rows);
        let arcs = Arcs::new(&network, &Filter::default());
        let bounds = Bounds { max_length: None, max_loops: 20, max_steps };
        let top = top(&network, &arcs, bounds, 10);
        let expected = first(&network, &arcs, Bounds { max_steps: u64::MAX, ..bounds });
        let found = numbers(&arcs, top.cycles());
        prop_assert!(top.certain() <= found.len());
        prop_assert_eq!(&found[..top.certain()], &expected[..top.certain()]);
        prop_assert_eq!(top.stopped_by().is_some(), top.stopped_by() == Some(Stop::Steps));
        if top.stopped_by().is_none() {
            prop_assert_eq!(found, expected);
        }
    }
}

/// Without amounts, or with equal ones, all loops must be looked at: the steps end it.
#[test]
fn says_so_where_steps_run_out() {
    let network = network(30, &complete(30));
    let arcs = Arcs::new(&network, &Filter::default());
    let bounds = Bounds { max_length: None, max_loops: 10, max_steps: 100_000 };
    let top = top(&network, &arcs, bounds, 1_000);
    assert_eq!((top.stopped_by(), top.certain()), (Some(Stop::Steps), 0));
    assert_eq!(top.cycles().len(), 10);
}

#[test]
fn a_search_that_is_cancelled_keeps_what_it_has() {
    let network = network(30, &complete(30));
    let arcs = Arcs::new(&network, &Filter::default());
    let mut top = Top::new(&arcs, Bounds::default());
    assert!(!top.run(&network, &arcs, 50_000));
    top.cancel(&network, &arcs);
    assert!(top.run(&network, &arcs, 1));
    assert_eq!(top.stopped_by(), Some(Stop::Cancelled));
    assert!(!top.cycles().is_empty());
}

/// More loops tie than are kept while searching.
#[test]
fn many_equal_loops_are_ranked_all_the_same() {
    let rows: Vec<_> = complete(8).into_iter().map(|(a, b)| (a, b, Some(5))).collect();
    let network = deals(8, &rows);
    let arcs = Arcs::new(&network, &Filter::default());
    let bounds = Bounds { max_length: None, max_loops: 50, max_steps: u64::MAX };
    let top = top(&network, &arcs, bounds, 1_000);
    assert_eq!(top.certain(), 50);
    assert_eq!(numbers(&arcs, top.cycles()), first(&network, &arcs, bounds));
}

/// Company 0 fails because 7 is in the way, 7 for want of length: when 7 is left, 0 leads on again.
#[test]
fn who_waited_for_a_company_that_failed_for_length_leads_on_again() {
    let rows = [
        (3, 4, Some(6)),
        (5, 7, Some(6)),
        (7, 6, Some(6)),
        (7, 0, Some(6)),
        (5, 2, Some(6)),
        (1, 0, Some(5)),
        (0, 7, Some(5)),
        (4, 5, Some(6)),
        (1, 4, Some(6)),
        (1, 2, Some(5)),
        (2, 1, None),
        (6, 3, Some(0)),
        (7, 1, Some(0)),
    ];
    let network = deals(8, &rows);
    let arcs = Arcs::new(&network, &Filter::default());
    let bounds = Bounds { max_length: None, max_loops: 100, max_steps: u64::MAX };
    let top = top(&network, &arcs, bounds, 1);
    assert!(numbers(&arcs, top.cycles()).contains(&vec![0, 7, 6, 3, 4, 5, 2, 1]));
}
