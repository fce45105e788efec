//! A random network in which every company gives and receives as often as in a given one.

use super::random::Random;
use crate::arcs::Arcs;
use crate::network::CompanyId;

/// Arcs that change at random while each company keeps its number of arcs out and of arcs in, no arc leads back to
/// where it starts, and no two arcs are the same.
///
/// ```text
///   a --> b        a -   > b            b                  b
///             =>      \ /       and    ^ \      =>        / ^
///   c --> d           / \             /   v              v   \
///                  c -   > d         a <-- c            a --> c
/// ```
/// An attempt takes two arcs at random and switches their ends, or now and then takes a triangle and turns it round.
/// An attempt that would break a rule leaves everything as it is *and counts*; each possible change is then as likely
/// as the change back, so in the long run every network with these degrees is equally likely. Without turned
/// triangles some could not be reached: a triangle alone has no arcs to switch.
///
/// An attempt takes O(d) for the most arcs d out of one company.
#[derive(Clone, Debug)]
pub(super) struct Rewiring {
    /// Where each arc starts: never changes, as companies keep the number of their arcs.
    tails: Vec<u32>,
    /// Where each arc leads now.
    heads: Vec<CompanyId>,
    /// The arcs out of company `c` are at `starts[c]..starts[c + 1]`.
    starts: Vec<u32>,
    random: Random,
}

impl Rewiring {
    pub fn new(arcs: &Arcs, seed: u64) -> Self {
        let companies = arcs.all().iter().map(|arc| arc.from.max(arc.to).index() + 1).max().unwrap_or(0);
        let mut starts = vec![0; companies + 1];
        for arc in arcs.all() {
            starts[arc.from.index() + 1] += 1;
        }
        for company in 0..companies {
            starts[company + 1] += starts[company];
        }
        Self {
            tails: arcs.all().iter().map(|arc| arc.from.0).collect(),
            heads: arcs.all().iter().map(|arc| arc.to).collect(),
            starts,
            random: Random(seed),
        }
    }

    /// Where each arc leads now, in the order of [`Arcs::all`].
    pub fn heads(&self) -> &[CompanyId] {
        &self.heads
    }

    /// Tries one change. There must be an arc.
    pub fn attempt(&mut self) {
        let arcs = self.heads.len();
        let first = self.random.below(arcs);
        // One attempt in five for a triangle: whatever the share, it must not depend on the network.
        let second = self.random.below(arcs + arcs / 4 + 1);
        if second < arcs {
            self.switch(first, second);
        } else {
            self.turn(first);
        }
    }

    fn switch(&mut self, first: usize, second: usize) {
        let (a, b) = (CompanyId(self.tails[first]), self.heads[first]);
        let (c, d) = (CompanyId(self.tails[second]), self.heads[second]);
        // Two arcs from one company, or to one, are turned down here too: such a switch changes nothing.
        if a != d && c != b && self.find(a, d).is_none() && self.find(c, b).is_none() {
            self.heads.swap(first, second);
        }
    }

    /// Turns a triangle round: `first` and an arc onward from its end, if one leads back from there.
    fn turn(&mut self, first: usize) {
        let (a, b) = (CompanyId(self.tails[first]), self.heads[first]);
        let onward = self.range(b);
        if onward.is_empty() {
            return;
        }
        let second = onward.start + self.random.below(onward.len());
        let c = self.heads[second];
        let Some(third) = self.find(c, a) else { return };
        let is_free = |from, to| self.find(from, to).is_none();
        if c != a && is_free(a, c) && is_free(c, b) && is_free(b, a) {
            (self.heads[first], self.heads[second], self.heads[third]) = (c, a, b);
        }
    }

    fn range(&self, company: CompanyId) -> std::ops::Range<usize> {
        self.starts[company.index()] as usize..self.starts[company.index() + 1] as usize
    }

    fn find(&self, from: CompanyId, to: CompanyId) -> Option<usize> {
        let range = self.range(from);
        self.heads[range.clone()].iter().position(|&head| head == to).map(|place| range.start + place)
    }
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::*;
    use crate::arcs::Filter;
    use crate::network::{Company, Deal, Network};
    use proptest::prelude::*;
    use std::collections::{BTreeMap, BTreeSet};

