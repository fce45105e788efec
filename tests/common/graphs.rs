//! Networks given by pairs of numbers, and their cycles by brute force.
#![allow(missing_docs, dead_code, clippy::unwrap_used)]

use deal_network::arcs::{Arcs, Filter};
use deal_network::cycles::{Bounds, Cycles, Search, companies};
use deal_network::network::{Company, CompanyId, Deal, Network};
use std::collections::BTreeSet;

/// A deal for each pair. The companies' ids are in the order of their numbers.
pub fn network(companies: u32, pairs: &[(u32, u32)]) -> Network {
    let all = (0..companies).map(|n| Company { id: format!("c{n:06}"), ..Company::default() }).collect();
    let deals = pairs
        .iter()
        .enumerate()
        .map(|(n, &(from, to))| Deal { id: format!("d{n}"), ..Deal::new(CompanyId(from), CompanyId(to)) });
    Network::new(all, deals.collect()).unwrap()
}

pub fn arcs(companies: u32, pairs: &[(u32, u32)]) -> Arcs {
    Arcs::new(&network(companies, pairs), &Filter::default())
}

/// The search, run to its end in slices.
pub fn search(arcs: &Arcs, bounds: Bounds, slice: u64) -> Search {
    let mut search = Search::new(arcs, bounds);
    while !search.run(slice) {}
    search
}

/// Cycles as numbers of companies.
pub fn numbers(arcs: &Arcs, cycles: &Cycles) -> Vec<Vec<u32>> {
    cycles.ids().map(|cycle| companies(arcs, cycles.arcs(cycle)).iter().map(|id| id.0).collect()).collect()
}

/// All elementary cycles, by trying every walk from every company that is the smallest of its walk; in the order
/// of their length, then of their companies.
pub fn brute_force(companies: u32, pairs: &[(u32, u32)], max_length: usize) -> Vec<Vec<u32>> {
    fn walk(path: &mut Vec<u32>, pairs: &BTreeSet<(u32, u32)>, longest: usize, out: &mut Vec<Vec<u32>>) {
        let last = *path.last().unwrap();
        for &(_, to) in pairs.range((last, 0)..=(last, u32::MAX)) {
            if to == path[0] && path.len() >= 2 {
                out.push(path.clone());
            } else if to > path[0] && !path.contains(&to) && path.len() < longest {
                path.push(to);
                walk(path, pairs, longest, out);
                path.pop();
            }
        }
    }
    let pairs: BTreeSet<(u32, u32)> = pairs.iter().copied().filter(|(from, to)| from != to).collect();
    let mut out = Vec::new();
    for root in 0..companies {
        walk(&mut vec![root], &pairs, max_length, &mut out);
    }
    out.sort_by_key(|cycle| (cycle.len(), cycle.clone()));
    out
}

/// Every pair of different companies.
pub fn complete(size: u32) -> Vec<(u32, u32)> {
    (0..size).flat_map(|a| (0..size).map(move |b| (a, b))).filter(|(a, b)| a != b).collect()
}

/// One cycle of all companies, which follow each other with a stride.
pub fn ring(size: u32, stride: u32) -> Vec<(u32, u32)> {
    let company = |n: u32| (u64::from(n % size) * u64::from(stride) % u64::from(size)) as u32;
    (0..size).map(|n| (company(n), company(n + 1))).collect()
}

/// So many random deals; the same for the same seed.
pub fn random(companies: u32, deals: usize, seed: u64) -> Vec<(u32, u32)> {
    let mut state = seed;
    let mut next = move || {
        state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        ((state >> 33) % u64::from(companies)) as u32
    };
    (0..deals).map(|_| (next(), next())).collect()
}
