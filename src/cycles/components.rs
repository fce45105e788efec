//! Strongly connected components: companies of which each leads to every other.

use super::Link;
use super::graph::Side;

/// The mark of a company that has not been found yet.
const NEW: u32 = 0;

/// Drops the links that lead from one strongly connected component to another: none is on a cycle. Returns how
/// many companies the largest component has.
///
/// Depth first. Companies are marked with numbers as they are found, and listed until their component is known.
/// Whatever leads back to a number joins all found since; `firsts` are the numbers at which a component may begin.
/// When the walk leaves such a company, those listed from it on are one.
///
/// ```text
///   1 -> 2 -> 3 -> 2     firsts 1, 2, 3; 3 leads back to 2: firsts 1, 2; leaving 2: 2 and 3 are one; leaving 1: 1 is
/// ```
///
/// # Complexity
/// O(companies + links), no recursion.
///
/// # Source
/// Gabow, *Path-based depth-first search for strong and biconnected components* (2000). Not petgraph's, which wants a
/// graph of its own: that was a tenth of the search of a thousand companies.
pub fn keep_inner(companies: usize, links: &mut Vec<Link>) -> u32 {
    let out = Side::new(companies, links, true);
    let mut marks = vec![NEW; companies].into_boxed_slice();
    let (mut path, mut listed, mut firsts) = (Vec::new(), Vec::new(), Vec::new());
    // Components are numbered from above, so that whatever leads to one joins nothing.
    let (mut component, mut largest) = (u32::MAX, 0);
    for root in 0..companies as u32 {
        let mut next = Some(root);
        while let Some(company) = next {
            let mark = &mut marks[company as usize];
            if *mark == NEW {
                listed.push(company);
                *mark = listed.len() as u32;
                firsts.push(*mark);
                path.push((*mark, out.of(company).iter()));
            }
            while firsts.last().is_some_and(|first| first > mark) {
                firsts.pop();
            }
            next = None;
            while let Some((mark, ways)) = path.last_mut() {
                next = ways.next().map(|way| way.company);
                if next.is_some() {
                    break;
                }
                if firsts.last() == Some(mark) {
                    firsts.pop();
                    let start = *mark as usize - 1;
                    largest = largest.max(listed.len() - start);
                    for &member in &listed[start..] {
                        marks[member as usize] = component;
                    }
                    listed.truncate(start);
                    component -= 1;
                }
                path.pop();
            }
        }
    }
    links.retain(|link| marks[link.from as usize] == marks[link.to as usize]);
    largest as u32
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::arcs::ArcId;
    use proptest::prelude::*;

    proptest! {
        /// Two companies are in one component if each leads to the other.
        #[test]
        fn keeps_what_leads_back(pairs in prop::collection::vec((0..9_usize, 0..9_usize), 0..24)) {
            let mut leads = [[false; 9]; 9];
            for &(from, to) in &pairs {
                leads[from][to] = true;
            }
            for by in 0..9 {
                for from in 0..9 {
                    for to in 0..9 {
                        leads[from][to] |= leads[from][by] && leads[by][to];
                    }
                }
            }
            let link = |&(from, to): &(usize, usize)| Link { from: from as u32, to: to as u32, arc: ArcId(0) };
            let mut links: Vec<_> = pairs.iter().map(link).collect();
            let largest = keep_inner(9, &mut links);
            let left: Vec<_> = links.iter().map(|link| (link.from as usize, link.to as usize)).collect();
            let inner = pairs.iter().copied().filter(|&(from, to)| leads[to][from]);
            prop_assert_eq!(left, inner.collect::<Vec<_>>());
            let both = |from: usize| (0..9).filter(|&to| from == to || leads[from][to] && leads[to][from]).count();
            prop_assert_eq!(Some(largest as usize), (0..9).map(both).max());
        }
    }
}