    type Pairs = BTreeSet<(u32, u32)>;

    fn rewiring(companies: u32, pairs: &Pairs, seed: u64) -> Rewiring {
        let all = (0..companies).map(|n| Company { id: format!("{n:02}"), ..Company::default() }).collect();
        let deals = pairs.iter().map(|&(from, to)| Deal {
            id: format!("{from}>{to}"),
            ..Deal::new(CompanyId(from), CompanyId(to))
        });
        let network = Network::new(all, deals.collect()).unwrap();
        Rewiring::new(&Arcs::new(&network, &Filter::default()), seed)
    }

    fn pairs(rewiring: &Rewiring) -> Pairs {
        rewiring.tails.iter().zip(&rewiring.heads).map(|(&from, to)| (from, to.0)).collect()
    }

    /// How many arcs leave and enter each company.
    fn degrees(pairs: &Pairs) -> Vec<(usize, usize)> {
        let count =
            |n| (pairs.iter().filter(|p| p.0 == n).count(), pairs.iter().filter(|p| p.1 == n).count());
        (0..10).map(count).collect()
    }

    /// Every network of so many companies with these degrees, by trying all of them.
    fn all_with(companies: u32, of: &Pairs) -> Vec<Pairs> {
        let possible: Vec<(u32, u32)> = (0..companies)
            .flat_map(|a| (0..companies).map(move |b| (a, b)))
            .filter(|(a, b)| a != b)
            .collect();
        (0_u32..1 << possible.len())
            .filter(|set| set.count_ones() as usize == of.len())
            .map(|set| (0..possible.len()).filter(|n| set >> n & 1 == 1).map(|n| possible[n]).collect())
            .filter(|pairs| degrees(pairs) == degrees(of))
            .collect()
    }

    proptest! {
        #[test]
        fn keeps_degrees_and_stays_simple(
            raw in prop::collection::btree_set((0_u32..10, 0_u32..10), 2..60),
            seed in any::<u64>(),
        ) {
            let given: Pairs = raw.into_iter().filter(|(a, b)| a != b).collect();
            prop_assume!(!given.is_empty());
            let mut rewiring = rewiring(10, &given, seed);
            prop_assert_eq!(&pairs(&rewiring), &given);
            for _ in 0..300 {
                rewiring.attempt();
                let now = pairs(&rewiring);
                // As many different pairs as arcs: no two are the same.
                prop_assert_eq!(now.len(), given.len());
                prop_assert!(now.iter().all(|(a, b)| a != b));
                prop_assert_eq!(degrees(&now), degrees(&given));
            }
        }
    }

    /// Each network with the given degrees comes equally often: Pearson's sum of squares is not far above its mean.
    #[test]
    fn every_network_with_these_degrees_is_equally_likely() {
        for (companies, given, count) in [
            // A triangle, either way round: nothing can be switched.
            (3, &[(0, 1), (1, 2), (2, 0)][..], 2),
            (4, &[(0, 1), (1, 0), (2, 3), (3, 2)], 9),
            // Unequal degrees: some of these networks can change in many more ways than others.
            (4, &[(0, 1), (0, 2), (1, 2), (2, 3), (3, 0), (3, 1)], 8),
            (5, &[(0, 1), (0, 2), (0, 3), (1, 0), (1, 4), (2, 0), (3, 4), (4, 1)], 29),
        ] {
            let given: Pairs = given.iter().copied().collect();
            let mut seen: BTreeMap<Pairs, u32> =
                all_with(companies, &given).into_iter().map(|pairs| (pairs, 0)).collect();
            assert_eq!(seen.len(), count, "{given:?}");
            let mut rewiring = rewiring(companies, &given, 1);
            let expected = 1_000.0;
            for _ in 0..count * 1_000 {
                for _ in 0..10 * given.len() {
                    rewiring.attempt();
                }
                *seen.get_mut(&pairs(&rewiring)).unwrap() += 1;
            }
            let squares: f64 = seen.values().map(|&n| (f64::from(n) - expected).powi(2) / expected).sum();
            let free = count as f64 - 1.0;
            assert!(squares < free + 4.0 * (2.0 * free).sqrt(), "{given:?}: {squares} for {free}");
        }
    }
}
