//! The cycle search against brute force and known counts, and the ids of what it finds.
#![allow(missing_docs, clippy::unwrap_used)]

#[path = "common/graphs.rs"]
mod graphs;

use deal_network::cycles::{Bounds, Cycles, Search, id, parse_id};
use deal_network::network::{Company, CompanyId, Network};
use graphs::{arcs, brute_force, complete, numbers, search};
use proptest::prelude::*;

const ALL: Bounds = Bounds { max_length: None, max_loops: u32::MAX, max_steps: u64::MAX };

/// Up to ten companies with parallel deals, self deals and several components.
fn small() -> impl Strategy<Value = (u32, Vec<(u32, u32)>)> {
    (1_u32..=10).prop_flat_map(|size| (Just(size), prop::collection::vec((0..size, 0..size), 0..40)))
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(10_000))]

    /// All of them, each once, by length and then by companies; whatever the slices and the bound.
    #[test]
    fn finds_what_brute_force_finds(
        (size, pairs) in small(),
        max_length in prop::option::of(2_u32..11),
        slice in 1_u64..50,
    ) {
        let arcs = arcs(size, &pairs);
        let search = search(&arcs, Bounds { max_length, ..ALL }, slice);
        prop_assert_eq!(search.stopped_by(), None);
        let expected = brute_force(size, &pairs, max_length.unwrap_or(size) as usize);
        prop_assert_eq!(numbers(&arcs, search.cycles()), expected);
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(1_000))]

    /// Where fewer are wanted than there are, they are the first of all.
    #[test]
    fn a_cut_keeps_the_first((size, pairs) in small(), wanted in 0_u32..40, slice in 1_u64..50) {
        let arcs = arcs(size, &pairs);
        let all = numbers(&arcs, search(&arcs, ALL, slice).cycles());
        let cut = search(&arcs, Bounds { max_loops: wanted, ..ALL }, slice);
        prop_assert_eq!(cut.stopped_by().is_some(), all.len() > wanted as usize);
        prop_assert_eq!(&numbers(&arcs, cut.cycles())[..], &all[..all.len().min(wanted as usize)]);
    }

    /// In pages there are as many as at once, each once, and never more than wanted.
    #[test]
    fn pages_hold_everything((size, pairs) in small(), wanted in 0_u32..400, slice in 1_u64..50) {
        let arcs = arcs(size, &pairs);
        let all = numbers(&arcs, search(&arcs, ALL, slice).cycles());
        let mut search = Search::new(&arcs, Bounds { max_loops: wanted, ..ALL });
        let (mut page, mut paged) = (Cycles::default(), Vec::new());
        loop {
            let is_done = search.run(slice);
            search.take(&mut page);
            paged.extend(numbers(&arcs, &page));
            if is_done {
                break;
            }
        }
        paged.sort_by_key(|cycle| (cycle.len(), cycle.clone()));
        prop_assert!(paged.iter().all(|cycle| all.contains(cycle)));
        paged.dedup();
        prop_assert_eq!(paged.len(), all.len().min(wanted as usize));
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
        let arcs = arcs(size, &complete(size));
        assert_eq!(search(&arcs, ALL, u64::MAX).cycles().len(), count, "K{size}");
    }
}

#[test]
fn a_network_without_arcs_has_no_loops() {
    let arcs = arcs(3, &[(1, 1)]);
    assert!(search(&arcs, ALL, 1).cycles().is_empty());
}
