//! The cycle search against brute force and known counts.
#![allow(missing_docs, clippy::unwrap_used)]

use deal_network::arcs::{Arcs, Filter};
use deal_network::cycles::{Bounds, Search, Stop, companies, id, parse_id};
use deal_network::network::{Company, CompanyId, Deal, Network};
use proptest::prelude::*;
use std::collections::BTreeSet;

fn network(companies: u32, pairs: &[(u32, u32)]) -> Network {
    let all = (0..companies).map(|n| Company { id: format!("c{n:03}"), ..Company::default() }).collect();
    let deals = pairs
        .iter()
        .enumerate()
        .map(|(n, &(from, to))| Deal { id: format!("d{n}"), ..Deal::new(CompanyId(from), CompanyId(to)) });
    Network::new(all, deals.collect()).unwrap()
}

fn search(arcs: &Arcs, bounds: Bounds, slice: u64) -> Search {
    let mut search = Search::new(arcs, bounds);
    while !search.run(slice) {}
    search
}

fn found(arcs: &Arcs, max_length: Option<u32>, slice: u64) -> Vec<Vec<u32>> {
    let search = search(arcs, Bounds { max_length, ..Bounds::default() }, slice);
    assert_eq!(search.stopped_by(), None);
    let cycles = search.cycles();
    cycles.ids().map(|cycle| companies(arcs, cycles.arcs(cycle)).iter().map(|id| id.0).collect()).collect()
}

/// All elementary cycles, by trying every walk from every company that is the smallest of its walk.
fn brute_force(companies: u32, pairs: &BTreeSet<(u32, u32)>, max_length: usize) -> BTreeSet<Vec<u32>> {
    fn walk(path: &mut Vec<u32>, pairs: &BTreeSet<(u32, u32)>, longest: usize, out: &mut BTreeSet<Vec<u32>>) {
        let last = *path.last().unwrap();
        for &(_, to) in pairs.range((last, 0)..=(last, u32::MAX)) {
            if to == path[0] && path.len() >= 2 {
                out.insert(path.clone());
            } else if to > path[0] && !path.contains(&to) && path.len() < longest {
                path.push(to);
                walk(path, pairs, longest, out);
                path.pop();
            }
        }
    }
    let mut out = BTreeSet::new();
    for root in 0..companies {
        walk(&mut vec![root], pairs, max_length, &mut out);
    }
    out
}

fn complete(size: u32) -> Vec<(u32, u32)> {
    (0..size).flat_map(|a| (0..size).map(move |b| (a, b))).filter(|(a, b)| a != b).collect()
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(10_000))]

    /// With parallel deals, self deals and several components; whatever the slices.
    #[test]
    fn finds_what_brute_force_finds(
        size in 1_u32..9,
        raw in prop::collection::vec((0_u32..9, 0_u32..9), 0..40),
        max_length in 2_usize..10,
        slice in 1_u64..50,
    ) {
        let pairs: Vec<(u32, u32)> = raw.into_iter().map(|(a, b)| (a % size, b % size)).collect();
        let network = network(size, &pairs);
        let arcs = Arcs::new(&network, &Filter::default());
        let cycles = found(&arcs, Some(max_length as u32), slice);
        let lengths: Vec<usize> = cycles.iter().map(Vec::len).collect();
        prop_assert!(lengths.is_sorted());
        let distinct: BTreeSet<Vec<u32>> = cycles.iter().cloned().collect();
        prop_assert_eq!(distinct.len(), cycles.len());
        let live = pairs.into_iter().filter(|(a, b)| a != b).collect();
        prop_assert_eq!(distinct, brute_force(size, &live, max_length));
    }

    /// An id reads back as the loop it names, whatever characters the companies' ids hold.
    #[test]
    fn ids_read_back(names in prop::collection::btree_set("[a-c%>E235 ]{1,6}", 2..6), turn in 0_usize..6) {
        let all: Vec<Company> = names.iter().map(|id| Company { id: id.clone(), ..Company::default() }).collect();
        let count = all.len();
        let network = Network::new(all, Vec::new()).unwrap();
        let members: Vec<CompanyId> = (0..count as u32).map(CompanyId).collect();
        let mut turned = members.clone();
        turned.rotate_left(turn % count);
        prop_assert_eq!(parse_id(&network, &id(&network, &turned)), Some(members));
    }
}

#[test]
fn counts_of_complete_graphs_are_the_known_ones() {
    for (size, count) in [(2, 1), (3, 5), (5, 84), (8, 16_064)] {
        let network = network(size, &complete(size));
        let arcs = Arcs::new(&network, &Filter::default());
        assert_eq!(found(&arcs, None, u64::MAX).len(), count, "K{size}");
    }
}

#[test]
fn bounds_end_the_search_and_say_so() {
    let network = network(8, &complete(8));
    let arcs = Arcs::new(&network, &Filter::default());
    let all = Bounds { max_length: None, ..Bounds::default() };
    let few = search(&arcs, Bounds { max_loops: 100, ..all }, 7);
    assert_eq!((few.cycles().len(), few.stopped_by()), (100, Some(Stop::Loops)));
    // As many as there are is not too few.
    let exactly = search(&arcs, Bounds { max_loops: 16_064, ..all }, 7);
    assert_eq!((exactly.cycles().len(), exactly.stopped_by()), (16_064, None));
    let short = search(&arcs, Bounds { max_steps: 1_000, ..all }, 7);
    assert_eq!(short.stopped_by(), Some(Stop::Steps));
    assert!(!short.cycles().is_empty());
    let mut cancelled = Search::new(&arcs, all);
    assert!(!cancelled.run(50));
    cancelled.cancel();
    assert!(cancelled.run(1));
    assert_eq!(cancelled.stopped_by(), Some(Stop::Cancelled));
}

#[test]
fn a_long_ring_does_not_overflow_the_stack() {
    let size = 20_000;
    let ring: Vec<(u32, u32)> = (0..size).map(|n| (n, (n + 1) % size)).collect();
    let network = {
        let all = (0..size).map(|n| Company { id: format!("c{n:05}"), ..Company::default() }).collect();
        let deals = ring.iter().enumerate().map(|(n, &(from, to))| Deal {
            id: format!("d{n}"),
            ..Deal::new(CompanyId(from), CompanyId(to))
        });
        Network::new(all, deals.collect()).unwrap()
    };
    let arcs = Arcs::new(&network, &Filter::default());
    let search = search(&arcs, Bounds { max_length: Some(8), ..Bounds::default() }, u64::MAX);
    assert_eq!((search.cycles().len(), search.stopped_by()), (0, None));
}

#[test]
fn a_network_without_arcs_has_no_loops() {
    let network = network(3, &[(1, 1)]);
    let arcs = Arcs::new(&network, &Filter::default());
    assert!(found(&arcs, None, 1).is_empty());
}
