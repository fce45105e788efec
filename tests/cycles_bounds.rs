//! What ends a search, and networks on which careless searches never end.
#![allow(missing_docs, clippy::unwrap_used)]

#[path = "common/graphs.rs"]
mod graphs;

use deal_network::cycles::{Bounds, Cycles, Search, Stop};
use graphs::{arcs, brute_force, complete, random, ring, search};

const SLICE: u64 = 20_000;

#[test]
fn bounds_end_the_search_and_say_so() {
    let arcs = arcs(8, &complete(8));
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

/// What is said to be complete while the search goes on is.
#[test]
fn progress_tells_the_length_up_to_which_all_is_found() {
    let pairs = random(40, 140, 3);
    let all = brute_force(40, &pairs, 8);
    let arcs = arcs(40, &pairs);
    for bounds in [
        Bounds { max_length: Some(8), max_loops: 200, ..Bounds::default() },
        Bounds { max_length: Some(8), max_steps: 3_000, ..Bounds::default() },
        Bounds { max_length: Some(8), ..Bounds::default() },
    ] {
        let mut search = Search::new(&arcs, bounds);
        let mut last = search.progress();
        let (mut page, mut counts) = (Cycles::default(), [0; 9]);
        while !search.run(10) {
            let now = search.progress();
            assert!(now.steps > last.steps && now.complete_to >= last.complete_to);
            assert!((0.0..=1.0).contains(&now.share) && now.complete_to <= now.searching_to);
            last = now;
        }
        search.take(&mut page);
        for (length, count) in page.by_length() {
            counts[length as usize] += count as usize;
        }
        let complete_to = search.progress().complete_to as usize;
        for (length, &count) in counts.iter().enumerate().take(complete_to + 1) {
            assert_eq!(count, all.iter().filter(|cycle| cycle.len() == length).count());
        }
        assert_eq!(complete_to == 8, search.stopped_by().is_none());
        assert!(complete_to > 1);
    }
}

#[test]
fn big_rings_are_found_and_overflow_nothing() {
    // In the order of the ids and against it: the same ring, found from other ends.
    for stride in [1, 7_919] {
        let size = 100_000;
        let arcs = arcs(size, &ring(size, stride));
        for (max_length, count) in [(Some(5), 0), (Some(8), 0), (None, 1)] {
            let found = search(&arcs, Bounds { max_length, ..Bounds::default() }, SLICE);
            assert_eq!((found.cycles().len(), found.stopped_by()), (count, None), "{max_length:?}");
        }
    }
}

#[test]
fn dense_networks_end_with_the_shortest_loops() {
    let deals = random(300, 20_000, 1);
    for (companies, pairs) in [(20, complete(20)), (100, complete(100)), (300, deals)] {
        let short = brute_force(companies, &pairs, 3).len();
        let arcs = arcs(companies, &pairs);
        for max_length in [Some(5), Some(8), None] {
            let bounds = Bounds { max_length, ..Bounds::default() };
            let found = search(&arcs, bounds, SLICE);
            // 20 companies have 403,636 loops of up to five.
            let is_complete = companies == 20 && max_length == Some(5);
            assert_eq!(found.stopped_by(), (!is_complete).then_some(Stop::Loops));
            assert_eq!(found.cycles().len(), if is_complete { 403_636 } else { 1_000_000 });
            let counts = found.cycles().by_length();
            assert_eq!(counts[..2].iter().map(|count| count.1).sum::<u64>(), short as u64);
        }
    }
}
